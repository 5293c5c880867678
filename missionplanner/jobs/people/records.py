"""People as whole records, with the organisations they represent: loaded, entered, removed; each act one step."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.own_values import differing, value_of, with_values
from missionplanner.domain.people import Membership, Person, PersonSector, post_of
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import MeetingDelegate
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _
from missionplanner.jobs.companies.representation import remove_people
from missionplanner.jobs.fields import values as own_values
from missionplanner.messages import Named, counted_message, message
from missionplanner.store.change import Change
from missionplanner.store.rows import new_uids
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person, the organisations they represent besides their main one, and the sectors they look after."""

    person: Person
    memberships: tuple[Membership, ...] = ()
    sectors: tuple[int, ...] = ()
    """The keys of the sectors they look after at meetings."""


def named(person: Person) -> Named:
    """Return the person as a message names them: by the name of now, found again by the uid."""
    return Named("people", person.uid, person.full_name or person.email)


def records(store: Store, keys: Iterable[int]) -> dict[int, PersonRecord]:
    """Return people with their memberships, by key."""
    wanted = list(keys)
    rows: dict[int, list[Membership]] = defaultdict(list)
    for row in store.where(Membership, "person_id", wanted):
        rows[row.person_id].append(row)
    sectors: dict[int, list[int]] = defaultdict(list)
    for sector in store.where(PersonSector, "person_id", wanted):
        sectors[sector.person_id].append(sector.sector_id)
    people = own_values.with_own(store, store.where(Person, "id", wanted))
    return {one.id: PersonRecord(one, tuple(rows[one.id]), tuple(sorted(sectors[one.id]))) for one in people}


def empty(side: Side) -> PersonRecord:
    """Return a person to be filled in, without an organisation."""
    return PersonRecord(Person(side=side))


def enter(store: Store, typed: PersonRecord, opened: PersonRecord) -> int:
    """Store a person, new or edited, as one step; return their key.

    opened: the person as the form first showed them; only the differences from it are stored. Raises UserError when
    the person has neither name nor address, or is gone.
    """
    person = typed.person
    if not (person.given_name or person.family_name or person.email):
        raise UserError(_("The person needs a name."), _("Type a given name, a family name or an e-mail address."))
    if not person.id:
        # The uid is given here, for the label names the person before they are stored.
        person = replace(person, uid=person.uid or new_uids(1)[0])
        with store.change(message("Enter {person}", person=named(person))) as change:
            key = change.insert(person)
            own_values.save(store, change, replace(person, id=key))
            change.insert_all(replace(row, person_id=key) for row in typed.memberships)
            change.insert_all(PersonSector(person_id=key, sector_id=sector) for sector in typed.sectors)
        return key
    current = records(store, [person.id]).get(person.id)
    if current is None:
        raise UserError(_("This person is no longer in the mission."), _("They may have been deleted or undone."))
    with store.change(message("Edit {person}", person=named(person))) as change:
        save(store, change, current, _overlay(current, opened, typed))
    return person.id


def save(store: Store, change: Change, before: PersonRecord, after: PersonRecord) -> None:
    """Store the differences between two records of one person.

    Meetings they were chosen for keep that, and are reported (`domain.people_rules.choices_stand`).
    """
    change.update(after.person)
    own_values.save(store, change, after.person, before.person.own)
    kept = {row.company_id: row for row in before.memberships}
    wanted = {row.company_id: row for row in after.memberships if row.company_id != after.person.company_id}
    change.delete(Membership, [row.id for company, row in kept.items() if company not in wanted])
    for company, row in wanted.items():
        if company in kept:
            change.update(replace(kept[company], role_id=row.role_id, **post_of(row)))
        else:
            change.insert(replace(row, id=0, uid="", person_id=before.person.id))
    if before.sectors != after.sectors:
        rows = store.where(PersonSector, "person_id", [before.person.id])
        change.delete(PersonSector, [row.id for row in rows if row.sector_id not in after.sectors])
        new = [sector for sector in after.sectors if sector not in before.sectors]
        change.insert_all(PersonSector(person_id=before.person.id, sector_id=sector) for sector in new)


def remove(store: Store, keys: Iterable[int]) -> int:
    """Delete people with everything that belongs to them, as one step; return how many."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} person", "Delete {n} people", len(gone))) as change:
        remove_people(store, change, gone)
    return len(gone)


def chosen_for(store: Store, keys: Iterable[int]) -> int:
    """Return for how many meetings some of these people were chosen by hand."""
    return len({row.meeting_id for row in store.where(MeetingDelegate, "delegate_id", list(keys))})


def side_without(store: Store, person: Person) -> Side:
    """Return the side somebody stays on who leaves their main organisation."""
    found = store.where(Company, "id", [person.company_id]) if person.company_id else []
    return found[0].side if found else person.side


def _overlay(current: PersonRecord, opened: PersonRecord, typed: PersonRecord) -> PersonRecord:
    """Return the person of now with what was typed: what another screen or a copy wrote meanwhile stays."""
    values = {name: value_of(typed.person, name) for name in differing(opened.person, typed.person)}
    memberships = current.memberships if typed.memberships == opened.memberships else typed.memberships
    sectors = current.sectors if typed.sectors == opened.sectors else typed.sectors
    return PersonRecord(with_values(current.person, values), memberships, sectors)


def find_person(snapshot: Snapshot, text: str) -> Person:
    """Return the one person of that name or e-mail address; raises UserError when there is none or several."""
    wanted = fold(text)
    found = [
        person for person in snapshot.people if wanted in {fold(one) for one in _spellings(snapshot, person) if one}
    ]
    if len(found) == 1:
        return found[0]
    if found:
        names = "; ".join(f"{snapshot.with_organisation(one)} <{one.email}>" for one in found[:5])
        raise UserError(_("“{name}” can be several people.").format(name=text), names)
    hint = _("Write the name or the e-mail address as it is in the list.")
    raise UserError(_("Nobody is called “{name}”.").format(name=text), hint)


def _spellings(snapshot: Snapshot, person: Person) -> tuple[str, ...]:
    """Return the texts a person is called by, the names in either order."""
    families = f"{person.family_name} {person.second_family_name}".strip()
    names = (
        person.full_name,
        f"{person.given_name} {person.family_name}".strip(),
        f"{person.given_name} {families}".strip(),
        f"{families} {person.given_name}".strip(),
    )
    titled = (f"{person.title} {person.full_name}", *(snapshot.addressed(person, one) for one in LANGUAGES))
    return *names, *titled, person.email, snapshot.with_organisation(person)
