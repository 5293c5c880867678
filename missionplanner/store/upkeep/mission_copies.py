"""Every copy of a mission the program made on this computer, found by its uid, whatever name or place it had."""

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.store.file import copies, engine
from missionplanner.store.merging import replicas
from missionplanner.writing import followed


@dataclass(frozen=True, slots=True)
class MissionCopy:
    """A kept copy, or a file of before another was put in its place."""

    path: Path
    password: str | None
    """The one that opens it, empty where it lies in the open; None where no known one does, or it is damaged."""
    is_plain: bool
    """Whether it begins as a file without a password, damaged or not."""


def find(path: Path, uid: str, passwords: Iterable[str] = ()) -> list[MissionCopy]:
    """Return the copies of a mission, the newest first: kept ones, and those of before restoring beside its files.

    A copy that does not open (damaged, or with another password than these) counts where it lies among copies of this
    file, or of one this computer knows to be of the mission. So does every copy where the uid is empty, as it cannot be
    read of a damaged file.
    """
    known = list(dict.fromkeys(one for one in passwords if one))
    places = _places(path, uid)
    read = [_read(one, known) for one in _candidates(places)]
    own_folders = {copies.folder_of(place) for place in places}
    own_folders |= {copy.path.parent for copy, found in read if found == uid and _is_kept(copy.path)}
    stems = {(place.parent, place.stem) for place in places}

    def is_ours(copy: MissionCopy, found: str | None) -> bool:
        if uid and found is not None:
            return found == uid
        stem = copies.stem_before_restoring(copy.path)
        return copy.path.parent in own_folders if stem is None else (copy.path.parent, stem) in stems

    ours = [copy for copy, found in read if is_ours(copy, found)]
    return sorted(ours, key=lambda copy: (copies.stamp_of(copy.path), copy.path), reverse=True)


def elsewhere(path: Path, uid: str, passwords: Iterable[str] = (), more: Iterable[Path] = ()) -> list[MissionCopy]:
    """Return the files of a mission that were worked on at this computer, or lie beside the one at this path.

    more: other files that may be of the mission, such as copies that were taken.
    """
    known = list(dict.fromkeys(one for one in passwords if one))
    places = dict.fromkeys((*_places(path, uid)[1:], *more))
    there = (place for place in places if place.is_file() and not place.samefile(path))
    found = [copy for copy, named in (_read(place, known) for place in there) if named in (uid, None)]
    known_places = {copy.path.absolute() for copy in found}
    return [*found, *(copy for copy in _beside(path, uid, known) if copy.path.absolute() not in known_places)]


def _beside(path: Path, uid: str, passwords: Iterable[str]) -> Iterator[MissionCopy]:
    """Yield the files in the folder of a mission that are copies of it, such as those somebody had made there."""
    for one in sorted(path.parent.glob("*.mission")):
        if _is_kept(one) and one.is_file() and not one.samefile(path):
            copy, named = _read(one, passwords)
            if named == uid:
                yield copy


def files_of(path: Path) -> list[Path]:
    """Return a copy and the journals beside it, which hold parts of a mission, too."""
    beside = (path.with_name(f"{path.name}{ending}") for ending in engine.JOURNALS)
    return [path, *(one for one in beside if one.is_file())]


def uid_of(path: Path, passwords: Iterable[str] = ()) -> str | None:
    """Return the uid of the mission in a file; None where it cannot be read."""
    return _read(path, passwords)[1]


def _places(path: Path, uid: str) -> list[Path]:
    """Return where the mission is, and where this computer remembers it to have been."""
    with suppress(UserError):
        path = followed(path)
    return list(dict.fromkeys((path.absolute(), *replicas.places(uid))))


def _candidates(places: Iterable[Path]) -> Iterator[Path]:
    yield from copies.all_kept()
    for folder in dict.fromkeys(place.parent for place in places):
        yield from copies.before_restoring(folder)


def _is_kept(path: Path) -> bool:
    return copies.stem_before_restoring(path) is None


def _read(path: Path, passwords: Iterable[str]) -> tuple[MissionCopy, str | None]:
    """Return a copy, and the uid of its mission where a password opens it."""
    try:
        is_plain = engine.looks_plain(path)
    except OSError:
        return MissionCopy(path, None, False), None
    for password in ("",) if is_plain else passwords:
        try:
            uri = f"{path.absolute().as_uri()}?mode=ro"
            with closing(engine.connect(uri, password, uri=True, timeout=1)) as connection:
                row = connection.execute("SELECT uid FROM missions").fetchone()
            return MissionCopy(path, password, is_plain), str(row[0]) if row else None
        except engine.kinds("Error", OSError, UnicodeError):
            continue
    return MissionCopy(path, None, is_plain), None
