"""A long act in three parts, so that SQLite never crosses threads and a job is one undo step."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from missionplanner.progress import Progress
from missionplanner.store.store import Store

D = TypeVar("D")
R = TypeVar("R")


def keep(_store: Store, _result: object) -> None:
    """The `write` of a job that only looks."""


@dataclass(frozen=True, slots=True)
class Job(Generic[D, R]):
    """title: shown while it runs; read and write run on the store's thread, work anywhere with plain data."""

    title: str
    read: Callable[[Store], D]
    work: Callable[[D, Progress], R]
    write: Callable[[Store, R], None] = keep


@contextmanager
def without_collection() -> Iterator[None]:
    """Pause the search for cyclic garbage while very many plain objects are made, none of which is any."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def run_now(job: Job[D, R], store: Store, progress: Progress | None = None) -> R:
    """Run the whole job in this thread and return what it worked out."""
    result = job.work(job.read(store), progress or Progress())
    job.write(store, result)
    return result
