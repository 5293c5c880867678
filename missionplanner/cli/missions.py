"""Commands on a mission file as a whole: info, history, backup, restore."""

import argparse
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened, password
from missionplanner.cli.options import add_command
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side, number_on_each_side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import Person
from missionplanner.domain.record_labels import record_label
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.safety import history as file_history
from missionplanner.jobs.safety import history_span
from missionplanner.jobs.timetable import planning
from missionplanner.jobs.wording import Words
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from missionplanner.user import shown_name, user_name

_MOST_STEPS = 10_000
"""The steps of a history that are read."""


def add_commands(commands: Any) -> None:
    """Add info, history, backup and restore."""
    add_command(commands, "info", _("say what a mission file holds"), info)
    reading = add_command(commands, "history", _("say who changed what, when"), history)
    names = ", ".join(name for name in history_span.SPANS if name)
    text = _("changes since a day or time, or: {names}").format(names=names)
    reading.add_argument("--since", default="", metavar=_("WHEN"), help=text)
    reading.add_argument("--until", default="", metavar=_("WHEN"), help=_("changes until a day or time"))
    copying = add_command(commands, "backup", _("copy a mission file"), backup)
    copying.add_argument(
        "target", type=Path, nargs="?", metavar=_("COPY"), help=_("the copy; beside the file where none is named")
    )
    restoring = add_command(commands, "restore", _("put a backup in place"), restore)
    restoring.add_argument("backup", type=Path, metavar=_("BACKUP"), help=_("the copy to put in its place"))


def info(arguments: argparse.Namespace) -> int:
    """Print name, dates, stops, sectors, counts by side and status, state of the plan, format of the file."""
    with opened(arguments, read_only=True) as store:
        if arguments.json:
            output.document(info_document(store))
        else:
            for line in _info_lines(store):
                output.say(line)
    return 0


def info_document(store: Store) -> dict[str, Any]:
    """Return the JSON of info."""
    mission = store.mission
    stops = [
        {"name": s.name_en, "starts": str(s.starts), "ends": str(s.ends), "zone": s.time_zone} for s in store.all(Stop)
    ]
    return {
        "name": mission.name,
        "starts": str(mission.starts),
        "ends": str(mission.ends),
        "home_country": mission.home_country,
        "host_country": mission.host_country,
        "stops": stops,
        "sectors": [{"code": s.code, "name": s.name_en} for s in _main_sectors(store)],
        "companies": _counts(store),
        "delegates": store.count(Person),
        "requests": store.count(Request),
        "plan": {"meetings": store.count(Meeting), "conflicts": len(planning.problems(store.snapshot()))},
        "format": store.format,
    }


def _info_lines(store: Store) -> list[str]:
    t, mission = current(), store.mission
    countries = " – ".join(filter(None, (mission.home_country, mission.host_country)))
    stops = (f"{s.name(t.language)} ({t.day_range(s.starts, s.ends)})" for s in store.all(Stop))
    sectors = (f"{s.code} {s.name(t.language)}" for s in _main_sectors(store))
    snapshot = store.snapshot()
    conflicts = len(planning.problems(snapshot))
    people = Counter(snapshot.side_of(person) for person in snapshot.people)
    lines = [mission.name, ", ".join(filter(None, (t.day_range(mission.starts, mission.ends), countries)))]
    lines.append(_("Stops: {names}").format(names=", ".join(stops)))
    lines.append(_("Sectors: {names}").format(names=", ".join(sectors)))
    for side, numbers in _counts(store).items():
        parts = ", ".join(f"{Status(status).label(Side(side)).lower()} {t.number(n)}" for status, n in numbers.items())
        none = _("no companies")
        lines.append(f"{Side(side).label}: {parts or none}")
    amounts = (
        count("{n} person", "{n} people", people.total()) + (f" ({number_on_each_side(people)})" if people else ""),
        count("{n} request", "{n} requests", store.count(Request)),
        count("{n} meeting", "{n} meetings", store.count(Meeting)),
        count("{n} conflict", "{n} conflicts", conflicts),
    )
    return [*lines, ", ".join(amounts), _("File format: {number}").format(number=store.format)]


def _main_sectors(store: Store) -> list[Sector]:
    return [sector for sector in store.all(Sector) if sector.parent_id is None]


def _counts(store: Store) -> dict[str, dict[str, int]]:
    """Return the number of companies by side and status."""
    found: dict[str, dict[str, int]] = {"delegation": {}, "counterpart": {}}
    for (side, status), number in sorted(store.companies.counts(CompanyFilter()).items()):
        found[side][status] = number
    return found


def history(arguments: argparse.Namespace) -> int:
    """Print who changed what of whom, when; newest first."""
    now = datetime.now().astimezone()
    with opened(arguments, read_only=True) as store:
        newest = store.steps.history(_MOST_STEPS)
        span = history_span.typed(arguments.since, arguments.until, newest, shown_name(user_name()), now)
        steps = [step for step in newest if span.holds(step)]
        words = Words(store)
        about = {step.id: file_history.whom(store, step, words) for step in steps}
        lines = {step.id: file_history.whom_in_words(store, step, words) for step in steps}
    if arguments.json:
        rows = [
            {"at": s.at.isoformat(), "user": s.user, "label": s.label, "kind": s.kind, "changes": s.changes,
             "about": about[s.id]}
            for s in steps
        ]  # fmt: skip
        output.document(rows)
        return 0
    for step in steps:
        rows_changed = ", ".join(f"{record_label(table)} {number}" for table, number in step.changes.items())
        of_whom = f"  {lines[step.id]}" if lines[step.id] else ""
        output.say(f"{current().stamp(step.at.astimezone())}  {step.user}  {step.label}{of_whom}  ({rows_changed})")
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Copy the file, beside it under date and time where no name is given; raises UserError when the copy exists."""
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H%M%S")
    target = arguments.target or arguments.file.with_name(f"{arguments.file.stem} {stamp}.mission")
    # Refused here, since Store.backup replaces a file that is there.
    if target.exists():
        raise UserError(_("There is already a file {name}.").format(name=target.name), _("Choose another name."))
    with opened(arguments, read_only=True) as store:
        store.backup(target)
    if arguments.json:
        output.document({"path": str(target)})
    else:
        output.say(f"{target}")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a backup in the place of the file; what was there is kept beside it."""
    kept = str(backups.restore(arguments.file, arguments.backup, password()) or "")
    if arguments.json:
        output.document({"path": str(arguments.file), "kept": kept})
        return 0
    output.say(_("{name} is restored.").format(name=arguments.file))
    if kept:
        output.say(_("What was there before is in {name}.").format(name=kept))
    return 0
