"""The command visits: the day routes of companies that visit others, and who is visited at its office."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import stop_key
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.domain import meeting_places
from missionplanner.domain.companies import Company
from missionplanner.domain.day_routes import DayRoute, Leg, day_routes
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import ZoneWay
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.programme import zones
from missionplanner.jobs.timetable import visits
from missionplanner.store.store import Store

PLACES = {"office": MeetsAt.OFFICE, "table": MeetsAt.TABLE, "unsaid": MeetsAt.UNSAID}
"""The places as they are written on the command line."""


def add_commands(commands: Any) -> None:
    """Add visits."""
    text = _("list the day routes of companies that meet others at their offices, or say where meetings are held")
    found = add_command(commands, "visits", text, run)
    text = _("a stop; alone its routes are listed")
    found.add_argument("--stop", default=None, metavar=_("STOP"), help=text)
    text = _("a company; repeatable. Alone: its routes are listed")
    found.add_argument("--company", action="append", default=[], metavar=_("NAME"), help=text)
    text = _("the two companies of a request")
    found.add_argument("--request", nargs=2, default=None, metavar=(_("DELEGATION"), _("COUNTERPART")), help=text)
    text = _("where the request, the companies or the stop meet: {places}").format(places=", ".join(PLACES))
    found.add_argument("--at", choices=PLACES, default=None, help=text)
    text = _("the zone of the city in which the offices of the companies are")
    found.add_argument("--zone", default=None, metavar=_("NAME"), help=text)
    text = _("latitude and longitude of the offices of the companies")
    found.add_argument("--coordinates", default=None, metavar=_("DEGREES"), help=text)
    text = _("the minutes from one zone of the stop to another")
    found.add_argument("--way", nargs=3, default=None, metavar=(_("ZONE"), _("ZONE"), "N"), help=text)


def run(arguments: argparse.Namespace) -> int:
    """List routes, or say where meetings are held as one step. Raises UserError for options that do not go together."""
    wanted = [arguments.at is not None, bool(arguments.zone or arguments.coordinates), bool(arguments.way)]
    if sum(wanted) > 1 or (arguments.request and not arguments.at):
        text = _("Use one of --at, --zone with --coordinates, and --way at a time.")
        raise UserError(_("These options do not go together."), text)
    with opened(arguments, read_only=not any(wanted)) as store:
        stop = stop_key(store, arguments.stop) if arguments.stop else None
        keys = [find_company(store.all(Company), name).id for name in arguments.company]
        if arguments.at:
            _say(arguments, store, stop, keys)
        elif arguments.way:
            _enter_way(arguments, store, stop)
        elif wanted[1]:
            _changed(arguments, visits.place(store, keys, arguments.zone, arguments.coordinates))
        snapshot = store.snapshot()
    if arguments.json or not any(wanted):
        _show(arguments, snapshot, stop, set(keys))
    return 0


def _say(arguments: argparse.Namespace, store: Store, stop: int | None, companies: list[int]) -> None:
    requests = _requests(store, arguments.request) if arguments.request else []
    if stop is None and not companies and not requests:
        raise UserError(
            _("Nothing is named."), _("Name a stop, companies or a request with --stop, --company, --request.")
        )
    stops = [] if stop is None else [stop]
    _changed(arguments, visits.say(store, PLACES[arguments.at], stops, companies, requests))


def _requests(store: Store, names: list[str]) -> list[int]:
    one, other = (find_company(store.all(Company), name).id for name in names)
    found = [r.id for r in store.all(Request) if r.pair in ((one, other), (other, one))]
    if not found:
        raise UserError(_("There is no such request."), _("See the requests with: list FILE requests."))
    return found


def _enter_way(arguments: argparse.Namespace, store: Store, stop: int | None) -> None:
    zone, other, minutes = arguments.way
    if stop is None or not minutes.isdigit():
        raise UserError(
            _("A way needs a stop and minutes."), _("Write for example: --stop Monterrey --way Centro Polanco 25.")
        )
    zones.save(store, ZoneWay(stop_id=stop, zone=zone.strip(), other=other.strip(), minutes=int(minutes)))
    _changed(arguments, 1)


def _changed(arguments: argparse.Namespace, number: int) -> None:
    if not arguments.json:
        output.say(count("{n} record was changed.", "{n} records were changed.", number))


def _show(arguments: argparse.Namespace, snapshot: Snapshot, stop: int | None, companies: set[int]) -> None:
    found = [route for route in day_routes(snapshot) if stop in (None, route.stop_id)]
    found = [route for route in found if not companies or companies & _met(route)]
    if arguments.json:
        output.document([_row(snapshot, route) for route in found])
        return
    output.table([_in_words(snapshot, route, leg) for route in found for leg in route.legs])
    output.say(count("{n} day route", "{n} day routes", len(found)))


def _met(route: DayRoute) -> set[int]:
    return {key for leg in route.legs for key in leg.meeting.pair}


def _row(snapshot: Snapshot, route: DayRoute) -> dict[str, Any]:
    return {
        "company": snapshot.company[route.company_id].name,
        "stop": snapshot.stop[route.stop_id].name_en,
        "day": route.day.isoformat(),
        "minutes": route.minutes,
        "meetings": [
            {
                "counterpart": snapshot.company[leg.meeting.counterpart_id].name,
                "start": snapshot.slot[leg.meeting.slot_id].starts.isoformat(),
                "at_office": leg.meeting.table_id is None,
                "address": meeting_places.address(snapshot, leg.meeting),
                "minutes": leg.minutes,
                "leaves": leg.leaves.isoformat() if leg.leaves else None,
            }
            for leg in route.legs
        ],
    }


def _in_words(snapshot: Snapshot, route: DayRoute, leg: Leg) -> dict[str, str]:
    """Return a row as people read it, heading to text."""
    return {
        _("Company"): snapshot.company[route.company_id].name,
        _("Time"): current().moment(snapshot.slot[leg.meeting.slot_id].starts),
        _("Counterpart"): snapshot.company[leg.meeting.counterpart_id].name,
        _("Place"): meeting_places.venue_and_table(snapshot, leg.meeting),
        _("Minutes"): str(leg.minutes or ""),
        _("Leaves at"): current().time(leg.leaves) if leg.leaves else "",
    }
