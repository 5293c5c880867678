"""The pages beside one's own days."""

from dataclasses import replace

from missionplanner.domain.figures import Figure
from missionplanner.i18n import translator
from missionplanner.messages import message
from missionplanner.pack.delegate_content import Block, Fellow, SectorFacts, TextSection
from missionplanner.pack.info_pages import (
    NameGrid,
    SideColumn,
    _short,
    evaluation_pieces,
    fellow_pieces,
    market_pieces,
    names_side,
    put_beside,
    side_by_side,
    text_pieces,
)
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.shared_content import shared
from missionplanner.pack.sheets import Flow
from missionplanner.pack.source_lines import Together
from missionplanner.pack.style import look, register_fonts
from missionplanner.pack.typesetting import TEXT, Lined, RuledNotes
from missionplanner.store.store import Store
from tests.unit.pack.making import parts

T = translator("en")


def test_what_is_sought_stands_beside_the_chart_where_that_is_high_enough() -> None:
    register_fonts()
    for lines, is_beside in ((3, True), (12, False)):
        flow = Flow((500, 700))
        chart = Together([Lined("Trade", TEXT), RuledNotes("", 118), *[Lined("Source", TEXT)] * 20])
        flow.add(chart)
        assert put_beside(flow, chart, [Lined("x", TEXT)] * lines) == is_beside
        assert len(flow.sheet.pieces) == 1 + is_beside
    assert not put_beside(flow, chart, [])


def test_pieces_without_text_beside_them_begin_at_the_left() -> None:
    register_fonts()
    places = []
    for text in ([], [Lined("Words", TEXT)]):
        flow = Flow((500, 700))
        side_by_side(flow, text, [Lined("Venues", TEXT)])
        places.append(next(x for piece, x, _y in flow.sheet.pieces if isinstance(piece, SideColumn)))
    assert places[0] == 0 < places[1]


def test_an_evaluation_that_begins_a_page_has_a_title() -> None:
    tags = [evaluation_pieces(T, alone=alone)[0].tag for alone in (True, False)]
    assert tags == ["H1", "H2"]


def test_no_page_is_left_at_a_desk_where_all_meet_by_video() -> None:
    said = [evaluation_pieces(T, by_video=by_video)[1].text for by_video in (False, True)]
    assert ["registration desk" in text for text in said] == [True, False]
    assert "send this page to the organisers" in said[1]


def test_fellows_without_room_are_counted(store: Store) -> None:
    _shared, own = parts(store)
    many = replace(own, fellows=tuple(Fellow(f"P{n}", "X") for n in range(40)))
    grid, more = fellow_pieces(many, T, 300, 540)
    assert isinstance(grid, NameGrid)
    assert (len(grid.cells), more.text) == (30, "+ 10 more in the directory")
    assert len(fellow_pieces(many, T, 660, 540)) == 1


def test_long_names_of_fellows_are_in_two_columns_where_all_have_room(store: Store) -> None:
    _shared, own = parts(store)
    long = replace(own, fellows=tuple(Fellow(f"Maria del Socorro Hernandez y Villalobos {n}", "X") for n in range(10)))
    for room, across, cells in ((660, 2, 10), (110, 3, 6)):
        grid = fellow_pieces(long, T, room, 500)[0]
        assert (grid.across, len(grid.cells)) == (across, cells)
    short = replace(own, fellows=(Fellow("Ana Paz", "X"),))
    assert fellow_pieces(short, T, 660, 500)[0].across == 3


def test_figures_are_printed_with_their_source_and_not_without(structured: Store) -> None:
    register_fonts()
    found, own = shared(structured.snapshot(), "en"), parts(structured)[1]
    above, _side = market_pieces(found, own, look(""), 500)
    (chart,) = (piece for piece in above if isinstance(piece, Together))
    assert [type(piece).__name__ for piece in chart.pieces] == ["Lined", "Chart", "Lined", "Lined"]
    assert [piece.text for piece in chart.pieces if hasattr(piece, "text")] == [
        "Trade", "CAD, billions", "Source: Office of statistics, as of June 30, 2025.",
    ]  # fmt: skip
    with structured.change(message("Unsourced")) as change:
        for figure in structured.all(Figure):
            change.update(replace(figure, source=" "))
    assert shared(structured.snapshot(), "en").charts == ()


def test_facts_of_the_sector_have_a_source(store: Store) -> None:
    found, own = parts(store)
    facts = SectorFacts(Phrase("Wood"), (("3", "counterparts"),), (Phrase("Saws"),))
    above, side = market_pieces(found, replace(own, facts=facts), look(""), 500)
    assert [piece.text for piece in (above[-1], side[-1])] == ["Source: registrations of this mission."] * 2


def test_those_one_meets_are_addressed_as_they_want(store: Store) -> None:
    _shared, own = parts(store)
    assert [piece.text for piece in names_side(own, T, 400)] == [
        "How to address those you meet", "Given C1", "C1", "Given C2", "C2",
    ]  # fmt: skip


def test_companies_beside_names_are_written_without_their_legal_form(store: Store) -> None:
    _shared, own = parts(store)
    first = own.meetings[0]
    met = replace(first, profile=replace(first.profile, name="Comercializadora Ahuehuete S. de R.L. de C.V."))
    _heading, _name, company = names_side(replace(own, meetings=(met,)), T, 400)
    assert company.text == "Comercializadora Ahuehuete"


def test_a_company_in_a_narrow_column_leaves_its_legal_form_out_rather_than_be_cut() -> None:
    register_fonts()
    name = "Chinook Studios Incorporated"
    assert [_short(name, width) for width in (200, 80)] == [name, "Chinook Studios"]


def test_texts_keep_their_headings_and_lists(structured: Store) -> None:
    section = shared(structured.snapshot(), "en").texts["welcome"]
    assert [type(piece).__name__ for piece in text_pieces(section)] == ["Text", "Lined", "Text", "Text", "Text"]


def test_notes_stay_with_the_words_they_are_about_unless_these_are_long() -> None:
    register_fonts()
    short, long, note = Block("paragraph", "Words."), Block("paragraph", "Words. " * 200), Block("note", "¹ Office.")
    kinds = [type(piece).__name__ for piece in text_pieces(TextSection("T", (short, note, note, long, note)))]
    assert kinds == ["Together", "Text", "Lined"]
    assert len(text_pieces(TextSection("T", (short, note, note)))[0].pieces) == 3


def test_what_stands_beside_a_text_begins_at_the_left_where_there_is_none() -> None:
    for text, left in (((), 0), ((Lined("Words", TEXT),), 274)):
        flow = Flow((400.0, 300.0))
        side_by_side(flow, text, [Lined("Beside", TEXT)])
        assert int(flow.sheet.pieces[0][1]) == left
