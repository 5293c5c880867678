"""The command free: who is free at a time, with the meetings they still ask for and what one then would mean."""

import argparse
from datetime import datetime, time
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import SIDES, stop_key
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.domain import free_time
from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.timetable import meetings, who_is_free
from missionplanner.jobs.timetable.who_is_free import FreeCompany, MeetingTime, Opening


def add_commands(commands: Any) -> None:
    """Add free."""
    command = add_command(commands, "free", _("name who is free at a time"), show)
    command.add_argument("time", metavar=_("TIME"), help=_("day and time on the clocks of the city: 2026-02-16T10:00"))
    command.add_argument("--side", choices=SIDES, default="", help=_("companies of this side"))
    command.add_argument("--stop", default="", metavar=_("STOP"), help=_("what concerns this stop"))


def show(arguments: argparse.Namespace) -> int:
    """Print who is free, each with its open requests; several cities where they have meetings at that time."""
    with opened(arguments, read_only=True) as store:
        snapshot, printed = store.snapshot(), meetings.printed(store)
        stop = stop_key(store, arguments.stop) if arguments.stop else None
    plan = Plan(snapshot, snapshot.meetings)
    side = Side(arguments.side) if arguments.side else None
    rows = [
        (when, one, who_is_free.openings(plan, one, when, printed))
        for when in _times(snapshot, arguments.time, stop)
        for one in who_is_free.who_is_free(plan, when, side)
    ]
    if arguments.json:
        output.document([_document(snapshot, *row) for row in rows])
        return 0
    for when in dict.fromkeys(when for when, _one, _openings in rows):
        output.say(_heading(plan, when))
        for _when, one, found in (row for row in rows if row[0] == when):
            output.say(f"  {one.company.name} ({_(SIDE_LABELS[one.company.side])})")
            for opening in found:
                output.say(f"    {opening.partner.name} ({opening.request.priority.label}): {opening.verdict.text}")
    output.say(count("{n} company is free.", "{n} companies are free.", len({one.company.id for _w, one, _o in rows})))
    return 0


def _times(snapshot: Snapshot, text: str, stop: int | None) -> list[MeetingTime]:
    """Return the times that go on then, in each city. Raises UserError for no time, and where no slot is."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            _("“{text}” is no day with a time.").format(text=text), _("Write it as 2026-02-16T10:00.")
        ) from error
    found = [
        one
        for one in who_is_free.times(snapshot)
        if stop in (None, one.stop_id) and one.starts <= _at(snapshot, one, moment) < one.slots[0].ends
    ]
    if not found:
        raise UserError(
            _("There are no meetings at {text}.").format(text=text), _("See the times of the sessions in the window.")
        )
    return found


def _at(snapshot: Snapshot, one: MeetingTime, moment: datetime) -> datetime:
    """Return a moment as it was typed: without an offset it is one on the clocks of the city."""
    if moment.tzinfo:
        return moment
    zone = in_zone(one.starts, snapshot.stop[one.stop_id].time_zone).tzinfo
    return datetime.combine(moment.date(), time(moment.hour, moment.minute), zone)


def _heading(plan: Plan, when: MeetingTime) -> str:
    tables, number = free_time.free_tables(plan, when.slots)
    free = _("{free} of {tables} free").format(
        free=current().number(len(tables)), tables=count("{n} table", "{n} tables", number)
    )
    return f"{who_is_free.time_in_words(plan.snapshot, when)} – {free}"


def _document(snapshot: Snapshot, when: MeetingTime, one: FreeCompany, found: list[Opening]) -> dict[str, Any]:
    return {
        "company": one.company.name,
        "side": one.company.side.value,
        "stop": snapshot.stop[when.stop_id].name_en,
        "start": when.starts.isoformat(),
        "end": when.slots[0].ends.isoformat(),
        "meetings": one.meetings,
        "requests": [
            {
                "company": opening.partner.name,
                "priority": opening.request.priority.value,
                "grade": opening.verdict.grade.value,
                "text": opening.verdict.text,
            }
            for opening in found
        ],
    }
