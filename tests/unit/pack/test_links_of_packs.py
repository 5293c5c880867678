"""Where the words of a pack lead."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf

from missionplanner.domain import links
from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Table, Venue
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting
from missionplanner.messages import message
from missionplanner.pack import fonts
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.tags import Element, TaggedCanvas
from missionplanner.pack.typesetting import SMALL, set_calls
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import archive_errors, errors
from tests.unit.pack.making import flowing_text, laid_out_text, printed


def test_a_link_out_of_the_file_is_tagged_with_its_words() -> None:
    fonts.register_fonts()
    out = BytesIO()
    canvas = TaggedCanvas(out, invariant=1)
    link = Element("Link", canvas.element(canvas, "P"))
    with canvas.marked(link):
        canvas.drawString(20, 20, "acme.mx")
    canvas.link(link, links.web("acme.mx"), "acme.mx", (20, 18, 80, 30))
    canvas.save()
    with pikepdf.open(out) as pdf:
        (found,) = pdf.pages[0].Annots
        assert (str(found.A.URI), str(found.Contents), "/StructParent" in found) == ("https://acme.mx", "acme.mx", True)


def test_a_pack_leads_to_letters_calls_sites_and_maps(store: Store) -> None:
    with store.change(message("x")) as change:
        person = store.where(Person, "family_name", ["C1"])[0]
        change.update(replace(person, email="ana@acme.mx", phone="+525512345678"))
        change.update(replace(store.get(Company, key_of(store, "C1")), website="acme.mx"))
        change.update(replace(store.all(Venue)[0], address="Av. Juárez 5"))
    with pikepdf.open(BytesIO(printed(store, "D1"))) as pdf:
        found = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        targets = {str(link.A.URI): str(link.Contents) for link in found if "/A" in link}
    assert targets["mailto:ana@acme.mx"] == "ana@acme.mx"
    assert targets["tel:+525512345678"] == "+52\xa055\xa01234\xa05678"
    assert targets["https://acme.mx"] == "acme.mx"
    assert [words for target, words in targets.items() if target.startswith("geo:")] == ["Av. Juárez 5"]


def annotations(content: bytes) -> list[tuple[str, str]]:
    """Where the links out of a file lead, each with its words."""
    with pikepdf.open(BytesIO(content)) as pdf:
        found = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        return [(str(link.A.URI), str(link.Contents)) for link in found if "/A" in link]


def test_numbers_in_directions_are_called_and_the_way_stays_one_text(store: Store, tmp_path: Path) -> None:
    with store.change(message("Visit")) as change:
        words = {"directions": "Ring +52 55 1234 5678 at the gate", "language": "es", "address": "Masaryk 5"}
        change.update(replace(store.get(Company, key_of(store, "C1")), **words))
        (meeting,) = [one for one in store.all(Meeting) if one.pair == (key_of(store, "D1"), key_of(store, "C1"))]
        change.update(replace(meeting, table_id=None))
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(store, "D1"))
    assert ("tel:+525512345678", "+52 55 1234 5678") in annotations(path.read_bytes())
    assert errors(path) == []
    assert archive_errors(path) == []
    assert "Ring +52 55 1234 5678 at the gate." in flowing_text(path.read_bytes(), tmp_path).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_the_beginning_of_a_number_that_goes_on_with_the_next_line_leads_nowhere() -> None:
    fonts.register_fonts()
    canvas = TaggedCanvas(BytesIO(), invariant=1)
    lines = "Ring +52 55 1234", "5678 or +1 613 555 0134"
    said = (Phrase("Ring +52 55 1234 5678 or +1 613 555 0134"),)
    whole = canvas.element(canvas, "P")
    assert set_calls(canvas, whole, (lines, said), SMALL, (20, 200)) == 200 - 2 * SMALL.leading
    assert [kid.tag for kid in whole.kids] == ["Span", "Span", "Span", "Link"]


def test_the_link_of_a_video_room_opens_it_and_stands_on_a_line_of_its_own(store: Store, tmp_path: Path) -> None:
    with store.change(message("Online")) as change:
        for venue in store.all(Venue):
            change.update(replace(venue, online=True))
        for table in store.all(Table):
            change.update(replace(table, link=f"https://video.example/{table.number}"))
        change.update(replace(store.get(Company, key_of(store, "C1")), time_zone="Asia/Tokyo"))
    content = printed(store, "D1")
    assert ("https://video.example/2", "https://video.example/2") in annotations(content)
    lines = [
        line.split() for line in laid_out_text(content, tmp_path).splitlines() if "https://video.example/2" in line
    ]
    assert all(line[line.index("https://video.example/2") + 1 :][:1] != ["·"] for line in lines)
