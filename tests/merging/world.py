"""A few people with copies of one mission, what each has seen, and the checks of all of it."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

from missionplanner.domain import rules
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.privacy import KEPT
from missionplanner.errors import UserError
from missionplanner.store.merging.clashes import ClashKind
from missionplanner.store.rows import names
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import joining
from tests.merging import acts, oracle, travel_acts
from tests.merging.oracle import Ledger, Register, rows_of
from tests.merging.people import CLOCKS, Editor, bring

assert travel_acts.travel.__name__ in acts.ACTS, "acts are entered where they are defined"


class World:
    """People who work on copies of a mission; whatever they do is noted in the ledger."""

    def __init__(self, folder: Path, template: Path, number: int) -> None:
        self.people = []
        for place in range(number):
            path = folder / f"{place}" / "own.mission"
            path.parent.mkdir(parents=True)
            shutil.copy(template, path)
            self.people.append(Editor(f"p{place}", path, CLOCKS[place]))
        self.ledger = Ledger(self.people[0].store)
        self.seen: dict[str, set[int]] = {person.name: {0} for person in self.people}
        self.done = 0

    def close(self) -> None:
        """Close every file."""
        for person in self.people:
            person.store.close()

    def act(self, person: Editor, name: str, chance: int) -> bool:
        """Have somebody do something; returns whether there was anything to do."""
        return self.do(person, lambda store: acts.ACTS[name](store, random.Random(chance)))

    def do(self, person: Editor, what: Any) -> bool:
        """Have somebody do something with the mission, as one step."""
        before, found = rows_of(person.store), None
        try:
            found = what(person.works())
        except (acts.NothingToDo, UserError):
            return False
        finally:
            settled: Register | None = found if isinstance(found, tuple) else None
            self.ledger.watch(person.name, self.seen[person.name], before, person.store, settled)
        self.done += 1
        return True

    def bring(self, one: Editor, other: Editor, both: bool = False) -> int:
        """Merge the other's copy into that of the one, or both ways; returns how many rows changed."""
        changed = bring(one, other, both)
        together = self.seen[one.name] | self.seen[other.name]
        for person in (one, other) if both else (one,):
            self.seen[person.name] = set(together)
            self.check(person)
        return changed

    def keep_copy(self, person: Editor) -> None:
        """Put a copy of somebody's file aside."""
        person.keep_copy(set(self.seen[person.name]))

    def put_back(self, person: Editor, is_new: bool) -> None:
        """Put the copy that was kept in the place of somebody's file."""
        if person.kept is not None:
            self.seen[person.name] = set(person.put_back(is_new))
            self.ledger.forget(person.name, person.store)

    def check(self, person: Editor) -> None:
        """Check a copy: nothing lost, nothing nobody wrote, nothing without its owner."""
        oracle.check(self.ledger, self.seen[person.name], person.store)
        check_whole(person.store)

    def exchange(self, chance: int = 0) -> None:
        """Merge copies until everybody has everything, and check that all are equal and stay so."""
        order = random.Random(chance).sample(self.people, k=len(self.people))
        hub = order[0]
        for person in order[1:]:
            self.bring(hub, person)
        for person in order[1:]:
            self.bring(person, hub)
        self.check_clashes(hub)
        oracle.check_undo(self.ledger)
        first = picture(hub.store)
        for one in order[1:]:
            check_same(first, picture(one.store))
        # All are equal: what one pair does again all of them would.
        one, other = order[-1], order[0]
        assert bring(one, other) == 0, "merging again changes something"
        check_same(first, picture(one.store))

    def check_clashes(self, person: Editor) -> None:
        """Check that each clash is open exactly once."""
        found = [
            (one.kind, one.uid, one.register, one.members, one.choices) for one in joining.open_clashes(person.store)
        ]
        assert len(found) == len(set(found)), f"open twice: {[one for one in found if found.count(one) > 1]}"
        open_ones = {(uid, register) for kind, uid, register, *_rest in found if kind is ClashKind.VALUE}
        wanted = oracle.open_registers(self.ledger, self.seen[person.name], person.store)
        assert self._without_meetings(open_ones) == wanted, f"open {open_ones}, wanted {wanted}"

    def _without_meetings(self, places: set[Register]) -> set[Register]:
        return {place for place in places if self.ledger.known[place[0]].table not in ("meetings", "source_drafts")}


def check_whole(store: Store) -> None:
    """Check that no row is without what it needs."""
    db = database_of(store)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    lonely = "SELECT id FROM companies WHERE id NOT IN (SELECT company_id FROM applications)"
    assert db.execute(lonely).fetchall() == [], "a company without its application"
    check_erased(store)


def check_erased(store: Store) -> None:
    """Check that nothing is known of whoever was erased, neither now nor of the past."""
    db = database_of(store)
    columns = [name for name in names(Person) if name not in KEPT]
    blank = Person(company_id=0)
    for (uid,) in db.execute("SELECT uid FROM erased").fetchall():
        for table in ("people", "people_history"):
            for row in db.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE uid = ?", (uid,)):
                assert tuple(row) == tuple(getattr(blank, name) for name in columns), f"{uid} is known in {table}"
        beside = db.execute("SELECT beside FROM dots WHERE uid = ? AND beside IS NOT NULL", (uid,)).fetchall()
        assert not {value for (text,) in beside for value in json.loads(text)} - {"", None}, f"{uid} is known beside"


def picture(store: Store) -> dict[str, Any]:
    """Return all that has to be the same in files that know the same."""
    state = joining.read(store)
    shown: dict[str, Any] = {uid: (row.table, row.values) for uid, row in state.rows.items() if uid in state.there}
    registers = {
        (uid, name): dict(written)
        for uid, row in state.rows.items()
        for name, written in row.registers.items()
        if len(written) > 1
    }
    snapshot = store.snapshot()
    issues = sorted(
        (issue.code, sorted(_named(store, table, key) for table, key in issue.subjects))
        for issue in rules.check(Plan(snapshot, snapshot.meetings))
    )
    return {
        "rows": shown,
        "clashes": registers,
        "deletions": state.deletions,
        "revocations": state.revocations,
        "seen": state.seen,
        "steps": {step: (entry.user, entry.at, entry.kind, entry.digest) for step, entry in state.steps.items()},
        "plans": state.plans,
        "erased": state.erased,
        "journals": {name: dict(entries) for name, entries in state.journals.items()},
        "issues": issues,
    }


def _named(store: Store, table: str, key: int) -> tuple[str, str]:
    row = database_of(store).execute(f"SELECT uid FROM {table} WHERE id = ?", (key,)).fetchone()
    return table, row[0] if row else ""


def check_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Check that two pictures are the same; the first difference is named."""
    for part, mine in one.items():
        theirs = other[part]
        if mine != theirs and isinstance(mine, dict):
            wrong = {
                key: (mine.get(key), theirs.get(key))
                for key in mine.keys() | theirs.keys()
                if mine.get(key) != theirs.get(key)
            }
            raise AssertionError(f"{part} differ: {wrong}")
        assert mine == theirs, f"{part} differ: {mine} {theirs}"
