"""What is done to the small mission of the tests: each is one step or more."""

from collections.abc import Callable
from dataclasses import replace

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Venue
from missionplanner.domain.people import Person
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import programme
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import ask_all, key_of, meet


def act_enter(store: Store) -> None:
    record = registrations.empty(Side.DELEGATION)
    company = replace(record.company, name="New one", employees=7)
    typed = replace(record, company=company, offers=("a", "b"), delegates=(Person(company_id=0, email="a@b.ca"),))
    registrations.enter(store, typed, record)


def act_edit(store: Store) -> None:
    record = registrations.records(store, [1])[1]
    typed = replace(record, company=replace(record.company, city="Lévis"), seeks=("x",), delegates=())
    registrations.enter(store, typed, record)


def act_delete(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    registrations.remove(store, [key_of(store, "D1"), key_of(store, "C2")])


def act_withdraw(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    decisions.set_status(store, [key_of(store, "D1")], Status.WITHDRAWN)


def act_plan(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))


def act_venue(store: Store) -> None:
    programme.save_venue(store, store.all(Venue)[0], 5)


def act_text(store: Store) -> None:
    programme.save_text(store, "welcome", "fr", "Bienvenue", "Bonjour")


ACTS: list[Callable[[Store], None]] = [act_enter, act_edit, act_delete, act_withdraw, act_plan, act_venue, act_text]
