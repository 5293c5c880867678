"""The day of one person on one page: the list, and below it what is to be known of calls, as long as there is room."""

from itertools import groupby

from reportlab.platypus import Flowable, Spacer

from missionplanner.pack.editions import DayPaper
from missionplanner.pack.flowables import Text
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.sheets import height_of
from missionplanner.pack.style import CELL, CELL_BOLD, markup

_LENGTHS = (600, 360, 240, 160, 120, 80)
"""The most characters of a fact: the longest at which all fit on the page."""


def on_one_page(table: Flowable, paper: DayPaper, size: tuple[float, float]) -> list[Flowable]:
    """Return the list of a day with the facts below it, shortened until they fit; without them where they never do."""
    for most in _LENGTHS:
        pieces = [table, *_facts(paper, most)]
        if height_of(pieces, size[0]) <= size[1]:
            return pieces
    return [table]


def _facts(paper: DayPaper, most: int) -> list[Flowable]:
    found: list[Flowable] = []
    for title, facts in paper.below:
        found += [Spacer(0, 5), Text(markup(title.text), CELL_BOLD, language=title.language)]
        for language, several in groupby(facts, key=lambda fact: fact[1].language):
            found.append(Text(" · ".join(_named(*fact, most) for fact in several), CELL, language=language))
    return found


def _named(name: str, fact: Phrase, most: int) -> str:
    return f"<b>{markup(name)}:</b> {markup(_shortened(fact.text, most))}"


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
