"""Companies that were entered twice: found, compared side by side, merged, or kept apart."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain.applications import Status
from missionplanner.domain.changes import LIST_FIELDS, Registration, SourceDraft
from missionplanner.domain.companies import Alias, Attachment, Company, Distinction, Side
from missionplanner.domain.events import Attendance
from missionplanner.domain.field_types import stored_fields
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.own_values import differing, value_of, with_values
from missionplanner.domain.people import OrganisationKind, Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.reviews import Review
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Availability, Meeting, MeetingStatus, Owner
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.companies.registrations import records, save
from missionplanner.jobs.companies.representation import become, bring_memberships
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.job import Job
from missionplanner.jobs.wording import field_shown
from missionplanner.matching.duplicates import TraitIndex, traits
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.change import Change
from missionplanner.store.store import Store

_NOT_COMPARED = ("id", "uid", "side")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Two companies that look like one."""

    one: int
    two: int
    score: int
    """Likeness, 0 to 100."""
    reason: str


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field in which two registrations differ, with its values as people read them."""

    field: str
    label: str
    one: str
    two: str


def suspected() -> Job[dict[str, Any], list[Suspicion]]:
    """Return the job that searches the mission for companies entered twice, the likeliest first."""

    def read(store: Store) -> dict[str, Any]:
        distinct = {frozenset((d.company_id, d.other_id)) for d in store.all(Distinction)}
        people: dict[int, list[dict[str, str]]] = {}
        for person in store.all(Person):
            people.setdefault(person.company_id or 0, []).append({"email": person.email, "phone": person.phone})
        return {"companies": store.all(Company), "distinct": distinct, "people": people}

    def work(known: dict[str, Any], progress: Progress) -> list[Suspicion]:
        found = []
        for side in Side:
            index = TraitIndex()
            mine = [company for company in known["companies"] if company.side is side]
            for number, company in enumerate(mine):
                progress.report(number / len(mine), _("Looking for companies entered twice"))
                named = {name: getattr(company, name) for name in stored_fields(Company)}
                one = traits(named, known["people"].get(company.id, []))
                same = index.names.same(company.name)
                like = index.like(one)
                if same and frozenset((same[0], company.id)) not in known["distinct"]:
                    found.append(Suspicion(same[0], company.id, 100, _("the names are the same")))
                elif like and frozenset((like.other, company.id)) not in known["distinct"]:
                    found.append(Suspicion(like.other, company.id, like.score, like.reason))
                index.add(company.id, one)
        return sorted(found, key=lambda suspicion: (-suspicion.score, suspicion.one, suspicion.two))

    return Job(_("Looking for companies entered twice"), read, work)


def differences(store: Store, one: Registration, two: Registration) -> list[FieldDifference]:
    """Return the fields in which two registrations differ, in the order of the form."""
    own = own_values.fields(store)
    named = store.all(Sector), store.all(Stop), store.all(OrganisationKind), own

    def shown(name: str, value: Any) -> str:
        return field_shown(name, value, *named)

    found = []
    for name in differing(one.company, two.company):
        if name not in _NOT_COMPARED:
            found.append((name, value_of(one.company, name), value_of(two.company, name)))
    lists = ((name, getattr(one, name), getattr(two, name)) for name in LIST_FIELDS)
    found += [(name, ours, theirs) for name, ours, theirs in lists if ours != theirs]
    return [FieldDifference(name, label(name, own), shown(name, a), shown(name, b)) for name, a, b in found]


def usual_choice(one: Registration, two: Registration) -> set[str]:
    """Return the fields best taken from the second registration: those only it fills."""
    names = [name for name in differing(one.company, two.company) if name not in _NOT_COMPARED]
    found = {n for n in names if value_of(one.company, n) in (None, "") and value_of(two.company, n) not in (None, "")}
    return found | {part for part in LIST_FIELDS if not getattr(one, part) and getattr(two, part)}


def merge(store: Store, keep: int, other: int, take: Collection[str]) -> None:
    """Make two companies one as one step: `keep` stays and takes the fields in `take` from the other.

    Delegates, requests, meetings, reviews and files of the other come along; its name is kept as another spelling.
    Raises UserError when they are of different sides or one of them is gone.
    """
    found = records(store, [keep, other])
    if len(found) < 2:
        raise UserError(
            _("One of the companies is no longer in the mission."), _("It may have been deleted or undone.")
        )
    one, two = found[keep], found[other]
    if one.company.side is not two.company.side:
        raise UserError(_("Companies of different sides cannot be one."), _("Correct the side of one of them first."))
    label = message("Merge {other} into {company}", other=two.company.named, company=one.company.named)
    with store.change(label) as change:
        save(store, change, one, _merged(one, two, take))
        _bring_people(store, change, one, two)
        _bring_along(store, change, keep, other)
        change.insert(Alias(company_id=keep, name=two.company.name, merged_id=other))
        change.delete(Company, [other])


def tell_apart(store: Store, one: int, two: int) -> None:
    """Record that two companies are different, as one step."""
    label = message(
        "{one} and {two} are different", one=store.get(Company, one).named, two=store.get(Company, two).named
    )
    with store.change(label) as change:
        change.insert(Distinction(company_id=one, other_id=two))


_RANK = (Status.CONFIRMED, Status.ACCEPTED, Status.RESERVE, Status.UNDER_REVIEW, Status.INFORMATION_REQUESTED,
         Status.APPLIED, Status.DECLINED, Status.WITHDRAWN, Status.PROSPECT)  # fmt: skip
"""Statuses, the weightiest decision first: of two merged companies it counts."""


def _merged(one: Registration, two: Registration, take: Collection[str]) -> Registration:
    """Return the one that stays with the fields taken from the other and the weightier decision of the two."""
    known = {*stored_fields(Company), *two.company.own}
    values = {name: value_of(two.company, name) for name in take if name in known}
    parts = {part: getattr(two, part) for part in LIST_FIELDS if part in take}
    application = one.application
    if _RANK.index(two.application.status) < _RANK.index(application.status):
        theirs = two.application
        application = replace(
            application,
            status=theirs.status,
            announced=theirs.announced,
            rank=theirs.rank,
            reason=theirs.reason,
            decided_at=theirs.decided_at,
            decided_by=theirs.decided_by,
        )
    return replace(one, company=with_values(one.company, values), application=application, **parts)


def _bring_people(store: Store, change: Change, one: Registration, two: Registration) -> None:
    """Move the other's people over; what one has who is known already goes to the known one."""
    bring_memberships(store, change, one.company.id, two.company.id)
    for person in two.delegates:
        same = next((known for known in one.delegates if _is_same(known, person)), None)
        if same is None:
            change.update(replace(person, company_id=one.company.id))
            continue
        become(store, change, same, replace(person, company_id=one.company.id))


def _is_same(known: Person, person: Person) -> bool:
    if fold(known.full_name) and fold(known.full_name) == fold(person.full_name):
        return True
    return bool(known.email) and known.email == person.email and not (known.full_name and person.full_name)


def _give_absences(store: Store, change: Change, owner: Owner, before: int, after: int) -> None:
    for row in store.where(Availability, "owner_id", [before]):
        if row.owner is owner:
            change.update(replace(row, owner_id=after))


def _bring_along(store: Store, change: Change, keep: int, other: int) -> None:
    """Give the other company's records to the one that stays; of two for one pair only the weightier stays."""
    weight: dict[type[Any], Any] = {
        Request: lambda row: (row.priority is Priority.NO_THANKS, row.priority is Priority.MUST_MEET),
        Meeting: lambda row: (row.stands, row.status is MeetingStatus.CONFIRMED),
    }
    for kind, heavy in weight.items():
        both = [keep, other]
        rows = [*store.where(kind, "delegation_id", both), *store.where(kind, "counterpart_id", both)]
        best: dict[tuple[Any, ...], Any] = {}
        for row in sorted(rows, key=lambda row: (heavy(row), other not in row.pair), reverse=True):
            if _pair_after_merge(row, other, keep) in best:
                change.delete(kind, [row.id])
            else:
                best[_pair_after_merge(row, other, keep)] = row
                change.update(_given_to(row, other, keep))
    _give_absences(store, change, Owner.COMPANY, other, keep)
    movable: tuple[type[Any], ...] = (Review, Attachment, Attendance, Alias, SourceDraft)
    for kind in movable:
        there = {_meaning(row) for row in store.where(kind, "company_id", [keep])}
        for row in store.where(kind, "company_id", [other]):
            # What the one that stays has already goes with the other.
            if _meaning(row) not in there:
                change.update(replace(row, company_id=keep))


def _meaning(row: Any) -> Any:
    """Return what a review or invitation is of; of the others each is its own."""
    if isinstance(row, Review):
        return row.criterion_id, row.reviewer
    return row.event_id if isinstance(row, Attendance) else row.uid


def _pair_after_merge(row: Any, other: int, keep: int) -> tuple[Any, ...]:
    pair = tuple(keep if key == other else key for key in row.pair)
    return (*pair, row.asked_by) if isinstance(row, Request) else pair


def _given_to(row: Any, other: int, keep: int) -> Any:
    names = ("delegation_id", "counterpart_id")
    return replace(row, **{name: keep for name in names if getattr(row, name) == other})
