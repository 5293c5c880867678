"""Somebody who represents two companies, and somebody without any."""

from dataclasses import dataclass

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Membership, Person, Role
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


@dataclass(frozen=True, slots=True)
class Folk:
    """The keys of the people."""

    rosa: int
    """Represents D1, as its consultant, and D2, as minister."""
    luis: int
    """A minister without a company."""


def role_of(store: Store, name: str) -> int:
    """The key of the role of this name."""
    return next(role.id for role in store.all(Role) if role.name_en == name)


@pytest.fixture
def folk(store: Store) -> Folk:
    with store.change(message("People")) as change:
        person = Person(
            company_id=key_of(store, "D1"), given_name="Rosa", family_name="Pérez", email="rosa@x.mx",
            position="Consultant", languages="es,en",
        )  # fmt: skip
        rosa = change.insert(person)
        minister = role_of(store, "Minister")
        change.insert(
            Membership(person_id=rosa, company_id=key_of(store, "D2"), role_id=minister, position="Board member")
        )
        luis = change.insert(
            Person(given_name="Luis", family_name="Herrera", role_id=minister, side=Side.COUNTERPART, dietary="none")
        )
    store.steps.seal()
    return Folk(rosa, luis)
