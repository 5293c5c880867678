"""The back of a pack."""

from dataclasses import replace

from missionplanner.pack.back_cover import back_sheet
from missionplanner.pack.delegate_content import Block, PhoneLine, TextSection
from missionplanner.pack.style import look, register_fonts
from missionplanner.pack.typesetting import Lined, RuledNotes
from missionplanner.store.store import Store
from tests.unit.pack.making import parts


def test_numbers_are_large_and_what_is_no_number_follows(store: Store) -> None:
    register_fonts()
    shared, _own = parts(store)
    blocks = (Block("bullet", "Duty phone: +52 55 1"), Block("paragraph", "Ask at the desk."))
    section = TextSection("Emergency", blocks)
    sheet = back_sheet(replace(shared, phones=(PhoneLine("Duty phone", "+52 55 1"),)), section, (500, 660), look(""))
    told = {piece.text: piece.face.size for piece, _x, _y in sheet.pieces if isinstance(piece, Lined)}
    assert told == {"Emergency": 24, "Duty phone": 10.5, "+52 55 1": 16}
    assert sheet.pieces[-1][0].getPlainText() == "Ask at the desk."


def test_without_any_contacts_there_are_lines_to_write_them_on(store: Store) -> None:
    register_fonts()
    shared, _own = parts(store)
    sheet = back_sheet(shared, TextSection("Emergency contacts", ()), (500, 660), look(""))
    assert [piece.heading for piece, _x, _y in sheet.pieces if isinstance(piece, RuledNotes)] == ["Whom you call"]
