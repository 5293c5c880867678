"""Interpreters: people of a role that interprets, entered with what a timetable needs of them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from missionplanner.domain.people import Person, Role, in_order
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.people import records
from missionplanner.jobs.people.records import PersonRecord
from missionplanner.store.store import Store


def enter(store: Store, before: Person | None, values: Mapping[str, Any]) -> int:
    """Store an interpreter, new or edited, as one step; return their key.

    Raises UserError without a name, or where no role interprets.
    """
    if before is not None:
        opened = records.records(store, [before.id])[before.id]
        return records.enter(store, replace(opened, person=replace(opened.person, **values)), opened)
    made = Person(**values, role_id=role(store).id)
    return records.enter(store, PersonRecord(made), PersonRecord(made))


def role(store: Store) -> Role:
    """Return the first role that interprets; raises UserError where none does."""
    found = next((one for one in in_order(store.all(Role)) if one.interprets), None)
    if found is None:
        raise UserError(
            _("None of the roles interprets."), _("Say of a role in the programme that it interprets at meetings.")
        )
    return found
