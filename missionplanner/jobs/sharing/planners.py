"""Who makes a timetable of a shared mission: others are told, and a second planner knows before beginning."""

from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.jobs.sharing import present, sharing, synchronising
from missionplanner.jobs.sharing.links import SharedPlace
from missionplanner.jobs.sharing.present import Colleague, SharingComputer
from missionplanner.progress import Progress
from missionplanner.store.store import Store

D = TypeVar("D")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class PlanAnnounced(Generic[D]):
    """The data of a job, and what is said while it works."""

    data: D
    place: SharedPlace | None
    me: SharingComputer
    begins: bytes
    ends: bytes


def announced(job: Job[D, R]) -> Job[PlanAnnounced[D], R]:
    """Return a job that makes a timetable as one that says so to those who share the mission."""

    def read(store: Store) -> PlanAnnounced[D]:
        data, place = job.read(store), synchronising.link_of(store)
        if place is None:
            return PlanAnnounced(data, None, SharingComputer("", "", ""), b"", b"")
        words = (present.word(store, present.PLANNING), present.word(store, ""))
        return PlanAnnounced(data, place, present.sharer(store), *words)

    def work(found: PlanAnnounced[D], progress: Progress) -> R:
        _say(found.place, found.begins, found.me)
        try:
            return job.work(found.data, progress)
        finally:
            _say(found.place, found.ends, found.me)

    return Job(job.title, read, work, job.write)


def planning(colleagues: Iterable[Colleague], now: datetime) -> str:
    """Return a sentence on colleagues who make a timetable at the moment; empty where nobody does."""
    names = [one.name for one in colleagues if one.about == present.PLANNING and one.is_here(now)]
    if not names:
        return ""
    text = _("A timetable is being made elsewhere, by {names}. Of two that are made apart one is kept as a version.")
    return text.format(names=", ".join(dict.fromkeys(names)))


def planning_elsewhere(store: Store, now: datetime) -> str:
    """Return the same of those who share a mission; empty where it is not shared, or they cannot be asked."""
    if synchronising.link_of(store) is None:
        return ""
    with suppress(UserError):
        return planning(sharing.colleagues(store), now)
    return ""


def _say(place: SharedPlace | None, said: bytes, me: SharingComputer) -> None:
    """Say something to those who share the mission, where they can be reached."""
    if place is None:
        return
    with suppress(UserError), closing(synchronising.carrier_of(place)) as carrier:
        if carrier.may_write:
            present.say_word(carrier, said, me)
