"""Large print."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText
from missionplanner.jobs.packs import drafts, printing, versions
from missionplanner.messages import message
from missionplanner.pack.flowables import Mark, Text
from missionplanner.pack.large_pages import LargeBook
from missionplanner.pack.phrases import Phrase
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import archive_errors, errors
from tests.unit.pack.making import flowing_text, parts
from tests.unit.pack.test_finishing import transparent


@pytest.fixture
def large(eventful: Store, tmp_path: Path) -> Path:
    with eventful.change(message("Texts")) as change:
        for kind, body in (
            ("protocol", "# Paper\n- Bring cards"), ("logistics", "By bus."), ("contacts", "- Duty phone: +52 55 1234 5678"),
        ):  # fmt: skip
            change.insert(MissionText(kind=kind, language="en", title=kind.title(), body=body))
    material = drafts.read(eventful)
    company = eventful.get(Company, key_of(eventful, "D1"))
    draft = next(drafts.of_companies(material, "en", [company], edition=Edition.LARGE))
    path = tmp_path / "large.pdf"
    path.write_bytes(printing.preview(versions.Printing(material).stamped(draft))[0])
    return path


def test_everything_that_is_text_is_there_without_an_error(large: Path, tmp_path: Path) -> None:
    assert errors(large) == []
    assert archive_errors(large) == []
    words = flowing_text(large.read_bytes(), tmp_path)
    order = ("Where you have to be first", "+52 55 1234 5678", "Your programme", "Reception", "The companies you will meet",
             "Given C1", "Bring cards", "By bus.", "Hall (Mexico City)")  # fmt: skip
    places = [words.index(text) for text in order]
    assert places == sorted(places)
    assert "version 1" in words


def test_nothing_is_smaller_than_fourteen_points(large: Path) -> None:
    with pikepdf.open(large) as file:
        sizes = {
            float(operands[1])
            for page in file.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tf"
        }
    assert sizes <= {14.0, 18.0, 22.0, 26.0, 12.0}
    # ReportLab begins every page in twelve points, in which nothing is written.
    assert {14.0, 18.0, 26.0} <= sizes


def test_a_portrait_stays_with_the_words_of_welcome_and_an_hour_with_its_place(eventful: Store) -> None:
    shared, own = parts(eventful)
    pictured = replace(shared, portrait="key", pictures={"key": transparent()})
    rooms = []
    for one in (shared, pictured):
        story = LargeBook(one, own, (500, 700)).story()
        place = next(n for n, piece in enumerate(story) if isinstance(piece, Mark) and piece.key == "welcome")
        rooms.append(story[place - 1].height)
    assert rooms == [280, 280 + 238]
    hours = [piece for piece in story if isinstance(piece, Text) and piece._source.startswith("<b>09:")]
    assert [(piece.style.spaceAfter, piece.style.keepWithNext) for piece in hours if "C1" in piece._source] == [(0, 1)]


def test_the_heading_and_address_of_a_day_stay_with_its_first_hour(eventful: Store) -> None:
    shared, own = parts(eventful)
    (day,) = own.programme
    noted = replace(own, programme=(replace(day, notes=("Clocks change.",), venues=("Hall, 1 Street",)),))
    story = LargeBook(shared, noted, (500, 700)).story()
    kept = {piece._source: getattr(piece.style, "keepWithNext", 0) for piece in story if isinstance(piece, Text)}
    assert [kept[text] for text in ("Monday, February 16 · Mexico City", "Clocks change.", "Hall, 1 Street")] == [
        1,
        1,
        1,
    ]


def test_a_number_to_call_stays_with_what_it_is(eventful: Store) -> None:
    with eventful.change(message("Phone")) as change:
        change.insert(MissionText(kind="contacts", language="en", title="Help", body="- Duty phone: +52 55 1234 5678"))
    shared, own = parts(eventful)
    story = LargeBook(shared, own, (500, 700)).story()
    number = next(piece for piece in story if isinstance(piece, Text) and piece._source == shared.duty_phone.number)
    assert number.style.keepWithNext == 1


def test_what_is_in_another_language_stands_close_below_the_words_before_it(eventful: Store) -> None:
    shared, own = parts(eventful, language="fr")
    first = replace(own.meetings[0], asked=(Phrase("Vous l’avez demandée :"), Phrase("Met in Puebla", "en")))
    story = LargeBook(shared, replace(own, meetings=(first,)), (500, 700)).story()
    texts = [piece for piece in story if isinstance(piece, Text)]
    place = next(n for n, piece in enumerate(texts) if piece._source == "Met in Puebla")
    assert (texts[place - 1].style.spaceAfter, texts[place - 1].style.keepWithNext) == (0, 1)


def test_a_name_takes_the_whole_head_of_a_page_where_nothing_stands_beside_it(eventful: Store, tmp_path: Path) -> None:
    name = "Solutions Fundy Security Incorporated"
    with eventful.change(message("Names")) as change:
        change.update(replace(eventful.get(Company, key_of(eventful, "D1")), name=name))
        change.update(replace(eventful.mission, name_fr="Mission commerciale du Canada au Mexique en février 2026"))
    company = eventful.get(Company, key_of(eventful, name))
    draft = next(drafts.of_companies(drafts.read(eventful), "fr", [company], edition=Edition.LARGE))
    words = flowing_text(printing.preview(draft)[0], tmp_path)
    assert "Incorpora…" not in words
    # A day begins its line.
    assert "Lundi 16 février 2026, 09:" in words
