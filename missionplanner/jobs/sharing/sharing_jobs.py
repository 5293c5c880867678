"""A shared mission kept the same beside the window."""

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from missionplanner.errors import UserError
from missionplanner.jobs.job import Job
from missionplanner.jobs.sharing import links, present, synchronising
from missionplanner.jobs.sharing.links import CarrierMemory, SharedPlace
from missionplanner.jobs.sharing.present import Colleague, SharingComputer
from missionplanner.jobs.sharing.synchronising import Exchanged, Synchronised, carrier_of
from missionplanner.sharing.carrier import Carrier
from missionplanner.store.store import Store

Outcome = Synchronised | UserError | None
"""The result; the error where the carrier is away, None where there was nothing to do."""


class HintLine(Protocol):
    """A line on which a carrier says that something came."""

    def fileno(self) -> int:
        """Return the number of the socket, which can be read from when something was said."""

    def came(self) -> bool:
        """Return whether something came since the last time. Raises UserError where the line was cut."""

    def close(self) -> None:
        """Listen no more."""


@dataclass(frozen=True, slots=True)
class Begun:
    """All that is needed beside the window."""

    path: Path
    password: str
    link: SharedPlace
    memory: CarrierMemory
    me: SharingComputer
    word: bytes
    """The word this computer has for the others; empty where that is nothing new."""


@dataclass(slots=True)
class SharedLook:
    """A look at what others did: what is to be done, and what came of it."""

    has_changed: bool
    """Whether something may have to be sent."""
    about: str = ""
    """The uid of the company one looks at, for colleagues to see."""
    is_news: bool = False
    """Whether that is to be said, although nothing has to be sent."""
    wants_hints: bool = False
    """Whether the carrier is to be listened to from now on."""
    hints: HintLine | None = None
    """The line on which it says that something came, to be closed by whoever asked; None where it cannot."""
    is_taking_in: bool = False
    """Whether what changes now is what others did."""
    outcome: Outcome = None
    colleagues: list[Colleague] = field(default_factory=list)
    """The others, as their computers last said."""


def synchronising_job(look: SharedLook) -> Job[Begun | None, Exchanged | UserError | None]:
    """Return the job that sends and takes in; nobody waits for it, so it has no title. look: gets what came of it."""

    def write(store: Store, found: Exchanged | UserError | None) -> None:
        look.is_taking_in = True
        look.outcome = _finished(store, found, look.about)
        look.is_taking_in = False

    return Job("", lambda store: _begun(store, look), lambda begun, _progress: _exchanged(begun, look), write)


def _begun(store: Store, look: SharedLook) -> Begun | None:
    link = synchronising.link_of(store)
    if link is None:
        return None
    word = present.word(store, look.about) if look.is_news else b""
    return Begun(store.path, store.password, link, links.memory_of(store.path), present.sharer(store), word)


def _exchanged(begun: Begun | None, look: SharedLook) -> Exchanged | UserError | None:
    if begun is None:
        return None
    try:
        with closing(carrier_of(begun.link)) as carrier:
            if look.wants_hints:
                look.hints = _line(carrier)  # first, so that nothing comes between it and the look
            if begun.word and carrier.may_write:
                present.say_word(carrier, begun.word, begun.me)
            look.colleagues = present.colleagues(carrier, begun.me)
            if not look.has_changed and set(carrier.parcels()) == begun.memory.read:
                return None
        with Store.open(begun.path, read_only=True, password=begun.password) as store:
            return synchronising.exchange(store, begun.link, begun.memory, begun.me.writer)
    except UserError as error:
        return error


def _line(carrier: Carrier) -> HintLine | None:
    """Return a line to listen to; None where there is none, or the server has none left: then one looks."""
    try:
        return carrier.listen()
    except UserError:
        return None


def _finished(store: Store, found: Exchanged | UserError | None, about: str) -> Outcome:
    link = synchronising.link_of(store)
    if link is None or not isinstance(found, Exchanged):
        return found if isinstance(found, UserError) else None
    try:
        return synchronising.finish(store, link, found, store.steps.own_replica(), about)
    except UserError as error:
        return error
