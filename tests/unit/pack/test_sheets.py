"""Pieces on sheets."""

from types import SimpleNamespace

from reportlab.lib.styles import ParagraphStyle

from missionplanner.pack.flowables import Text
from missionplanner.pack.sheets import Flow, RunningHead
from missionplanner.pack.style import H1, register_fonts
from missionplanner.pack.typesetting import HEAD, TEXT, Lined, RuledNotes

SIZE = (200.0, 300.0)


class Block(Lined):
    """A piece of a height."""

    def __init__(self, height: float) -> None:
        super().__init__("x", TEXT)
        self.high = height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, self.high
        return width, self.high


def test_pieces_that_stay_together_go_to_the_next_sheet_together() -> None:
    flow = Flow(SIZE)
    flow.add(Block(250))
    heading, line = Block(20), Block(40)
    flow.add(heading, line)
    assert [[piece for piece, _x, _y in sheet.pieces] for sheet in flow.sheets][1] == [heading, line]
    assert [y for _piece, _x, y in flow.sheet.pieces] == [280, 240]


def test_a_gap_is_left_out_at_the_top() -> None:
    flow = Flow(SIZE)
    flow.add(Block(100), gap=10)
    flow.add(Block(100), gap=10)
    assert flow.top == 90


def test_a_heading_waits_for_what_follows() -> None:
    register_fonts()
    flow = Flow(SIZE)
    flow.add(Block(270))
    flow.add_all([Lined("Heading", HEAD, "H2"), Block(30)])
    assert len(flow.sheets[0].pieces) == 1
    assert len(flow.sheets[1].pieces) == 2


def test_the_room_below_a_heading_counts_where_it_stays_with_a_line() -> None:
    register_fonts()
    flow = Flow((200, 100))
    flow.add(RuledNotes("", 49))
    heading = ParagraphStyle("h2", parent=H1, fontSize=10, leading=20, spaceBefore=0, spaceAfter=2)
    flow.add_all([Text("Name", heading), Block(30)])
    assert [len(sheet.pieces) for sheet in flow.sheets] == [1, 2]


def test_a_sheet_with_room_gets_lines_for_notes_and_a_full_one_none() -> None:
    flow = Flow(SIZE)
    flow.add(Block(100))
    flow.sheet.add_notes("Notes")
    assert isinstance(flow.sheet.pieces[-1][0], RuledNotes)
    assert flow.sheet.fill == 1
    full = Flow(SIZE)
    full.add(Block(200))
    full.sheet.add_notes("Notes")
    assert len(full.sheet.pieces) == 1


def test_lines_for_notes_that_end_halfway_go_on() -> None:
    register_fonts()
    flow = Flow(SIZE)
    flow.add(Block(50), RuledNotes("Notes", 80))
    flow.sheet.add_notes("Notes")
    assert [(piece.height, y) for piece, _x, y in flow.sheet.pieces] == [(50, 250), (250, 0)]


def test_a_title_goes_with_the_list_below_it_to_the_next_page() -> None:
    register_fonts()
    flow = Flow((200, 100))
    flow.add(RuledNotes("", 60))
    flow.add_all([Text("Title", H1), RuledNotes("", 50)])
    assert [len(sheet.pieces) for sheet in flow.sheets] == [1, 2]


def test_a_page_of_no_section_has_a_head_of_its_own() -> None:
    head = RunningHead("Notes")
    head.canv = SimpleNamespace(head="Days", next_head="Days")
    head.draw()
    assert (head.canv.head, head.canv.next_head, head.wrap(9, 9)) == ("Notes", "Notes", (0, 0))
