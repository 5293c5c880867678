"""A fault is named as people know the record, whatever stands in it."""

import pytest

from missionplanner.store.faults import Fault
from missionplanner.store.file.fault_words import in_words, name_of, record_of, shown
from missionplanner.store.store import Store, database_of
from tests.builders import ask_all, meet


@pytest.fixture
def filled(store: Store) -> Store:
    """A mission with requests and a meeting."""
    ask_all(store)
    meet(store, "D1", "C1", 0, 0)
    return store


@pytest.mark.parametrize(
    ("table", "key", "name"),
    [
        ("companies", 1, "D1"), ("people", 1, "Given D1 (D1)"), ("meetings", 1, "D1 – C1"), ("requests", 1, "D1 – C1"),
        ("tables", 1, "1 (Hall)"), ("slots", 1, "2026-02-16T09:00:00-06:00"), ("stops", 1, "Mexico City"),
        ("applications", 1, "D1"), ("companies", 99, ""), ("dots", 1, ""),
    ],
)  # fmt: skip
def test_a_record_is_named(filled: Store, table: str, key: int, name: str) -> None:
    assert name_of(database_of(filled), table, key) == name


def test_a_record_without_a_name_has_its_number(filled: Store) -> None:
    db = database_of(filled)
    assert record_of(db, "companies", 99) == "Company 99"
    assert record_of(db, "companies", 0) == "Company"
    assert record_of(db, "companies", 1) == "Company “D1”"


def test_a_fault_is_a_sentence_with_record_problem_and_value(filled: Store) -> None:
    db = database_of(filled)
    assert in_words(db, Fault("companies", 1, "employees", "many", "This is no number.")) == (
        "Company “D1”: This is no number. (many)"
    )
    assert (
        in_words(db, Fault("companies", 1, "", None, "It has no application."))
        == "Company “D1”: It has no application."
    )
    assert in_words(db, Fault("", 0, "", None, "Pages of it are damaged.")) == "Pages of it are damaged."


def test_a_name_that_is_no_text_or_no_name_is_shown_in_short(filled: Store) -> None:
    with filled.steps.outside_undo() as db:
        db.execute("UPDATE companies SET name = CAST(x'41c328ff' AS TEXT) WHERE id = 1")
        db.execute("UPDATE companies SET name = hex(zeroblob(4000000)) WHERE id = 2")
        db.execute("UPDATE companies SET name = 'a' || char(27, 10) || 'b' WHERE id = 3")
        assert name_of(db, "companies", 1) == "A�(�"
        assert name_of(db, "companies", 2) == "0" * 59 + "…"
        assert name_of(db, "companies", 3) == "a b"
    assert (shown(b"\0"), shown(5), shown("x" * 99)) == ("bytes", "5", "x" * 59 + "…")
