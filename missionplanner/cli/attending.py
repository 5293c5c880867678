"""The command attend: who attends which meeting, how companies share theirs out, and choices by hand."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.domain.companies import AttendeesBy, Company
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.companies import sharing_out
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.people.records import find_person
from missionplanner.jobs.timetable import attendees, meetings
from missionplanner.store.store import Store

RULES = {"everybody": "", "language": "language", "sector": "sector", "turn": "turn"}
"""The rules as they are written on the command line, with their codes."""


def add_commands(commands: Any) -> None:
    """Add attend."""
    text = _("list who attends which meeting, or say how companies share theirs out, or choose people for one")
    found = add_command(commands, "attend", text, run)
    text = _("a company; repeatable. Alone: its meetings are listed")
    found.add_argument("--company", action="append", default=[], metavar=_("NAME"), help=text)
    text = _("how the people of the companies attend: {rules}").format(rules=", ".join(RULES))
    found.add_argument("--by", choices=RULES, default=None, help=text)
    text = _("at most so many people at a meeting, who take turns")
    found.add_argument("--most", type=int, default=None, metavar="N", help=text)
    text = _("the two companies of a meeting people are chosen for")
    found.add_argument("--meeting", nargs=2, default=None, metavar=(_("DELEGATION"), _("COUNTERPART")), help=text)
    text = _("somebody who attends that meeting; repeatable. Without any both sides attend as they share out")
    found.add_argument("--person", action="append", default=[], metavar=_("PERSON"), help=text)
    text = _("choose those who attend now, so that no turn changes it any more")
    found.add_argument("--keep", action="store_true", help=text)


def run(arguments: argparse.Namespace) -> int:
    """List who attends, or change it as one step. Raises UserError for options that do not go together."""
    wanted = [bool(arguments.by or arguments.most), bool(arguments.meeting), arguments.keep]
    if sum(wanted) > 1 or (arguments.person and not arguments.meeting):
        raise UserError(
            _("These options do not go together."), _("Use one of --by, --meeting with --person, and --keep at a time.")
        )
    with opened(arguments, read_only=not any(wanted)) as store:
        keys = {find_company(store.all(Company), name).id for name in arguments.company}
        if wanted[0]:
            _share_out(arguments, store, keys)
        elif arguments.meeting:
            _choose(arguments, store)
        elif arguments.keep:
            kept = [m.id for m in store.all(Meeting) if not keys or keys & {*m.pair}]
            number = attendees.keep(store, kept)
            if not arguments.json:
                output.say(count("{n} meeting was settled.", "{n} meetings were settled.", number))
        snapshot = store.snapshot()
    if arguments.json or not any(wanted):
        _show(arguments, snapshot, keys)
    return 0


def _share_out(arguments: argparse.Namespace, store: Store, keys: set[int]) -> None:
    if not keys:
        raise UserError(_("No company is named."), _("Name one or several with --company."))
    rule = AttendeesBy(RULES[arguments.by or "everybody"])
    number = sharing_out.set_rule(store, keys, rule, arguments.most)
    if not arguments.json:
        output.say(count("{n} company was changed.", "{n} companies were changed.", number))


def _choose(arguments: argparse.Namespace, store: Store) -> None:
    snapshot = store.snapshot()
    one, other = (find_company(snapshot.companies, name).id for name in arguments.meeting)
    found = [m for m in snapshot.meetings if m.stands and m.pair in ((one, other), (other, one))]
    if not found:
        raise UserError(_("These two companies have no meeting."), _("See the meetings with: list FILE meetings."))
    people = [find_person(snapshot, name) for name in arguments.person]
    for person in people:
        if not any(person in snapshot.meeting_people_of.get(key, []) for key in (one, other)):
            text = _("{person} attends meetings of neither company.").format(person=person.full_name)
            raise UserError(text, _("See the people with: people FILE."))
    meetings.attend(store, found[0].id, [person.id for person in people])
    if not arguments.json:
        output.say(_("It is noted who attends.") if people else _("Both sides attend as they share out."))


def _show(arguments: argparse.Namespace, snapshot: Snapshot, keys: set[int]) -> None:
    found = [m for m in snapshot.meetings if m.stands and (not keys or keys & {*m.pair})]
    found.sort(key=lambda meeting: (snapshot.slot[meeting.slot_id].starts, meeting.id))
    if arguments.json:
        output.document([_row(snapshot, meeting) for meeting in found])
        return
    output.table([_in_words(snapshot, meeting) for meeting in found])
    output.say(count("{n} meeting", "{n} meetings", len(found)))


def _row(snapshot: Snapshot, meeting: Meeting) -> dict[str, Any]:
    sides = []
    for key in meeting.pair:
        company = snapshot.company[key]
        sides.append(
            {
                "company": company.name,
                "by": next(name for name, code in RULES.items() if code == company.attendees_by.value),
                "most": company.attendees_most,
                "people": [person.full_name for person in snapshot.attendees(meeting, key)],
                "chosen": bool(snapshot.chosen(meeting.id, key)),
            }
        )
    return {
        "start": snapshot.slot[meeting.slot_id].starts.isoformat(),
        "delegation": sides[0],
        "counterpart": sides[1],
    }


def _in_words(snapshot: Snapshot, meeting: Meeting) -> dict[str, str]:
    """Return a row as people read it, heading to text."""

    def people(key: int) -> str:
        names = ", ".join(person.full_name for person in snapshot.attendees(meeting, key))
        return f"{names} *" if snapshot.chosen(meeting.id, key) else names

    one, other = meeting.pair
    return {
        _("Time"): current().moment(snapshot.slot[meeting.slot_id].starts),
        _("Delegation"): snapshot.company[one].name,
        _("Attended by"): people(one),
        _("Counterpart"): snapshot.company[other].name,
        _("and by"): people(other),
    }
