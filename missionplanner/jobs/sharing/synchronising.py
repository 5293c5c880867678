"""A shared mission kept the same: what others did is taken in, and what they lack is sent.

All that takes long is done beside the window by `exchange`, which reads the mission and writes at the carrier alone;
`finish` then writes the mission, as one step.
"""

import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.safety import merging
from missionplanner.jobs.sharing import database_passwords, gathering, links, present
from missionplanner.jobs.sharing.gathering import About, FoundParcels
from missionplanner.jobs.sharing.links import CarrierMemory, SharedPlace
from missionplanner.messages import message
from missionplanner.sharing import sealing
from missionplanner.sharing.carrier import BaseName, Carrier, ParcelName
from missionplanner.sharing.folder import FolderCarrier
from missionplanner.sharing.postgres import ADDRESS, PostgresCarrier
from missionplanner.store.merging.parcels import Parcel
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, parcels
from missionplanner.store.upkeep.joining import Joined
from missionplanner.user import shown_name, user_name

PACK_ABOVE = 200
"""Parcels of one computer; with more it puts the whole mission there anew, and takes them away."""


@dataclass(frozen=True, slots=True)
class Synchronised:
    """The outcome of a synchronisation."""

    changed: int
    """How many records came in."""
    sent: int
    """How many steps were sent."""
    who: tuple[str, ...]
    """Those whose changes came in."""
    waiting: int
    """How many parcels of others cannot be taken in yet, for something they go on from is not there."""
    newer: int
    """How many a newer program wrote."""
    erased: int
    """How many people were erased here, as they were elsewhere."""
    not_obeyed: tuple[str, ...]
    """Those whose computers may still hold somebody who was erased."""


def link_of(store: Store) -> SharedPlace | None:
    """Return where the mission file is shared; None where it is not."""
    return links.link_of(store.path, store.mission.uid)


def need_link(store: Store) -> SharedPlace:
    """Return where the mission is shared. Raises UserError where it is not."""
    found = link_of(store)
    if found is None:
        raise UserError(
            _("This mission is not shared."), _("Share it through a folder first, or join by an invitation.")
        )
    return found


def carrier_of(link: SharedPlace) -> Carrier:
    """Return the carrier of a shared mission; who asked for it closes it."""
    if link.place.startswith(ADDRESS):
        return PostgresCarrier(link.place, link.mission, database_passwords.known(link.place))
    return FolderCarrier(Path(link.place), link.mission)


@dataclass(frozen=True, slots=True)
class Exchanged:
    """The parcels that were found and sent, nothing of it taken in yet."""

    found: FoundParcels
    joined: Joined | None
    """The mission and what others did together; None where nothing is new, or it has to be done step by step."""
    who: tuple[str, ...]
    sent: int


def exchange(store: Store, link: SharedPlace, memory: CarrierMemory, writer: str) -> Exchanged:
    """Send what others lack, and put together what they did; the mission is only read.

    writer: the replica this file is. Raises UserError where the carrier cannot be reached.
    """
    with closing(carrier_of(link)) as carrier:
        carrier.bring_up()
        found = gathering.gather(store, carrier, memory)
        sent = send(store, carrier, found.memory, writer) if carrier.may_write else 0
        who = tuple(_who(store, found))
        incoming = [parcel for _name, parcel in found.ready]
        if not incoming or parcels.needs_erasing(store, incoming):
            return Exchanged(found, None, who, sent)
        return Exchanged(found, _together(store, found, carrier), who, sent)


def finish(store: Store, link: SharedPlace, done: Exchanged, writer: str, about: str = "") -> Synchronised:
    """Take in what was put together, as one step. about: what one looks at, for colleagues to see.

    Raises UserError where the carrier cannot be reached, or a colleague’s program wrote what cannot be.
    """
    with closing(carrier_of(link)) as carrier:
        return _finish(store, link, done, writer, carrier, about)


def _finish(
    store: Store, link: SharedPlace, done: Exchanged, writer: str, carrier: Carrier, about: str
) -> Synchronised:
    found, who = done.found, done.who
    changed, sent, joined = 0, done.sent, done.joined
    known = erasing.tombstones_of(store).uids
    if found.waiting and not all(_has_all(store, one) for one in found.bases):
        # What they go on from may have been packed.
        changed = _take_bases(store, carrier, found.bases)
        found = gathering.gather(store, carrier, links.memory_of(store.path))
        who, joined = tuple(_who(store, found)), None
    incoming = [parcel for _name, parcel in found.ready]
    if parcels.needs_erasing(store, incoming):
        parcels.obey(store, incoming)
    if joined is None or parcels.seen(store) != joined.seen:
        joined = _together(store, found, carrier)
    if joined is not None:
        label = message("Changes of {names}", names=", ".join(who) or user_name())
        changed += sum(parcels.take(store, joined, label).values())
    changed += _take_bases(store, carrier, found.bases)
    erased = len(erasing.tombstones_of(store).uids - known)
    if carrier.may_write:
        sent += send(store, carrier, found.memory, writer) if erased or changed else 0
        _pack(store, carrier, found, writer)
    links.remember(store.path, link, found.memory)
    present.say(store, carrier, writer, about)
    late = tuple(present.not_obeyed(store, carrier, writer))
    return Synchronised(changed, sent, who, found.waiting, found.newer, erased, late)


def synchronise(store: Store, about: str = "") -> Synchronised:
    """Take in what others did, and send what they lack, at once. Raises UserError as `exchange` and `finish`."""
    link, writer = need_link(store), store.steps.own_replica()
    return finish(store, link, exchange(store, link, links.memory_of(store.path), writer), writer, about)


def _together(store: Store, found: FoundParcels, carrier: Carrier) -> Joined | None:
    """Return the mission and what is ready together; None where nothing of that is new."""
    known = parcels.state(store)
    new = [one for _name, one in found.ready if not one.is_known_to(known)]
    return parcels.join(store, new, lambda digest: _content(store, carrier, digest)) if new else None


def _who(store: Store, found: FoundParcels) -> list[str]:
    seen = parcels.seen(store)
    steps = [(step, one) for _name, parcel in found.ready for step, one in parcel.state.steps.items()]
    names = (shown_name(one.user) for step, one in steps if step[1] > seen.get(step[0], 0))
    return list(dict.fromkeys(name for name in names if name))


def _content(store: Store, carrier: Carrier, digest: str) -> bytes | None:
    try:
        found = sealing.opened(carrier.read_content(digest), digest, store.password, store.mission.uid)
    except ValueError:
        return None
    return found


def _take_bases(store: Store, carrier: Carrier, bases: Iterable[About]) -> int:
    """Take in whole missions that hold what no parcel (any more) does; returns how many records changed."""
    changed = 0
    for about in bases:
        if _has_all(store, about):
            continue
        with tempfile.TemporaryDirectory(dir=store.path.parent, prefix=".") as folder:
            copy = Path(folder) / "base.mission"
            carrier.fetch_base(about.name, copy)
            found = merging.compare(store, copy, store.password)
            others = [one.uid for one in found.left_out if not one.is_sure]
            changed += merging.merge(store, found, others=others).changed
    return changed


def send(store: Store, carrier: Carrier, memory: CarrierMemory, writer: str) -> int:
    """Put there what others lack; returns how many steps that is. Attached files go before what names them."""
    if not parcels.has_news(store, memory.heads, memory.journals):
        return 0
    found = parcels.cut(store, memory.heads, memory.journals)
    for digest in sorted(found.digests - memory.contents):
        if digest in store.contents and not carrier.has_content(digest):
            content = sealing.sealed(store.contents.read(digest), digest, store.password, store.mission.uid)
            carrier.put_content(digest, content)
        memory.contents.add(digest)
    own = [one.number for one in carrier.parcels() if one.writer == writer]
    name = ParcelName(writer, max([memory.last_number, *own], default=0) + 1)
    content = sealing.sealed(found.content, gathering.text_of(name), store.password, store.mission.uid)
    carrier.put_parcel(name, content)
    memory.last_number = name.number
    gathering.note(memory, name, found.parcel)
    return len(found.parcel.state.steps)


def unsent(store: Store) -> int:
    """Return how many steps of the mission nobody else can have yet."""
    if link_of(store) is None:
        return 0
    known = parcels.lineages(store).vector(links.memory_of(store.path).heads)
    return sum(max(n - known.get(replica, 0), 0) for replica, n in parcels.seen(store).items())


def _pack(store: Store, carrier: Carrier, found: FoundParcels, writer: str) -> None:
    """Put the whole mission there anew where somebody was erased or parcels are many, and take away what it replaces.

    A base replaces parcels all of whose steps are in it; each computer takes its own away, so that nothing lies there
    any more of whoever was erased once all have obeyed.
    """
    mine = erasing.tombstones_of(store)
    own = [one for one in found.memory.read if one.writer == writer]
    is_known = any(mine.uids <= one.tombstones.uids and mine.marks <= one.tombstones.marks for one in found.bases)
    if not is_known or len(own) > PACK_ABOVE:
        about = put_base(store, carrier, found.memory, writer)
        for one in found.bases:
            if _has_all(store, one):
                carrier.drop_base(one.name)
        for digest in sorted(found.memory.contents):
            if digest not in store.contents:
                carrier.drop_content(digest)
                found.memory.contents.discard(digest)
        found.bases[:] = [about]
    bases = " ".join(f"{one.name.writer}-{one.name.number}" for one in found.bases)
    if own and bases != found.memory.bases:
        _drop_replaced(store, carrier, found, sorted(own))
    found.memory.bases = bases


def _drop_replaced(store: Store, carrier: Carrier, found: FoundParcels, own: list[ParcelName]) -> None:
    """Take away the parcels of this computer that a whole mission replaces: it is of this computer, or somebody was
    erased in it who was not yet in the parcel."""
    erased = erasing.tombstones_of(store).uids
    is_wanted = any(one.name.writer == own[0].writer or one.tombstones.uids for one in found.bases)
    known = parcels.lineages(store) if is_wanted else None
    for name in own if known else ():
        parcel = _own_parcel(store, carrier, name)
        if parcel is None or known is None or not known.holds(parcel.heads.values()):
            continue
        for base in found.bases:
            is_meant = base.name.writer == name.writer or not erased <= parcel.state.erased
            there = known.vector(base.heads)
            steps = known.vector(parcel.heads.values())
            is_there = all(there.get(replica, 0) >= n for replica, n in steps.items())
            if is_meant and is_there and _has_entries(base, parcel):
                carrier.drop_parcel(name)
                found.memory.read.discard(name)
                break


def _has_entries(base: About, parcel: Parcel) -> bool:
    journals = parcel.state.journals.items()
    return all(entries.keys() <= base.journals.get(table, set()) for table, entries in journals)


def _has_all(store: Store, base: About) -> bool:
    """Return whether a mission has everything that is in a whole mission at the carrier."""
    return parcels.holds(store, base.heads) and parcels.has_entries(store, base.journals)


def _own_parcel(store: Store, carrier: Carrier, name: ParcelName) -> Parcel | None:
    try:
        lying = carrier.read_parcel(name)
        return parcels.opened(store, sealing.opened(lying, gathering.text_of(name), store.password, store.mission.uid))
    except (ValueError, parcels.NewerFormat):
        return None


def put_base(store: Store, carrier: Carrier, memory: CarrierMemory, writer: str) -> About:
    """Put the whole mission there, for whoever joins."""
    state = parcels.state(store)
    journals = {table: set(entries) for table, entries in state.journals.items()}
    number = max([one.number for one in carrier.bases()], default=0) + 1
    about = About(
        BaseName(writer, number), frozenset(parcels.heads(store).values()), journals, erasing.tombstones_of(store)
    )
    text = f"{writer}/{number}/about"
    with tempfile.TemporaryDirectory(dir=store.path.parent, prefix=".") as folder:
        copy = Path(folder) / "base.mission"
        store.backup(copy)
        carrier.put_base(about.name, copy, sealing.sealed(about.written(), text, store.password, store.mission.uid))
    memory.heads |= about.heads
    for table, uids in journals.items():
        memory.journals.setdefault(table, set()).update(uids)
    return about
