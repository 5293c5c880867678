"""The command events: the programme listed, and events added, changed, confirmed and deleted."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_verb, field_values
from missionplanner.cli.wording import in_words
from missionplanner.domain.events import Event
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.lists import rows
from missionplanner.jobs.programme import event_entry, programme
from missionplanner.messages import message
from missionplanner.store.store import Store

VERBS = ("add", "set", "confirm", "remove")
"""The acts on events; without one they are listed."""


def add_commands(commands: Any) -> None:
    """Add events with its verbs."""
    found = add_command(commands, "events", _("list events and transfers, or add, change or delete one"), show)
    found.add_argument("--csv", action="store_true", help=_("as csv, in English"))
    verbs = found.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS)),
    )
    adding, changing, confirming, removing = (
        add_verb(verbs, "add", _("add an event; its times are on the clocks of its stops"), add),
        add_verb(verbs, "set", _("change an event"), change),
        add_verb(verbs, "confirm", _("confirm both ends of a transfer as they are"), confirm),
        add_verb(verbs, "remove", _("delete an event"), remove),
    )
    for verb in (changing, confirming, removing):
        verb.add_argument("event", metavar=_("EVENT"), help=_("the name of the event in any language, or its uid"))
    text = _("a field and its new value, empty to clear it; the fields: {fields}")
    for verb in (adding, changing):
        fields = text.format(fields=", ".join(event_entry.FIELDS))
        verb.add_argument("fields", nargs="+", metavar=_("FIELD=VALUE"), help=fields)


def show(arguments: argparse.Namespace) -> int:
    """Print the events in the order of time."""
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
    found = rows.events(snapshot, set())
    if arguments.json:
        output.document(found)
    elif arguments.csv:
        output.raw(exports.as_csv(found))
    else:
        output.table(in_words("events", found, snapshot))
        output.say(count("{n} event", "{n} events", len(found)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Add an event as one step."""
    with opened(arguments) as store:
        made = event_entry.enter_texts(store, None, field_values(arguments.fields, event_entry.FIELDS))
        return _say(arguments, store, made, _("{event} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change fields of an event as one step."""
    texts = field_values(arguments.fields, event_entry.FIELDS)
    with opened(arguments) as store:
        made = event_entry.enter_texts(store, event_entry.called(store, arguments.event), texts)
        return _say(arguments, store, made, _("{event} was changed."))


def confirm(arguments: argparse.Namespace) -> int:
    """Confirm a transfer as one step."""
    with opened(arguments) as store:
        event = event_entry.called(store, arguments.event)
        event_entry.confirm(store, event)
        return _say(arguments, store, store.get(Event, event.id), _("{event} was confirmed."))


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
