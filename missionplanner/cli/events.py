"""The command events: the programme listed, and events added, changed, confirmed and deleted."""

import argparse
from typing import Any

from missionplanner.cli import output, outside
from missionplanner.cli.opening import opened
from missionplanner.cli.options import RecordVerb, add_command, add_csv, add_record_verbs, field_values
from missionplanner.cli.wording import in_words
from missionplanner.domain.events import Event
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists import rows
from missionplanner.jobs.people import call_order
from missionplanner.jobs.people.records import find_person
from missionplanner.jobs.programme import event_entry, programme
from missionplanner.messages import message
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add events with its verbs."""
    found = add_command(commands, "events", _("list events and transfers, or add, change or delete one"), show)
    add_csv(found)
    verbs = (
        RecordVerb("add", _("add an event; its times are on the clocks of its stops"), add, False, True),
        RecordVerb("set", _("change an event"), change, with_values=True),
        RecordVerb("confirm", _("confirm both ends of a transfer as they are"), confirm),
        RecordVerb("order", _("put in order who enters at a bilateral call"), put_in_order),
        RecordVerb("remove", _("delete an event"), remove),
    )
    named = _("the name of the event in any language, or its uid")
    made = add_record_verbs(found, verbs, ("event", _("EVENT"), named), event_entry.FIELDS)
    text = _("the name or e-mail address of the person, who enters first before the others; none to list them")
    made["order"].add_argument("people", nargs="*", metavar=_("PERSON"), help=text)


def show(arguments: argparse.Namespace) -> int:
    """Print the events in the order of time."""
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
    found = rows.events(snapshot, set())
    shown = in_words("events", found, snapshot)
    return output.listed(arguments, found, shown, count("{n} event", "{n} events", len(found)))


def add(arguments: argparse.Namespace) -> int:
    """Add an event as one step."""
    with opened(arguments) as store:
        made = event_entry.enter_texts(store, None, field_values(arguments.fields, event_entry.FIELDS))
        outside.warn(store, "events", made.id)
        return _say(arguments, store, made, _("{event} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change fields of an event as one step."""
    texts = field_values(arguments.fields, event_entry.FIELDS)
    with opened(arguments) as store:
        made = event_entry.enter_texts(store, event_entry.called(store, arguments.event), texts)
        outside.warn(store, "events", made.id)
        return _say(arguments, store, made, _("{event} was changed."))


def confirm(arguments: argparse.Namespace) -> int:
    """Confirm a transfer as one step."""
    with opened(arguments) as store:
        event = event_entry.called(store, arguments.event)
        event_entry.confirm(store, event)
        return _say(arguments, store, store.get(Event, event.id), _("{event} was confirmed."))


def put_in_order(arguments: argparse.Namespace) -> int:
    """Have people enter at a call in this order as one step, or list who enters."""
    with opened(arguments, read_only=not arguments.people) as store:
        event = event_entry.called(store, arguments.event)
        if arguments.people:
            keys = [find_person(store.snapshot(), name).id for name in arguments.people]
            call_order.put_in_order(store, event.id, keys)
        people = call_order.listed(store, event.id)
    if arguments.json:
        output.document([{"enters": n, "person": one.full_name, "uid": one.uid} for n, one in enumerate(people, 1)])
    else:
        output.table([{_("Enters"): str(n), _("Name"): one.full_name} for n, one in enumerate(people, 1)])
        output.say(count("{n} person", "{n} people", len(people)))
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Delete an event as one step."""
    with opened(arguments) as store:
        gone = event_entry.called(store, arguments.event)
        found = _row(store, gone) if arguments.json else {}
        programme.remove(store, Event, [gone.id], message("Delete events"))
        if arguments.json:
            output.document(found)
        else:
            output.say(_("{event} was deleted.").format(event=gone.name(current().language)))
    return 0


def _say(arguments: argparse.Namespace, store: Store, event: Event, sentence: str) -> int:
    """Say what was done, and when and where the event is now."""
    if arguments.json:
        output.document(_row(store, event))
        return 0
    t = current()
    ends = store.snapshot().ends_of(event)
    output.say(sentence.format(event=f"{event.name(t.language)} ({t.day(ends.starts.date())}, {ends.times(t)})"))
    return 0


def _row(store: Store, event: Event) -> dict[str, Any]:
    return next(row for row in rows.events(store.snapshot(), set()) if row["uid"] == event.uid)
