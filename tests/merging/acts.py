"""What people do to their copies: small acts of every kind, through the jobs where there are jobs."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Attachment, Company, Market, Partner, Side
from missionplanner.domain.events import Event, Part
from missionplanner.domain.figures import Figure, Series
from missionplanner.domain.journals import Letter
from missionplanner.domain.mission import Sector, Stop, Table, Venue
from missionplanner.domain.moves import Grade, MoveVerdict
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.privacy import is_anonymous
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.timetable import (
    Availability,
    Meeting,
    MeetingStatus,
    Owner,
    Session,
    Slot,
    Version,
)
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies import attachments, cells, duplicates, registrations
from missionplanner.jobs.imports import companies as company_imports
from missionplanner.jobs.imports import requests as request_imports
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.outcomes import entering as outcome_entering
from missionplanner.jobs.people import attendance as person_attendance
from missionplanner.jobs.people import memberships
from missionplanner.jobs.programme import attendance, programme
from missionplanner.jobs.relationships import asking
from missionplanner.jobs.requests import entering
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import availability, meetings, planning, versions
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import erasing, restoring
from tests import builders

T = TypeVar("T")
Act = Callable[[Store, random.Random], Any]
ACTS: dict[str, Act] = {}
_WORDS = ("oak", "elm", "ash", "yew", "fir")
_NAMES = ("Ida", "Odo", "Uwe", "Eva", "Ana")
"""What people are called: nothing else is, so that erasing them changes no other text."""
_CITIES = ("Oslo", "Lima", "Rome")


def act(function: Act) -> Act:
    """Have a function be one of the acts."""
    ACTS[function.__name__] = function
    return function


class NothingToDo(Exception):
    """There is nothing an act could be done to."""


def one_of(found: list[T], chance: random.Random) -> T:
    """Return one of several. Raises NothingToDo where there is none."""
    if not found:
        raise NothingToDo
    return chance.choice(found)


def record(store: Store, kind: type[T], chance: random.Random) -> T:
    """Return a record of a kind."""
    return one_of(store.all(kind), chance)


# -- companies


@act
def edit_company(store: Store, chance: random.Random) -> None:
    """Type into the form of a company."""
    before = one_of(list(registrations.records(store).values()), chance)
    name = chance.choice(("phone", "city", "notes", "employees", "consent"))
    value: Any = {"employees": chance.randrange(5), "consent": chance.random() < 0.5}.get(name, chance.choice(_WORDS))
    registrations.enter(store, replace(before, company=replace(before.company, **{name: value})), before)


@act
def edit_many(store: Store, chance: random.Random) -> None:
    """Change a column of all companies at once."""
    value = chance.choice(_CITIES)
    edits = [Edit(company.id, "city", value) for company in store.all(Company)]
    cells.edit(store, edits, message("Fill down"))


@act
def add_company(store: Store, chance: random.Random) -> None:
    """Enter a new company with a person."""
    side = chance.choice(list(Side))
    made = registrations.empty(side)
    name = f"{chance.choice(_WORDS).title()} {chance.randrange(99)}"
    people = (Person(company_id=0, given_name=chance.choice(_NAMES), family_name=chance.choice(_NAMES)),)
    sectors = tuple(chance.sample([s.id for s in store.all(Sector)], k=min(2, len(store.all(Sector)))))
    company = replace(made.company, name=name)
    registrations.enter(store, replace(made, company=company, delegates=people, sectors=sectors), made)


@act
def remove_companies(store: Store, chance: random.Random) -> None:
    """Delete one or two companies."""
    registrations.remove(store, {record(store, Company, chance).id for _one in range(chance.randrange(1, 3))})


@act
def edit_lists(store: Store, chance: random.Random) -> None:
    """Change the ordered lists of a company."""
    before = one_of(list(registrations.records(store).values()), chance)
    words = tuple(chance.sample(_WORDS, k=chance.randrange(4)))
    name = chance.choice(("offers", "seeks", "markets", "partners", "sectors", "stops"))
    made: dict[str, Any] = {
        "markets": tuple(Market(country=word, position=n) for n, word in enumerate(words)),
        "partners": tuple(Partner(name=word, position=n) for n, word in enumerate(words)),
    }
    for part, kind in (("sectors", Sector), ("stops", Stop)):
        keys = [one.id for one in store.all(kind)]
        made[part] = tuple(chance.sample(keys, k=min(len(keys), chance.randrange(3))))
    registrations.enter(store, replace(before, **{name: made.get(name, words)}), before)


@act
def edit_people(store: Store, chance: random.Random) -> None:
    """Add, change or remove a person of a company."""
    before = one_of(list(registrations.records(store).values()), chance)
    people = list(before.delegates)
    way = chance.randrange(3)
    if way == 0 or not people:
        people.append(Person(company_id=before.company.id, family_name=chance.choice(_NAMES)))
    elif way == 1:
        place = chance.randrange(len(people))
        name = chance.choice(("email", "phone", "position"))
        people[place] = replace(people[place], **{name: chance.choice(_NAMES), "precedence": chance.randrange(3)})
    else:
        people.pop(chance.randrange(len(people)))
    registrations.enter(store, replace(before, delegates=tuple(people)), before)


@act
def represent(store: Store, chance: random.Random) -> None:
    """Have somebody represent another organisation, or no longer, or it be the main one."""
    known = [person for person in store.all(Person) if not is_anonymous(person)]
    person, company = one_of(known, chance), record(store, Company, chance)
    rows = store.where(Membership, "person_id", [person.id])
    way = chance.randrange(3)
    if way == 0 or not rows:
        memberships.represent(store, person.id, company.id, position=chance.choice(_WORDS))
    elif way == 1:
        memberships.leave(store, person.id, chance.choice(rows).company_id)
    else:
        memberships.make_main(store, person.id, chance.choice(rows).company_id)


@act
def take_part(store: Store, chance: random.Random) -> None:
    """Have somebody come to an event, or stay away from it."""
    person, event = record(store, Person, chance), record(store, Event, chance)
    person_attendance.set_part(store, event.id, [person.id], chance.choice((Part.IN, Part.OUT, None)))


@act
def attach(store: Store, chance: random.Random) -> None:
    """Keep a file or a logo with a company."""
    company = record(store, Company, chance).id
    if chance.random() < 0.5:
        attachments.set_logo(store, company, b"PNG" + bytes([chance.randrange(3)]))
        return
    path = store.path.with_name(f"{chance.choice(_WORDS)}.txt")
    path.write_text(chance.choice(_WORDS), encoding="utf-8")
    attachments.attach(store, company, path)


@act
def detach(store: Store, chance: random.Random) -> None:
    """Remove a file from its company."""
    attachments.detach(store, [record(store, Attachment, chance).id])


@act
def merge_duplicates(store: Store, chance: random.Random) -> None:
    """Make two companies of a side one."""
    keep = record(store, Company, chance)
    other = one_of([one for one in store.all(Company) if one.side is keep.side and one.id != keep.id], chance)
    duplicates.merge(store, keep.id, other.id, ["phone"] if chance.random() < 0.5 else [])


@act
def tell_apart(store: Store, chance: random.Random) -> None:
    """Record that two companies are different."""
    keep = record(store, Company, chance)
    other = one_of([one for one in store.all(Company) if one.side is keep.side and one.id != keep.id], chance)
    duplicates.tell_apart(store, keep.id, other.id)


# -- imports

_FORMS = (
    ("en.csv", "Company name\tPhone\tCity\tDelegate email", "{name}\t+1 613 555 010{n}\t{city}\t{word}@example.com"),
    ("fr.csv", "Nom de l'entreprise\tVille\tSecteurs", "{name}\t{city}\tAdvanced manufacturing"),
)


@act
def import_companies(store: Store, chance: random.Random) -> None:
    """Import registrations from one of two forms."""
    name, headings, line = chance.choice(_FORMS)
    rows = [
        line.format(name=wanted, n=chance.randrange(9), city=chance.choice(_CITIES), word=chance.choice(_NAMES))
        for wanted in chance.sample(("D1", "D2", "Nova", "Terra"), k=2)
    ]
    pasted = "\n".join((headings, *rows))
    options = ImportOptions(Path(name), Side.DELEGATION, pasted=pasted)
    company_imports.accept(store, run_now(company_imports.analyse(options), store))


@act
def import_requests(store: Store, chance: random.Random) -> None:
    """Import a list of requests."""
    rows = [f"D{chance.randrange(1, 4)}\tC{chance.randrange(1, 4)}\tmust meet" for _row in range(2)]
    pasted = "\n".join(("Company\tWants to meet\tPriority", *rows))
    request_imports.accept(store, run_now(request_imports.analyse(Path("wishes.csv"), pasted=pasted), store))


# -- requests and decisions


def _pair(store: Store, chance: random.Random) -> tuple[int, int]:
    delegation = [company.id for company in store.all(Company) if company.side is Side.DELEGATION]
    counterparts = [company.id for company in store.all(Company) if company.side is Side.COUNTERPART]
    return one_of(delegation, chance), one_of(counterparts, chance)


@act
def set_priorities(store: Store, chance: random.Random) -> None:
    """Set or take back the requests of pairs."""
    wanted = {_pair(store, chance): chance.choice([*Priority, None]) for _one in range(2)}
    entering.set_priorities(store, wanted, chance.choice(list(Side)))


@act
def order_requests(store: Store, chance: random.Random) -> None:
    """Say whom a company wants to meet later."""
    request = record(store, Request, chance)
    others = [c.id for c in store.all(Company) if c.side is Side.COUNTERPART and c.id != request.counterpart_id]
    entering.save(store, replace(request, comment=chance.choice(_WORDS)), {request.delegation_id: others[:1]})


@act
def decide(store: Store, chance: random.Random) -> None:
    """Give a company a status."""
    company = record(store, Company, chance).id
    decisions.set_status(
        store, [company], chance.choice((Status.RESERVE, Status.WITHDRAWN, Status.APPLIED, Status.ACCEPTED))
    )


@act
def give_marks(store: Store, chance: random.Random) -> None:
    """Mark an application."""
    criterion = record(store, Criterion, chance)
    decisions.give_marks(store, record(store, Company, chance).id, chance.choice(_WORDS[:2]), {criterion.id: 3})


# -- meetings


def make_plan(store: Store, chance: random.Random, share: float = 0.8) -> None:
    """Make the timetable anew at once: meetings stay, move, come and go."""
    snapshot = store.snapshot()
    held = {meeting.pair: meeting for meeting in snapshot.meetings if meeting.stands}
    places = [
        (slot.id, table.id)
        for slot in snapshot.slots
        for table in snapshot.tables_of.get(snapshot.venue_of_slot[slot.id].id, ())
    ]
    chance.shuffle(places)
    found = [meeting for meeting in held.values() if not meeting.is_ahead]
    for pair in sorted({request.pair for request in snapshot.requests}):
        if (pair not in held or held[pair].is_ahead) and places and chance.random() < share:
            slot, table = places.pop()
            made = Meeting(delegation_id=pair[0], counterpart_id=pair[1], slot_id=slot, table_id=table)
            found.append(held[pair].moved_to(slot, table) if pair in held else made)
    proposal = planning.difference(snapshot, found, snapshot.requests)
    planning.accept(store, replace(proposal, sessions=frozenset(session.id for session in snapshot.sessions)))


@act
def plan(store: Store, chance: random.Random) -> None:
    """Make the timetable."""
    make_plan(store, chance)


@act
def drag(store: Store, chance: random.Random) -> None:
    """Drag a meeting to another place."""
    meeting = record(store, Meeting, chance)
    place = record(store, Slot, chance).id, record(store, Table, chance).id
    meetings.drop(store, MoveVerdict(Grade.FREE, "", (meeting.moved_to(*place),)))


@act
def place_meeting(store: Store, chance: random.Random) -> None:
    """Put a new meeting into the timetable."""
    one, other = _pair(store, chance)
    place = record(store, Slot, chance).id, record(store, Table, chance).id
    made = Meeting(id=-1, delegation_id=one, counterpart_id=other, slot_id=place[0], table_id=place[1])
    meetings.drop(store, MoveVerdict(Grade.FREE, "", (made,)))


@act
def change_meeting(store: Store, chance: random.Random) -> None:
    """Cancel, confirm, lock, delay or take out a meeting."""
    meeting = record(store, Meeting, chance)
    key = meeting.id
    ways: list[Callable[[], object]] = [
        lambda: meetings.cancel(store, [key], "ill"),
        lambda: meetings.set_status(store, [key], chance.choice(list(MeetingStatus)[:3])),
        lambda: meetings.late(store, [key], Side.DELEGATION, 10),
        lambda: meetings.reconfirm(store, [key], date(2026, 2, 1), chance.choice(list(Side))),
        lambda: meetings.no_show(store, [key], Side.COUNTERPART, "flu"),
        lambda: meetings.take_out(store, [key]),
        lambda: programme.save(store, replace(meeting, locked=not meeting.locked), message("Lock")),
    ]
    chance.choice(ways)()


@act
def attend_meeting(store: Store, chance: random.Random) -> None:
    """Say who attends a meeting, and who interprets."""
    meeting = record(store, Meeting, chance)
    people = [one.id for one in store.all(Person) if one.company_id in meeting.pair]
    if chance.random() < 0.5:
        meetings.attend(store, meeting.id, chance.sample(people, k=min(1, len(people))))
    else:
        meetings.give_interpreter(store, [meeting.id], one_of(store.snapshot().interpreters, chance).id)


@act
def note_outcome(store: Store, chance: random.Random) -> None:
    """Enter the outcome of a meeting, or who was asked about it."""
    meeting = record(store, Meeting, chance)
    if chance.random() < 0.3:
        asking.note_done(store, [(meeting.delegation_id, 30)], date(2026, 3, 1))
        return
    name, text = chance.choice((("kind", "1"), ("value", "5000"), ("next_step", chance.choice(_WORDS))))
    outcome_entering.save_cells(store, [(meeting.id, name, text)], message("Outcome"))


@act
def keep_version(store: Store, chance: random.Random) -> None:
    """Keep, publish, bring back or forget a version of the timetable."""
    known = store.all(Version)
    way = chance.randrange(4)
    if way == 0 or not known:
        names = {version.name.casefold() for version in known}
        versions.keep(store, one_of([word for word in _WORDS if word not in names], chance))
    elif way == 1:
        versions.publish(store)
    elif way == 2:
        versions.bring_back(store, chance.choice(known).id)
    else:
        versions.remove(store, [chance.choice(known).id])


# -- the programme


@act
def edit_sector(store: Store, chance: random.Random) -> None:
    """Put a sector under another, or rename it, or add one."""
    sectors = store.all(Sector)
    stops = [stop.id for stop in store.all(Stop)][:1]
    way = chance.randrange(3)
    if way == 0 or not sectors:
        parent = chance.choice([*(s.id for s in sectors), None]) if sectors else None
        programme.save_sector(store, Sector(code=f"N{chance.randrange(99)}", name_en="New", parent_id=parent), stops)
    else:
        sector = chance.choice(sectors)
        above = [s.id for s in sectors if s.id != sector.id and not _is_below(s, sector, sectors)]
        made = replace(sector, parent_id=chance.choice([*above, None])) if way == 1 else replace(sector, name_fr="Là")
        programme.save_sector(store, made, stops)


def _is_below(one: Sector, other: Sector, sectors: list[Sector]) -> bool:
    known = {sector.id: sector for sector in sectors}
    key: int | None = one.id
    for _step in sectors:
        if key is None or key == other.id:
            break
        key = known[key].parent_id
    return key == other.id


@act
def remove_sector(store: Store, chance: random.Random) -> None:
    """Delete a sector."""
    programme.remove(store, Sector, [record(store, Sector, chance).id], message("Delete sector"))


@act
def edit_session(store: Store, chance: random.Random) -> None:
    """Add a session, give it other times, move a slot."""
    sessions = store.all(Session)
    way = chance.randrange(3)
    if way == 0 or not sessions:
        venue = record(store, Venue, chance).id
        starts = builders.moment(chance.randrange(12, 18))
        programme.save_session(store, Session(venue_id=venue, starts=starts, ends=starts + timedelta(minutes=50)))
    elif way == 1:
        session = chance.choice(sessions)
        minutes = timedelta(minutes=chance.choice((25, 50, 75)))
        programme.save_session(store, replace(session, ends=session.starts + minutes), take_out=True)
    else:
        slot = record(store, Slot, chance)
        programme.save_slot(store, replace(slot, ends=slot.ends + timedelta(minutes=chance.randrange(-5, 5))), True)


@act
def remove_time(store: Store, chance: random.Random) -> None:
    """Delete a slot or a session with its meetings."""
    if chance.random() < 0.7:
        programme.remove_slots(store, [record(store, Slot, chance).id], take_out=True)
    else:
        programme.remove_sessions(store, [record(store, Session, chance).id], take_out=True)


@act
def edit_venue(store: Store, chance: random.Random) -> None:
    """Give a venue more or fewer tables, or delete it."""
    venue = record(store, Venue, chance)
    if chance.random() < 0.2:
        programme.remove_venues(store, [venue.id])
    else:
        programme.save_venue(store, replace(venue, phone=chance.choice(_WORDS)), chance.randrange(1, 4), take_out=True)


@act
def edit_stop(store: Store, chance: random.Random) -> None:
    """Change a stop, or delete it."""
    stop = record(store, Stop, chance)
    if chance.random() < 0.2:
        programme.remove_stops(store, [stop.id])
    else:
        programme.save_stop(store, replace(stop, time_zone=chance.choice(("America/Monterrey", "America/Toronto"))))


@act
def edit_event(store: Store, chance: random.Random) -> None:
    """Move, copy or attend an event, or delete it."""
    event = record(store, Event, chance)
    way = chance.randrange(5)
    later = event.starts + timedelta(hours=chance.randrange(1, 3))
    if way == 0:
        programme.move_event(store, event, later, later + timedelta(hours=1), record(store, Stop, chance).id)
    elif way == 1:
        programme.copy_event(store, event, later, event.stop_id)
    elif way == 2:
        attendance.invite(store, event.id, [record(store, Company, chance).id])
    elif way == 3:
        attendance.excuse(store, event.id, [record(store, Company, chance).id])
    else:
        programme.remove(store, Event, [event.id], message("Delete event"))


@act
def note_absence(store: Store, chance: random.Random) -> None:
    """Note that somebody is away, or is not any more."""
    owner, kind = chance.choice(((Owner.COMPANY, Company), (Owner.DELEGATE, Person), (Owner.TABLE, Table)))
    known = store.all(Availability)
    if known and chance.random() < 0.3:
        programme.remove(store, Availability, [chance.choice(known).id], message("Delete absence"))
        return
    starts = datetime(2026, 2, 16, chance.randrange(8, 12))
    key = record(store, kind, chance).id
    availability.add_absence(store, owner, key, (starts, starts + timedelta(hours=1)), "America/Mexico_City")


@act
def edit_small_things(store: Store, chance: random.Random) -> None:
    """Texts, figures and the mission itself."""
    way = chance.randrange(4)
    if way == 0:
        programme.save_text(store, "welcome", chance.choice(("en", "fr")), "", chance.choice(("", *_WORDS)))
    elif way == 1:
        known = store.all(Figure)
        series = next((one.id for one in store.all(Series)), 0)
        if not series:
            programme.save(store, Series(code="trade", name_en="Trade"), message("Series"))
            return
        made = Figure(series_id=series, period=str(2020 + chance.randrange(2)), value=chance.randrange(9))
        same = [one.id for one in known if (one.series_id, one.period) == (made.series_id, made.period)]
        programme.save(store, replace(made, id=same[0] if same else 0), message("Figure"))
    elif way == 2:
        mission = store.mission
        programme.save(store, replace(mission, name_fr=chance.choice(_WORDS)), message("Mission"))
    else:
        mission = store.mission
        programme.save(
            store, replace(mission, lunch_starts="12:00", lunch_ends=f"1{chance.randrange(3, 5)}:00"), message("Lunch")
        )


# -- what is known of the past


@act
def undo(store: Store, chance: random.Random) -> None:
    """Take a step back."""
    if not store.undo():
        raise NothingToDo


@act
def redo(store: Store, chance: random.Random) -> None:
    """Do a step again."""
    if not store.redo():
        raise NothingToDo


@act
def restore_value(store: Store, chance: random.Random) -> None:
    """Put something of the history back."""
    steps = [step.id for step in store.steps.history() if step.kind == "change"][:6]
    change = one_of(restoring.changes(store, one_of(steps, chance)), chance)
    restoring.restore(store, change)


@act
def settle(store: Store, chance: random.Random) -> tuple[str, str]:
    """Say of an open clash that what is shown is right."""
    sql = "SELECT DISTINCT uid, register FROM dots WHERE beside IS NOT NULL ORDER BY uid, register"
    uid, register = one_of(database_of(store).execute(sql).fetchall(), chance)
    with store.change(message("Settle")) as change:
        change.settle(uid, register)
    return uid, register


@act
def write_letter(store: Store, chance: random.Random) -> None:
    """Note that a company was informed."""
    store.record(
        Letter(company_id=record(store, Company, chance).id, kind="accepted", language="en", sent_at=datetime.now(UTC))
    )


@act
def erase(store: Store, chance: random.Random) -> None:
    """Make a person anonymous for good."""
    erasing.erase(store, [record(store, Person, chance).id])
