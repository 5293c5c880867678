"""Registrations as whole records: loading, saving, and the acts of an organiser on them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain.applications import Application, Status, decide, refusal
from missionplanner.domain.changes import Record
from missionplanner.domain.companies import (
    Company,
    CompanySector,
    CompanyStop,
    Delegate,
    Offering,
    OfferingKind,
    Side,
)
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.store.store import Change, Store


@dataclass(frozen=True, slots=True)
class Refusal:
    """A company a bulk act did not change, and why."""

    company: str
    reason: str


@dataclass(frozen=True, slots=True)
class BulkReport:
    """What a bulk act changed (keys) and what it did not, with reasons."""

    changed: tuple[int, ...]
    refused: tuple[Refusal, ...]
    meetings_removed: int = 0


def records(store: Store, ids: Iterable[int] | None = None) -> dict[int, Record]:
    """Companies with everything that belongs to their registrations, by key; all of them without `ids`."""
    wanted = None if ids is None else list(ids)

    def rows(kind: type) -> list[Any]:
        return store.all(kind) if wanted is None else store.where(kind, "company_id", wanted)

    parts: dict[type, dict[int, list[Any]]] = {}
    for kind in (CompanySector, CompanyStop, Offering, Delegate, Application):
        grouped: dict[int, list[Any]] = defaultdict(list)
        for row in rows(kind):
            grouped[row.company_id].append(row)
        parts[kind] = grouped
    companies = store.all(Company) if wanted is None else store.where(Company, "id", wanted)
    return {company.id: _record(company, parts) for company in companies}


def _record(company: Company, parts: dict[type, dict[int, list[Any]]]) -> Record:
    def mine(kind: type) -> list[Any]:
        return parts[kind].get(company.id, [])

    offerings = sorted(mine(Offering), key=lambda row: (row.position, row.id))
    return Record(
        company=company,
        application=next(iter(mine(Application)), Application(company_id=company.id)),
        sectors=tuple(row.sector_id for row in sorted(mine(CompanySector), key=lambda row: (row.position, row.id))),
        stops=tuple(sorted(row.stop_id for row in mine(CompanyStop))),
        offers=tuple(row.text for row in offerings if row.kind is OfferingKind.OFFERS),
        seeks=tuple(row.text for row in offerings if row.kind is OfferingKind.SEEKS),
        delegates=tuple(mine(Delegate)),
    )


def add(change: Change, record: Record) -> int:
    """Store a new company with everything that belongs to it; returns its key."""
    key = change.insert(replace(record.company, id=0, uid=""))
    change.insert(replace(record.application, id=0, uid="", company_id=key))
    _insert_links(change, key, record)
    for delegate in record.delegates:
        change.insert(replace(delegate, id=0, uid="", company_id=key))
    return key


def save(store: Store, change: Change, before: Record, after: Record) -> None:
    """Store what differs between two records of one company; delegates no longer listed are removed."""
    key = before.company.id
    change.update(after.company)
    change.update(after.application)
    if _links(before) != _links(after):
        for kind in (CompanySector, CompanyStop, Offering):
            change.delete(kind, [row.id for row in _linked(store, kind, key)])
        _insert_links(change, key, after)
    kept = {delegate.id for delegate in after.delegates}
    change.delete(Delegate, [delegate.id for delegate in before.delegates if delegate.id not in kept])
    for delegate in after.delegates:
        if delegate.id:
            change.update(delegate)
        else:
            change.insert(replace(delegate, company_id=key))


def enter(store: Store, record: Record) -> int:
    """Store a registration from the form, new or edited, as one step; returns its key.

    Raises UserError when it has no name.
    """
    if not record.company.name.strip():
        raise UserError(_("The company needs a name."), _("Type it in the first field."))
    name = record.company.name
    if not record.company.id:
        with store.change(_("Enter {company}").format(company=name)) as change:
            return add(change, record)
    before = records(store, [record.company.id]).get(record.company.id)
    if before is None:
        raise UserError(_("This company is no longer in the mission."), _("It may have been deleted or undone."))
    record = replace(record, application=before.application)
    with store.change(_("Edit {company}").format(company=name)) as change:
        save(store, change, before, record)
    return record.company.id


def empty(side: Side, country: str = "") -> Record:
    """A registration to be filled in."""
    return Record(Company(side=side, name="", country=country), Application(company_id=0))


def remove(store: Store, ids: Iterable[int]) -> int:
    """Delete companies with everything that belongs to them, as one step; returns how many."""
    keys = list(ids)
    with store.change(count("Delete {n} company", "Delete {n} companies", len(keys))) as change:
        people = [person.id for person in store.where(Delegate, "company_id", keys)]
        for owner, owned in ((Owner.COMPANY, keys), (Owner.DELEGATE, people)):
            rows = [row.id for row in store.where(Availability, "owner_id", owned) if row.owner is owner]
            change.delete(Availability, rows)
        change.delete(Company, keys)
    return len(keys)


def set_status(store: Store, ids: Iterable[int], status: Status) -> BulkReport:
    """Give registrations a status as one step; those that cannot take it stay and are told with the reason.

    A company that withdraws loses the meetings still ahead in the same step; held ones stay with their outcomes.
    """
    keys = list(ids)
    names = {company.id: company.name for company in store.where(Company, "id", keys)}
    busy = {key for meeting in store.all(Meeting) if meeting.stands for key in meeting.pair}
    changed: list[int] = []
    refused: list[Refusal] = []
    with store.change(_("Set status to {status}").format(status=status.label)) as change:
        for application in store.where(Application, "company_id", keys):
            reason = refusal(application, status, application.company_id in busy)
            if reason:
                refused.append(Refusal(names[application.company_id], reason))
                continue
            change.update(decide(application, status))
            changed.append(application.company_id)
        lost = [m.id for m in store.all(Meeting) if m.is_ahead and set(m.pair) & set(changed)]
        if status is Status.WITHDRAWN:
            change.delete(Meeting, lost)
    return BulkReport(tuple(changed), tuple(refused), len(lost) if status is Status.WITHDRAWN else 0)


def _linked(store: Store, kind: type, key: int) -> list[Any]:
    return store.where(kind, "company_id", [key])


def _links(record: Record) -> tuple[tuple[object, ...], ...]:
    return record.sectors, record.stops, record.offers, record.seeks


def _insert_links(change: Change, key: int, record: Record) -> None:
    for position, sector in enumerate(record.sectors):
        change.insert(CompanySector(company_id=key, sector_id=sector, position=position))
    for stop in record.stops:
        change.insert(CompanyStop(company_id=key, stop_id=stop))
    for kind, texts in ((OfferingKind.OFFERS, record.offers), (OfferingKind.SEEKS, record.seeks)):
        for position, text in enumerate(texts):
            change.insert(Offering(company_id=key, kind=kind, text=text, position=position))
