"""The commands arrivals and rooms: how people come and sleep, listed, entered, changed and deleted."""

import argparse
from typing import Any, TypeVar

from missionplanner.cli import output, transfers
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb, field_values
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.arrivals import assigning, entering, typed
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.lists import travel
from missionplanner.jobs.people.records import find_person
from missionplanner.store.store import Store

VERBS = ("add", "set", "remove")
R = TypeVar("R", JourneyLeg, Stay)


def add_commands(commands: Any) -> None:
    """Add arrivals and rooms with their verbs."""
    found = add_command(commands, "arrivals", _("list how people come and leave, or enter, change or delete it"), show)
    found.add_argument("--kind", choices=[one.value for one in LegKind], help=_("journeys of this kind alone"))
    add_csv(found)
    verbs = _verbs(found, VERBS)
    adding = _with_person(add_verb(verbs, "add", _("enter a journey of somebody"), add))
    changing = _with_uid(add_verb(verbs, "set", _("change a journey"), change))
    _with_fields(typed.LEG, adding, changing)
    _with_uid(add_verb(verbs, "remove", _("delete a journey"), remove))
    text = _("list who sleeps where, or enter, change or delete stays and hotels")
    rooms = add_command(commands, "rooms", text, show_rooms)
    rooms.add_argument("--hotels", action="store_true", help=_("the hotels with their rooms instead"))
    add_csv(rooms)
    verbs = _verbs(rooms, (*VERBS, "hotel", "assign"))
    adding = _with_person(add_verb(verbs, "add", _("enter a stay of somebody"), add_stay))
    changing = _with_uid(add_verb(verbs, "set", _("change a stay"), change_stay))
    _with_fields(typed.STAY, adding, changing)
    _with_uid(add_verb(verbs, "remove", _("delete a stay or a hotel"), remove_stay))
    add_verb(verbs, "assign", _("give every stay a room, and a hotel where it has none"), assign)
    hotel = add_verb(verbs, "hotel", _("add a hotel, or change one"), enter_hotel)
    hotel.add_argument("name", metavar=_("NAME"), help=_("its name, or its uid"))
    _with_fields(typed.HOTEL, hotel)


def _verbs(command: argparse.ArgumentParser, verbs: tuple[str, ...]) -> Any:
    text = _("{verbs}; without one the list is printed").format(verbs=", ".join(verbs))
    return command.add_subparsers(dest="verb", metavar=_("VERB"), help=text)


def _with_person(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    verb.add_argument("person", metavar=_("PERSON"), help=_("their name or e-mail address"))
    return verb


def _with_uid(verb: argparse.ArgumentParser) -> argparse.ArgumentParser:
    text = _("its uid in the list with --json, or the name of who has only one")
    verb.add_argument("uid", metavar=_("UID"), help=text)
    return verb


def _with_fields(fields: tuple[str, ...], *verbs: argparse.ArgumentParser) -> None:
    text = _("a field and its new value, empty to clear it; the fields: {fields}").format(fields=", ".join(fields))
    for verb in verbs:
        verb.add_argument("fields", nargs="*", metavar=_("FIELD=VALUE"), help=text)


def show(arguments: argparse.Namespace) -> int:
    """Print how people come and leave, by time."""
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
    rows = [row for row in travel.legs(snapshot) if arguments.kind in (None, row["kind"])]
    if _as_data(arguments, rows):
        return 0
    t = current()
    by_uid = {leg.uid: leg for leg in snapshot.legs}
    lines = []
    for row in rows:
        leg = by_uid[row["uid"]]
        at = f"{t.short_day(leg.at.date())} {t.time(leg.at)}" if leg.at else ""
        lines.append({
            _("When"): at, _("Kind"): leg.kind.label, _("Flight or train"): leg.flight, _("Place"): leg.place,
            _("Name"): row["person"], _("Company"): row["company"],
        })  # fmt: skip
    output.table(lines)
    output.say(count("{n} journey", "{n} journeys", len(rows)))
    return 0


def show_rooms(arguments: argparse.Namespace) -> int:
    """Print who sleeps where, or the hotels."""
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
    rows = travel.hotels(snapshot) if arguments.hotels else travel.stays(snapshot)
    if _as_data(arguments, rows):
        return 0
    if arguments.hotels:
        headings = {"name": _("Hotel"), "stop": _("Stop"), "singles": _("Single rooms"), "doubles": _("Double rooms"),
                    "twins": _("Twin rooms"), "people": _("People")}  # fmt: skip
        output.table([{text: str(row[key] or "") for key, text in headings.items()} for row in rows])
        output.say(count("{n} hotel", "{n} hotels", len(rows)))
        return 0
    headings = {"hotel": _("Hotel"), "room": _("Room"), "person": _("Name"), "company": _("Company"),
                "shares_with": _("Shares with"), "check_in": _("Check-in"), "check_out": _("Check-out")}  # fmt: skip
    lines = [
        {**{text: str(row[key] or "") for key, text in headings.items()}, _("Kind"): RoomKind(row["kind"]).label}
        for row in rows
    ]
    output.table(lines)
    output.say(count("{n} stay", "{n} stays", len(rows)))
    return 0


def _as_data(arguments: argparse.Namespace, rows: list[travel.Row]) -> bool:
    if arguments.json:
        output.document(rows)
    elif arguments.csv:
        output.raw(exports.as_csv(rows))
    return bool(arguments.json or arguments.csv)


def add(arguments: argparse.Namespace) -> int:
    """Enter a journey of somebody as one step."""
    texts = field_values(arguments.fields, typed.LEG)
    with opened(arguments) as store:
        person = find_person(store.snapshot(), arguments.person)
        made = entering.enter_leg(store, None, {"person_id": person.id, **typed.values(store, JourneyLeg, texts)})
        return _say_leg(arguments, store, made, _("The journey of {person} was entered."))


def change(arguments: argparse.Namespace) -> int:
    """Change a journey as one step."""
    texts = field_values(arguments.fields, typed.LEG)
    with opened(arguments) as store:
        made = entering.enter_leg(store, _leg(store, arguments.uid), typed.values(store, JourneyLeg, texts))
        return _say_leg(arguments, store, made, _("The journey of {person} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a journey as one step."""
    with opened(arguments) as store:
        gone = _leg(store, arguments.uid)
        code = _say_leg(arguments, store, gone, _("The journey of {person} was deleted."))
        entering.remove(store, JourneyLeg, [gone.id])
        return code


def add_stay(arguments: argparse.Namespace) -> int:
    """Enter a stay of somebody as one step."""
    texts = field_values(arguments.fields, typed.STAY)
    with opened(arguments) as store:
        person = find_person(store.snapshot(), arguments.person)
        made = entering.enter_stay(store, None, {"person_id": person.id, **typed.values(store, Stay, texts)})
        return _say_stay(arguments, store, made, _("The stay of {person} was entered."))


def change_stay(arguments: argparse.Namespace) -> int:
    """Change a stay as one step."""
    texts = field_values(arguments.fields, typed.STAY)
    with opened(arguments) as store:
        made = entering.enter_stay(store, _stay(store, arguments.uid), typed.values(store, Stay, texts))
        return _say_stay(arguments, store, made, _("The stay of {person} was changed."))


def remove_stay(arguments: argparse.Namespace) -> int:
    """Delete a stay, or a hotel by its name, as one step."""
    with opened(arguments) as store:
        hotels = [one for one in store.all(Hotel) if arguments.uid in (one.uid, one.name)]
        if hotels:
            entering.remove(store, Hotel, [hotels[0].id])
            return _say(arguments, {"name": hotels[0].name}, _("{name} was deleted.").format(name=hotels[0].name))
        gone = _stay(store, arguments.uid)
        code = _say_stay(arguments, store, gone, _("The stay of {person} was deleted."))
        entering.remove(store, Stay, [gone.id])
        return code


def assign(arguments: argparse.Namespace) -> int:
    """Give everybody a room as one step; exit 1 where something is missing."""
    with opened(arguments) as store:
        return transfers.say_assigned(arguments, store, assigning.rooms(store))


def enter_hotel(arguments: argparse.Namespace) -> int:
    """Add a hotel or change one, as one step."""
    texts = field_values(arguments.fields, typed.HOTEL)
    with opened(arguments) as store:
        before = next((one for one in store.all(Hotel) if arguments.name in (one.uid, one.name)), None)
        values = typed.values(store, Hotel, texts)
        made = entering.enter_hotel(store, before, values if before else {"name": arguments.name, **values})
        row = next(row for row in travel.hotels(store.snapshot()) if row["uid"] == made.uid)
        sentence = _("{name} was changed.") if before else _("{name} was added.")
        return _say(arguments, row, sentence.format(name=made.name))


def _leg(store: Store, text: str) -> JourneyLeg:
    return _one(store, store.all(JourneyLeg), text)


def _stay(store: Store, text: str) -> Stay:
    return _one(store, store.all(Stay), text)


def _one(store: Store, known: list[R], text: str) -> R:
    """Return the journey or stay of this uid, or the only one of a person."""
    found = [one for one in known if one.uid == text]
    if not found:
        person = find_person(store.snapshot(), text)
        found = [one for one in known if one.person_id == person.id]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(_("There is nothing called “{name}”.").format(name=text), _("See the list."))
    hint = _("Name one by its uid: {uids}.").format(uids=", ".join(one.uid for one in found))
    raise UserError(_("Several are called “{name}”.").format(name=text), hint)


def _say_leg(arguments: argparse.Namespace, store: Store, leg: JourneyLeg, sentence: str) -> int:
    snapshot = store.snapshot()
    person = snapshot.person[leg.person_id].full_name
    return _say(arguments, travel.leg_row(snapshot, leg), sentence.format(person=person))


def _say_stay(arguments: argparse.Namespace, store: Store, stay: Stay, sentence: str) -> int:
    snapshot = store.snapshot()
    person = snapshot.person[stay.person_id].full_name
    return _say(arguments, travel.stay_row(snapshot, stay), sentence.format(person=person))


def _say(arguments: argparse.Namespace, row: travel.Row, text: str) -> int:
    if arguments.json:
        output.document(row)
    else:
        output.say(text)
    return 0
