"""What must be true of every copy, worked out from the ledger, without the code that merges."""

import itertools
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from missionplanner.store.store import Store, database_of
from tests.merging.ledger import PLACE, Ledger, Step
from tests.merging.rows import Register, Row, Values, rows_of

QUIET = {("missions", "keep_until")}
"""Registers whose clashes nobody is asked about."""


def check(ledger: Ledger, seen: set[int], store: Store) -> None:
    """Check that nothing acknowledged is lost in a copy, and that it shows nothing nobody wrote."""
    oracle = Oracle(ledger, seen, store)
    oracle.check_shown()
    oracle.check_hidden()
    oracle.check_plans()


def open_registers(ledger: Ledger, seen: set[int], store: Store) -> set[Register]:
    """Return the registers of which several values stand; meetings apart, whose plans choose for them."""
    return Oracle(ledger, seen, store).open_registers()


def check_undo(ledger: Ledger) -> None:
    """Check that nobody's undo took back what others wrote since."""
    for step in ledger.steps.values():
        if step.kind != "undo" or step.undoes is None:
            continue
        for place, steps in step.replaced.items():
            others = [n for n in steps if ledger.steps[n].by not in (step.by, "") and place[0] not in step.born]
            assert not others, f"undo {step.number} by {step.by} takes back {place} of {others}"


class Oracle:
    """A copy, compared with all that its owner has seen."""

    def __init__(self, ledger: Ledger, seen: set[int], store: Store) -> None:
        self.ledger, self.seen = ledger, seen
        self.rows = rows_of(store)
        self._same = {row.same for row in self.rows.values() if row.same}
        self._known = {uid for n in seen for uid in ledger.steps[n].born}
        self._beside: dict[Register, list[Values]] = defaultdict(list)
        sql = "SELECT uid, register, beside FROM dots WHERE beside IS NOT NULL"
        for uid, register, beside in database_of(store).execute(sql):
            self._beside[uid, register].append(tuple(json.loads(beside)))

    # -- rows that are shown

    def check_shown(self) -> None:
        """Check every value shown: somebody wrote it, and what else stands is beside; nothing deleted is shown."""
        strange = self.rows.keys() - self._known
        assert not strange, f"rows nobody made: {strange}"
        for place in self.ledger.registers:
            if place[0] in self.rows and not self._is_erased(place):
                self._check_value(place)
        for uid in self.rows:
            for step in self._standing_deletions(uid):
                assert self._is_revived(step), f"deleted by {step.number}, and shown: {uid} {self.rows[uid]}"

    def _is_erased(self, place: Register) -> bool:
        """Return whether somebody was taken out of a value, here or where others had to do the same."""
        row = self.ledger.known[place[0]]
        return place in self.ledger.blanked or bool(self.ledger.erased & {place[0], row.values.get("person_id")})

    def _check_value(self, place: Register) -> None:
        row, register = self.rows[place[0]], place[1]
        shown, standing = row.registers[register], self.ledger.standing(place, self.seen)
        if not standing or standing == {shown}:
            return
        fitting = {one for one in standing if self._fits(row, register, one, shown)}
        assert fitting or self._is_cut(row, register, shown), f"written by nobody: {place} {shown}, written {standing}"
        # Of several places of a meeting by plans that in force counts; the others are versions.
        if (row.table, register) != ("meetings", PLACE):
            lost = [one for one in standing - fitting if one not in self._beside[place]]
            assert not lost, f"lost: {place} {lost}, shown {shown}, beside {self._beside[place]}"

    def _is_cut(self, row: Row, register: str, shown: Values) -> bool:
        """Return whether a row begins a tree of its own: its link would lead back to itself."""
        target, _is_needed = self.ledger.links[row.table].get(register, ("", False))
        return target == row.table and shown == (None,)

    def open_registers(self) -> set[Register]:
        """Return the registers of shown rows of which several values stand."""
        found = set()
        for place in self.ledger.registers:
            row = self.rows.get(place[0])
            if row is None or row.table == "meetings" or (row.table, place[1]) in QUIET or row.table == "source_drafts":
                continue
            shown, standing = row.registers[place[1]], self.ledger.standing(place, self.seen)
            if standing == {shown}:
                continue
            is_left = self._is_erased(place) or self._is_cut(row, place[1], shown)
            if not is_left and self._differ(row, place[1], shown, standing):
                found.add(place)
        return found

    def _differ(self, row: Row, register: str, shown: Values, standing: set[Values]) -> bool:
        return any(not self._fits(row, register, one, shown) for one in standing)

    def _fits(self, row: Row, register: str, written: Values, shown: Values) -> bool:
        """Return whether what is shown is what was written, where links lead to what others became part of."""
        links = self.ledger.links[row.table]
        for column, one, other in zip(row.columns(register), written, shown, strict=True):
            if one != other:
                is_link = column in links or column == "owner_id"
                may_be_lost = column in links and not links[column][1]
                if not is_link or not self._leads_to(one, other, may_be_lost):
                    return False
        return True

    def _leads_to(self, one: Any, other: Any, may_be_lost: bool) -> bool:
        found = self._became(one)
        # A link of a tree that would bite its tail is left empty too.
        return other in found or (may_be_lost and other is None)

    def _became(self, uid: Any) -> set[Any]:
        """Return a company and all it was made part of."""
        found, rest = {uid}, [uid]
        while rest:
            new = self.ledger.parts.get(rest.pop(), set()) - found
            found |= new
            rest += new
        return found

    # -- rows that are hidden

    def check_hidden(self) -> None:
        """Check of every row that is not shown that it may be hidden."""
        for uid in self._known - self.rows.keys():
            # Nobody misses what was only made anonymous, or belonged to somebody who was.
            erased = self.ledger.erased & {uid, self.ledger.known[uid].values.get("person_id")}
            assert erased or self._may_be_hidden(uid), f"lost: {uid} {self.ledger.known[uid]}"

    def _may_be_hidden(self, uid: str) -> bool:
        row = self.ledger.known[uid]
        if self._is_part(uid, row) or self._is_deleted(uid):
            return True
        if row.table == "meetings" and None not in self.ledger.plans_of(uid, self.seen):
            return True
        is_same = row.same in self._same or not self._same_after_merge(row).isdisjoint(self._same)
        return is_same or self._has_no_owner(row) or self._went_with_its_twin(uid, row)

    def _went_with_its_twin(self, uid: str, row: Row) -> bool:
        """Return whether somebody who knew all that was written of it deleted the row that was shown in its place."""
        twins = [one for one in self._known - {uid} if row.same and self.ledger.known[one].same == row.same]
        written = self._written(uid)
        return any(written <= step.seen for one in twins for step in self._standing_deletions(one))

    def _is_part(self, uid: str, row: Row) -> bool:
        return (row.values["company_id"] if row.table == "applications" else uid) in self.ledger.parts

    def _same_after_merge(self, row: Row) -> set[Any]:
        """Return what a row may be where each company it leads to is one that company became part of."""
        ends = [self._ends(value) for value in row.values.values()]
        return {row.same_as(dict(zip(row.values, one, strict=True))) for one in itertools.product(*ends)}

    def _ends(self, uid: Any) -> list[Any]:
        """Return the shown rows a link may lead to: its own where that is shown, as a merge that was undone counts not."""
        if not isinstance(uid, str) or uid in self.rows:
            return [uid]
        return [one for one in self._became(uid) if one in self.rows] or [uid]

    def _has_no_owner(self, row: Row) -> bool:
        return any(self._ends(owner)[0] not in self.rows for owner in self._owners(row))

    def _owners(self, row: Row) -> Iterator[str]:
        """Yield what a row cannot be without."""
        for column, (_target, is_needed) in self.ledger.links[row.table].items():
            if is_needed and row.values[column] is not None:
                yield row.values[column]
        if row.table == "availabilities":
            yield row.values["owner_id"]

    # -- deletions

    def _standing_deletions(self, uid: str) -> Iterator[Step]:
        """Yield the steps that deleted a row, and that nobody took back who knew them."""
        back = [n for n in self.seen if uid in self.ledger.steps[n].born]
        for n in self.seen:
            step = self.ledger.steps[n]
            if uid in step.gone and not any(n in self.ledger.steps[m].seen and m != n for m in back):
                yield step

    def _is_deleted(self, uid: str) -> bool:
        """Return whether somebody deleted a row who knew all that was written of it, and nobody took that back."""
        written = self._written(uid)
        return any(written <= step.seen for step in self._standing_deletions(uid))

    def _written(self, uid: str) -> set[int]:
        """Return the steps that wrote what is known of a row."""
        places = [(uid, register) for register in self.ledger.known[uid].registers]
        return {n for place in places for n in self.ledger.heads(place, self.seen)}

    def _is_revived(self, deletion: Step) -> bool:
        """Return whether somebody who did not know of a deletion wrote what it took, or hung something on it."""
        for n in self.seen - deletion.seen:
            step = self.ledger.steps[n]
            if deletion.number in step.seen and step.kind == "change":
                continue
            touched = {uid for uid, _register in step.writes} | step.born
            touched |= {one for written in step.writes.values() for values in written for one in values}
            if any(self._leans_on(uid, deletion.gone) for uid in touched):
                return True
        return False

    def _leans_on(self, uid: str, gone: set[str]) -> bool:
        """Return whether a row is, or cannot be without, one of those."""
        found, rest = {uid}, [uid]
        while rest:
            row = self.ledger.known.get(rest.pop())
            new = set(self._owners(row)) - found if row else set()
            found |= new
            rest += new
        return bool(found & gone)

    # -- plans

    def check_plans(self) -> None:
        """Check that of every session one plan at most is in force, and that one whole."""
        shown: dict[Any, set[int]] = defaultdict(set)
        for uid, row in self.rows.items():
            if row.table == "meetings" and None not in (plans := self.ledger.plans_of(uid, self.seen)):
                shown[self._session(row)] |= plans if len(plans) == 1 else set()  # type: ignore[arg-type]
        mixed = {session: plans for session, plans in shown.items() if len(plans) > 1}
        assert not mixed, f"two plans in force at once: {mixed}"
        for uid in self._known - self.rows.keys():
            row = self.ledger.known[uid]
            if row.table != "meetings" or self._is_deleted(uid) or self._has_no_owner(row):
                continue
            plans = self.ledger.plans_of(uid, self.seen)
            assert not (len(plans) == 1 and plans <= shown[self._session(row)]), f"half a plan: {uid} {plans}"

    def _session(self, row: Row) -> Any:
        slot = self.ledger.known.get(row.values["slot_id"])
        return slot.values["session_id"] if slot else None
