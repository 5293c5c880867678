"""Commands that only look."""

import argparse

from missionplanner.cli import output
from missionplanner.cli.files import opened
from missionplanner.cli.selection import company_filter
from missionplanner.domain.companies import Delegate
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.jobs.lists import export
from missionplanner.jobs.lists import rows as lists
from missionplanner.jobs.timetable import planning
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store


def info(arguments: argparse.Namespace) -> int:
    """Name, dates, stops, sectors, counts by side and status, plan state, file format version."""
    with opened(arguments, read_only=True) as store:
        found = _info(store)
    if arguments.json:
        output.document(found)
        return 0
    output.say(
        f"{found['name']}\n{found['starts']} to {found['ends']}, {found['home_country']} to {found['host_country']}"
    )
    output.say("Stops: " + ", ".join(f"{s['name']} ({s['starts']} to {s['ends']})" for s in found["stops"]))
    output.say("Sectors: " + ", ".join(f"{s['code']} {s['name']}" for s in found["sectors"]))
    for side, counts in found["companies"].items():
        parts = ", ".join(f"{count} {status}" for status, count in counts.items())
        output.say(f"{side.capitalize()}: {parts or 'no companies'}")
    plan = found["plan"]
    output.say(f"Requests: {found['requests']}. Meetings: {plan['meetings']}. Conflicts: {plan['conflicts']}.")
    output.say(f"File format: {found['format']}")
    return 0


def _info(store: Store) -> lists.Row:
    mission = store.mission
    counts = store.company_counts(CompanyFilter())
    sides: dict[str, dict[str, int]] = {"delegation": {}, "counterpart": {}}
    for (side, status), count in sorted(counts.items()):
        sides[side][status] = count
    stops = [
        {"name": s.name_en, "starts": str(s.starts), "ends": str(s.ends), "zone": s.time_zone} for s in store.all(Stop)
    ]
    sectors = [{"code": s.code, "name": s.name_en} for s in store.all(Sector) if s.parent_id is None]
    snapshot = store.snapshot()
    found: lists.Row = {
        "name": mission.name,
        "starts": str(mission.starts),
        "ends": str(mission.ends),
        "home_country": mission.home_country,
        "host_country": mission.host_country,
        "stops": stops,
        "sectors": sectors,
        "companies": sides,
        "delegates": store.count(Delegate),
        "requests": store.count(Request),
        "plan": {"meetings": store.count(Meeting), "conflicts": len(planning.conflicts(snapshot))},
        "format": store.format,
    }
    return found


def show_list(arguments: argparse.Namespace) -> int:
    """Companies, delegates, requests, meetings, events, conflicts or unplaced requests."""
    with opened(arguments, read_only=True) as store:
        wanted = company_filter(store, arguments)
        by_company = arguments.what in ("companies", "delegates")
        by_place = arguments.what in ("meetings", "events")
        if not by_company:
            stops = () if by_place else wanted.stops
            wanted = CompanyFilter(wanted.side, wanted.sectors, wanted.statuses, stops, "")
        ids = set(store.company_ids(wanted))
        found = lists.rows(store.snapshot(), arguments.what, ids)
    if arguments.stop and by_place:
        name = _stop_name(arguments)
        found = [row for row in found if row["stop"] == name]
    found = lists.narrowed(found, "" if by_company else arguments.search, arguments.sort)
    if arguments.json:
        output.document(found)
    elif arguments.csv:
        print(export.as_csv(found), end="")
    else:
        output.table([lists.flat(row) for row in found])
        output.say(f"{len(found)} {arguments.what}")
    return 0


def _stop_name(arguments: argparse.Namespace) -> str:
    with opened(arguments, read_only=True) as store:
        wanted = company_filter(store, arguments).stops
        return next(stop.name_en for stop in store.all(Stop) if stop.id in wanted)


def check(arguments: argparse.Namespace) -> int:
    """Every conflict, one a line, in words; exit code 1 if there is one."""
    with opened(arguments, read_only=True) as store:
        found = planning.conflicts(store.snapshot())
    if arguments.json:
        output.document([{"rule": issue.code, "text": issue.text} for issue in found])
    else:
        for issue in found:
            output.say(issue.text)
        output.say(f"{len(found)} conflicts" if found else "No conflicts.")
    return 1 if found else 0


def show_history(arguments: argparse.Namespace) -> int:
    """Who changed what, when; newest first."""
    with opened(arguments, read_only=True) as store:
        steps = store.history(10_000)
    if arguments.json:
        output.document(
            [
                {"at": s.at.isoformat(), "user": s.user, "label": s.label, "kind": s.kind, "changes": s.changes}
                for s in steps
            ]
        )
        return 0
    for step in steps:
        rows = ", ".join(f"{count} {table}" for table, count in step.changes.items())
        output.say(f"{step.at:%Y-%m-%d %H:%M}  {step.user}  {step.label}  ({rows})")
    return 0
