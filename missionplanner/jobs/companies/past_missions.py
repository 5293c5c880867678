"""An organisation over earlier missions, looked up in the files of a folder; nothing of it is kept in this mission."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Alias, Company
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import OUTCOME_LABELS, Meeting, MeetingStatus, Outcome
from missionplanner.errors import PasswordNeeded, UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.job import Job
from missionplanner.matching import names
from missionplanner.matching.duplicates import domain_of
from missionplanner.progress import Progress
from missionplanner.store.store import Store

_MOST = 500
"""Mission files of a folder that are looked into at most."""
_NOTHING = ("", "none")
"""The kinds of outcomes that are no result."""


@dataclass(frozen=True, slots=True)
class PastPart:
    """The part of an organisation in an earlier mission."""

    mission: str
    starts: date
    ends: date
    path: Path
    company: str
    """The name it had there."""
    status: str
    """Where its registration ended, in the language of the screen."""
    asked: int
    """How many requests it made."""
    planned: int
    held: int
    no_shows: int
    """How many meetings it did not come to."""
    results: tuple[str, ...]
    """Of its meetings, in words, each with how often."""


@dataclass(frozen=True, slots=True)
class PastRecord:
    """All its parts, newest first, and the files that were not read."""

    parts: tuple[PastPart, ...] = ()
    unread: tuple[str, ...] = ()
    """The names of files, each with the reason."""

    @property
    def summary(self) -> str:
        """The number of missions with what it did in them, in a line."""
        if not self.parts:
            return _("No mission of this folder knows it.")
        amounts = (
            count("{n} mission", "{n} missions", len(self.parts)),
            count("{n} meeting held", "{n} meetings held", sum(part.held for part in self.parts)),
            count("{n} no-show", "{n} no-shows", sum(part.no_shows for part in self.parts)),
        )
        return ", ".join(amounts)


def looking_up(folder: Path, company_id: int, password: str = "") -> Job[tuple[Company, str], PastRecord]:
    """Return the job that looks a company up in the missions of a folder."""

    def read(store: Store) -> tuple[Company, str]:
        return store.get(Company, company_id), store.mission.uid

    def work(wanted: tuple[Company, str], progress: Progress) -> PastRecord:
        return look_up(folder, *wanted, password=password, progress=progress)

    return Job(_("Looking into earlier missions"), read, work)


def look_up(
    folder: Path, company: Company, own: str, password: str = "", progress: Progress | None = None
) -> PastRecord:
    """Return what the missions of a folder, and of the folders in it, say of a company.

    own: the uid of the mission it is of, whose copies are left out. Raises UserError where there is no such folder.
    """
    if not folder.is_dir():
        raise UserError(_("There is no folder {name}.").format(name=folder), _("Choose another folder."))
    parts: dict[str, PastPart] = {}
    unread = []
    paths = sorted({*folder.glob("*.mission"), *folder.glob("*/*.mission")})[:_MOST]
    for number, path in enumerate(paths):
        if progress:
            progress.report(number / len(paths), path.stem)
        try:
            with Store.open(path, read_only=True, password=password) as store:
                known = store.mission.uid in (own, *parts)
                found = None if known else _part(store, path, company)
                if found:
                    parts[store.mission.uid] = found
        except PasswordNeeded:
            unread.append(_("{name} has a password").format(name=path.name))
        except UserError as error:
            unread.append(f"{path.name}: {error.text}")
    return PastRecord(tuple(sorted(parts.values(), key=lambda one: one.starts, reverse=True)), tuple(unread))


def _part(store: Store, path: Path, company: Company) -> PastPart | None:
    there = _same(store, company)
    if there is None:
        return None
    mission = store.mission
    meetings = [one for one in store.all(Meeting) if there.id in one.pair]
    held = Counter(one.status for one in meetings)
    missed = sum(one.status is MeetingStatus.NO_SHOW and one.no_show_side == there.side.value for one in meetings)
    application = next(iter(store.where(Application, "company_id", [there.id])), None)
    mine = [one for one in store.all(Request) if there.id in (one.delegation_id, one.counterpart_id)]
    return PastPart(
        mission=mission.called(current().language),
        starts=mission.starts,
        ends=mission.ends,
        path=path,
        company=there.name,
        status=application.status.label(there.side) if application else "",
        asked=sum(one.asked_by is there.side for one in mine),
        planned=sum(one.stands for one in meetings),
        held=held[MeetingStatus.HELD],
        no_shows=missed,
        results=tuple(_results(store, meetings)),
    )


def _results(store: Store, meetings: Iterable[Meeting]) -> Iterator[str]:
    outcomes = [one for one in store.where(Outcome, "meeting_id", [m.id for m in meetings]) if one.kind not in _NOTHING]
    t = current()
    for kind, number in Counter(one.kind for one in outcomes).items():
        sums = Counter[str]()
        for one in outcomes:
            if one.kind == kind and one.value:
                sums[one.currency] += one.value  # type: ignore[assignment]
        values = ", ".join(f"{t.number(value)} {currency}".strip() for currency, value in sums.items())
        words = f"{t.number(number)} × {_(OUTCOME_LABELS[kind])}"
        yield f"{words} ({values})" if values else words


def _same(store: Store, company: Company) -> Company | None:
    """Return the company of a mission that is the same organisation: by its uid, its number, its name or its site."""
    known = store.all(Company)
    also = {one.company_id: one.name for one in store.all(Alias)}
    tests: tuple[Callable[[Company], bool], ...] = (
        lambda one: one.uid == company.uid,
        lambda one: bool(company.registration_number) and one.registration_number == company.registration_number,
        lambda one: _called_the_same(company, (one.name, one.operating_name, also.get(one.id, ""))),
        lambda one: bool(company.website) and domain_of(one.website) == domain_of(company.website) != "",
    )
    for same in tests:
        with suppress(StopIteration):
            return next(one for one in known if same(one))
    return None


def _called_the_same(company: Company, others: Iterable[str]) -> bool:
    keys = [names.key(name) for name in (company.name, company.operating_name) if name]
    return any(key.same(names.key(other)) for key in keys for other in others if other)
