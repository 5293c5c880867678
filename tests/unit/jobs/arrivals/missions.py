"""A mission to Mexico whose people travel."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Stop
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import small_mission

PEOPLE = (("Ana", "Roy", "Alba"), ("Bo", "Chen", "Alba"), ("David", "Penner", "Brisa"), ("David", "Penner", "Cima"))


def travelling(path: Path, people: tuple[tuple[str, str, str], ...] = PEOPLE) -> Store:
    """Make a mission of two stops with these people, by given name, family name and company."""
    store = small_mission(path, delegation=0, counterparts=0)
    with store.change(message("Fill")) as change:
        mission, stop = store.mission, store.all(Stop)[0]
        change.update(replace(mission, starts=date(2026, 2, 15), ends=date(2026, 2, 21)))
        change.update(replace(stop, country="MX", starts=date(2026, 2, 15), ends=date(2026, 2, 18)))
        change.insert(Stop(name_en="Monterrey", country="MX", time_zone="America/Monterrey", starts=date(2026, 2, 18),
                           ends=date(2026, 2, 21)))  # fmt: skip
        companies: dict[str, int] = {}
        for given, family, name in people:
            if name and name not in companies:
                companies[name] = change.insert(Company(side=Side.DELEGATION, name=name))
                change.insert(Application(company_id=companies[name], status=Status.ACCEPTED))
            change.insert(Person(given_name=given, family_name=family, company_id=companies.get(name)))
    return store


def key(store: Store, given: str) -> int:
    """Return the key of the first person of a given name."""
    return next(person.id for person in store.all(Person) if person.given_name == given)
