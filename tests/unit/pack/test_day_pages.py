"""One's days, hour by hour."""

from dataclasses import replace

from missionplanner.i18n import translator
from missionplanner.pack import info_pages
from missionplanner.pack.day_pages import DayItem, day_sheets, packed
from missionplanner.pack.delegate_content import Own
from missionplanner.pack.phrases import text_of
from missionplanner.pack.style import look, register_fonts
from missionplanner.pack.typesetting import RuledNotes
from missionplanner.store.store import Store
from tests.unit.pack.making import parts
from tests.unit.pack.test_week import day, item

SIZE = (500.0, 660.0)


def pages(own: Own, make: object = day_sheets) -> list[int]:
    """The number of items on each page."""
    register_fonts()
    found = make(own, SIZE, look(""), translator("en"), [])  # type: ignore[operator]
    return [sum(isinstance(piece, DayItem) for piece, _x, _y in sheet.pieces) for sheet in found]


def test_two_days_share_a_page(store: Store) -> None:
    _shared, own = parts(store)
    days = tuple(day(n, "A", *(item(60 * k, 60 * k + 30) for k in range(3))) for n in range(5))
    assert pages(replace(own, programme=days)) == [6, 6, 3]
    assert pages(replace(own, programme=days), packed) == [15]


def test_the_last_day_has_the_rest_of_its_page_for_notes(store: Store) -> None:
    _shared, own = parts(store)
    register_fonts()
    days = tuple(day(n, "A", item(540, 600)) for n in range(3))
    sheets = day_sheets(replace(own, programme=days), SIZE, look(""), translator("en"), [])
    info_pages.fill(sheets, translator("en"))
    notes = [sum(isinstance(piece, RuledNotes) for piece, _x, _y in sheet.pieces) for sheet in sheets]
    assert (notes, [sheet.left < 1 for sheet in sheets]) == ([2, 1], [True, True])


def test_a_long_day_goes_on_with_the_next_page(store: Store) -> None:
    _shared, own = parts(store)
    long = day(0, "A", *(item(30 * k, 30 * k + 30) for k in range(40)))
    assert pages(replace(own, programme=(long, day(1, "A", item(0, 60))))) == [36, 5]


def test_the_venue_of_a_day_is_named_once_at_its_head(store: Store) -> None:
    _shared, own = parts(store)
    assert own.programme[0].venues == ("Hall",)
    piece = DayItem(own.programme[0].items[0], object(), look(""), with_venue=False)
    named = DayItem(own.programme[0].items[0], object(), look(""), True)
    assert (text_of(piece.place), text_of(named.place)) == (
        "table 2",
        "Hall, table 2",
    )
