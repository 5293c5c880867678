"""Copies of a file, made whole and checked, and the ones the program keeps by itself on this computer."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from missionplanner.errors import UserError
from missionplanner.paths import data_folder, safe_name
from missionplanner.store.file import engine
from missionplanner.writing import replacing

NEWEST = 10
"""How many of the newest copies are kept,"""
DAYS = 14
"""and of how many days the newest of each."""
_TIME = "%Y-%m-%d %H%M%S %f"
_BEFORE = re.compile(r" before restore \d{4}-\d\d-\d\d \d{6} \d{6}\.mission$")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d \d{6} \d{6})\.mission$")


class NotWhole(Exception):
    """A copy came out damaged, as what it was made of is."""


def copy(connection: Any, target: Path, password: str = "") -> None:
    """Copy an open database to a file, which only a whole, checked copy replaces; no part of one is left.

    Raises NotWhole when the database is damaged, else the engine's errors and OSError.
    """
    # The journals of what is there would be played into the new file.
    with replacing(target, engine.JOURNALS) as partial:
        made = engine.connect(partial, password)
        try:
            connection.backup(made)
            is_whole = bool(made.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
            # The copy of a file with a write-ahead log would keep one of its own beside it.
            made.execute("PRAGMA journal_mode = DELETE")
        finally:
            made.close()
        if not is_whole:
            raise NotWhole


def keep(path: Path, connection: Any, password: str = "") -> Path | None:
    """Copy the file as it is now to its copies on this computer, and delete those that need not be kept.

    Returns the copy, or None when it could not be made: that does not stop the work.
    """
    stamp = datetime.now().astimezone().strftime(_TIME)
    target = folder_of(path) / f"{safe_name(path.stem)} {stamp}.mission"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        copy(connection, target, password)
        for old in (*too_many(target.parent.glob("*.mission")), *_unfinished(target.parent)):
            old.unlink()
    except engine.kinds("Error", NotWhole, UserError, OSError):
        return None
    return target


def _unfinished(folder: Path) -> Iterator[Path]:
    """Yield the rests of copies during which the program was killed."""
    for ending in (".part", *(f".part{journal}" for journal in engine.JOURNALS)):
        yield from folder.glob(f".*{ending}")


def too_many(copies: Iterable[Path]) -> list[Path]:
    """Return those of the copies that need not be kept: all but the newest, and the newest of each of the last days."""
    ordered = sorted(copies, reverse=True)
    kept = set(ordered[:NEWEST])
    since = datetime.now().astimezone().date() - timedelta(days=DAYS)
    seen: set[date] = set()
    for one in ordered:
        made = made_at(one)
        if made and made.date() > since and made.date() not in seen:
            seen.add(made.date())
            kept.add(one)
    return [one for one in ordered if one not in kept]


def made_at(one: Path) -> datetime | None:
    """Return when a copy was made, from its name (a new password writes it anew); None for another file."""
    found = _STAMP.search(one.name)
    return datetime.strptime(found[1], _TIME).astimezone() if found else None


def all_kept() -> list[Path]:
    """Return the copies kept of all missions, whatever their files are called now."""
    return sorted((data_folder() / "backups").glob("*/*.mission"))


def before_restoring(folder: Path) -> list[Path]:
    """Return the files of a folder in whose place another was put, whatever the missions are called now."""
    try:
        return sorted(one for one in folder.iterdir() if _BEFORE.search(one.name) and one.is_file())
    except OSError:
        return []


def stem_before_restoring(path: Path) -> str | None:
    """Return what a file was called, without ending, before another was put in its place; None for any other file."""
    found = _BEFORE.search(path.name)
    return path.name[: found.start()] if found else None


def stamp_of(path: Path) -> str:
    """Return the time in the name of a copy, as a text that sorts; empty for another file."""
    found = _STAMP.search(path.name)
    return found[1] if found else ""


def name_before_restoring(path: Path) -> Path:
    """Return the path to which a file is moved before another takes its place."""
    return path.with_name(f"{path.stem} before restore {datetime.now().astimezone().strftime(_TIME)}.mission")


def folder_of(path: Path) -> Path:
    """Return the folder of the copies of a mission file."""
    # Missions of the same name in other folders have their own copies.
    mark = hashlib.sha256(str(path.resolve()).encode("utf-8", "replace")).hexdigest()[:10]
    return data_folder() / "backups" / f"{safe_name(path.stem)} {mark}"
