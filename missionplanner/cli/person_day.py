"""The verb day of people: where somebody is when on a day, with whom, and how they get there."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_verb, natural_number
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.people import day_repairs, days, records
from missionplanner.jobs.programme import event_entry
from missionplanner.store.store import Store


def add_verbs(verbs: Any) -> None:
    """Add the verb."""
    found = add_verb(verbs, "day", _("list where somebody is when, with whom, and how they get there"), show)
    found.add_argument("person", metavar=_("PERSON"), help=_("the name or e-mail address of the person"))
    text = _("their flight or train is late by so many minutes: ways to go on, the fewest people to tell first")
    found.add_argument("--late", type=natural_number, default=None, metavar=_("MINUTES"), help=text)
    text = _("with --late: its number, where they have several")
    found.add_argument("--flight", default="", metavar=_("NUMBER"), help=text)
    text = _("this bilateral call of theirs is cancelled: ways to go on")
    found.add_argument("--cancelled", default="", metavar=_("EVENT"), help=text)
    text = _("go on in this way: what happened and the way are recorded; without it nothing is changed")
    found.add_argument("--take", type=natural_number, default=None, metavar="N", help=text)
    found.add_argument("--day", default="", metavar=_("DATE"), help=_("this day only, else all of theirs"))


def show(arguments: argparse.Namespace) -> int:
    """Print the days of somebody; the exit code is 1 where something does not go together."""
    if arguments.late is not None or arguments.cancelled:
        return _go_on(arguments)
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
    person = records.find_person(snapshot, arguments.person)
    wanted = days.days_typed(snapshot, person, arguments.day)
    sheets = [days.shown(snapshot, person, day) for day in wanted]
    if arguments.json:
        output.document([
            {"date": day.isoformat(), "person": person.full_name, "items": days.rows(snapshot, person, day)}
            for day in wanted
        ])  # fmt: skip
    else:
        for sheet in sheets:
            _print(sheet)
        if not sheets:
            output.say(_("Nothing is known of the days of {person}.").format(person=person.full_name))
    return int(any(sheet.problems for sheet in sheets))


def _go_on(arguments: argparse.Namespace) -> int:
    """List the ways to go on after something happened, or go on in one of them."""
    with opened(arguments, read_only=arguments.take is None) as store:
        snapshot = store.snapshot()
        person = records.find_person(snapshot, arguments.person)
        nothing = ""
        if arguments.cancelled:
            call = event_entry.called(store, arguments.cancelled)
            ways = day_repairs.after_cancelled(snapshot, person, call)
        else:
            leg = _leg(snapshot, person, arguments.flight)
            after = day_repairs.delayed(snapshot, leg, arguments.late)
            late = next(one for one in after.legs if one.id == leg.id)
            ways = day_repairs.after_delay(after, person, late)
            nothing = "" if ways else day_repairs.without_ways(after, person, late)
        if arguments.take is not None:
            _take(arguments, store, person, ways)
    if arguments.json:
        output.document([{"way": way.sentence, "told": way.told, "missed": way.missed} for way in ways])
    elif arguments.take is None:
        output.table([
            {_("No."): str(n), _("Way"): way.sentence, _("People to tell"): str(way.told), _("Missed"): str(way.missed)}
            for n, way in enumerate(ways, start=1)
        ])  # fmt: skip
        if not ways:
            output.say(nothing)
    return 0


def _take(arguments: argparse.Namespace, store: Store, person: Person, ways: list[day_repairs.DayWay]) -> None:
    if ways and not 1 <= arguments.take <= len(ways):
        text = _("There is no way {n}.").format(n=arguments.take)
        raise UserError(text, _("See the ways without --take."))
    if not arguments.cancelled:
        day_repairs.record_delay(store, _leg(store.snapshot(), person, arguments.flight), arguments.late)
    if ways:
        day_repairs.accept(store, person, ways[arguments.take - 1])
        if not arguments.json:
            output.say(ways[arguments.take - 1].sentence)


def _leg(snapshot: Snapshot, person: Person, flight: str) -> JourneyLeg:
    """Return the journey that is meant: the only one, or that of this number."""
    known = [leg for leg in snapshot.legs_of.get(person.id, []) if leg.at]
    wanted = flight.replace(" ", "").casefold()
    found = [leg for leg in known if not wanted or leg.flight.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    names = ", ".join(leg.flight or leg.way for leg in known)
    if not found:
        raise UserError(_("There is nothing called “{name}”.").format(name=flight or person.full_name), names)
    raise UserError(_("Several are called “{name}”.").format(name=flight or person.full_name), names)


def _print(sheet: days.Sheet) -> None:
    output.say(sheet.heading)
    output.table([
        {
            _("Time"): line.time, _("What"): line.what.text, _("Kind"): line.kind, _("Place"): line.where.text,
            _("With whom"): line.whom, _("How to get there"): line.how, _("To spare"): line.spare,
        }
        for line in sheet.lines
    ])  # fmt: skip
    for line in sheet.lines:
        if line.notes:
            output.say(f"{line.time} {line.what}")
        for name, said in line.notes:
            output.say(f"  {name}: {said.text}")
    for text in filter(None, (days.night(sheet), *sheet.problems)):
        output.say(text)
