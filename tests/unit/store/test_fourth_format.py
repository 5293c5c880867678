"""Files of the formats before brought to the one with people: nothing is lost, and copies agree on what is new."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Gender, Membership, OrganisationKind, Person, Role
from missionplanner.domain.timetable import MeetingDelegate
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import joining
from tests.builders import damage_of, key_of, meet, small_mission
from tests.unit.store.first_file import write_first_format, write_second_format
from tests.unit.store.merging.two_copies import rows, take_in

Writer = Callable[[Path, Path], Path]


def fill(path: Path) -> list[Person]:
    """Make a mission with somebody named for a meeting, somebody changed, and the last person deleted."""
    with small_mission(path) as store:
        key = meet(store, "D1", "C1", slot=0, table=0)
        person, *_others, last = store.all(Person)
        with store.change(message("Name")) as change:
            change.insert(MeetingDelegate(meeting_id=key, delegate_id=person.id))
            change.delete(Person, [last.id])
        with store.change(message("Edit")) as change:
            change.update(replace(person, mobile="+1"))
        return store.all(Person)


@pytest.fixture(scope="module", params=[write_first_format, write_second_format], ids=["first", "second"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a file as it is made today, and as it was, made once."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        fill(folder / "today.mission")
        request.param(folder / "today.mission", folder / "old.mission")
        yield folder


@pytest.fixture
def old(made: Path, tmp_path: Path) -> Path:
    for name in ("today", "old"):
        shutil.copy(made / f"{name}.mission", tmp_path)
    return tmp_path / "old.mission"


def test_people_are_as_they_were_as_delegates(old: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "today.mission") as today, Store.open(old) as store:
        assert store.all(Person) == today.all(Person)
        assert {(p.role_id, p.gender, p.side, p.meets) for p in store.all(Person)} == {
            (None, Gender.UNKNOWN, Side.DELEGATION, None)
        }
        assert [row.delegate_id for row in store.all(MeetingDelegate)] == [1]
        assert store.all(Company) == today.all(Company)
    assert damage_of(old) == []


def test_steps_of_before_are_undone_and_done_again(old: Path) -> None:
    with Store.open(old) as store:
        assert (store.undo(), store.all(Person)[0].mobile) == ("Edit", "")
        assert (store.undo(), len(store.all(Person))) == ("Name", 6)
        assert store.all(Person)[-1].gender is Gender.UNKNOWN
        store.redo()
        assert (store.redo(), store.all(Person)[0].mobile) == ("Edit", "+1")


def test_no_key_is_given_twice(old: Path) -> None:
    with Store.open(old) as store, store.change(message("Add")) as change:
        assert change.insert(Person(given_name="Ana")) == 7


def test_every_file_begins_with_the_same_roles_and_kinds(old: Path, tmp_path: Path) -> None:
    with Store.open(old) as store, small_mission(tmp_path / "new.mission") as new:
        assert store.all(Role) == new.all(Role)
        assert store.all(OrganisationKind) == new.all(OrganisationKind)
        assert [role.name_en for role in store.all(Role) if role.meets] == ["Delegate", "Head of delegation"]
        assert [kind.name_en for kind in store.all(OrganisationKind) if not kind.meets] == ["Government", "Media"]


@pytest.mark.parametrize("write", [write_first_format, write_second_format], ids=["first", "second"])
def test_copies_that_went_on_apart_before_are_merged(write: Writer, tmp_path: Path) -> None:
    fill(tmp_path / "today.mission")
    old = write(tmp_path / "today.mission", tmp_path / "old.mission")
    (tmp_path / "other").mkdir()
    copy = Path(shutil.copy(old, tmp_path / "other" / "old.mission"))
    with Store.open(old) as mine, Store.open(copy) as theirs:
        for store, position in ((mine, "CEO"), (theirs, "CFO")):
            person = store.all(Person)[1]
            with store.change(message("Work")) as change:
                change.update(replace(person, position=position, email=f"{position}@a.ca"))
                change.insert(Membership(person_id=person.id, company_id=key_of(store, "D3")))
        take_in(mine, theirs)
        assert len(store.all(Membership)) == 1
        assert len(mine.all(Membership)) == 1
        assert [clash.register for clash in joining.open_clashes(mine)] == ["email", "position"]
        assert rows(mine, "SELECT DISTINCT table_name FROM births WHERE table_name IN ('people', 'delegates')") == [
            ("people",)
        ]


def test_deletions_of_before_are_known(tmp_path: Path) -> None:
    fill(tmp_path / "today.mission")
    with Store.open(write_second_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        assert database_of(store).execute("SELECT DISTINCT table_name FROM deletions").fetchall() == [("people",)]
