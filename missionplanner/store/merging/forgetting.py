"""The state of a copy without people who were erased elsewhere: nothing of them is taken in from it."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from missionplanner.domain.fingerprints import MarkKind, Marks
from missionplanner.domain.mentions import Mentions
from missionplanner.store.merging.blanking import Place, without, without_names
from missionplanner.store.merging.layout import Layout
from missionplanner.store.merging.reading import JOURNALS
from missionplanner.store.merging.state import KnownRow, MergeState, Values, Write
from missionplanner.store.personal_texts import CLASSES, LINKS, TextClass, Whose, classes_of
from missionplanner.store.rows import names


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Those who are left out of a copy, with what it calls them."""

    uids: frozenset[str]
    mentions: Mentions
    digests: frozenset[str] = frozenset()
    """The digests of their files."""
    others: frozenset[str] = frozenset()
    """The uids of people of the same name who are others."""
    kept: frozenset[Place] = frozenset()
    """Texts that name them and were kept by choice."""
    marks: Marks = frozenset()
    """Their fingerprints, of all the copy calls them."""

    def __bool__(self) -> bool:
        return bool(self.uids or self.mentions or self.digests or self.others)


def without_people(state: MergeState, layout: Layout, whom: Forgotten) -> MergeState:
    """Return the state of a copy as if it had erased these people itself."""
    if not whom:
        return state
    finder = _Blanking(whom)
    rows = {
        uid: finder.row(uid, row, layout)
        for uid, row in state.rows.items()
        if row.table != "attachments" or not finder.is_theirs(row, layout)
    }
    steps = {
        key: replace(step, label=without_names(step.label, whom.mentions, whom.uids), user=finder.user(step.user))
        for key, step in state.steps.items()
    }
    plans = {key: replace(one, content=whom.mentions.without_inside(one.content)) for key, one in state.plans.items()}
    journals = {
        table.name: {
            uid: finder.entry(table.name, uid, names(table.kind), entry)
            for uid, entry in state.journals[table.name].items()
        }
        for table in JOURNALS
    }
    return replace(
        state,
        rows=rows,
        steps=steps,
        plans=plans,
        journals=journals,
        erased=state.erased | whom.uids,
        marks=state.marks | whom.marks | {(MarkKind.ANOTHER.value, uid) for uid in whom.others},
    )


class _Blanking:
    """Blanks the parts of a state, but for what was kept by choice."""

    def __init__(self, whom: Forgotten) -> None:
        self._whom = whom

    def is_theirs(self, row: KnownRow, layout: Layout) -> bool:
        """Whether a row is a file of theirs."""
        return row.values[layout[row.table].columns.index("digest")] in self._whom.digests

    def user(self, name: str) -> str:
        """Return who made a step; empty for one of them."""
        return str(without(name, CLASSES["steps"]["user"], self._whom.mentions))

    def row(self, uid: str, row: KnownRow, layout: Layout) -> KnownRow:
        """Return a row without them."""
        table = layout[row.table]
        kinds = classes_of(row.table, table.columns)
        theirs = self._is_linked(table.columns, row.values)
        found = KnownRow(row.table, self._values(uid, row.table, table.columns, kinds, row.values, theirs), row.birth)
        for name, written in row.registers.items():
            places = table.registers.get(name, ())
            columns, of = [table.columns[place] for place in places], [kinds[place] for place in places]
            found.registers[name] = {
                dot: Write(self._values(uid, row.table, columns, of, write.values, theirs), write.stands_for)
                for dot, write in written.items()
            }
        return found

    def entry(self, table: str, uid: str, columns: Collection[str], entry: Values) -> Values:
        """Return an entry of a journal without them; what was made for them alone is emptied."""
        kinds = classes_of(table, columns)
        return self._values(uid, table, columns, kinds, entry, self._is_linked(columns, entry))

    def _is_linked(self, columns: Collection[str], values: Values) -> bool:
        """Whether a row is linked with one of them."""
        known = dict(zip(columns, values, strict=True))
        return bool({known.get(link) for link in LINKS} & self._whom.uids)

    def _values(
        self,
        uid: str,
        table: str,
        columns: Collection[str],
        kinds: Collection[TextClass],
        values: Values,
        is_linked: bool,
    ) -> Values:
        """Return values without them; those of somebody a row is linked with are emptied where it is one of them."""
        return tuple(
            ""
            if is_linked and kind.whose is Whose.LINKED
            else without(value, kind, self._whom.mentions)
            if isinstance(value, str) and kind.may_name and (table, uid, column) not in self._whom.kept
            else value
            for column, kind, value in zip(columns, kinds, values, strict=True)
        )
