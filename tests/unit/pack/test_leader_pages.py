"""The pages of the leader edition."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText
from missionplanner.i18n import translator
from missionplanner.jobs.packs import drafts
from missionplanner.messages import message
from missionplanner.pack import render
from missionplanner.pack.charts import Chart
from missionplanner.pack.editions import LeaderEvent
from missionplanner.pack.leader_pages import DayEvent, LeaderBook
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.sheets import INNER
from missionplanner.pack.style import look, register_fonts
from missionplanner.store.store import Store
from tests.builders import add_trade
from tests.unit.pack.checking import archive_errors, errors
from tests.unit.pack.making import laid_out_text


def test_whole_sheets_with_two_days_a_page_and_the_numbers_on_the_back(eventful: Store, tmp_path: Path) -> None:
    with eventful.change(message("Leader")) as change:
        first = eventful.all(Event)[0]
        change.update(replace(first, organiser="Chamber of Puebla", talking_points="- Name the figures"))
        change.insert(replace(first, id=0, uid="", name_en="Breakfast", starts=first.ends, ends=first.ends))
        for kind, body in (("talking", "- Say this"), ("contacts", "- Duty phone: +52 55 1234 5678")):
            change.insert(MissionText(kind=kind, language="en", title=kind.title(), body=body))
    draft = drafts.special(drafts.read(eventful), "en", Edition.LEADER)
    content, rendered = render.render(draft.shared, draft.own, draft.special)
    path = tmp_path / "l.pdf"
    path.write_bytes(content)
    assert errors(path) == []
    assert archive_errors(path) == []
    places = dict(rendered.sections)
    assert (rendered.pages, places["talking"], places["programme"], places["contacts"]) == (4, 2, 3, 4)
    pages = laid_out_text(content, tmp_path).split("\f")
    for words in (
        "Reception",
        "Who comes",
        "6 companies",
        "To say",
        "Name the figures",
        "To thank",
        "Chamber of Puebla",
    ):
        assert words in pages[2]
    assert "+52 55 1234 5678" in pages[3]


def test_an_event_with_much_to_say_goes_on_with_the_next_page() -> None:
    register_fonts()
    points = tuple(Phrase(f"Point {number}") for number in range(100))
    event = LeaderEvent(
        "09:00", Phrase("Opening"), (Phrase("Hall"),), "Plenary", "6 companies", points, Phrase("The hosts")
    )
    whole = DayEvent(event, look(""), translator("en"))
    wide, high = whole.wrap(400, 500)
    first, rest = whole.split(400, 500)
    assert (first.wrap(400, 500)[1] <= 500, first.is_rest, rest.is_rest) == (True, False, True)
    told = [line for part in (first, rest) for _value, lines in part.values or () for line in lines]
    assert told == ["6 companies", *(f"• {point.text}" for point in points), "The hosts"]
    assert (wide, whole.split(400, high + 1)) == (400, [whole])


def test_a_list_is_as_wide_as_the_pages_and_a_title_without_text_is_left_out(eventful: Store) -> None:
    draft = drafts.special(drafts.read(eventful), "en", Edition.LEADER)
    book = LeaderBook(draft.shared, draft.own, draft.special, (500, 700))
    assert book.width == book._size[0] == 500 - INNER
    assert "logistics" not in book.keys
    assert render.render(draft.shared, draft.own, draft.special)[1].sections == (("programme", 3), ("contacts", 4))
    clocked = LeaderBook(replace(draft.shared, clocks=("Other clocks.",)), draft.own, draft.special, (500, 700))
    assert "logistics" in clocked.keys


def test_the_market_has_one_chart_with_the_leader(structured: Store) -> None:
    with structured.change(message("Figures")) as change:
        add_trade(change, code="ores", name_en="Ores")
    material = drafts.read(structured)
    draft = drafts.special(material, "en", Edition.LEADER)
    assert (len(draft.shared.charts), len(material.snapshot.numbers.series)) == (1, 2)
    book = LeaderBook(draft.shared, draft.own, draft.special, (500, 700))
    ((_key, _title, body),) = book.section("briefing")
    assert sum(isinstance(piece, Chart) for piece in body) == 1


def test_there_is_no_heading_of_logistics_without_its_text(eventful: Store) -> None:
    register_fonts()
    draft = drafts.special(drafts.read(eventful), "en", Edition.LEADER)
    bare = replace(draft.shared, texts={}, clocks=())
    assert (bool(bare.venues), list(LeaderBook(bare, draft.own, draft.special, (500, 700)).section("logistics"))) == (
        True,
        [],
    )
