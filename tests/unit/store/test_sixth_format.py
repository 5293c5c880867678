"""Files of before interpreters were people: they are people now, with everything where it was."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import AttendeesBy, Company
from missionplanner.domain.people import Person, Role
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.jobs.timetable import meetings as edits
from missionplanner.jobs.timetable import versions
from missionplanner.messages import message
from missionplanner.store.sixth_format import names_of
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests.builders import damage_of, interpreter, meet, moment, small_mission
from tests.unit.store.first_file import write_fifth_format, write_first_format
from tests.unit.store.merging.two_copies import rows, take_in


def fill(path: Path) -> None:
    """Make a mission in which Ana Ruiz interprets at a kept meeting, is away, and was changed; Ben was deleted."""
    with small_mission(path) as store:
        with store.change(message("Enter")) as change:
            ana = change.insert(interpreter("Ana Ruiz", languages="en,es", phone="1"))
            ben = change.insert(interpreter("Ben", languages="fr,es"))
            change.insert(Availability(owner=Owner.DELEGATE, owner_id=ana, starts=moment(9), ends=moment(9, 30)))
        key = meet(store, "D1", "C1", slot=1, table=0)
        edits.give_interpreter(store, [key], ana)
        versions.keep(store, "Before")
        with store.change(message("Delete")) as change:
            change.delete(Person, [ben])
        with store.change(message("Edit")) as change:
            change.update(replace(store.get(Person, ana), family_name="Ruiz Gil", phone="2"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a file as it is made today, and as it was, made once."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        fill(folder / "today.mission")
        write_fifth_format(folder / "today.mission", folder / "old.mission")
        yield folder


@pytest.fixture
def old(made: Path, tmp_path: Path) -> Path:
    for name in ("today", "old"):
        shutil.copy(made / f"{name}.mission", tmp_path)
    return tmp_path / "old.mission"


def test_interpreters_are_people_with_all_they_had(old: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "today.mission") as today, Store.open(old) as store:
        (before,), (now,) = today.snapshot().interpreters, store.snapshot().interpreters
        assert replace(now, id=before.id) == before
        assert (now.full_name, now.languages, now.phone) == ("Ana Ruiz Gil", "en,es", "2")
        assert [m.interpreter_id for m in store.all(Meeting)] == [now.id]
        assert [(a.owner, a.owner_id) for a in store.all(Availability)] == [(Owner.DELEGATE, now.id)]
        assert [one.interpreter_id for v in store.all(versions.Version) for one in versions.entries(v)] == [now.id]
        assert {(c.attendees_by, c.attendees_most) for c in store.all(Company)} == {(AttendeesBy.ALL, None)}
    assert damage_of(old) == []


def test_steps_of_before_are_undone_and_done_again(old: Path) -> None:
    with Store.open(old) as store:
        assert (store.undo(), [p.full_name for p in store.snapshot().interpreters]) == ("Edit", ["Ana Ruiz"])
        assert (store.undo(), [p.full_name for p in store.snapshot().interpreters]) == ("Delete", ["Ana Ruiz", "Ben"])
        assert (store.undo(), store.undo()) == ("Keep version Before", "Book an interpreter")
        assert [meeting.interpreter_id for meeting in store.all(Meeting)] == [None]
        for _step in range(4):
            store.redo()
        assert [p.full_name for p in store.snapshot().interpreters] == ["Ana Ruiz Gil"]


def test_no_key_is_given_twice(old: Path) -> None:
    with Store.open(old) as store, store.change(message("Add")) as change:
        known = {key for (key,) in rows(store, "SELECT id FROM people_history UNION SELECT id FROM people")}
        assert change.insert(Person(given_name="Ana")) > max(known)


def test_an_interpreter_whose_role_was_deleted_gets_one(tmp_path: Path) -> None:
    fill(tmp_path / "today.mission")
    old = write_fifth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with sqlite3.connect(old) as db:
        db.execute("DELETE FROM roles WHERE id = 8")
    with Store.open(old) as store:
        assert [role.name_en for role in store.all(Role) if role.interprets] == ["Interpreter"]
        assert [person.full_name for person in store.snapshot().interpreters] == ["Ana Ruiz Gil"]


def test_copies_that_went_on_apart_before_are_merged(tmp_path: Path) -> None:
    fill(tmp_path / "today.mission")
    old = write_fifth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    (tmp_path / "other").mkdir()
    copy = Path(shutil.copy(old, tmp_path / "other" / "old.mission"))
    with Store.open(old) as mine, Store.open(copy) as theirs:
        for store, phone in ((mine, "3"), (theirs, "4")):
            with store.change(message("Work")) as change:
                change.update(replace(store.snapshot().interpreters[0], phone=phone))
                change.insert(interpreter(f"Luc {phone}"))
        take_in(mine, theirs)
        assert [p.full_name for p in mine.snapshot().interpreters] == ["Ana Ruiz Gil", "Luc 3", "Luc 4"]
        assert [clash.register for clash in joining.open_clashes(mine)] == ["phone"]
        assert rows(mine, "SELECT count(*) FROM births WHERE table_name = 'interpreters'") == [(0,)]


def test_a_file_of_the_first_format_keeps_its_interpreters(tmp_path: Path) -> None:
    fill(tmp_path / "today.mission")
    with Store.open(write_first_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        assert [person.full_name for person in store.snapshot().interpreters] == ["Ana Ruiz Gil"]
        assert store.undo() == "Edit"


@pytest.mark.parametrize(
    ("name", "parts"), [("Ana", ("", "Ana")), ("Ana Ruiz", ("Ana", "Ruiz")), ("Ana de la Cruz", ("Ana", "de la Cruz"))]
)
def test_a_name_reads_as_it_did(name: str, parts: tuple[str, str]) -> None:
    assert names_of(name) == parts
    assert " ".join(filter(None, names_of(name))) == name


def test_a_name_written_apart_is_written_in_both_its_parts(tmp_path: Path) -> None:
    fill(tmp_path / "today.mission")
    old = write_fifth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with sqlite3.connect(old) as db:
        uid, *dot = db.execute("SELECT uid, replica, n, k FROM dots WHERE register = 'name' LIMIT 1").fetchone()
        db.execute("DELETE FROM dots WHERE uid = ? AND register = 'name'", (uid,))
        for k, beside in ((0, None), (1, json.dumps(["Ana Paz"]))):
            row = (uid, "name", *dot[:2], k, beside)
            db.execute("INSERT INTO dots (uid, register, replica, n, k, beside) VALUES (?, ?, ?, ?, ?, ?)", row)
    with Store.open(old) as store:
        sql = f"SELECT register, beside FROM dots WHERE uid = '{uid}' AND register LIKE '%name' ORDER BY register, k"
        assert rows(store, sql) == [
            ("family_name", None), ("family_name", '["Paz"]'), ("given_name", None), ("given_name", '["Ana"]'),
        ]  # fmt: skip
