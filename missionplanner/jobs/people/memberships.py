"""The organisations of a person: another one, one fewer, another main one, role and post in each; each one step."""

from dataclasses import replace
from typing import Unpack

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Membership, Post, post_of
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.companies.representation import first_of
from missionplanner.jobs.people.records import PersonRecord, named, records, save, side_without
from missionplanner.messages import Message, message
from missionplanner.store.store import Store


def represent(store: Store, person_id: int, company_id: int, role_id: int | None = None, **post: Unpack[Post]) -> None:
    """Have a person represent an organisation, the main one where they had none, or change role and post there.

    post: its wordings; those that are not given stay as they are.
    """
    before = _record(store, person_id)
    company = store.get(Company, company_id)
    label = message("{person} represents {company}", person=named(before.person), company=company.named)
    if before.person.company_id in (None, company_id):
        after = replace(before, person=replace(before.person, company_id=company_id, role_id=role_id, **post))
    else:
        new = Membership(person_id=person_id, company_id=company_id)
        known = next((one for one in before.memberships if one.company_id == company_id), new)
        row = replace(known, role_id=role_id, **post)
        others = tuple(one for one in before.memberships if one.company_id != company_id)
        after = replace(before, memberships=(*others, row))
    _save(store, label, before, after)


def leave(store: Store, person_id: int, company_id: int) -> None:
    """Have a person no longer represent an organisation; of the others one becomes the main one.

    Without any they stay on their side. Raises UserError when they do not represent it.
    """
    before = _record(store, person_id)
    label = message(
        "{person} leaves {company}", person=named(before.person), company=store.get(Company, company_id).named
    )
    _save(store, label, before, _without(store, before, company_id))


def make_main(store: Store, person_id: int, company_id: int) -> None:
    """Make an organisation a person represents their main one; the one it was stays as another.

    Raises UserError when they do not represent it.
    """
    before = _record(store, person_id)
    company = store.get(Company, company_id)
    label = message("Main organisation of {person}: {company}", person=named(before.person), company=company.named)
    if company_id == before.person.company_id:
        return
    _save(store, label, before, with_main(before, _of(before, company_id)))


def with_main(record: PersonRecord, membership: Membership) -> PersonRecord:
    """Return a person with a membership as the main one and the main one as a membership."""
    person = record.person
    others = [row for row in record.memberships if row.company_id != membership.company_id]
    if person.company_id is not None:
        others.append(
            Membership(person_id=person.id, company_id=person.company_id, role_id=person.role_id, **post_of(person))
        )
    role = person.role_id if membership.role_id is None else membership.role_id
    moved = replace(person, company_id=membership.company_id, role_id=role, **post_of(membership))
    return replace(record, person=moved, memberships=tuple(others))


def _without(store: Store, record: PersonRecord, company_id: int) -> PersonRecord:
    person = record.person
    if company_id != person.company_id:
        gone = _of(record, company_id)
        return replace(record, memberships=tuple(row for row in record.memberships if row is not gone))
    if record.memberships:
        moved = with_main(record, first_of(record.memberships))
        return replace(moved, memberships=tuple(row for row in moved.memberships if row.company_id != company_id))
    return replace(record, person=replace(person, company_id=None, side=side_without(store, person)))


def _of(record: PersonRecord, company_id: int) -> Membership:
    found = next((row for row in record.memberships if row.company_id == company_id), None)
    if found is None:
        raise UserError(_("This person does not represent that organisation."), _("Add it to their organisations."))
    return found


def _record(store: Store, person_id: int) -> PersonRecord:
    found = records(store, [person_id]).get(person_id)
    if found is None:
        raise UserError(_("This person is no longer in the mission."), _("They may have been deleted or undone."))
    return found


def _save(store: Store, label: Message, before: PersonRecord, after: PersonRecord) -> None:
    with store.change(label) as change:
        save(store, change, before, after)
