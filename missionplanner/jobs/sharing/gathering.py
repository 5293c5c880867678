"""The parcels others put there since: read, and put in the order in which it can be taken in."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from missionplanner.jobs.sharing.links import CarrierMemory
from missionplanner.sharing import sealing
from missionplanner.sharing.carrier import BaseName, Carrier, ParcelName
from missionplanner.store.merging.lineages import Head, Lineages
from missionplanner.store.merging.parcels import Parcel
from missionplanner.store.store import Store
from missionplanner.store.upkeep import parcels
from missionplanner.store.upkeep.tombstones import Tombstones


@dataclass(frozen=True, slots=True)
class About:
    """The description of a whole mission at the carrier."""

    name: BaseName
    heads: frozenset[Head]
    journals: dict[str, set[str]]
    tombstones: Tombstones

    def written(self) -> bytes:
        """Return it as bytes."""
        document = {
            "heads": sorted(self.heads),
            "journals": {table: sorted(uids) for table, uids in self.journals.items()},
            "erased": sorted(self.tombstones.uids),
            "marks": sorted(self.tombstones.marks),
        }
        return json.dumps(document).encode()


@dataclass(slots=True)
class FoundParcels:
    """Everything that was found at the carrier."""

    memory: CarrierMemory
    ready: list[tuple[ParcelName, Parcel]] = field(default_factory=list)
    """In the order in which they can be taken in."""
    waiting: int = 0
    """How many parcels need something that is not there (yet), or are not there as a whole."""
    newer: int = 0
    """How many a newer program wrote."""
    bases: list[About] = field(default_factory=list)


def gather(store: Store, carrier: Carrier, memory: CarrierMemory) -> FoundParcels:
    """Read what lies at the carrier and was not read before. Raises UserError when it cannot be reached."""
    there = carrier.parcels()
    bases = [about for name in carrier.bases() if (about := read_about(store, carrier, name))]
    # A folder that was put back, parcels that were packed, a file that was: what is remembered is of something else.
    is_there = memory.read <= set(there) and any(one.heads <= memory.heads for one in bases)
    if not is_there or not parcels.holds(store, memory.heads):
        memory = _afresh(memory, bases)
    found = FoundParcels(memory, bases=bases)
    unread = _unread(store, carrier, [name for name in there if name not in memory.read], found)
    if unread:
        _put_in_order(unread, parcels.lineages(store), found)
    return found


def read_about(store: Store, carrier: Carrier, name: BaseName) -> About | None:
    """Return what is said of a whole mission; None where it cannot be read (yet)."""
    try:
        text = f"{name.writer}/{name.number}/about"
        found: Any = json.loads(sealing.opened(carrier.read_about(name), text, store.password, store.mission.uid))
        return About(
            name,
            frozenset((int(n), str(digest)) for n, digest in found["heads"]),
            {str(table): set(map(str, uids)) for table, uids in found["journals"].items()},
            Tombstones(frozenset(map(str, found["erased"])), frozenset((str(a), str(b)) for a, b in found["marks"])),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def text_of(name: ParcelName) -> str:
    """Return the name under which a parcel is sealed."""
    return f"{name.writer}/{name.number}/steps"


def _afresh(memory: CarrierMemory, bases: Iterable[About]) -> CarrierMemory:
    """Return what is known where something is not there any more: a folder put back, or what was packed."""
    found = CarrierMemory(last_number=memory.last_number, contents=memory.contents)
    for about in bases:
        found.heads |= about.heads
        _add_journals(found, about.journals)
    return found


def _unread(
    store: Store, carrier: Carrier, names: Iterable[ParcelName], found: FoundParcels
) -> list[tuple[ParcelName, Parcel]]:
    opened = []
    for name in names:
        try:
            content = sealing.opened(carrier.read_parcel(name), text_of(name), store.password, store.mission.uid)
            opened.append((name, parcels.opened(store, content)))
        except parcels.NewerFormat:
            found.newer += 1
        except ValueError:
            found.waiting += 1
    return opened


def _put_in_order(unread: list[tuple[ParcelName, Parcel]], known: Lineages, found: FoundParcels) -> None:
    """Put those first that others go on from; what never comes to be ready waits."""
    left = unread
    while left:
        ready = [one for one in left if known.holds(one[1].after.values())]
        if not ready:
            break
        left = [one for one in left if one not in ready]
        for name, one in ready:
            known.add(one.state.steps)
            found.ready.append((name, one))
            note(found.memory, name, one)
    found.waiting += len(left)


def note(memory: CarrierMemory, name: ParcelName, parcel: Parcel) -> None:
    """Remember what a parcel holds."""
    memory.read.add(name)
    memory.heads |= set(parcel.heads.values())
    _add_journals(memory, {table: entries.keys() for table, entries in parcel.state.journals.items()})


def _add_journals(memory: CarrierMemory, journals: Mapping[str, Iterable[str]]) -> None:
    for table, uids in journals.items():
        memory.journals.setdefault(table, set()).update(uids)
