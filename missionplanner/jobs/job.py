"""A long act in three parts, so that SQLite never crosses threads and a job is one undo step."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from missionplanner.progress import Progress
from missionplanner.store.store import Store

D = TypeVar("D")
R = TypeVar("R")
Opened = tuple[Path, str]
"""A mission file and its password."""


def keep(_store: Store, _result: object) -> None:
    """Write nothing: the `write` of a job that only reads."""


@dataclass(frozen=True, slots=True)
class Job(Generic[D, R]):
    """A long act, ready to be run."""

    title: str
    """The text shown while it runs; empty for what nobody waits for."""
    read: Callable[[Store], D]
    """Reads plain data, on the thread of the store."""
    work: Callable[[D, Progress], R]
    """Works on them in any thread; sees no store."""
    write: Callable[[Store, R], None] = keep
    """Writes the result as one step, on the thread of the store."""


def opened(store: Store) -> Opened:
    """Return what a job needs to open a mission once more, for reading only, in its own thread."""
    return store.path, store.password


@contextmanager
def without_collection() -> Iterator[None]:
    """Pause the search for cyclic garbage while very many plain objects are made, which hold no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def run_now(job: Job[D, R], store: Store, progress: Progress | None = None) -> R:
    """Run the whole job in this thread and return its result."""
    result = job.work(job.read(store), progress or Progress())
    job.write(store, result)
    return result
