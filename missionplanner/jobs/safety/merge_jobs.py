"""Merging beside the window: a copy compared, taken in, and brought to the same."""

import os
from collections.abc import Iterable
from pathlib import Path

from missionplanner.errors import PasswordNeeded
from missionplanner.i18n import _
from missionplanner.jobs.job import Job, Opened, opened
from missionplanner.jobs.safety import merging
from missionplanner.jobs.safety.clashes import OpenClash
from missionplanner.jobs.safety.merging import CopyComparison, Merged
from missionplanner.progress import Progress
from missionplanner.store.file import locks
from missionplanner.store.store import Store


def compare(path: Path, password: str = "") -> Job[Opened, CopyComparison | PasswordNeeded]:
    """Compare the mission with a copy of it; the result is the error where the copy has another password."""

    def work(mission: Opened, progress: Progress) -> CopyComparison | PasswordNeeded:
        progress.report(0.1)
        try:
            with Store.open(mission[0], read_only=True, password=mission[1]) as store:
                found = merging.compare(store, path, password)
        except PasswordNeeded as error:
            return error
        progress.report(1)
        return found

    return Job(_("Comparing with {name}").format(name=path.name), opened, work)


def take_in(
    found: CopyComparison, chosen: Iterable[tuple[OpenClash, int]], others: Iterable[str] = ()
) -> Job[None, list[Merged]]:
    """Take a copy in and settle what was chosen; the result holds what came of it.

    others: the uids of namesakes of those who were erased who are other people.
    """
    settled, taken = list(chosen), list(others)

    def write(store: Store, done: list[Merged]) -> None:
        done.append(merging.merge(store, found, settled, others=taken))

    title = _("Taking in {name}").format(name=found.path.name)
    return Job(title, lambda _store: None, lambda _nothing, _progress: [], write)


def give(path: Path, password: str = "") -> Job[Opened, None]:
    """Bring a copy to what the mission knows."""

    def work(mission: Opened, progress: Progress) -> None:
        progress.report(0.1)
        with Store.open(mission[0], read_only=True, password=mission[1]) as store:
            merging.give(store, path, password)

    return Job(_("Bringing {name} up to date").format(name=path.name), opened, work)


def obstacle(path: Path) -> str:
    """Return why a copy cannot be written, in a sentence; empty where it can."""
    guard = locks.lock(path) if os.access(path, os.W_OK) else None
    if guard is not None:
        locks.unlock(guard)
        return ""
    if holder := locks.holder(path):
        return _("{holder} has the copy open, so it stays as it is.").format(holder=holder)
    return _("The copy can only be read here, so it stays as it is.")
