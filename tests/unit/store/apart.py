"""A mission and a copy of it that go separate ways, and are brought together."""

from dataclasses import replace

from missionplanner.domain.companies import Company
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests.builders import key_of


def bring(store: Store, other: Store) -> None:
    """Merge another file into a mission."""
    joining.write(store, joining.join(store, other), message("Merge {name}", name=other.path.name))


def company(store: Store, name: str) -> Company:
    """Return a company by name."""
    return store.get(Company, key_of(store, name))


def edit(store: Store, name: str, **values: object) -> None:
    """Change fields of a company."""
    with store.change(message("Edit")) as change:
        change.update(replace(company(store, name), **values))  # type: ignore[arg-type]


def delete(store: Store, name: str) -> None:
    """Delete a company with all that belongs to it."""
    with store.change(message("Delete")) as change:
        change.delete(Company, [key_of(store, name)])
