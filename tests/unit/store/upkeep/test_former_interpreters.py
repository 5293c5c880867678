"""Interpreters of before they were people, in damaged files and in copies."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.people import Person, Role
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import salvage
from tests.builders import interpreter, meet, moment, small_mission
from tests.unit.store.first_file import write_fifth_format


@pytest.fixture
def today(tmp_path: Path) -> Path:
    with small_mission(tmp_path / "today.mission") as store:
        with store.change(message("Enter")) as change:
            ana = change.insert(interpreter("Ana Ruiz", languages="en,es", phone="1"))
            change.insert(Availability(owner=Owner.DELEGATE, owner_id=ana, starts=moment(9), ends=moment(9, 30)))
        meet(store, "D1", "C1", slot=1, table=0, interpreter_id=ana)
    return tmp_path / "today.mission"


def test_they_are_saved_as_people_with_what_leads_to_them(today: Path, tmp_path: Path) -> None:
    old = write_fifth_format(today, tmp_path / "old.mission")
    assert salvage.salvage(old, tmp_path / "saved.mission").mendings == ()
    with Store.open(today) as before, Store.open(tmp_path / "saved.mission") as store:
        (ana,) = store.snapshot().interpreters
        assert replace(ana, id=7) == before.snapshot().interpreters[0]
        assert [meeting.interpreter_id for meeting in store.all(Meeting)] == [ana.id]
        assert [(row.owner, row.owner_id) for row in store.all(Availability)] == [(Owner.DELEGATE, ana.id)]
        assert store.get(Role, ana.role_id or 0).interprets
        assert len(store.all(Person)) == 7


def test_a_file_of_today_is_saved_as_it_is(today: Path, tmp_path: Path) -> None:
    salvage.salvage(today, tmp_path / "saved.mission")
    with Store.open(today) as before, Store.open(tmp_path / "saved.mission") as store:
        assert store.all(Person) == before.all(Person)
        assert store.all(Availability) == before.all(Availability)
