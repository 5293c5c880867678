"""The verb day of people: where somebody is when on a day, with whom, and how they get there."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_verb
from missionplanner.i18n import _
from missionplanner.jobs.people import days, records


def add_verbs(verbs: Any) -> None:
    """Add the verb."""
    found = add_verb(verbs, "day", _("list where somebody is when, with whom, and how they get there"), show)
    found.add_argument("person", metavar=_("PERSON"), help=_("the name or e-mail address of the person"))
    found.add_argument("--day", default="", metavar=_("DATE"), help=_("this day only, else all of theirs"))


def show(arguments: argparse.Namespace) -> int:
    """Print the days of somebody; the exit code is 1 where something does not go together."""
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
