"""The organisations people represent, as people move between them, leave them, or become one person."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event, PersonAttendance
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.people import Membership, Person, PersonSector, post_of
from missionplanner.domain.rooms import Stay
from missionplanner.domain.sign_ins import SignIn
from missionplanner.domain.timetable import Availability, Meeting, MeetingDelegate, Owner
from missionplanner.domain.vehicles import VehicleSeat
from missionplanner.store.change import Change
from missionplanner.store.store import Store


def remove_people(store: Store, change: Change, keys: Iterable[int]) -> None:
    """Delete people with everything that belongs to them."""
    gone = list(keys)
    # Absences belong to owners of several kinds, so no foreign key takes them along.
    rows = [row.id for row in store.where(Availability, "owner_id", gone) if row.owner is Owner.DELEGATE]
    change.delete(Availability, rows)
    change.delete(Person, gone)


def leave(store: Store, change: Change, people: Iterable[Person], organisations: Collection[int]) -> None:
    """Have people no longer represent these, their main organisations; who represents no other is deleted.

    Meetings they were chosen for keep that, and are reported (`domain.people_rules.choices_stand`).
    """
    left = list(people)
    others = [
        row
        for row in store.where(Membership, "person_id", [person.id for person in left])
        if row.company_id not in organisations
    ]
    gone = []
    for person in left:
        mine = [row for row in others if row.person_id == person.id]
        if mine:
            promote(change, person, first_of(mine))
        else:
            gone.append(person.id)
    remove_people(store, change, gone)


def first_of(memberships: Iterable[Membership]) -> Membership:
    """Return the membership that becomes the main one where that is gone."""
    return min(memberships, key=lambda row: row.company_id)


def promote(change: Change, person: Person, membership: Membership) -> None:
    """Make the organisation of a membership the main one of a person, in place of the present one."""
    role = person.role_id if membership.role_id is None else membership.role_id
    moved = replace(person, company_id=membership.company_id, role_id=role, **post_of(membership))
    change.update(moved)
    change.delete(Membership, [membership.id])


def bring_memberships(store: Store, change: Change, keep: int, other: int) -> None:
    """Have those who represent an organisation that becomes another represent that one, once each."""
    there = {row.person_id for row in store.where(Membership, "company_id", [keep])}
    there |= {person.id for person in store.where(Person, "company_id", [keep])}
    moved = [row for row in store.where(Membership, "company_id", [other]) if row.person_id not in there]
    for row in moved:
        change.update(replace(row, company_id=keep))
    # Whose main organisation the other was represents the one that stays as the main one now.
    mains = {person.id for person in store.where(Person, "company_id", [other])}
    twice = [row.id for row in store.where(Membership, "company_id", [keep]) if row.person_id in mains]
    change.delete(Membership, twice)


def become(store: Store, change: Change, keep: Person, other: Person) -> None:
    """Give all that a person has (organisations, meetings, events, absences) to one who is the same; delete them."""
    _give_organisations(store, change, keep, other)
    named = {row.meeting_id for row in store.where(MeetingDelegate, "delegate_id", [keep.id])}
    for meeting in store.where(MeetingDelegate, "delegate_id", [other.id]):
        if meeting.meeting_id not in named:
            change.update(replace(meeting, delegate_id=keep.id))
    _give_parts(store, change, keep, other)
    for interpreted in store.where(Meeting, "interpreter_id", [other.id]):
        change.update(replace(interpreted, interpreter_id=keep.id))
    for called in store.where(Event, "interpreter_id", [other.id]):
        change.update(replace(called, interpreter_id=keep.id))
    _give_travel(store, change, keep, other)
    for absence in store.where(Availability, "owner_id", [other.id]):
        if absence.owner is Owner.DELEGATE:
            change.update(replace(absence, owner_id=keep.id))
    change.delete(Person, [other.id])


def _give_parts(store: Store, change: Change, keep: Person, other: Person) -> None:
    """Have the person who stays come to the other's events, and look after the other's sectors."""
    known = {row.event_id for row in store.where(PersonAttendance, "person_id", [keep.id])}
    for part in store.where(PersonAttendance, "person_id", [other.id]):
        if part.event_id not in known:
            change.update(replace(part, person_id=keep.id))
    mine = {row.sector_id for row in store.where(PersonSector, "person_id", [keep.id])}
    for row in store.where(PersonSector, "person_id", [other.id]):
        if row.sector_id not in mine:
            change.update(replace(row, person_id=keep.id))


_THEIRS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (JourneyLeg, ("kind", "flight")),
    (Stay, ("hotel_id", "check_in")),
    (VehicleSeat, ("event_id",)),
    (SignIn, ("kind", "event_id")),
)
"""The records that belong to one person, with the fields that say that two are of the same."""


def _give_travel(store: Store, change: Change, keep: Person, other: Person) -> None:
    """Have the person who stays come, sleep, ride and sign in as the other did, where they do not do so themselves."""
    for kind, same in _THEIRS:
        mine = {tuple(getattr(row, name) for name in same) for row in store.where(kind, "person_id", [keep.id])}
        for row in store.where(kind, "person_id", [other.id]):
            if tuple(getattr(row, name) for name in same) not in mine:
                change.update(replace(row, person_id=keep.id))
    for stay in store.where(Stay, "mate_id", [other.id]):
        change.update(replace(stay, mate_id=keep.id))


def _give_organisations(store: Store, change: Change, keep: Person, other: Person) -> None:
    """Have the person who stays represent the other's organisations too; without any, the other's main one first."""
    mine = {row.company_id for row in store.where(Membership, "person_id", [keep.id])} | {keep.company_id}
    theirs = store.where(Membership, "person_id", [other.id])
    if other.company_id is not None and keep.company_id is None:
        role = other.role_id if keep.role_id is None else keep.role_id
        post = post_of(keep if keep.position else other)
        side = store.get(Company, other.company_id).side
        change.update(replace(keep, company_id=other.company_id, role_id=role, side=side, **post))
        mine.add(other.company_id)
    elif other.company_id is not None and other.company_id not in mine:
        row = Membership(person_id=keep.id, company_id=other.company_id, role_id=other.role_id, **post_of(other))
        change.insert(row)
        mine.add(other.company_id)
    for row in theirs:
        if row.company_id not in mine:
            change.update(replace(row, person_id=keep.id))
