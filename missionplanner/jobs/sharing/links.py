"""Where a mission file is shared, remembered on this computer: a copy of the file somewhere else is not."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.paths import data_folder
from missionplanner.sharing.carrier import ParcelName
from missionplanner.store.merging.lineages import Head
from missionplanner.writing import replace_file


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """A mission file and the place through which it is shared."""

    mission: str
    """The uid of the mission."""
    place: str
    """The path of a folder, or the address of a database."""


@dataclass(slots=True)
class CarrierMemory:
    """The things this computer knows to lie there, so that nothing is read twice; lost, it is read again."""

    read: set[ParcelName] = field(default_factory=set)
    heads: set[Head] = field(default_factory=set)
    """The last steps that lie there."""
    journals: dict[str, set[str]] = field(default_factory=dict)
    last_number: int = 0
    """The number of the last parcel this computer put there."""
    contents: set[str] = field(default_factory=set)
    """The digests of attached files that are known to be there."""
    bases: str = ""
    """The whole missions that parcels of this computer were last compared with."""


def link_of(path: Path, mission: str) -> SharedPlace | None:
    """Return where a mission file is shared; None where it is not."""
    found = _read(path)
    place = found.get("place")
    return SharedPlace(mission, place) if isinstance(place, str) and found.get("mission") == mission else None


def need_unshared(path: Path) -> None:
    """Raise UserError where a file is shared: with another password nobody could read what lies there any more."""
    if isinstance(place := _read(path).get("place"), str):
        text = _("{name} is shared through {folder}: its password is that of everybody.")
        hint = _("Leave first, everybody; then set the password and share the mission anew.")
        raise UserError(text.format(name=path.name, folder=place), hint)


def remember(path: Path, link: SharedPlace, memory: CarrierMemory | None = None) -> None:
    """Remember where a mission file is shared, and what lies there."""
    known = memory or CarrierMemory()
    document = {
        "mission": link.mission,
        "place": link.place,
        "read": sorted([one.writer, one.number] for one in known.read),
        "heads": sorted(known.heads),
        "journals": {table: sorted(uids) for table, uids in known.journals.items()},
        "last_number": known.last_number,
        "contents": sorted(known.contents),
        "bases": known.bases,
    }
    place = _place(path)
    place.parent.mkdir(exist_ok=True)
    replace_file(place, json.dumps(document).encode())


def memory_of(path: Path) -> CarrierMemory:
    """Return what this computer knows to lie where a file is shared."""
    found = _read(path)
    with suppress(ValueError, TypeError, KeyError, AttributeError):
        return CarrierMemory(
            {ParcelName(str(writer), int(number)) for writer, number in found["read"]},
            {(int(n), str(digest)) for n, digest in found["heads"]},
            {str(table): set(map(str, uids)) for table, uids in found["journals"].items()},
            int(found["last_number"]),
            set(map(str, found["contents"])),
            str(found["bases"]),
        )
    return CarrierMemory()


def forget(path: Path) -> None:
    """Forget that a mission file is shared."""
    _place(path).unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(_place(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _place(path: Path) -> Path:
    name = hashlib.blake2s(os.fsencode(path.resolve()), digest_size=16).hexdigest()
    return data_folder() / "shared" / f"{name}.json"
