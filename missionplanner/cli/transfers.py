"""The command transfers: vehicles with their seats, listed, entered, changed, filled and lost."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb, field_values
from missionplanner.domain.vehicles import Vehicle
from missionplanner.i18n import _, count, current
from missionplanner.jobs.arrivals import assigning, entering, typed
from missionplanner.jobs.arrivals.assigning import Assigned
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.lists import travel
from missionplanner.jobs.people.records import find_person
from missionplanner.jobs.programme import event_entry
from missionplanner.store.store import Store

VERBS = ("add", "set", "remove", "seat", "assign", "lose")
"""The acts on vehicles; without one they are listed."""


def add_commands(commands: Any) -> None:
    """Add transfers with its verbs."""
    text = _("list vehicles and who sits in them, or enter, change, fill or lose some")
    found = add_command(commands, "transfers", text, show)
    add_csv(found)
    text = _("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS))
    verbs = found.add_subparsers(dest="verb", metavar=_("VERB"), help=text)
    fields = _("a field and its new value, empty to clear it; the fields: {fields}").format(
        fields=", ".join(typed.VEHICLE)
    )
    adding = add_verb(verbs, "add", _("add a vehicle to a transfer"), add)
    adding.add_argument("event", metavar=_("EVENT"), help=_("the transfer: its name in any language, or its uid"))
    changing = _with_vehicle(add_verb(verbs, "set", _("change a vehicle"), change))
    for verb in (adding, changing):
        verb.add_argument("fields", nargs="+", metavar=_("FIELD=VALUE"), help=fields)
    _with_vehicle(add_verb(verbs, "remove", _("delete a vehicle with its seats"), remove))
    seating = add_verb(verbs, "seat", _("give somebody a seat by hand"), seat)
    seating.add_argument("person", metavar=_("PERSON"), help=_("their name or e-mail address"))
    _with_vehicle(seating)
    assigning_ = add_verb(verbs, "assign", _("give everybody a seat in as few vehicles as take them"), assign)
    text = _("the transfer: its name in any language, or its uid; all of them without one")
    assigning_.add_argument("event", nargs="?", metavar=_("EVENT"), help=text)
    text = _("delete a vehicle, and seat those who were in it elsewhere with the fewest to tell")
    _with_vehicle(add_verb(verbs, "lose", text, lose))


def _with_vehicle(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verb.add_argument("vehicle", metavar=_("VEHICLE"), help=_("its name, or its uid"))
    return verb


def show(arguments: argparse.Namespace) -> int:
    """Print the vehicles of all transfers, by time."""
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
    found = [(event, vehicle) for event in assigning.transfers(snapshot) for vehicle in snapshot.vehicles_of[event.id]]
    rows = [travel.vehicle_row(snapshot, vehicle) for _event, vehicle in found]
    if arguments.json:
        output.document(rows)
    elif arguments.csv:
        flat = [{**row, "people": "; ".join(row["people"])} for row in rows]
        output.raw(exports.as_csv(flat))
    else:
        t = current()
        lines = []
        for (event, vehicle), row in zip(found, rows, strict=True):
            starts = snapshot.ends_of(event).starts
            lines.append({
                _("Transfer"): event.name(t.language), _("Leaves"): f"{t.short_day(starts.date())} {t.time(starts)}",
                _("Vehicle"): vehicle.name, _("Seats"): str(vehicle.room), _("People"): str(len(row["people"])),
                _("Driver"): vehicle.driver,
            })  # fmt: skip
        output.table(lines)
        output.say(count("{n} vehicle", "{n} vehicles", len(rows)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Add a vehicle to a transfer as one step."""
    texts = field_values(arguments.fields, typed.VEHICLE)
    with opened(arguments) as store:
        event = event_entry.called(store, arguments.event)
        values = {"name": "", "event_id": event.id, **typed.values(store, Vehicle, texts)}
        return _say(arguments, store, entering.enter_vehicle(store, None, values), _("{name} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change a vehicle as one step."""
    texts = field_values(arguments.fields, typed.VEHICLE)
    with opened(arguments) as store:
        before = entering.called(store.all(Vehicle), arguments.vehicle)
        made = entering.enter_vehicle(store, before, typed.values(store, Vehicle, texts))
        return _say(arguments, store, made, _("{name} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a vehicle with its seats as one step."""
    with opened(arguments) as store:
        gone = entering.called(store.all(Vehicle), arguments.vehicle)
        code = _say(arguments, store, gone, _("{name} was deleted."))
        entering.remove(store, Vehicle, [gone.id])
        return code


def seat(arguments: argparse.Namespace) -> int:
    """Give somebody a seat as one step."""
    with opened(arguments) as store:
        person = find_person(store.snapshot(), arguments.person)
        vehicle = entering.called(store.all(Vehicle), arguments.vehicle)
        assigning.put(store, person, vehicle)
        sentence = _("{person} has a seat in {name}.").format(person=person.full_name, name=vehicle.name)
        return _say(arguments, store, vehicle, sentence.replace("{", "{{").replace("}", "}}"))


def assign(arguments: argparse.Namespace) -> int:
    """Give everybody a seat as one step; exit 1 where something is missing."""
    with opened(arguments) as store:
        events = [event_entry.called(store, arguments.event).id] if arguments.event else None
        return say_assigned(arguments, store, assigning.seat(store, events))


def lose(arguments: argparse.Namespace) -> int:
    """Go on without a vehicle as one step; exit 1 where somebody has no seat now."""
    with opened(arguments) as store:
        gone = entering.called(store.all(Vehicle), arguments.vehicle)
        return say_assigned(arguments, store, assigning.lose(store, gone))


def say_assigned(arguments: argparse.Namespace, store: Store, found: Assigned) -> int:
    """Print what came of giving seats or rooms; exit 1 where something is missing."""
    if arguments.json:
        people = store.snapshot().person
        output.document({
            "placed": found.placed, "changed": [people[key].uid for key in found.changed], "problems": found.problems,
        })  # fmt: skip
    else:
        output.say(found.sentence)
        for problem in found.problems:
            output.say(problem)
    return int(bool(found.problems))


def _say(arguments: argparse.Namespace, store: Store, vehicle: Vehicle, sentence: str) -> int:
    if arguments.json:
        output.document(travel.vehicle_row(store.snapshot(), vehicle))
    else:
        output.say(sentence.format(name=vehicle.name))
    return 0
