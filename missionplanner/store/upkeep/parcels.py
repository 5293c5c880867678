"""Parcels for those who share a mission, and from them."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from missionplanner.messages import Message
from missionplanner.store import schema
from missionplanner.store.database import Database
from missionplanner.store.merging import parcel_text, reading, replicas
from missionplanner.store.merging.layout import layout_of
from missionplanner.store.merging.lineages import Head, Heads, Lineages
from missionplanner.store.merging.parcel_text import NewerFormat
from missionplanner.store.merging.parcels import Parcel, parcel
from missionplanner.store.merging.reading import JOURNALS
from missionplanner.store.merging.state import MergeState, Values, Vector
from missionplanner.store.rows import Value
from missionplanner.store.store import Store, database_of, file_of
from missionplanner.store.upkeep import erasing, joining
from missionplanner.store.upkeep.joining import Joined
from missionplanner.store.upkeep.tombstones import Tombstones

__all__ = ["NewerFormat", "Parcel"]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A parcel that is ready to be sent."""

    parcel: Parcel
    content: bytes
    digests: frozenset[str]
    """The attached files that it names."""


def seen(store: Store) -> Vector:
    """Return the last step the mission has of every file of it."""
    with file_of(store).reading() as db:
        return replicas.seen(db)


def heads(store: Store) -> Heads:
    """Return the last step the mission has of every file of it, with its digest."""
    sql = "SELECT r.uid, s.n, s.digest FROM replicas r JOIN steps s ON s.replica = r.number AND s.n = r.seen"
    with file_of(store).reading() as db:
        return {uid: (n, digest) for uid, n, digest in db.execute(sql)}


def holds(store: Store, wanted: Collection[Head]) -> bool:
    """Return whether the mission has these steps, under whatever name."""
    with file_of(store).reading() as db:
        known = set(db.execute("SELECT n, digest FROM steps WHERE replica IS NOT NULL"))
    return known.issuperset(wanted)


def has_entries(store: Store, wanted: Mapping[str, Collection[str]]) -> bool:
    """Return whether the mission has these entries of journals, given by table and uid."""
    with file_of(store).reading() as db:
        known = {table.name: {uid for (uid,) in db.execute(f"SELECT uid FROM {table.name}")} for table in JOURNALS}
    return all(known.get(table, set()).issuperset(uids) for table, uids in wanted.items())


def lineages(store: Store) -> Lineages:
    """Return the steps the mission has."""
    return Lineages(joining.read(store).steps)


def has_news(store: Store, known: Collection[Head], journals: Mapping[str, Collection[str]]) -> bool:
    """Return whether the mission has something that others lack who have these steps and entries of journals."""
    if any(head not in known for head in heads(store).values()):
        return True
    with file_of(store).reading() as db:
        entries = ((table.name, uid) for table in JOURNALS for (uid,) in db.execute(f"SELECT uid FROM {table.name}"))
        return any(uid not in journals.get(table, ()) for table, uid in entries)


def cut(store: Store, known: Collection[Head], journals: Mapping[str, Collection[str]]) -> Outgoing:
    """Return what others lack who have these steps and these entries of journals."""
    state = joining.read(store)
    layout = joining.layout_for(store)
    found = parcel(state, known, journals, schema.FORMAT)
    place = layout["attachments"].columns.index("digest")
    digests = {str(row.values[place]) for row in found.state.rows.values() if row.table == "attachments"}
    return Outgoing(found, parcel_text.packed(found, layout), frozenset(digests - {""}))


def opened(store: Store, content: bytes) -> Parcel:
    """Return a parcel somebody sent. Raises NewerFormat, and ValueError where it is damaged."""
    db = database_of(store)
    layout = layout_of(db)
    defaults = {name: _defaults(db, name, table.columns) for name, table in layout.items()}
    return parcel_text.unpacked(content, layout, defaults, schema.FORMAT)


def _defaults(db: Database, table: str, columns: tuple[str, ...]) -> Values:
    """Return what a row of a table has in its columns where nobody says otherwise."""
    texts = {row[1]: row[4] for row in db.execute(f"PRAGMA table_info({table})")}
    return tuple(_default(db, texts.get(name)) for name in columns)


def _default(db: Database, text: str | None) -> Value:
    # A default is an expression of the schema, which is the program's own.
    found: Value = db.execute(f"SELECT {text}").fetchone()[0] if text else None
    return found


def needs_erasing(store: Store, parcels: Iterable[Parcel]) -> bool:
    """Return whether somebody was erased elsewhere whom the mission knows nothing of having been."""
    mine = erasing.tombstones_of(store)
    return any(not one.state.erased <= mine.uids or not one.state.marks <= mine.marks for one in parcels)


def obey(store: Store, parcels: Iterable[Parcel]) -> int:
    """Erase those who were erased elsewhere, before anything of them is put together; returns how many."""
    found = list(parcels)
    erased = frozenset(uid for one in found for uid in one.state.erased)
    return erasing.obey(store, Tombstones(erased, frozenset(mark for one in found for mark in one.state.marks)))


def join(store: Store, parcels: Iterable[Parcel], content: Callable[[str], bytes | None]) -> Joined:
    """Return the mission and parcels together, nothing of it written yet; see `joining.join_parcels`."""
    return joining.join_parcels(store, parcels, content)


def take(store: Store, joined: Joined, label: Message) -> Counter[str]:
    """Take parcels in that were put together; returns the rows that changed, by table.

    Raises UserError where the mission was changed since, or they say what cannot be; nothing was taken in then.
    """
    changed = joining.write(store, joined, label)
    erasing.forget_names(store, joined.called)
    return changed


def state(store: Store) -> MergeState:
    """Return the state of the mission. Raises UserError when the file is damaged."""
    with file_of(store).reading() as db:
        return reading.read(db)
