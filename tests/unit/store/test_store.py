"""A mission file made and opened."""

import sqlite3
from pathlib import Path

import pytest

from missionplanner.domain.mission import Mission, MissionText
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.store import schema
from missionplanner.store.store import Store, database_of
from tests.builders import DAY, ask, key_of


def test_writing_outside_a_change_raises(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        database_of(store).execute("DELETE FROM companies")


def test_new_file_never_overwrites(store: Store) -> None:
    with pytest.raises(UserError, match="already a file"):
        Store.create(store.path, Mission(starts=DAY, ends=DAY))


def test_must_meets_count_once_entered(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MUST_MEET))
    assert store.snapshot().wishes[key_of(store, "D1"), key_of(store, "C1")].priority is Priority.MUST_MEET
    assert store.count(Meeting) == 0
    assert store.count(MissionText) == 0


def test_a_new_file_holds_its_mission_as_its_only_step(tmp_path: Path) -> None:
    with Store.create(tmp_path / "n.mission", Mission(name="New", starts=DAY, ends=DAY)) as store:
        assert (store.mission.name, store.path, store.read_only) == ("New", tmp_path / "n.mission", False)
        assert (store.password, store.holder, store.is_open) == ("", "", True)
        assert (store.format, [step.label for step in store.steps.history()]) == (schema.FORMAT, ["New mission"])
    assert not store.is_open


def test_a_new_file_that_cannot_be_filled_is_not_left(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "m.mission", Mission(starts=DAY, ends=DAY))
    with pytest.raises(ZeroDivisionError), store.made_whole():
        raise ZeroDivisionError
    assert not store.is_open
    assert [one for one in tmp_path.iterdir() if one.is_file()] == []
