"""The timetable as rows of plain values: the days of companies with their idle slots, and how full each slot is."""

from datetime import datetime
from typing import Any

from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.table_loads import loads
from missionplanner.domain.time import in_zone
from missionplanner.domain.week_strips import weeks

Row = dict[str, Any]


def company_days(snapshot: Snapshot, wanted: set[int]) -> list[Row]:
    """List the days on which companies have meetings, by side and name, with their meetings and idle slots."""
    plan = Plan(snapshot, snapshot.meetings)
    found = []
    for week in (week for side in Side for week in weeks(plan, side) if week.company.id in wanted):
        for (stop, day), strip in week.strips.items():
            slots = [plan.slot(meeting) for meetings in strip.meetings.values() for meeting in meetings]
            if slots:
                row = {
                    "company": week.company.name,
                    "side": week.company.side.value,
                    "stop": snapshot.stop[stop].name_en,
                    "day": day.isoformat(),
                    "meetings": strip.many,
                    "idle_slots": strip.idle,
                    "start": _local(snapshot, stop, min(slot.starts for slot in slots)),
                    "end": _local(snapshot, stop, max(slot.ends for slot in slots)),
                }
                found.append(row)
    return found


def table_loads(snapshot: Snapshot, _wanted: set[int]) -> list[Row]:
    """List how many tables are used in each slot of every venue, and how many could be."""
    plan = Plan(snapshot, snapshot.meetings)
    found = []
    for venue in snapshot.venues:
        full = loads(plan, venue.id)
        for slot in full.slots:
            share = full.by_slot[slot.id]
            row = {
                "stop": snapshot.stop[venue.stop_id].name_en,
                "venue": venue.name,
                "start": _local(snapshot, venue.stop_id, slot.starts),
                "end": _local(snapshot, venue.stop_id, slot.ends),
                "tables_used": share.used,
                "tables": share.there,
            }
            found.append(row)
    return found


def _local(snapshot: Snapshot, stop_id: int, moment: datetime) -> str:
    return in_zone(moment, snapshot.stop[stop_id].time_zone).isoformat()
