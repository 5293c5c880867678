"""Registrations as whole records: loaded, saved, removed."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import LIST_FIELDS, Registration, SourceEntry, overlay, weighty
from missionplanner.domain.companies import (
    BoughtInput,
    Company,
    CompanySector,
    CompanyStop,
    Market,
    Offering,
    OfferingKind,
    Partner,
    Side,
)
from missionplanner.domain.intents import IntentList
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_values import parted
from missionplanner.domain.participants import by_id
from missionplanner.domain.people import Membership, Person, Representative, post_of
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.errors import UserError
from missionplanner.i18n import _, language_of_country
from missionplanner.jobs.companies.representation import leave
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.messages import counted_message, message
from missionplanner.store.change import Change
from missionplanner.store.rows import new_uids
from missionplanner.store.store import Store

Fields = Mapping[str, Any]
"""Values by the names of fields of a record."""
_LISTED = tuple(dict.fromkeys(LIST_FIELDS.values()))
"""The kinds of rows that only list something of a company."""


def records(store: Store, ids: Iterable[int] | None = None) -> dict[int, Registration]:
    """Return companies with everything that belongs to their registrations, by key; all of them without `ids`."""
    wanted = None if ids is None else list(ids)

    def rows(kind: type) -> list[Any]:
        return store.all(kind) if wanted is None else store.where(kind, "company_id", wanted)

    parts: dict[type, dict[int, list[Any]]] = {}
    for kind in (*_LISTED, Person, Application, Membership):
        grouped: dict[int, list[Any]] = defaultdict(list)
        for row in own_values.with_own(store, rows(kind)) if kind is Person else rows(kind):
            grouped[row.company_id].append(row)
        parts[kind] = grouped
    companies = own_values.with_own(store, store.all(Company) if wanted is None else store.where(Company, "id", wanted))
    others = sorted({row.person_id for found in parts[Membership].values() for row in found})
    people = by_id(own_values.with_own(store, store.where(Person, "id", others)))
    return {company.id: _record(company, parts, people) for company in companies}


def names(store: Store) -> dict[int, str]:
    """Return the names of all companies by key."""
    return store.column(Company, "name")


def number_of_sides(store: Store, keys: Collection[int]) -> Counter[Side]:
    """Return how many of these companies are on each side."""
    sides = store.column(Company, "side") if keys else {}
    return Counter(Side(sides[key]) for key in keys if key in sides)


def _record(company: Company, parts: dict[type, dict[int, list[Any]]], people: Mapping[int, Person]) -> Registration:
    def mine(kind: type) -> list[Any]:
        return parts[kind].get(company.id, [])

    offerings = sorted(mine(Offering), key=lambda row: (row.position, row.uid))
    return Registration(
        company=company,
        application=next(iter(mine(Application)), Application(company_id=company.id)),
        sectors=tuple(row.sector_id for row in sorted(mine(CompanySector), key=lambda row: (row.position, row.uid))),
        stops=tuple(sorted(row.stop_id for row in mine(CompanyStop))),
        offers=tuple(row.entry for row in offerings if row.kind is OfferingKind.OFFERS),
        seeks=tuple(row.entry for row in offerings if row.kind is OfferingKind.SEEKS),
        markets=tuple(replace(row, id=0, uid="", company_id=0) for row in sorted(mine(Market), key=_order)),
        inputs=tuple(replace(row, id=0, uid="", company_id=0) for row in sorted(mine(BoughtInput), key=_order)),
        partners=tuple(replace(row, id=0, uid="", company_id=0) for row in sorted(mine(Partner), key=_order)),
        delegates=tuple(mine(Person)),
        representatives=tuple(
            Representative(people[row.person_id], row)
            for row in sorted(mine(Membership), key=lambda row: row.person_id)
            if people[row.person_id].company_id != company.id
        ),
    )


def _order(row: Market | BoughtInput | Partner) -> tuple[int, str]:
    return row.position, row.uid  # not the key: copies agree on it


def add_all(store: Store, change: Change, new: Sequence[Registration]) -> list[int]:
    """Store new companies with everything that belongs to them, many at once; return their keys."""
    keys = change.insert_all([record.company for record in new])
    own = ((key, record.company.own) for key, record in zip(keys, new, strict=True))
    own_values.add(store, change, Subject.COMPANY, own)
    change.insert_all([record.application for record in new], company_id=keys)
    pairs = list(zip(keys, new, strict=True))
    _insert_lists(store, change, pairs)
    people = [(key, person) for key, record in pairs for person in record.delegates]
    added = change.insert_all([person for _key, person in people], company_id=[key for key, _person in people])
    of_people = ((key, person.own) for key, (_company, person) in zip(added, people, strict=True))
    own_values.add(store, change, Subject.PERSON, of_people)
    for key, record in pairs:
        for one in record.representatives:
            _begin(store, change, one, key)
    return keys


def add_entries(
    store: Store, change: Change, entries: Sequence[SourceEntry], told: Iterable[tuple[Fields, Fields]]
) -> list[int]:
    """Store new companies as sources state them, thousands at once; return their keys.

    told: the fields of each company and of its application.
    """
    if not entries:
        return []
    companies, applications = zip(*told, strict=True)
    keys = change.insert_columns(Company, **_columns(Company, companies))
    change.insert_columns(Application, company_id=keys, **_columns(Application, applications))
    _insert_lists(store, change, list(zip(keys, entries, strict=True)))
    people = [(key, person) for key, entry in zip(keys, entries, strict=True) for person in entry.delegates]
    owners = [key for key, _person in people]
    added = change.insert_columns(Person, company_id=owners, **_columns(Person, [person for _key, person in people]))
    _add_own(store, change, Subject.COMPANY, keys, companies)
    _add_own(store, change, Subject.PERSON, added, [person for _key, person in people])
    return keys


def _add_own(store: Store, change: Change, subject: Subject, keys: Sequence[int], told: Sequence[Fields]) -> None:
    """Store the values of own fields among what was stated of new records."""
    own_values.add(store, change, subject, ((key, parted(one)[1]) for key, one in zip(keys, told, strict=True)))


def _columns(kind: type, records: Sequence[Fields]) -> dict[str, list[Any]]:
    """Return the fields of records that some of them have, as columns."""
    named = set().union(*records)
    return {f.name: [record.get(f.name, f.default) for record in records] for f in fields(kind) if f.name in named}


def save(store: Store, change: Change, before: Registration, after: Registration) -> None:
    """Store the differences between two records of one company; delegates no longer listed leave it."""
    key = before.company.id
    change.update(after.company)
    own_values.save(store, change, after.company, before.company.own)
    change.update(_to_be_approved(before, after))
    if any(getattr(before, name) != getattr(after, name) for name in LIST_FIELDS):
        _save_lists(store, change, key, after)
    kept = {delegate.id for delegate in after.delegates}
    known = by_id(before.delegates)
    leave(store, change, [delegate for delegate in before.delegates if delegate.id not in kept], {key})
    for delegate in after.delegates:
        if delegate.id:
            change.update(delegate)
            own_values.save(store, change, delegate, known[delegate.id].own if delegate.id in known else {})
        else:
            added = replace(delegate, id=change.insert(replace(delegate, company_id=key)))
            own_values.save(store, change, added)
    _save_representatives(store, change, before, after)


def _save_representatives(store: Store, change: Change, before: Registration, after: Registration) -> None:
    """Store who represents the company besides another; meetings others were chosen for keep that."""
    known = {one.person.id: one for one in before.representatives}
    left = known.keys() - {one.person.id for one in after.representatives}
    change.delete(Membership, [known[key].membership.id for key in left])
    for one in after.representatives:
        if (old := known.get(one.person.id)) == one:
            continue  # another part of the step may have moved them
        if old:
            change.update(one.person)
            own_values.save(store, change, one.person, old.person.own)
            there = one.membership
            change.update(replace(old.membership, role_id=there.role_id, **post_of(there)))
        elif one.person.id not in {person.id for person in after.delegates}:
            _begin(store, change, one, before.company.id)


def _begin(store: Store, change: Change, one: Representative, company_id: int) -> None:
    """Have somebody represent a company; it is the main one of who had none."""
    own_values.save(store, change, one.person, own_values.stored(store, one.person))
    if one.person.company_id is None:
        post = post_of(one.membership if one.membership.position else one.person)
        change.update(replace(one.person, company_id=company_id, **post))
        return
    change.update(one.person)
    change.insert(replace(one.membership, id=0, uid="", company_id=company_id))


def _to_be_approved(before: Registration, after: Registration) -> Application:
    """Return the application; where the company was accepted, with the fields changed since that decided on it."""
    if not before.application.status.takes_part or not (found := weighty(before, after)):
        return after.application
    known = [name for name in before.application.edited.split(",") if name]
    return replace(after.application, edited=",".join(dict.fromkeys([*known, *found])))


def enter(store: Store, typed: Registration, opened: Registration) -> int:
    """Store a registration from the form, new or edited, as one step; return its key.

    opened: the registration as the form first showed it; only the differences from it are stored, so that changes by an
    import or another screen meanwhile stay. Raises UserError when it has no name or is gone.
    """
    if not typed.company.name.strip():
        raise UserError(_("The company needs a name."), _("Type it in the first field."))
    if not typed.company.id:
        # Its uid is given here, for the label names it before it is stored.
        typed = replace(typed, company=replace(typed.company, uid=typed.company.uid or new_uids(1)[0]))
        with store.change(message("Enter {company}", company=typed.company.named)) as change:
            return add_all(store, change, [typed])[0]
    current = records(store, [typed.company.id]).get(typed.company.id)
    if current is None:
        raise UserError(_("This company is no longer in the mission."), _("It may have been deleted or undone."))
    with store.change(message("Edit {company}", company=typed.company.named)) as change:
        save(store, change, current, overlay(current, opened, typed))
    return typed.company.id


def overwritten(store: Store, typed: Registration, opened: Registration) -> dict[str, Any]:
    """Return the fields of a company that somebody else changed while it was typed into, with what they wrote.

    opened: the registration as it was when the typing began. What nobody typed into is not overwritten.
    """
    known = store.where(Company, "id", [typed.company.id])
    found = {}
    for name in (field.name for field in fields(Company) if known):
        mine, before, theirs = (getattr(one, name) for one in (typed.company, opened.company, known[0]))
        if mine not in (before, theirs) and theirs != before:
            found[name] = theirs
    return found


def empty(side: Side, country: str = "") -> Registration:
    """Return a registration to be filled in; its language is that of the country, where it has one."""
    company = Company(side=side, name="", country=country, language=language_of_country(country))
    return Registration(company, Application(company_id=0))


def remove(store: Store, ids: Iterable[int]) -> int:
    """Delete companies with everything that belongs to them, as one step; return how many.

    Their people go too, but for those who represent others: their next organisation becomes the main one.
    """
    keys = list(ids)
    with store.change(counted_message("Delete {n} company", "Delete {n} companies", len(keys))) as change:
        leave(store, change, store.where(Person, "company_id", keys), set(keys))
        # Absences belong to owners of several kinds, so no foreign key takes them along.
        rows = [row.id for row in store.where(Availability, "owner_id", keys) if row.owner is Owner.COMPANY]
        change.delete(Availability, rows)
        change.delete(Company, keys)
    return len(keys)


def _insert_lists(store: Store, change: Change, pairs: Sequence[tuple[int, Registration | SourceEntry]]) -> None:
    """Store the lists of companies: one bulk insert for each kind."""
    for kind, rows in _lists(pairs, intents_of(store)).items():
        if rows:
            change.insert_columns(kind, **dict(zip(_COLUMNS[kind], zip(*rows, strict=True), strict=True)))


def _save_lists(store: Store, change: Change, key: int, after: Registration) -> None:
    """Store the lists of a company; what stays listed stays the same record, for others may have changed it."""
    for kind, rows_after in _lists([(key, after)], intents_of(store)).items():
        wanted = [kind(**dict(zip(_COLUMNS[kind], row, strict=True))) for row in rows_after]
        there: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
        rows: list[Any] = store.where(kind, "company_id", [key])
        for row in rows:
            there[_content(row)].append(row)
        new: list[Any] = []
        for one in wanted:
            same = there[_content(one)].pop(0) if there[_content(one)] else None
            if same is None:
                new.append(one)
            elif hasattr(one, "position"):
                change.update(replace(same, position=one.position))
        change.delete(kind, [row.id for left in there.values() for row in left])
        change.insert_all(new)


def _content(row: Any) -> tuple[Any, ...]:
    """Return what a row lists."""
    return tuple(getattr(row, field.name) for field in fields(row) if field.name not in ("id", "uid", "position"))


def _lists(
    pairs: Iterable[tuple[int, Registration | SourceEntry]], listed: IntentList
) -> dict[type, list[tuple[Any, ...]]]:
    """Return the rows of the lists of companies, by their kinds; their columns are those of `_COLUMNS`."""
    pairs = list(pairs)
    return {
        CompanySector: [(key, one, place) for key, record in pairs for place, one in enumerate(record.sectors)],
        CompanyStop: [(key, one) for key, record in pairs for one in sorted(record.stops)],
        Offering: [
            (key, kind, text, place, intents)
            for key, record in pairs
            for kind, texts in ((OfferingKind.OFFERS, record.offers), (OfferingKind.SEEKS, record.seeks))
            for place, (text, intents) in enumerate(map(listed.split, texts))
        ],
        Market: [(key, row.country, row.share, row.position) for key, record in pairs for row in record.markets],
        BoughtInput: [
            (key, row.what, row.country, row.share, row.position) for key, record in pairs for row in record.inputs
        ],
        Partner: [
            (key, row.name, row.relationship, row.place, row.position)
            for key, record in pairs
            for row in record.partners
        ],
    }


_COLUMNS: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind) if field.name not in ("id", "uid")) for kind in _LISTED
}
"""The columns of the rows of lists, without key and uid."""
