"""Somebody who is named all over a mission."""

from dataclasses import replace

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of

NAME, MAIL = "Zoé Ünal", "zoe@unal.example"


def add(store: Store, company: str = "D2", **values: str) -> int:
    """Add Zoé to a company; returns her key."""
    person = Person(company_id=key_of(store, company), given_name="Zoé", family_name="Ünal", email=MAIL)
    with store.change(message("Add {name}", name=NAME)) as change:
        return change.insert(replace(person, **values))  # type: ignore[arg-type]


def note(store: Store, text: str, company: str = "D1", column: str = "notes") -> None:
    """Write something about a company."""
    with store.change(message("Note")) as change:
        change.update(replace(store.get(Company, key_of(store, company)), **{column: text}))  # type: ignore[arg-type]


def remove(store: Store, key: int) -> None:
    """Delete a person."""
    with store.change(message("Remove")) as change:
        change.delete(Person, [key])
