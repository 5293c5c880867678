"""The lines that say where figures are from, each a link to the page that says so."""

from missionplanner.pack.delegate_content import Block, MarketChart
from missionplanner.pack.typesetting import NOTE, Lined, leading_to


def below(chart: MarketChart) -> list[Lined]:
    """Return the lines that say how a chart counts, and where its figures are from."""
    return [leading_to(chart.leads.get(line, ""), Lined(line, NOTE)) for line in chart.below]


def note_piece(block: Block, language: str) -> Lined:
    """A note below a text of the mission."""
    found = leading_to(block.link, Lined(block.text, NOTE))
    found.language = language
    return found
