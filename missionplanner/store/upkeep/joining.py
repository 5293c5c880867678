"""Merging: what two files know, put together, seen before it is written, and written into one of them or both."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from missionplanner.domain.mentions import Called
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import Message
from missionplanner.store.database import Database
from missionplanner.store.file import engine, opening, soundness
from missionplanner.store.file.fault_words import in_words
from missionplanner.store.merging import forgetting, forks, reading, replicas, writing
from missionplanner.store.merging.clashes import Clash, clashes
from missionplanner.store.merging.forks import Branch
from missionplanner.store.merging.layout import Layout, TableLayout, layout_of
from missionplanner.store.merging.lineages import Lineages
from missionplanner.store.merging.links import Names, with_keys
from missionplanner.store.merging.parcels import Parcel, fitted
from missionplanner.store.merging.state import MergeState, StepId, Values, Vector
from missionplanner.store.merging.union import union
from missionplanner.store.merging.view import View
from missionplanner.store.rows import Value
from missionplanner.store.store import Store, database_of, file_of
from missionplanner.store.upkeep import homecoming
from missionplanner.store.upkeep.homecoming import LeftOut


@dataclass(frozen=True, slots=True)
class Incoming:
    """A row that a merge adds, changes or takes away."""

    table: str
    uid: str
    before: Values | None
    """Its values now, links as uids; None where it is new."""
    after: Values | None
    """Its values afterwards; None where it goes."""
    steps: frozenset[StepId]
    """The steps of the copy that wrote it."""
    is_planned: bool = False
    """Whether it is a meeting that comes or goes with a timetable, not by hand."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two files together, nothing of it written yet."""

    mine: MergeState
    theirs: MergeState
    together: MergeState
    view: View
    incoming: tuple[Incoming, ...]
    branches: tuple[list[Branch], list[Branch]]
    contents: dict[str, bytes]
    """Attached files this one lacks, by digest."""
    names: tuple[Names, Names]
    """The uids and keys of rows in this file and in the copy."""
    layout: Layout
    seen: Vector
    """The steps this file had when it was read."""
    left_out: tuple[LeftOut, ...] = ()
    """People of the copy who are, or may be, ones who were erased here, and the other way round."""
    called: Called = field(default_factory=Called)
    """All the copy calls those who are left out."""

    @property
    def new_steps(self) -> list[StepId]:
        """The steps this file has not seen, in the order of time."""
        steps = self.theirs.steps
        new = [step for step in steps if not self.mine.has_seen(step)]
        return sorted(new, key=lambda step: (steps[step].at, step))


def join(store: Store, other: Store, others: Collection[str] = ()) -> Joined:
    """Return a mission and a copy of it together, without those who were erased in the mission.

    others: the uids of people of the copy who have the name of one who was erased, and are others. Raises UserError
    when the other is another mission.
    """
    if other.mission.uid != store.mission.uid:
        text = _("{name} is another mission, no copy of this one.").format(name=other.path.name)
        raise UserError(text, _("Choose a copy that was made of this file."))
    (mine, own_names), (theirs, their_names) = read_named(store), read_named(other)
    seen, layout = mine.seen, layout_of(database_of(store))
    with _disbelieving(other.path):
        left_out, whom = homecoming.coming_back(database_of(other), mine, theirs, others)
        left_out += homecoming.namesakes_here(database_of(store), mine, theirs, others)
        theirs = forgetting.without_people(theirs, layout, whom)
        found = forks.branches(mine, theirs)
        mine, theirs = forks.renamed(mine, found[0]), forks.renamed(theirs, found[1])
        together = union(mine, theirs, layout)
        view = View(together, layout)
        incoming = tuple(_incoming(mine, theirs, together, view))
        clashes(together, view, layout)  # nothing is taken in that could not be shown afterwards
    names = own_names, their_names
    contents, called = _contents(store, other, whom.digests), whom.mentions.called
    return Joined(mine, theirs, together, view, incoming, found, contents, names, layout, seen, left_out, called)


def join_parcels(store: Store, parcels: Iterable[Parcel], content: Callable[[str], bytes | None]) -> Joined:
    """Return a mission and parcels of those who share it together, without those who were erased in the mission.

    content: returns an attached file by its digest, None where it is not there (yet). Raises UserError when a parcel
    says what cannot be.
    """
    (before, names), layout = read_named(store), layout_of(database_of(store))
    together, theirs, called, found = before, MergeState(), Called(), list[Branch]()
    try:
        for one in parcels:
            theirs = fitted(one, Lineages(together.steps))
            whom = homecoming.in_parcel(layout, store.mission.uid, together, theirs)
            theirs = forgetting.without_people(theirs, layout, whom)
            mine, others = forks.branches(together, theirs)
            before, together = forks.renamed(before, mine), forks.renamed(together, mine)
            theirs = forks.renamed(theirs, others)
            together = union(together, theirs, layout)
            called, found = called | whom.mentions.called, found + mine
        view = View(together, layout)
        incoming = tuple(_incoming(before, together, together, view))
        clashes(together, view, layout)
    except _DISBELIEVED as error:
        raise _lying() from error
    contents = _sent(store, together, layout, content)
    branches = (found, list[Branch]())
    seen = replicas.seen(database_of(store))
    return Joined(
        before, together, together, view, incoming, branches, contents, (names, names), layout, seen, (), called
    )


def _sent(store: Store, state: MergeState, layout: Layout, content: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """Return the attached files that a mission lacks and that are there."""
    place = layout["attachments"].columns.index("digest")
    digests = {str(row.values[place]) for row in state.rows.values() if row.table == "attachments"}
    wanted = (digest for digest in sorted(digests - {""}) if digest not in store.contents)
    found = ((digest, content(digest)) for digest in wanted)
    return {digest: one for digest, one in found if one is not None}


def read(store: Store) -> MergeState:
    """Return the state of an open mission. Raises UserError when the file is damaged."""
    return read_named(store)[0]


def read_named(store: Store) -> tuple[MergeState, Names]:
    """Return the state of an open mission, and the uids of its rows. Raises UserError when the file is damaged."""
    with file_of(store).reading() as db, _disbelieving(store.path):
        return reading.read_named(db)


@contextmanager
def _disbelieving(path: Path) -> Iterator[None]:
    """Raise UserError where the marks of a file are not what this program writes."""
    try:
        yield
    except _DISBELIEVED as error:
        raise opening.damaged(path) from error


_DISBELIEVED = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
"""Raised by marks of others that this program did not write."""


def names_of(store: Store) -> Names:
    """Return the uids of all rows a mission ever had, by key, and the other way round."""
    with file_of(store).reading() as db:
        return reading.names_of(db)


def is_joined(store: Store) -> bool:
    """Return whether steps of other files were ever merged into a mission."""
    return replicas.is_joined(database_of(store))


def open_clashes(store: Store) -> list[Clash]:
    """Return what people wrote apart and nobody chose from yet. Raises UserError when the file is damaged."""
    if not is_joined(store):
        return []
    state, layout = read(store), layout_of(database_of(store))
    return clashes(state, View(state, layout), layout)


def layout_for(store: Store) -> Layout:
    """Return how the tables of a mission merge."""
    return layout_of(database_of(store))


def own_steps(store: Store) -> set[StepId]:
    """Return the steps that were made in this file."""
    sql = "SELECT r.uid, s.n FROM steps s JOIN replicas r ON r.number = s.replica WHERE s.counts = ''"
    with file_of(store).reading() as db:
        return {(uid, n) for uid, n in db.execute(sql)}


def row_of(layout: TableLayout, values: Values, names: Names) -> dict[str, Value]:
    """Return a row by its columns, with the keys a file has for others."""
    return dict(zip(layout.columns, with_keys(layout, values, names), strict=True))


def _contents(store: Store, other: Store, without: Collection[str]) -> dict[str, bytes]:
    with file_of(other).reading() as db:
        known = [digest for (digest,) in db.execute("SELECT digest FROM contents")]
    digests = [digest for digest in known if digest not in without and digest not in store.contents]
    return {digest: other.contents.read(digest) for digest in digests}


def _incoming(mine: MergeState, theirs: MergeState, together: MergeState, view: View) -> list[Incoming]:
    found = []
    for uid in mine.there | view.rows.keys():
        before = mine.rows[uid].values if uid in mine.there else None
        after = view.rows.get(uid)
        if before != after:
            row = together.rows[uid]
            planned = row.table == "meetings" and view.is_by_plan(uid)
            found.append(Incoming(row.table, uid, before, after, _writers(uid, mine, theirs), planned))
    return sorted(found, key=lambda one: (one.table, one.uid))


def _writers(uid: str, mine: MergeState, theirs: MergeState) -> frozenset[StepId]:
    """Return the steps of the copy, unknown here, that wrote or deleted a row."""
    row = theirs.rows.get(uid)
    found = {row.birth} if row else set()
    for written in row.registers.values() if row else ():
        found |= {dot[:2] for dot in written}
    found |= {dot[:2] for dot, members in theirs.deletions.items() if uid in members}
    return frozenset(step for step in found if not mine.has_seen(step))


def write(store: Store, joined: Joined, label: Message) -> Counter[str]:
    """Bring a mission to what both files know, as one step that only says so; returns the rows changed by table.

    Raises UserError where the file was changed since they were put together.
    """
    # Before the attachments that refer to them.
    for content in joined.contents.values():
        store.contents.keep(content)
    changed = Counter(one.table for one in joined.incoming)
    try:
        with store.steps.merging(label) as (db, step):
            _write(db, joined, step)
    except engine.kinds("IntegrityError", OverflowError, ValueError, TypeError) as error:
        raise _lying() from error
    return changed


def need_unchanged(store: Store, joined: Joined) -> None:
    """Raise UserError where the mission was changed since it was put together with a copy."""
    _need_unchanged(database_of(store), joined)


def _need_unchanged(db: Database, joined: Joined) -> None:
    if replicas.seen(db) != joined.seen:
        raise UserError(
            _("The mission was changed while the copy was compared."), _("Nothing was changed; compare it again.")
        )


def _write(db: Database, joined: Joined, step: int) -> None:
    _need_unchanged(db, joined)
    forks.rename(db, joined.branches[0])
    writing.write(db, joined.mine, joined.together, joined.view, step)
    # What another file says of its rows is believed only where they are sound together.
    if fault := soundness.first_fault(db):
        raise _lying(in_words(db, fault))


def _lying(fault: str = "") -> UserError:
    """Return the error of a copy that says what cannot be."""
    text = " ".join(filter(None, (_("The copy does not go together with this mission: it is damaged."), fault)))
    return UserError(text, _("Nothing was changed; ask for another copy."))
