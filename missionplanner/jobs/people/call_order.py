"""Who is at a bilateral call, in the order in which they enter; each act one step."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from missionplanner.domain.events import Event, EventKind, Part, PersonAttendance
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import entering
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.messages import message
from missionplanner.store.store import Store


def listed(store: Store, event_id: int) -> list[Person]:
    """Return who enters at a call, in their order. Raises UserError for an event that is no bilateral call."""
    return entering(store.snapshot(), _call(store, event_id))


def put_in_order(store: Store, event_id: int, people: Sequence[int]) -> None:
    """Have these people be at a call and enter in this order, as one step.

    Who was added by hand before and is not among them comes no more. Raises UserError where it is no bilateral call.
    """
    event = _call(store, event_id)
    there = {row.person_id: row for row in store.where(PersonAttendance, "event_id", [event_id])}
    wanted = list(dict.fromkeys(people))
    with store.change(message("Put in order who enters at {event}", event=event.named)) as change:
        gone = [row.id for key, row in there.items() if key not in wanted and row.part is Part.IN]
        if gone:
            change.delete(PersonAttendance, gone)
        for place, key in enumerate(wanted, start=1):
            if key not in there:
                change.insert(PersonAttendance(event_id=event_id, person_id=key, enters=place))
            elif (there[key].part, there[key].enters) != (Part.IN, place):
                change.update(replace(there[key], part=Part.IN, enters=place))


def add(store: Store, event_id: int, person_id: int, instead_of: int | None = None) -> None:
    """Have somebody come to a call and enter last, or in the place of another, as one step.

    Raises UserError where they are there already.
    """
    order = [person.id for person in listed(store, event_id)]
    if person_id in order:
        raise UserError(_("They are there already."), _("Choose somebody else."))
    if instead_of in order:
        put_in_order(store, event_id, [person_id if key == instead_of else key for key in order])
    else:
        put_in_order(store, event_id, [*order, person_id])


def take_out(store: Store, event_id: int, people: Iterable[int]) -> None:
    """Have people come to a call no more, as one step."""
    gone = set(people)
    event = _call(store, event_id)
    there = {row.person_id: row for row in store.where(PersonAttendance, "event_id", [event_id])}
    with store.change(message("Excuse from {event}", event=event.named)) as change:
        for key in sorted(gone):
            if key in there:
                change.update(replace(there[key], part=Part.OUT, enters=None))
            else:
                change.insert(PersonAttendance(event_id=event_id, person_id=key, part=Part.OUT))


def _call(store: Store, event_id: int) -> Event:
    event = store.get(Event, event_id)
    if event.kind is not EventKind.CALL:
        text = _("{event} is no bilateral call.").format(event=event.name(current().language))
        raise UserError(text, _("Choose this kind in the form of the event."))
    return event
