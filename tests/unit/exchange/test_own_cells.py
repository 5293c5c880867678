"""Cells of own fields: read as their kind, or kept as they were written."""

import pytest

from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.exchange import own_cells

RIDE = "Bus | Autobus\nCar\nBoat, own"


@pytest.mark.parametrize(
    ("kind", "cell", "text"),
    [
        (FieldKind.TEXT, "  two   blanks ", "two blanks"),
        (FieldKind.NUMBER, "1,234,567.50", "1234567.50"),
        (FieldKind.NUMBER, "1 234,5", "1234.5"),
        (FieldKind.NUMBER, "1.234.567,5", "1234567.5"),
        (FieldKind.NUMBER, "8421.10", "8421.10"),
        (FieldKind.NUMBER, "1,200", "1200"),
        (FieldKind.NUMBER, "−3", "-3"),
        (FieldKind.NUMBER, "3 or 4", None),
        (FieldKind.NUMBER, "1234567890123456", None),
        (FieldKind.MONEY, "CAD 1,500", "1500 CAD"),
        (FieldKind.MONEY, "1500 €", "1500 EUR"),
        (FieldKind.MONEY, "$20", "20 MXN"),
        (FieldKind.MONEY, "20", "20 MXN"),
        (FieldKind.MONEY, "20 km", None),
        (FieldKind.MONEY, "much", None),
        (FieldKind.DATE, "15/02/2026", "2026-02-15"),
        (FieldKind.DATE, "2026-02-15 00:00:00", "2026-02-15"),
        (FieldKind.DATE, "2026-02-15 14:30", None),
        (FieldKind.DATE, "45000", None),
        (FieldKind.DATE, "1850-01-01", None),
        (FieldKind.YES_NO, "Oui", "yes"),
        (FieldKind.YES_NO, "☐", "no"),
        (FieldKind.YES_NO, "Yes, two people", None),
        (FieldKind.ONE, "AUTOBUS", "Bus"),
        (FieldKind.ONE, "Train", None),
        (FieldKind.SEVERAL, "car, autobus", "Bus; Car"),
        (FieldKind.SEVERAL, "Boat, own; Car", "Car; Boat, own"),
        (FieldKind.SEVERAL, "Car; Train", None),
        (FieldKind.EMAIL, "A@B.CA", "A@b.ca"),
        (FieldKind.EMAIL, "a@b.ca; c@d.ca", None),
        (FieldKind.PHONE, "(416) 555-0134", "+14165550134"),
        (FieldKind.PHONE, "416 555 0134; 416 555 0135", None),
        (FieldKind.WEB, "www.acme.ca", "https://www.acme.ca"),
        (FieldKind.WEB, "see acme.ca", None),
    ],
)
def test_a_cell_is_read_as_its_kind_or_is_none(kind: FieldKind, cell: str, text: str | None) -> None:
    field = OwnField(kind=kind, choices=RIDE, currency="MXN")
    assert own_cells.read(field, cell, "CA") == text
    assert own_cells.kept(field, cell, "CA") == ((cell, False) if text is None else (text, True))


def test_a_dollar_of_no_country_is_kept_as_it_is() -> None:
    assert own_cells.kept(OwnField(kind=FieldKind.MONEY), "$20") == ("$20", False)


def test_words_for_nothing_are_no_value_except_in_a_text() -> None:
    assert own_cells.kept(OwnField(kind=FieldKind.NUMBER), "n/a") == ("", True)
    assert own_cells.kept(OwnField(), "None") == ("None", True)
    assert own_cells.kept(OwnField(), "  ") == ("", True)
