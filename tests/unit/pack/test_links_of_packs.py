"""Where the words of a pack lead."""

from dataclasses import replace
from io import BytesIO

import pikepdf

from missionplanner.domain import links
from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Venue
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.pack import fonts
from missionplanner.pack.tags import Element, TaggedCanvas
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.making import printed


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
