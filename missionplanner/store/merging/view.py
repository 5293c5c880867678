"""The rows a state shows: what is deleted, merged into another, of a plan not in force or twice the same is hidden.

A pure function of the state, so that files that know the same show the same. Nothing is written back into the state.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from missionplanner.store.merging.authorship import ERASE, PLACE
from missionplanner.store.merging.fitting import REMEMBERED, end_of_path, fitted
from missionplanner.store.merging.layout import Layout
from missionplanner.store.merging.state import (
    IN_FORCE,
    Dot,
    KnownRow,
    MergeState,
    StepId,
    Values,
    Vector,
    Write,
    meant,
    newest,
)
from missionplanner.store.merging.union import writes


class View:
    """The rows a state shows, worked out once."""

    def __init__(self, state: MergeState, layout: Layout) -> None:
        self._state, self._layout = state, layout
        self._steps = state.steps
        self.pasts: dict[Dot, Vector] = {dot: self._past(dot) for dot in state.deletions}
        self._covering: dict[str, set[Dot]] = defaultdict(set)
        """The deletions that stand, by the uids that went with them."""
        for dot, members in state.deletions.items():
            if dot not in state.revocations:
                for uid in members:
                    self._covering[uid].add(dot)
        self.roots: dict[str, str] = {}
        """The records that became part of another, with the one they are part of."""
        self.revived: dict[Dot, set[str]] = defaultdict(set)
        """Deletions that do not stand, with the rows written apart, or that lead to what was deleted."""
        self.rows: dict[str, Values] = {}
        """The rows shown by uid, with the uids of others in their links."""
        self._work_out()

    def _past(self, dot: Dot) -> Vector:
        """Return what the file of a step had seen when it was made, the step included."""
        step = self._steps.get(dot[:2])
        found: Vector = json.loads(step.past) if step and step.past else {}
        found[dot[0]] = max(found.get(dot[0], 0), dot[1])
        return found

    def _work_out(self) -> None:
        self._find_roots()
        for dot, members in self._state.deletions.items():
            unseen = {uid for uid in members if uid not in self.roots and self._is_written_since(uid, self.pasts[dot])}
            if dot not in self._state.revocations and unseen:
                self._revive(dot, unseen)
        hidden = self._not_in_force()
        self._follow_links(hidden)
        values = {uid: self._values(uid) for uid in self._state.rows if self._is_shown(uid) and uid not in hidden}
        self.rows = fitted(values, self._state, self._layout)

    def _is_written_since(self, uid: str, past: Vector) -> bool:
        """Return whether a row has a write that a deletion had not seen."""
        row = self._state.rows.get(uid)
        return row is not None and any(past.get(replica, 0) < n for replica, n in self._writers(row))

    def _writers(self, row: KnownRow) -> Iterator[StepId]:
        """Yield the steps that wrote what a row consists of."""
        for name, places in self._layout[row.table].registers.items():
            yield from (step for dot, write in writes(row, name, places).items() if (step := self.writer(dot, write)))

    def writer(self, dot: Dot, write: Write) -> StepId | None:
        """Return the step that wrote a value: of one that was blanked whoever wrote it before; None where nobody knows.

        Whoever erased somebody, or has to as others did, wrote nothing that a deletion would have had to see.
        """
        step: StepId | None = dot[:2]
        if self._is_erasing(step):
            step = write.stands_for
        return None if self._is_erasing(step) else step

    def _is_erasing(self, step: StepId | None) -> bool:
        return step in self._steps and self._steps[step].kind == ERASE

    def _revive(self, dot: Dot, because: set[str]) -> None:
        self.revived[dot] |= because
        for uid in self._state.deletions[dot]:
            self._covering[uid].discard(dot)

    def _is_shown(self, uid: str) -> bool:
        return not self._covering[uid] and uid not in self.roots

    # -- companies that became part of another

    def _find_roots(self) -> None:
        """Follow the aliases of merged companies; of several that name one another the smallest uid stays."""
        into = self._merged_into()
        self.roots = {uid: root for uid in into if (root := end_of_path(uid, into)) != uid}
        for root in {root for root in self.roots.values() if root in into}:
            for dot in list(self._covering[root]):  # of a ring one stays
                self._revive(dot, set())
        company = layout_place(self._layout, "applications", "company_id")
        for uid, row in self._state.rows.items():
            if row.table == "applications" and row.values[company] in self.roots:
                self.roots[uid] = uid  # hidden with its company

    def _merged_into(self) -> dict[str, str]:
        """Return what each merged company was made part of, as the aliases that stand say."""
        merged, company = (layout_place(self._layout, "aliases", name) for name in ("merged_id", "company_id"))
        found: dict[str, str] = {}
        for uid, row in sorted(self._state.rows.items(), key=lambda item: item[0]):
            if row.table == "aliases" and row.values[merged] and not self._covering[uid]:
                values = self._chosen_values(row)
                # One that came back by itself is a company again, whatever its alias says.
                is_deleted = bool(self._covering[str(values[merged])])
                if is_deleted and values[merged] != values[company]:
                    found.setdefault(str(values[merged]), str(values[company]))
        return found

    # -- plans

    def _not_in_force(self) -> set[str]:
        """Return the meetings that belong to a plan that is not in force where it puts them."""
        kept = {
            str(row.values[layout_place(self._layout, row.table, "meeting_id")])
            for uid, row in self._state.rows.items()
            if row.table in ("outcomes", "follow_ups") and not self._covering[uid]
        }
        return {
            uid
            for uid, row in self._state.rows.items()
            if row.table == "meetings" and uid not in kept and self._place(row) is None
        }

    @cached_property
    def _session_of(self) -> dict[str, str]:
        place = layout_place(self._layout, "slots", "session_id")
        return {uid: str(row.values[place]) for uid, row in self._state.rows.items() if row.table == "slots"}

    @cached_property
    def in_force(self) -> dict[str, StepId]:
        """The plan of every session that has one."""
        found = {}
        for uid, row in self._state.rows.items():
            if row.table == "sessions" and row.registers.get(IN_FORCE):
                shown = newest(row.registers[IN_FORCE], self._steps)
                found[uid] = meant(shown, row.registers[IN_FORCE][shown])
        return found

    def _place(self, row: KnownRow) -> Dot | None:
        """Return the write of a meeting's place that counts: by hand before a plan in force; None where none does."""
        found = writes(row, PLACE, self._layout["meetings"].registers[PLACE])
        by_hand = {dot: write for dot, write in found.items() if meant(dot, write) not in self._state.plans}
        if by_hand:
            return newest(by_hand, self._steps)
        planned = {
            dot: write
            for dot, write in found.items()
            if self.in_force.get(self._session_of.get(str(write.values[0]), "")) == meant(dot, write)
        }
        return newest(planned, self._steps) if planned else None

    def is_by_plan(self, uid: str) -> bool:
        """Return whether a meeting stands where a plan put it, or is hidden as its plan is not in force."""
        row = self._state.rows[uid]
        place = self._place(row)
        if place is None:
            return not self._covering[uid]
        found = writes(row, PLACE, self._layout["meetings"].registers[PLACE])
        return meant(place, found[place]) in self._state.plans

    # -- links

    def _follow_links(self, hidden: set[str]) -> None:
        """Have whatever a shown row leads to come back, until nothing is missing; hidden rows bring nobody back."""
        open_ones = [uid for uid in self._state.rows if self._is_shown(uid) and uid not in hidden]
        while open_ones:
            uid = open_ones.pop()
            for target in self._needed(self._state.rows[uid]):
                dots = list(self._covering[target])
                # Whoever deleted what it leads to knew it: it goes along.
                is_known = any(not self._is_written_since(uid, self.pasts[dot]) for dot in dots)
                if not dots or target in hidden or is_known:
                    continue
                back = {one for dot in dots for one in self._state.deletions[dot]}
                for dot in dots:
                    self._revive(dot, {uid})
                open_ones += [
                    one for one in back if one in self._state.rows and self._is_shown(one) and one not in hidden
                ]

    def _needed(self, row: KnownRow) -> Iterator[str]:
        """Yield the uids a row cannot be without."""
        values = self._chosen_values(row)
        for link in self._layout[row.table].links:
            if link.is_needed and values[link.place] is not None:
                yield self._root_of(str(values[link.place]))

    def _root_of(self, uid: str) -> str:
        return self.roots.get(uid, uid)

    def rank(self, table: str) -> int:
        """Return how far up a table stands: what belongs to others comes after them."""
        return list(self._layout).index(table)

    # -- values

    def chosen(self, row: KnownRow, register: str) -> Dot:
        """Return the write of a register that is shown."""
        found = self.candidates(row, register)
        return newest(found, self._steps)

    def candidates(self, row: KnownRow, register: str) -> dict[Dot, Write]:
        """Return the writes of a register that count: of a meeting not those of plans not in force."""
        found = writes(row, register, self._layout[row.table].registers.get(register, ()))
        if row.table != "meetings" or len(found) < 2:
            return found
        place = self._place(row)
        if place is None:
            return found
        if register == PLACE:
            by_plan = meant(place, found[place]) in self._state.plans
            return (
                {place: found[place]}
                if by_plan
                else {dot: write for dot, write in found.items() if meant(dot, write) not in self._state.plans}
            )
        kept = {
            dot: write
            for dot, write in found.items()
            if dot[:2] == place[:2] or meant(dot, write) not in self._state.plans
        }
        return kept or found

    def _chosen_values(self, row: KnownRow) -> Values:
        """Return the values of a row as they are shown, before links are followed."""
        if not row.registers:
            return row.values
        found = list(row.values)
        for name, registers in row.registers.items():
            places = self._layout[row.table].registers.get(name, ())
            if places and registers:
                for place, value in zip(places, registers[self.chosen(row, name)].values, strict=True):
                    found[place] = value
        return tuple(found)

    def _values(self, uid: str) -> Values:
        """Return the values of a row as they are shown, with links to what others became part of."""
        row = self._state.rows[uid]
        found = list(self._chosen_values(row))
        for link in self._layout[row.table].links:
            if (row.table, link.column) != REMEMBERED and isinstance(found[link.place], str):
                found[link.place] = self._root_of(str(found[link.place]))
        return tuple(found)


def layout_place(layout: Layout, table: str, column: str) -> int:
    """Return the place of a column of a table."""
    return layout[table].columns.index(column)
