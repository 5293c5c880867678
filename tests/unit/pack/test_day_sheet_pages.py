"""A day fits on its page: facts of calls are shortened until they do."""

from dataclasses import replace

from missionplanner.pack.day_content import as_list, day_sheet
from missionplanner.pack.day_sheet_pages import on_one_page
from missionplanner.pack.editions import DayPaper
from missionplanner.pack.flowables import Text
from missionplanner.pack.organiser_pages import list_of
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.style import register_fonts
from tests.builders import DAY
from tests.unit.pack.test_day_content import EN, travelling

LONG = "word " * 100


def texts(paper: DayPaper, height: float) -> list[str]:
    """The facts below the list on a page of this height."""
    pieces = on_one_page(list_of(paper, 500), paper, (500, height))
    return [piece.getPlainText() for piece in pieces if isinstance(piece, Text)]


def test_facts_are_shortened_until_they_fit_and_left_out_where_they_never_do() -> None:
    register_fonts()
    snapshot = travelling()
    paper = as_list(day_sheet(snapshot, snapshot.person[1], DAY, EN), EN)
    assert texts(paper, 600)[0] == "10:30–11:00 Call 1"
    assert texts(paper, 600)[1].startswith("Host: C1, Minister Sol, Director Luna · They enter: 1. Bob Poe, 2. Ann Roy")
    spanish = ((Phrase("Visita", "es-MX"), (("Brief", Phrase(LONG, "es-MX")), ("To say", Phrase("Hi")))),)
    long = replace(paper, below=spanish * 3)
    whole, short = texts(long, 2000), texts(long, 420)
    assert (len(whole), len(whole[1]) > 400, whole[2]) == (9, True, "To say: Hi")
    assert short[1].endswith("…")
    assert texts(long, 100) == []
