"""Records become rows and come back as they were, by the types of their fields."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from missionplanner.domain.companies import Side
from missionplanner.store import rows
from tests.builders import moment


@dataclass(frozen=True)
class Sample:
    """A record with a field of every type."""

    id: int = 0
    name: str = ""
    side: Side = Side.DELEGATION
    share: float | None = None
    is_open: bool = False
    on: date | None = None
    at: datetime | None = None


FULL = Sample(7, "Ñandú", Side.COUNTERPART, 0.1, True, date(2026, 2, 16), moment(9))
ROW = (7, "Ñandú", "counterpart", 0.1, 1, "2026-02-16", "2026-02-16T09:00:00-06:00")


@pytest.mark.parametrize(
    ("record", "row"), [(FULL, ROW), (Sample(1), (1, "", "delegation", None, 0, None, None))], ids=["full", "empty"]
)
def test_a_record_comes_back_as_it_was(record: Sample, row: tuple[rows.Value, ...]) -> None:
    assert tuple(rows.to_row(record).values()) == row
    assert rows.values(Sample, [record]) == [list(row)]
    found = rows.from_row(Sample, row)
    assert found == record
    assert (type(found.side), type(found.is_open)) == (Side, bool)


def test_a_record_that_is_not_stored_yet_has_no_key() -> None:
    assert list(rows.to_row(Sample())) == ["name", "side", "share", "is_open", "on", "at"]


@pytest.mark.parametrize("place", [2, 5, 6])
def test_a_value_its_field_does_not_take_is_refused(place: int) -> None:
    row = [*ROW]
    row[place] = "nonsense"
    with pytest.raises(ValueError, match="nonsense"):
        rows.from_row(Sample, tuple(row))


def test_one_value_is_read_as_the_record_has_it() -> None:
    assert rows.read_value(Sample, "side", "counterpart") is Side.COUNTERPART
    assert rows.read_value(Sample, "on", "2026-02-16") == date(2026, 2, 16)
    assert rows.read_value(Sample, "on", None) is None
    assert rows.read_value(Sample, "on", "nonsense") == "nonsense"
    assert rows.read_value(Sample, "name", "a") == "a"


@pytest.mark.parametrize(
    ("hint", "value", "found"),
    [
        (date, "2026-02-15", date(2026, 2, 15)), (bool, 1, True), (Side, "delegation", Side.DELEGATION), (int, 5, 5),
        (date, None, None),
    ],
)  # fmt: skip
def test_a_value_is_read_as_the_program_writes_it(hint: Any, value: Any, found: Any) -> None:
    assert rows.read_exactly(hint, value) == found


@pytest.mark.parametrize(
    ("hint", "value"),
    [(date, "20260215"), (datetime, "2026-02-15T09:00:00Z"), (bool, 2), (bool, 1.0), (date, "now"), (Side, "x")],
)
def test_a_value_written_otherwise_is_not_read(hint: Any, value: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        rows.read_exactly(hint, value)


def test_texts_are_made_storable() -> None:
    assert rows.storable(["a\ud800b", 1, None, b"x"]) == ["a?b", 1, None, b"x"]


def test_columns_and_places_are_listed_for_sql() -> None:
    assert rows.listed(["id", "order"]) == '"id", "order"'
    assert (rows.marks(3), rows.marks(0)) == ("?, ?, ?", "")


def test_new_uids_differ_ascend_and_have_one_length() -> None:
    found = rows.new_uids(500)
    assert found == sorted(set(found))
    assert len({*found, *rows.new_uids(500)}) == 1000
    assert {len(uid) for uid in found} == {32}
    assert rows.new_uids(0) == []


def test_derived_uids_are_the_same_in_every_file() -> None:
    assert rows.derived_uid("criteria", "Fit") == rows.derived_uid("criteria", "Fit")
    assert (
        len({rows.derived_uid("criteria", "Fit"), rows.derived_uid("criteria", "fit"), rows.derived_uid("x", "Fit")})
        == 3
    )
    assert len(rows.derived_uid("criteria", "Fit")) == 32


def test_rows_are_made_of_columns_as_of_records() -> None:
    made = rows.rows_of(Sample, 2, {"id": [7, 8], "side": [Side.COUNTERPART] * 2, "on": [date(2026, 2, 16), None]})
    records = [Sample(7, side=Side.COUNTERPART, on=date(2026, 2, 16)), Sample(8, side=Side.COUNTERPART)]
    assert made == rows.values(Sample, records)


def test_a_column_is_read_as_the_field_of_a_record() -> None:
    read = rows.column_reader(Sample, "on")
    assert read is not None
    assert [read("2026-02-16"), read(None)] == [date(2026, 2, 16), None]
    assert rows.column_reader(Sample, "name") is None


@dataclass(frozen=True, slots=True)
class Slotted:
    """A record with slots, as those of the program are."""

    id: int
    on: date | None = None


def test_records_with_slots_are_made_as_by_their_class() -> None:
    made, meant = rows.from_row(Slotted, (7, "2026-02-16")), Slotted(7, date(2026, 2, 16))
    assert (made, type(made), hash(made)) == (meant, Slotted, hash(meant))
