"""A shared mission kept the same beside the window."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.jobs.job import Job
from missionplanner.jobs.sharing import links, synchronising
from missionplanner.jobs.sharing.links import CarrierMemory, SharedPlace
from missionplanner.jobs.sharing.synchronising import Exchanged, Synchronised, carrier_of
from missionplanner.store.store import Store

Outcome = Synchronised | UserError | None
"""The result; the error where the carrier is away, None where there was nothing to do."""


@dataclass(frozen=True, slots=True)
class Begun:
    """All that is needed beside the window."""

    path: Path
    password: str
    link: SharedPlace
    memory: CarrierMemory
    writer: str


def synchronising_job(has_changed: bool, outcome: list[Outcome]) -> Job[Begun | None, Exchanged | UserError | None]:
    """Return the job that sends and takes in; nobody waits for it, so it has no title.

    has_changed: whether something may have to be sent. outcome: gets what came of it.
    """

    def write(store: Store, found: Exchanged | UserError | None) -> None:
        outcome.append(_finished(store, found))

    return Job("", _begun, lambda begun, _progress: _exchanged(begun, has_changed), write)


def _begun(store: Store) -> Begun | None:
    link = synchronising.link_of(store)
    if link is None:
        return None
    return Begun(store.path, store.password, link, links.memory_of(store.path), store.steps.own_replica())


def _exchanged(begun: Begun | None, has_changed: bool) -> Exchanged | UserError | None:
    if begun is None:
        return None
    try:
        with closing(carrier_of(begun.link)) as carrier:
            if not has_changed and set(carrier.parcels()) == begun.memory.read:
                return None
        with Store.open(begun.path, read_only=True, password=begun.password) as store:
            return synchronising.exchange(store, begun.link, begun.memory, begun.writer)
    except UserError as error:
        return error


def _finished(store: Store, found: Exchanged | UserError | None) -> Outcome:
    link = synchronising.link_of(store)
    if link is None or not isinstance(found, Exchanged):
        return found if isinstance(found, UserError) else None
    try:
        return synchronising.finish(store, link, found, store.steps.own_replica())
    except UserError as error:
        return error
