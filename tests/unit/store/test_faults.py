"""What is wrong with rows is found as the program reads them, row by row and column by column."""

from typing import Any

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Stop
from missionplanner.domain.requests import Request
from missionplanner.store import faults
from missionplanner.store.faults import Fault, StoredColumn
from missionplanner.store.rows import Value, names, values
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import TABLE_OF
from tests.builders import DAY

COMPANY = dict(zip(names(Company), faults.columns_of(Company), strict=True))


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("name", "N", ""), ("name", 5, "This is no text."), ("name", b"x", "This is no text."), ("name", None, "A value is missing."),
        ("employees", None, ""), ("employees", 5, ""), ("employees", 5.0, "This is no number."), ("employees", "5", "This is no number."),
        ("consent", 1, ""), ("consent", 2, "This is none of the values it can have."),
        ("side", "delegation", ""), ("side", "x", "This is none of the values it can have."),
        ("consent_on", "2026-02-16", ""), ("consent_on", "20260216", "This is no date, such as 2026-02-15."),
        ("consent_on", 5, "This is no date, such as 2026-02-15."),
    ],
)  # fmt: skip
def test_a_stored_value_is_judged_as_it_is_read(name: str, value: Value, problem: str) -> None:
    assert COMPANY[name].problem(value) == problem
    found = COMPANY[name].wrong([value, value])
    assert found == ({(type(value), value): problem} if problem else {})


def test_equal_numbers_of_two_types_are_told_apart() -> None:
    assert COMPANY["employees"].wrong([1, 1.0, None]) == {(float, 1.0): "This is no number."}
    assert StoredColumn(float).wrong([1, 1.0]) == {}


@pytest.mark.parametrize("values_", [["a", "b"], [], ["x" * 1000]])
def test_a_column_of_lines_is_right_as_a_whole(values_: list[str]) -> None:
    assert COMPANY["name"].wrong(values_) == {}


def test_every_wrong_row_is_named_with_its_column_and_value(store: Store) -> None:
    table = TABLE_OF[Company]
    rows: list[list[Any]] = values(Company, store.all(Company))
    assert list(faults.of_rows(table, rows)) == []
    rows[1][names(Company).index("employees")] = -1
    rows[2][names(Company).index("side")] = "x"
    assert list(faults.of_rows(table, rows)) == [
        Fault("companies", rows[1][0], "employees", -1, "This is no number from 0 to 10,000,000."),
        Fault("companies", rows[2][0], "side", "x", "This is none of the values it can have."),
    ]


def test_a_span_is_judged_where_its_ends_can_be_read() -> None:
    rows = values(Stop, [Stop(id=1, name_en="A", starts=DAY, ends=DAY), Stop(id=2, name_en="B", starts=DAY, ends=DAY)])
    rows[0][names(Stop).index("ends")] = "2026-02-01"
    rows[1][names(Stop).index("ends")] = "now"
    assert [(fault.key, fault.value) for fault in faults.of_rows(TABLE_OF[Stop], rows)] == [
        (2, "now"),
        (1, "2026-02-01"),
    ]


def test_rows_of_a_table_are_chosen_by_a_condition(store: Store) -> None:
    db = database_of(store)
    with store.steps.outside_undo() as writing:
        writing.execute("UPDATE companies SET employees = -1 WHERE id IN (1, 2)")
    assert [fault.key for fault in faults.of_table(db, TABLE_OF[Company])] == [1, 2]
    assert [fault.key for fault in faults.of_table(db, TABLE_OF[Company], "id = ?", (2,))] == [2]
    assert list(faults.of_table(db, TABLE_OF[Request])) == []


def test_tables_with_rows_are_known(store: Store) -> None:
    db = database_of(store)
    assert faults.filled(db, ["companies", "requests", "companies_history", "people_history"]) == {
        "companies", "companies_history", "people_history",
    }  # fmt: skip
