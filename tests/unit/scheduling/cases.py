"""For every rule a mission that leaves room for both meetings, and one in which the rule takes it."""

from collections.abc import Callable
from dataclasses import replace

from missionplanner.domain import rules, timetable
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.mission import Stop, Table, Travel, Venue
from missionplanner.domain.people import OrganisationKind, Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.domain.timetable import Availability, Keep, Owner, Session
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import meetings as edits
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, go_to, interpreter, key_of, meet, moment

MEET = Priority.MEET


def placed(store: Store) -> int:
    """How many meetings the engine places; what it makes breaks no rule."""
    proposal = run_now(planning.plan(1, Keep.LOCKED), store)
    numbered = [replace(m, id=m.id or -n) for n, m in enumerate(proposal.meetings, start=1)]
    assert rules.check(Plan(store.snapshot(), numbered)) == []
    return len(proposal.meetings)


def away(store: Store, owner: Owner, key: int, start: int = 0, end: int = 50) -> None:
    with store.change(message("Away")) as change:
        change.insert(Availability(owner=owner, owner_id=key, starts=moment(9, start), ends=moment(9, end)))


def application(store: Store, status: Status) -> None:
    found = store.where(Application, "company_id", [key_of(store, "C1")])[0]
    with store.change(message("x")) as change:
        change.update(replace(found, status=status))


def event(store: Store, audience: Audience) -> None:
    opening = Event(stop_id=1, kind=EventKind.PLENARY, name_en="Opening", starts=moment(9), ends=moment(9, 20))
    with store.change(message("x")) as change:
        change.insert(replace(opening, audience=audience))


def stops(store: Store, in_days_of_its_own: bool) -> None:
    """Only C2 is in León, with one slot there; D1 goes to both."""
    day = DAY.replace(day=17) if in_days_of_its_own else DAY
    with store.change(message("x")) as change:
        stop = change.insert(Stop(name_en="León", time_zone="America/Mexico_City", starts=day, ends=day))
        venue = change.insert(Venue(stop_id=stop, name="Other"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(15, 0, day), ends=moment(15, 25, day))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
    go_to(store, "C2", [stop])
    go_to(store, "C1", [1])


def lunch(store: Store, starts: str) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.mission, lunch_starts=starts, lunch_ends="12:00"))


def journey(store: Store, minutes: int) -> None:
    """C2 has one slot at another venue right after the first slot; the second slot is taken from everybody."""
    with store.change(message("x")) as change:
        venue = change.insert(Venue(stop_id=1, name="Other"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(9, 30), ends=moment(9, 55))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
        change.insert(Travel(venue_id=1, other_id=venue, minutes=minutes))
        for table in (1, 2):
            absent = Availability(owner=Owner.TABLE, owner_id=table, starts=moment(9, 25), ends=moment(9, 45))
            change.insert(absent)


def half(store: Store, wanted: Half) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.all(Request)[0], half=wanted))


def order(store: Store, c1_comes: int) -> None:
    """D1 meets C2 before C1, and C1 is there in one slot only."""
    d1, c1, c2 = (key_of(store, name) for name in ("D1", "C1", "C2"))
    with store.change(message("x")) as change:
        change.insert(Precedence(company_id=d1, first_id=c2, then_id=c1))
    away(store, Owner.COMPANY, c1, *((0, 20) if c1_comes else (25, 45)))


def languages(store: Store, interpreted: str) -> None:
    with store.change(message("x")) as change:
        for name, spoken in (("D1", "en"), ("C1", "es"), ("C2", "en")):
            person = store.where(Person, "company_id", [key_of(store, name)])[0]
            change.update(replace(person, languages=spoken))
        change.insert(interpreter("Ana", languages=interpreted))


def chosen(store: Store, languages: str) -> None:
    """Somebody of these languages is chosen for D1-C1; others of D1 speak English, as C1 does."""
    with store.change(message("x")) as change:
        company = key_of(store, "D1")
        for name in ("D1", "C1"):
            one = store.where(Person, "company_id", [key_of(store, name)])[0]
            change.update(replace(one, languages="en"))
        key = change.insert(Person(company_id=company, given_name="Second", languages=languages))
    held = meet(store, "D1", "C1", slot=0, table=0)
    edits.attend(store, held, [key])


def daily(store: Store, most: int) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.mission, meetings_a_day=most))


def in_turn(store: Store, tables: int) -> None:
    """Only the first slot is left, for D1-C1 and D2-C2."""
    with store.change(message("x")) as change:
        change.delete(Request, [request.id for request in store.all(Request)])
        for name in ("D1", "D2", "D3"):
            absent = Availability(
                owner=Owner.COMPANY, owner_id=key_of(store, name), starts=moment(9, 25), ends=moment(10)
            )
            change.insert(absent)
        if tables == 1:
            change.insert(Availability(owner=Owner.TABLE, owner_id=2, starts=moment(9), ends=moment(10)))
    ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET))


def kind(store: Store, meets: bool) -> None:
    with store.change(message("x")) as change:
        key = change.insert(OrganisationKind(name_en="Ministry", meets=meets))
        change.update(replace(store.get(Company, key_of(store, "C1")), kind_id=key))


def person(store: Store) -> int:
    return store.where(Person, "company_id", [key_of(store, "C1")])[0].id


Act = Callable[[Store], object]


# Rule, a mission that leaves room for both meetings, one in which the rule leaves room for one (or none).
CASES: dict[str, tuple[Act, Act, int]] = {
    "takes_part": (lambda s: application(s, Status.CONFIRMED), lambda s: application(s, Status.RESERVE), 1),
    "wants_meetings": (lambda s: kind(s, True), lambda s: kind(s, False), 1),
    "no_veto": (lambda s: ask(s, ("D1", "C1", Priority.MUST_MEET)), lambda s: ask(s, ("D1", "C1", Priority.NO_THANKS)), 1),
    "pair_meets_once": (lambda s: None, lambda s: meet(s, "D1", "C1", 0, 0, locked=True), 2),
    "company_one_at_a_time": (lambda s: None, lambda s: away(s, Owner.COMPANY, key_of(s, "D1"), 25, 45), 1),
    "delegate_one_at_a_time": (
        lambda s: away(s, Owner.DELEGATE, person(s), 25, 45),
        lambda s: away(s, Owner.DELEGATE, person(s)), 1,
    ),
    "table_one_at_a_time": (lambda s: in_turn(s, 2), lambda s: in_turn(s, 1), 1),
    "table_available": (
        lambda s: away(s, Owner.TABLE, 1), lambda s: (away(s, Owner.TABLE, 1), away(s, Owner.TABLE, 2)), 0,
    ),
    "company_available": (
        lambda s: away(s, Owner.COMPANY, key_of(s, "C1"), 0, 20), lambda s: away(s, Owner.COMPANY, key_of(s, "C1")), 1,
    ),
    "events_attended": (lambda s: event(s, Audience.LISTED), lambda s: event(s, Audience.EVERYONE), 1),
    "stop_attended": (lambda s: go_to(s, "C1", [1]), lambda s: (stops(s, True), go_to(s, "D1", [1])), 1),
    "stops_in_parallel": (lambda s: stops(s, True), lambda s: stops(s, False), 1),
    "lunch_kept": (lambda s: lunch(s, "09:45"), lambda s: lunch(s, "09:30"), 1),
    "travel_time": (lambda s: journey(s, 10), lambda s: journey(s, 15), 1),
    "time_wished": (lambda s: half(s, Half.MORNING), lambda s: half(s, Half.AFTERNOON), 1),
    "order_kept": (lambda s: order(s, 1), lambda s: order(s, 0), 1),
    "interpreter_available": (lambda s: languages(s, "en,es"), lambda s: languages(s, "en,fr"), 1),
    "chosen_speak": (lambda s: chosen(s, "fr,en"), lambda s: chosen(s, "fr"), 1),
    "most_a_day": (lambda s: daily(s, 2), lambda s: daily(s, 1), 1),
}  # fmt: skip
