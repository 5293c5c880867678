"""Decisions on registrations: statuses, the reserve list, reviewers and marks; each is one step, with a report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from missionplanner.domain.applications import Application, Decision, Status, decide, refusal
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.exposed_companies import measure_called, measure_field
from missionplanner.domain.exposure import MEASURES, ExposureMeasure
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.domain.own_kinds import LISTS, FieldKind
from missionplanner.domain.reviews import Criterion, Review, ReviewScore, scores
from missionplanner.domain.scored_fields import field_of, fixed_marks, mark, unread
from missionplanner.domain.selection import candidates, reserve_list
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.fields import fees, values
from missionplanner.jobs.selection.exposed import measured
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store
from missionplanner.user import user_name


@dataclass(frozen=True, slots=True)
class Refusal:
    """A company that a change of many did not reach, and why."""

    company: str
    reason: str


@dataclass(frozen=True, slots=True)
class BulkReport:
    """The outcome of a change of many companies."""

    changed: tuple[int, ...]
    """Keys of companies."""
    refused: tuple[Refusal, ...]
    meetings_removed: int = 0


def set_status(store: Store, ids: Iterable[int], status: Status, reason: str = "") -> BulkReport:
    """Give registrations a status as one step; those that cannot take it stay and are reported with the reason.

    A company that withdraws loses the meetings still ahead in the same step; held ones stay with their outcomes.
    Companies put in reserve go to the end of the list of their side, in the given order.
    """
    keys = list(ids)
    companies = {company.id: company for company in store.where(Company, "id", keys)}
    sides = {company.side for company in companies.values()}
    busy = {key for meeting in store.all(Meeting) if meeting.stands for key in meeting.pair}
    unsettled = fees.refusals(store, keys) if status is Status.CONFIRMED else {}
    decision = Decision(status, user_name(), datetime.now(UTC), reason)
    changed: list[int] = []
    refused: list[Refusal] = []
    last = last_ranks(store)
    with store.change(message("Set status to {status}", status=status.message(*sides))) as change:
        place = {key: number for number, key in enumerate(keys)}
        # In the given order, in which they get their ranks in the reserve list.
        for application in sorted(store.where(Application, "company_id", keys), key=lambda one: place[one.company_id]):
            company = companies[application.company_id]
            why = refusal(application, status, company.side, company.id in busy) or unsettled.get(company.id, "")
            if why:
                refused.append(Refusal(company.name, why))
                continue
            decided = decide(application, decision)
            if status is Status.RESERVE:
                last[company.side] += 1
                decided = replace(decided, rank=last[company.side])
            change.update(decided)
            changed.append(application.company_id)
        lost = [m.id for m in store.all(Meeting) if m.is_ahead and set(m.pair) & set(changed)]
        if status is Status.WITHDRAWN:
            change.delete(Meeting, lost)
    return BulkReport(tuple(changed), tuple(refused), len(lost) if status is Status.WITHDRAWN else 0)


def last_ranks(store: Store) -> Counter[Side]:
    """Return the last place given in the reserve list of each side."""
    sides = store.column(Company, "side")
    found: Counter[Side] = Counter()
    for application in store.all(Application):
        side = sides[application.company_id]
        found[side] = max(found[side], application.rank or 0)
    return found


def approve_again(store: Store, ids: Iterable[int]) -> BulkReport:
    """Approve acceptances again whose registrations were edited since, as one step."""
    names = store.column(Company, "name")
    changed: list[int] = []
    refused: list[Refusal] = []
    with store.change(message("Approve again")) as change:
        for application in store.where(Application, "company_id", ids):
            if application.edited:
                change.update(replace(application, edited=""))
                changed.append(application.company_id)
            else:
                refused.append(Refusal(names[application.company_id], _("Nothing was edited since it was accepted.")))
    return BulkReport(tuple(changed), tuple(refused))


def assign_reviewer(store: Store, ids: Iterable[int], reviewer: str) -> BulkReport:
    """Assign registrations to a reviewer, as one step; "" takes the owner of each company's main sector."""
    keys = list(ids)
    snapshot = store.snapshot()
    changed: list[int] = []
    refused: list[Refusal] = []
    label = counted_message("Assign a reviewer to {n} company", "Assign a reviewer to {n} companies", len(keys))
    with store.change(label) as change:
        for application in store.where(Application, "company_id", keys):
            name = reviewer or _owner(snapshot, application.company_id)
            company = snapshot.company[application.company_id].name
            if not name:
                refused.append(Refusal(company, _("Its sector has no owner.")))
            elif name == application.reviewer:
                refused.append(Refusal(company, _("{name} reviews it already.").format(name=name)))
            else:
                change.update(replace(application, reviewer=name))
                changed.append(application.company_id)
    return BulkReport(tuple(changed), tuple(refused))


def move_in_reserve(store: Store, company: int, places: int) -> None:
    """Move a company up (negative) or down the reserve list of its side, as one step."""
    snapshot = store.snapshot()
    found = candidates(snapshot, snapshot.company[company].side) if company in snapshot.company else []
    waiting = [candidate.application for candidate in reserve_list(found)]
    place = next((n for n, one in enumerate(waiting) if one.company_id == company), None)
    if place is None:
        return
    waiting.insert(max(0, place + places), waiting.pop(place))
    with store.change(message("Move in the reserve list")) as change:
        # All are numbered anew, so that no rank is given twice.
        for number, application in enumerate(waiting, start=1):
            change.update(replace(application, rank=number))


def give_marks(store: Store, company: int, reviewer: str, marks: Mapping[int, int | None]) -> None:
    """Store a reviewer's marks of a company by criterion (None for an abstention), in place of earlier ones."""
    with store.change(message("Review {company}", company=store.get(Company, company).named)) as change:
        for known in store.where(Review, "company_id", [company]):
            if known.reviewer == reviewer and known.criterion_id in marks:
                change.delete(Review, [known.id])
        for criterion, mark in marks.items():
            change.insert(Review(company_id=company, criterion_id=criterion, reviewer=reviewer, mark=mark))


def criteria(store: Store) -> list[Criterion]:
    """Return the criteria in their order."""
    return sorted(store.all(Criterion), key=lambda one: (one.position, one.id))


def save_criteria(store: Store, wanted: Iterable[Criterion]) -> list[Criterion]:
    """Store the criteria in this order as one step, and return them; those no longer listed go with their marks.

    Raises UserError for one without a name, and where the marks of an own field say nothing of its values.
    """
    found = [replace(_named(one), position=place) for place, one in enumerate(wanted)]
    known = values.fields(store)
    for criterion in found:
        field = field_of(criterion, known)
        if field and (wrong := unread(field, criterion.points)):
            hint = _("Type values with a mark from 1 to 5, such as {example}.").format(example=_example(field))
            text = _("“{text}” gives no mark of “{field}”.").format(text=wrong, field=field.label)
            raise UserError(text, hint)
    kept = {criterion.id for criterion in found}
    with store.change(message("Edit the criteria")) as change:
        change.delete(Criterion, [one.id for one in store.all(Criterion) if one.id not in kept])
        for criterion in found:
            if criterion.id:
                change.update(criterion)
            else:
                change.insert(criterion)
    return criteria(store)


def _named(criterion: Criterion) -> Criterion:
    """Return a criterion that is called something in English: as in the first language it has a name in."""
    names = [name.strip() for name in (criterion.name_en, criterion.name_fr, criterion.name_es)]
    if not any(names):
        raise UserError(_("A name is needed."), _("One language is enough."))
    english = next(filter(None, names))
    return replace(criterion, name_en=english, name_fr=names[1], name_es=names[2])


def weight(text: str) -> float:
    """Return the weight that is typed, 1 for an empty text. Raises UserError for what is none."""
    try:
        found = float(text.replace(",", ".") or 1)
    except ValueError:
        found = -1.0
    if not 0 < found < _MOST_WEIGHT:
        raise UserError(_("“{weight}” is no weight: a number above 0.").format(weight=text))
    return found


_MOST_WEIGHT = 1000


def points(text: str) -> str:
    """Return the marks of values as they are stored: one a line."""
    return "\n".join(filter(None, map(str.strip, text.replace("\n", ";").split(";"))))


def read_from(store: Store, text: str) -> dict[str, Any]:
    """Return the fields of a criterion that say what it is read from: an own field of companies, or an exposure.

    Raises UserError where none is called so.
    """
    measure = measure_called(text)
    if not text.strip() or measure:
        return {"field_id": None, "exposure": measure or ExposureMeasure.NONE}
    known = values.fields(store)
    found = known.called(text.strip(), Subject.COMPANY)
    if found is None or found.subject is not Subject.COMPANY:
        measures = (measure_field(one).label for one in MEASURES)
        names = ", ".join((*(one.label for one in known.of(Subject.COMPANY)), *measures))
        hint = _("The fields are: {names}.").format(names=names)
        raise UserError(_("There is no own field “{name}”.").format(name=text.strip()), hint)
    return {"field_id": found.id, "exposure": ExposureMeasure.NONE}


def read_marks(store: Store, company: int, criteria: Iterable[Criterion]) -> dict[int, str]:
    """Return what own fields say of a company by criterion: the value, and the mark it gives."""
    known = values.fields(store)
    texts = {**values.by_record(store, Subject.COMPANY, [company]).get(company, {})}
    texts |= measured(store, [company]).get(company, {})
    found = {}
    for criterion in criteria:
        if field := field_of(criterion, known):
            text = texts.get(field.name, "")
            given = mark(field, criterion.points, text)
            shown = f"{field.label} – {field.shown(text)}" if text else _("{field} not said").format(field=field.label)
            found[criterion.id] = f"{shown} ({given})" if given is not None else shown
    return found


def _example(field: OwnField) -> str:
    """Return how marks of a field are typed."""
    if field.kind is FieldKind.YES_NO:
        return "{} = 5; {} = 1".format(_("yes"), _("no"))
    if field.kind in LISTS:
        return "; ".join(f"{value} = {n}" for n, value in zip((5, 3), field.options, strict=False))
    return "2026-01-01 = 5" if field.kind is FieldKind.DATE else "100 = 3; 1000 = 5"


def all_scores(store: Store) -> dict[int, ReviewScore]:
    """Return the scores of every reviewed company."""
    criteria = store.all(Criterion)
    exposed = measured(store) if any(one.exposure for one in criteria) else {}
    fixed = fixed_marks(criteria, values.fields(store), values.by_record(store, Subject.COMPANY), exposed)
    return scores(criteria, store.all(Review), fixed)


def reviewers(store: Store) -> list[str]:
    """Return everybody who reviews or owns a sector, by name."""
    columns = ((Application, "reviewer"), (Review, "reviewer"), (Sector, "owner"))
    names = {name for kind, column in columns for name in store.column(kind, column).values()}
    return sorted(names - {""}, key=str.casefold)


def _owner(snapshot: Snapshot, company: int) -> str:
    mine = snapshot.sectors_of.get(company, [])
    return snapshot.sector[snapshot.main_sector(mine[0])].owner if mine else ""
