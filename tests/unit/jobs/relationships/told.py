"""Relationships of the small mission, as many tests need them."""

from dataclasses import replace
from datetime import date
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.jobs.relationships import entering
from missionplanner.store.store import Store
from tests.builders import key_of

ON = date(2026, 3, 20)


def related(store: Store, one: str = "D1", other: str = "C1", **more: Any) -> Relationship:
    """Make a relationship, or change the one there is."""
    made = entering.make(store, *(store.get(Company, key_of(store, name)) for name in (one, other)), ON)
    if more:
        entering.edit(store, replace(made, **more))
    return store.get(Relationship, made.id)


def say(store: Store, known: Relationship, stage: Stage, teller: str = "", **more: Any) -> int:
    """Note what a company, or the organisers, say of a relationship."""
    values = {"told_on": ON, "teller_id": key_of(store, teller) if teller else None, **more}
    return entering.say(store, Claim(relationship_id=known.id, stage=stage, **values))
