"""The kinds of values of own fields: what each stores, and what does not fit."""

from datetime import date
from decimal import Decimal

import pytest

from missionplanner.domain.own_kinds import KIND_LABELS, FieldKind, amount, day, fits, number


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (FieldKind.TEXT, "anything", None),
        (FieldKind.LONG, "two\nlines", None),
        (FieldKind.NUMBER, "-12.50", "about 12"),
        (FieldKind.MONEY, "1500 CAD", "a lot"),
        (FieldKind.DATE, "2026-02-15", "2026-02-30"),
        (FieldKind.YES_NO, "yes", "perhaps"),
        (FieldKind.ONE, "Bus", "Bus; Car"),
        (FieldKind.SEVERAL, "Bus; Car", "Bus; Train"),
        (FieldKind.EMAIL, "a@b.ca", "a at b"),
        (FieldKind.PHONE, "+14165550134 ext. 12", "416 555 0134"),
        (FieldKind.WEB, "https://acme.ca", "acme.ca"),
    ],
)
def test_a_text_fits_its_kind_or_does_not(kind: FieldKind, good: str, bad: str | None) -> None:
    assert fits(kind, good, ("Bus", "Car"))
    assert bad is None or not fits(kind, bad, ("Bus", "Car"))
    assert kind.label == KIND_LABELS[kind]


def test_stored_texts_are_read_as_what_they_are() -> None:
    assert (number("-12.50"), number("12 m")) == (Decimal("-12.50"), None)
    assert (amount("1500 CAD"), amount("7"), amount("free")) == ((Decimal(1500), "CAD"), (Decimal(7), ""), None)
    assert (day("2026-02-15"), day("2026-2-15"), day("1850-01-01")) == (date(2026, 2, 15), None, None)
