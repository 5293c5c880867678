"""What was acknowledged to whom: every step, what it wrote, and what its maker had seen.

The ledger sees only the rows of a file before and after an act. It gives every step a number, keeps for every copy the
set of steps it has seen, and with every value the step that wrote it. A value *stands* in a copy where no step the copy
has seen replaced it knowing it.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from missionplanner.store.store import Store, database_of
from tests.merging.rows import Register, Rows, Values, links_of, rows_of

PLACE = "slot_id"
"""The register of where and when a meeting is."""


@dataclass
class Step:
    """A step somebody made."""

    number: int
    by: str
    seen: frozenset[int]
    """The steps its maker had seen, itself included."""
    kind: str = "change"
    is_plan: bool = False
    undoes: int | None = None
    """The step it takes back, or does again."""
    writes: dict[Register, set[Values]] = field(default_factory=dict)
    """The values it wrote: one of each register, or those it put back side by side."""
    born: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    replaced: dict[Register, list[int]] = field(default_factory=dict)
    """The steps whose values it took the place of."""
    plans: dict[Register, int] = field(default_factory=dict)
    """The places of meetings that a plan gave, and which plan."""


class Ledger:
    """Everything that was acknowledged to somebody."""

    def __init__(self, store: Store) -> None:
        self.links = links_of(store)
        self.steps: dict[int, Step] = {}
        self.known: Rows = {}
        """Every row that ever was, as it was last."""
        self.erased: set[str] = set()
        self.blanked: set[Register] = set()
        """Values out of which somebody who was erased was taken."""
        self.parts: dict[str, set[str]] = defaultdict(set)
        """What companies were made part of, by whomever."""
        self._writers: dict[Register, list[int]] = defaultdict(list)
        self._local: dict[tuple[str, int], int] = {}
        """The steps by copy and their key there."""
        step = Step(0, "", frozenset((0,)))
        self._note(step, {}, rows_of(store))
        self._keep(step)

    @property
    def registers(self) -> list[Register]:
        """Every register that was ever written."""
        return list(self._writers)

    def heads(self, place: Register, seen: Collection[int]) -> list[int]:
        """Return the steps whose value of a register nobody replaced who knew it."""
        found = [n for n in self._writers[place] if n in seen]
        if len(found) < 2:
            return found
        return [n for n in found if not any(n != m and n in self.steps[m].seen for m in found)]

    def standing(self, place: Register, seen: Collection[int]) -> set[Values]:
        """Return the values of a register that nobody replaced who knew them."""
        return {values for n in self.heads(place, seen) for values in self.steps[n].writes[place]}

    def plans_of(self, uid: str, seen: Collection[int]) -> set[int | None]:
        """Return the plans by which a meeting is where it is; None where it is so by hand."""
        place = (uid, PLACE)
        return {self.steps[n].plans.get(place) for n in self.heads(place, seen)}

    def watch(self, name: str, seen: set[int], before: Rows, store: Store, settled: Register | None = None) -> None:
        """Note what somebody did; `seen` gets the step."""
        after = rows_of(store)
        self.erased |= {uid for (uid,) in database_of(store).execute("SELECT uid FROM erased")}
        sql = "SELECT id, kind, target FROM steps WHERE replica IS NOT NULL AND counts = '' ORDER BY id DESC LIMIT 1"
        key, kind, target = database_of(store).execute(sql).fetchone()
        if (name, key) in self._local or (before == after and not settled and not self._is_plan(store, key)):
            self.known.update(after)
            return
        if kind == "erase":  # it writes nothing of its own: what it blanks stays what others wrote
            self._local[name, key] = 0
            self.note_blanked(before, after)
            return
        number = len(self.steps)
        step = Step(number, name, frozenset((*seen, number)), kind)
        step.is_plan = kind == "change" and self._is_plan(store, key)
        self._note(step, before, after)
        self._note_meaning(step, before, after, settled)
        step.replaced = {place: self.heads(place, seen) for place in step.writes}
        if kind != "change":
            step.undoes = self._local.get((name, target))
            self._note_going_back(step)
        self._local[name, key] = number
        self._keep(step)
        seen.add(number)

    def note_blanked(self, before: Rows, after: Rows) -> None:
        """Note what an erasure took out of values."""
        for uid in before.keys() & after.keys():
            written = before[uid].registers
            self.blanked |= {(uid, name) for name, values in after[uid].registers.items() if written[name] != values}
        self.known.update(after)

    def forget(self, name: str, store: Store) -> None:
        """Forget which steps were whose in a file that an older copy was put in the place of."""
        last = database_of(store).execute("SELECT coalesce(max(id), 0) FROM steps").fetchone()[0]
        self._local = {place: n for place, n in self._local.items() if place[0] != name or place[1] <= last}

    def _is_plan(self, store: Store, key: int) -> bool:
        sql = "SELECT 1 FROM plans p JOIN steps s ON s.replica = p.replica AND s.n = p.n WHERE s.id = ?"
        return database_of(store).execute(sql, (key,)).fetchone() is not None

    def _note(self, step: Step, before: Rows, after: Rows) -> None:
        step.gone = before.keys() - after.keys()
        step.born = after.keys() - before.keys()
        for uid, row in after.items():
            # A row that has another key was made anew: all of it is written.
            is_anew = uid not in before or before[uid].key != row.key
            if is_anew or before[uid] != row:
                was = {} if is_anew else before[uid].registers
                written = {name: values for name, values in row.registers.items() if was.get(name) != values}
                step.writes.update({(uid, name): {values} for name, values in written.items()})
        self.known.update(before)
        self.known.update(after)

    def _note_meaning(self, step: Step, before: Rows, after: Rows, settled: Register | None) -> None:
        """Note what is written though its value stays: where a meeting is, and what somebody says is right."""
        for uid, row in after.items():
            if row.table == "meetings" and step.kind == "change":
                is_changed = uid in before and before[uid] != row
                by_plan = step.is_plan and (uid not in before or None not in self.plans_of(uid, step.seen))
                if is_changed or by_plan:
                    step.writes[uid, PLACE] = {row.registers[PLACE]}
        if settled and settled[0] in after:
            step.writes[settled] = {after[settled[0]].registers[settled[1]]}
        if step.is_plan:
            step.plans = {place: step.number for place in step.writes if self._is_place(place)}

    def _is_place(self, place: Register) -> bool:
        return self.known[place[0]].table == "meetings" and place[1] == PLACE

    def _note_going_back(self, step: Step) -> None:
        """Have an undo or redo put back what stood: all values side by side, and rows as they were written."""
        source = self._taken_back(step)
        if source:
            self._note_places_going_back(step, source)
        for place in list(step.writes):
            if place[0] in step.born:
                del step.writes[place]
            elif source and place in source.replaced:
                steps = [self.steps[n] for n in source.replaced[place]]
                stood = {values for one in steps for values in one.writes[place]}
                if step.writes[place] <= stood:
                    step.writes[place] = stood
                    step.plans.update((place, one.plans[place]) for one in steps if place in one.plans)

    def _note_places_going_back(self, step: Step, source: Step) -> None:
        """Note the places of meetings that were only meant: who put them there goes back too."""
        for place in source.writes:
            uid = place[0]
            if self._is_place(place) and place not in step.writes and uid not in step.gone | step.born:
                heads = self.heads(place, step.seen)
                if all(self.steps[n].by in (step.by, "") for n in heads):
                    step.writes[place] = {values for n in heads for values in self.steps[n].writes[place]}
                    step.replaced[place] = heads

    def _taken_back(self, step: Step) -> Step | None:
        """Return the step whose work goes back: of a redo, that is the undo."""
        if step.undoes is None or step.kind == "undo":
            return None if step.undoes is None else self.steps[step.undoes]
        undone = [one for one in self.steps.values() if one.kind == "undo" and one.undoes == step.undoes]
        return undone[-1] if undone else None

    def _keep(self, step: Step) -> None:
        self.steps[step.number] = step
        for uid in {uid for uid, _register in step.writes if self.known[uid].table == "aliases"}:
            values = self.known[uid].values
            if values["merged_id"]:
                self.parts[values["merged_id"]].add(values["company_id"])
        for place in step.writes:
            self._writers[place].append(step.number)
