"""The pages of the cards of days."""

import pytest
from reportlab.platypus import Spacer

from missionplanner.pack.leader_cards import GAP, CutLine, laid_out
from missionplanner.pack.sheets import Flow
from missionplanner.pack.typesetting import RuledNotes

SIZE = 400.0, 600.0


def pages(*highs: float) -> list[Flow]:
    """The pages of cards of such heights."""
    return laid_out([[Spacer(1, high)] for high in highs], SIZE, "Notes")


def cards(flow: Flow) -> list[float]:
    """The heights at which the cards of a page begin."""
    return [y + piece.height for piece, _x, y in flow.sheets[0].pieces if isinstance(piece, Spacer)]


def test_two_cards_have_half_a_page_each_with_lines_for_notes() -> None:
    (flow,) = pages(150, 200)
    assert cards(flow) == [600, 300 - GAP]
    notes = [piece.height for piece, _x, _y in flow.sheets[0].pieces if isinstance(piece, RuledNotes)]
    assert notes == [300 - 150 - 12, 300 - GAP - 200 - 12]


@pytest.mark.parametrize(
    ("highs", "shared"),
    [
        # Halves do as well: they stay.
        ((180, 180, 180), [2, 1]),
        # A card of more than half a page would leave the page to itself.
        ((400, 50, 50, 50), [3, 1]),
        ((400, 300), [1, 1]),
    ],
)
def test_cards_stand_closer_where_that_takes_fewer_pages(highs: tuple[float, ...], shared: list[int]) -> None:
    assert [len(cards(flow)) for flow in pages(*highs)] == shared


def test_cards_that_stand_close_have_as_much_room_for_notes_each() -> None:
    flow = pages(400, 50, 50, 50)[0]
    spare = (600 - 500 - 2 * GAP) / 3
    second = 600 - 400 - spare - GAP
    assert cards(flow) == pytest.approx([600, second, second - 50 - spare - GAP])
    assert [y for piece, _x, y in flow.sheets[0].pieces if isinstance(piece, CutLine)] == pytest.approx(
        [second + GAP, second - 50 - spare]
    )


def test_a_card_alone_leaves_the_other_half_of_its_page() -> None:
    (flow,) = pages(100)
    assert flow.top == 300


def test_nothing_is_below_the_foot_of_a_page() -> None:
    flows = pages(400, 50, 50, 50, 290, 290)
    assert min(y for flow in flows for sheet in flow.sheets for _piece, _x, y in sheet.pieces) >= -0.001
