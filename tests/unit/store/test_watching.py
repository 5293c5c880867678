"""Triggers are made where rows are written, and no change is without its images."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import UNDOABLE
from missionplanner.store.watching import Watch, referring
from tests.builders import key_of, whole


def watched(store: Store) -> set[str]:
    """The tables that have all three triggers."""
    rows = database_of(store).execute("SELECT tbl_name FROM sqlite_temp_master WHERE type = 'trigger'").fetchall()
    names = [name for (name,) in rows]
    assert all(names.count(name) == 3 for name in names)
    return set(names)


@pytest.fixture
def fresh(store: Store) -> Iterator[Store]:
    """The mission opened anew: nothing of it was written yet."""
    store.close()
    with Store.open(store.path) as found:
        yield found


def rename(store: Store, name: str) -> None:
    with store.change(message("Rename")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), name=name))


def fail(store: Store) -> None:
    with store.change(message("Fail")) as change:
        change.update(replace(store.get(Company, 1), name="Never"))
        raise ZeroDivisionError


def test_who_only_reads_watches_nothing(fresh: Store) -> None:
    fresh.snapshot()
    assert watched(fresh) == set()


def test_a_table_is_watched_once_it_is_written(fresh: Store) -> None:
    rename(fresh, "Other")
    assert watched(fresh) == {"companies"}


def test_what_is_deleted_along_is_watched(fresh: Store) -> None:
    with fresh.change(message("Offer")) as change:
        change.insert(Offering(company_id=key_of(fresh, "D1"), kind=OfferingKind.OFFERS, text="Pumps"))
    before = whole(fresh)
    fresh.close()
    with Store.open(fresh.path) as store:
        with store.change(message("Delete")) as change:
            change.delete(Company, [key_of(store, "D1")])
        assert {"companies", "offerings", "people", "meetings", "meeting_delegates"} <= watched(store)
        assert "stops" not in watched(store)
        store.undo()
        assert whole(store) == before


def test_undo_watches_everything(fresh: Store) -> None:
    rename(fresh, "Other")
    fresh.undo()
    assert watched(fresh) == {table.name for table in UNDOABLE}


def test_triggers_of_a_step_that_failed_are_made_again(fresh: Store) -> None:
    before = whole(fresh)
    with pytest.raises(ZeroDivisionError):
        fail(fresh)
    assert watched(fresh) == set()
    rename(fresh, "Other")
    fresh.undo()
    assert whole(fresh) == before


def test_everything_is_watched_within_a_transaction_too(fresh: Store) -> None:
    with fresh.change(message("Edit")) as change:
        db = change.db
        db.execute("UPDATE missions SET name = 'Other'")
    assert fresh.steps.undo_label == "Edit"
    assert {table.name for table in UNDOABLE} == watched(fresh)


def test_a_watch_makes_no_trigger_twice(fresh: Store) -> None:
    rename(fresh, "Other")
    database_of(fresh).execute("PRAGMA query_only = OFF")
    again = Watch(database_of(fresh))
    again.begin()
    again.everything()
    again.everything()
    assert watched(fresh) == {table.name for table in UNDOABLE}


def test_what_leads_to_a_table_is_known(store: Store) -> None:
    found = referring(database_of(store))
    assert found["slots"] == {"meetings"}
    assert "missions" not in found
