"""A process in which calls of the file system fail, one in each trial: `python -m tests.faults.failing ROOT SECONDS HOW ACT…`.

It runs with `failing_calls.c` loaded before the system's library and prints a line of JSON for every act: how many calls
it makes, how often one failed, and what was wrong afterwards. HOW is "fail" or "kill"; SECONDS are for each act.
"""

import ctypes
import json
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from missionplanner import unfinished
from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords
from tests.faults.failing_acts import ACTS, PASSWORD, SECRET, Act, prepare, state

ERRORS = {"ENOSPC": 28, "EIO": 5, "EACCES": 13}
KILL = -1
OTHERS = ("good.mission", "theirs.mission")
"""Copies of the mission somebody made, which keep what they have."""
KEPT = ("missionplanner/backups/*/*.mission", "missionplanner/replicas/*.json", "missionplanner/erased/*.json")
"""The files this computer keeps of missions."""


class Calls:
    """The calls of the system below some folders, counted or failing."""

    def __init__(self, root: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._library.fault_call.restype = ctypes.c_char_p
        self._library.fault_disarm.restype = ctypes.c_long
        self._root = os.fsencode(root)

    def arm(self, at: int, error: int) -> None:
        """Have a call (from 1; 0: none) fail with this error."""
        self._library.fault_arm(self._root, ctypes.c_long(at), error)

    def disarm(self) -> int:
        """Let all calls be; the number of those there were."""
        return int(self._library.fault_disarm())

    @property
    def failed(self) -> str:
        """The call that failed, and its file."""
        return os.fsdecode(self._library.fault_call()).replace(os.fsdecode(self._root), "")


@dataclass
class Place:
    """A folder of its own for every trial: the mission's, this computer's data, temporary files."""

    root: Path
    template: Path

    @property
    def work(self) -> Path:
        return self.root / "work"

    def keep(self) -> None:
        """Make what is there the beginning of every trial."""
        shutil.rmtree(self.template, ignore_errors=True)
        shutil.copytree(self.root, self.template)

    def begin(self) -> None:
        """Put everything back."""
        shutil.rmtree(self.root)
        shutil.copytree(self.template, self.root)

    def files(self, folder: str) -> set[str]:
        """The files and folders below one, by their paths in it."""
        return {one.relative_to(self.root / folder).as_posix() for one in (self.root / folder).rglob("*")}


@dataclass
class Expected:
    """What an act that succeeds comes from and to."""

    before: Any
    after: Any
    there: set[str]
    made: dict[str, int] = field(default_factory=dict)
    """The sizes of what it writes."""


def state_of(path: Path) -> Any:
    """The content of a mission, with its password or without."""
    return state(path, PASSWORD if passwords.has_password(path) else "")


def expected(place: Place, act: Act) -> Expected:
    """Carry an act out undisturbed."""
    place.begin()
    act.before(place.work)
    Store.open(place.work / "m.mission", password=PASSWORD).close()
    place.keep()
    before, there = state_of(place.work / "m.mission"), place.files("work")
    act.do(place.work)
    made = {name: (place.work / name).stat().st_size for name in place.files("work") - there}
    return Expected(before, state_of(place.work / "m.mission"), there, made)


def examine(place: Place, act: Act, wanted: Expected) -> Iterator[str]:
    """Yield what is wrong after an act: lost, changed by half, or left."""
    left = unfinished.sweep()
    if left:
        yield f"not deleted: {left}"
    path = place.work / "m.mission"
    with Store.open(path, password=PASSWORD) as store:
        if store.read_only:
            yield "the lock was left"
        for one in passwords.cover(store):
            yield f"not covered: {one}"
    if state_of(path) not in (wanted.before, wanted.after):
        yield "the mission is neither as before nor as after"
    # Lock files nobody holds go at the next opening, empty journals at the next change.
    for one in (path, *(place.work / other for other in OTHERS)):
        with Store.open(one, password=PASSWORD) as store, store.change(message("Go on")) as change:
            change.update(replace(store.get(Company, 4), city="Laval"))
    with suppress(UserError):
        Store.open(place.work / "damaged.mission").close()
    yield from _left_beside(place, act, wanted)
    yield from _left_elsewhere(place)
    yield from _halves(place, wanted)
    if passwords.has_password(path):
        yield from _readable(place.root)


def _left_beside(place: Place, act: Act, wanted: Expected) -> Iterator[str]:
    """Yield the files that are gone from the mission's folder, and those that have no business there."""
    gone = wanted.there - place.files("work")
    if gone:
        yield f"lost: {sorted(gone)}"
    for name in sorted(place.files("work") - wanted.there):
        if not any(fnmatch(name, pattern) for pattern in act.makes):
            yield f"left: {name}"


def _left_elsewhere(place: Place) -> Iterator[str]:
    """Yield the files that were left among the data of this computer, and the temporary ones."""
    for name in sorted(place.files("data")):
        if (place.root / "data" / name).is_file() and not any(fnmatch(name, pattern) for pattern in KEPT):
            yield f"left among the data: {name}"
    for one in (place.root / "tmp").rglob("*"):
        if one.is_file():
            yield f"left: {one.name}"


def _halves(place: Place, wanted: Expected) -> Iterator[str]:
    """Yield missions that do not open, and other files that are not as long as they would be."""
    for one in sorted(place.root.rglob("*.mission")):
        try:
            if not one.name.startswith("damaged"):
                state_of(one)
        except UserError as error:
            yield f"{one.name}: {error}"
    for name, size in wanted.made.items():
        one = place.work / name
        if one.is_file() and one.suffix != ".mission" and abs(one.stat().st_size - size) > size / 10:
            yield f"half a file: {name}"


def _readable(root: Path) -> Iterator[str]:
    """Yield the files below a folder in which a secret of a protected mission can be read."""
    for one in sorted(root.rglob("*")):
        if one.is_file() and one.name not in (*OTHERS, "damaged.mission") and SECRET.encode() in one.read_bytes():
            yield f"in the open: {one.name}"


def fail(place: Place, act: Act, calls: Calls, at: int, error: int) -> list[str]:
    """Have one call of an act fail; what is wrong afterwards."""
    found = []
    calls.arm(at, error)
    try:
        act.do(place.work)
    except UserError as raised:
        found += [] if raised.text and raised.hint else [f"no hint: {raised}"]
    except BaseException:  # noqa: BLE001 (it is what is looked for)
        found.append(traceback.format_exc(limit=-4))
    finally:
        calls.disarm()
    return found


def kill(place: Place, act: Act, calls: Calls, at: int, _error: int) -> list[str]:
    """Have the program killed at one call of an act."""
    child = os.fork()
    if not child:
        calls.arm(at, KILL)
        try:
            act.do(place.work)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    return []


def trials(place: Place, act: Act, how: Callable[..., list[str]], seconds: float) -> dict[str, Any]:
    """Have calls of an act fail one after the other, in random order, as long as there is time."""
    calls, chance = Calls(place.root), random.Random(1)
    wanted = expected(place, act)
    place.begin()
    calls.arm(0, 0)
    act.do(place.work)
    number = calls.disarm()
    points = [(at, error) for at in range(1, number + 1) for error in (ERRORS.values() if how is fail else [KILL])]
    chance.shuffle(points)
    end, done, found = time.monotonic() + seconds, 0, []
    for at, error in points:
        if time.monotonic() > end:
            break
        place.begin()
        wrong = how(place, act, calls, at, error)
        failed = calls.failed if how is fail else f"call {at}"
        try:
            wrong += list(examine(place, act, wanted))
        except BaseException:  # noqa: BLE001 (a mission that does not open is what is looked for)
            wrong.append(traceback.format_exc(limit=-4))
        found += [f"{failed} ({error}): {one}" for one in wrong]
        done += 1
    return {"calls": number, "points": len(points), "trials": done, "found": found}


def main(root: Path, seconds: float, how: str, names: list[str]) -> None:
    """Try the acts of these names."""
    place = Place(root / "place", root / "template")
    for name in ("work", "data", "config", "tmp"):
        (place.root / name).mkdir(parents=True)
    os.environ |= {"XDG_DATA_HOME": str(place.root / "data"), "XDG_CONFIG_HOME": str(place.root / "config")}
    tempfile.tempdir = str(place.root / "tmp")
    dbapi2.connect(":memory:").execute("PRAGMA cipher_default_kdf_iter = 1000")  # a trial takes little time
    prepare(place.work)
    base = root / "base"
    shutil.copytree(place.root, base)
    for name in names:
        shutil.rmtree(place.template, ignore_errors=True)
        shutil.copytree(base, place.template)
        result = trials(place, ACTS[name], {"fail": fail, "kill": kill}[how], seconds)
        sys.stdout.write(json.dumps({"act": name, **result}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), float(sys.argv[2]), sys.argv[3], sys.argv[4:] or list(ACTS))
