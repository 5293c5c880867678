"""The command answers: the forms that ask companies what came of their meetings, written, read and listed."""

import argparse
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, natural_number
from missionplanner.cli.relationships import day_of
from missionplanner.domain.companies import Company
from missionplanner.domain.follow_ups import DueFollowUp, follow_ups
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import FOLLOW_UP_DAYS
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _, count, current
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists.export import as_csv, find_company
from missionplanner.jobs.relationships import asking, collecting
from missionplanner.jobs.relationships.asking import PDF, XLSX, FormsWanted

_KINDS = {"xlsx": (XLSX,), "pdf": (PDF,), "both": (XLSX, PDF)}


def add_commands(commands: Any) -> None:
    """Add answers."""
    text = _("list the companies to be asked what came of their meetings, write their forms, or read these back")
    found = add_command(commands, "answers", text, run)
    found.add_argument("--out", type=Path, metavar=_("DIR"), help=_("write a form for each company into this folder"))
    days = ", ".join(map(str, FOLLOW_UP_DAYS))
    text = _("the number of days after the meetings that is asked for: {days}").format(days=days)
    found.add_argument("--after", type=natural_number, default=0, metavar="N", help=text)
    text = _("workbooks, PDF forms or both: {kinds}").format(kinds=", ".join(_KINDS))
    found.add_argument("--as", dest="kind", choices=tuple(_KINDS), default="xlsx", help=text)
    found.add_argument("--language", choices=LANGUAGES, default="", help=_("only in this language"))
    text = _("only this company; repeatable")
    found.add_argument("--company", action="append", default=[], metavar=_("NAME"), help=text)
    text = _("read the forms of this folder, or this form; repeatable")
    found.add_argument("--read", action="append", type=Path, default=[], metavar=_("PATH"), help=text)
    found.add_argument("--dry-run", action="store_true", help=_("only say what would be added"))
    found.add_argument("--done", action="store_true", help=_("note that these companies were asked"))
    found.add_argument("--note", default="", metavar=_("TEXT"), help=_("with --done: what they said"))
    found.add_argument("--undone", action="store_true", help=_("note that these companies are still to be asked"))
    found.add_argument("--owner", default="", metavar=_("NAME"), help=_("only what this person looks after"))
    found.add_argument("--all", action="store_true", help=_("also what is done"))
    text = _("what is due within so many days")
    found.add_argument("--within", type=natural_number, default=0, metavar="N", help=text)
    found.add_argument("--on", default="", metavar=_("DATE"), help=_("the day; today where it is left out"))
    add_csv(found)


def run(arguments: argparse.Namespace) -> int:
    """List, write, read or note. Raises UserError for options that do not go together."""
    if sum(map(bool, (arguments.out, arguments.read, arguments.done, arguments.undone))) > 1:
        raise UserError(_("Only one of --out, --read, --done and --undone can be done at a time."), _("Leave one out."))
    if arguments.out:
        return _write(arguments)
    if arguments.read:
        return _read(arguments)
    return _note(arguments) if arguments.done or arguments.undone else _list(arguments)


def _write(arguments: argparse.Namespace) -> int:
    days = asking.checked_days(arguments.after)
    with opened(arguments, read_only=True) as store:
        companies = store.all(Company)
        only = frozenset(find_company(companies, name).id for name in arguments.company)
        order = FormsWanted(arguments.out, days, _KINDS[arguments.kind], arguments.language, only)
        written = run_now(asking.write(order), store, output.progress())
    if arguments.json:
        output.document({"files": [str(path) for path in written]})
    else:
        output.say(asking.said(written))
    return 0


def _read(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=arguments.dry_run) as store:
        found = run_now(collecting.read(arguments.read, day_of(arguments)), store, output.progress())
        if found.new and not arguments.dry_run:
            collecting.take(store, found)
    if arguments.json:
        numbers = ("files", "left_out", "same", "older", "rejected", "unanswered")
        counted = {name: getattr(found, name) for name in numbers}
        output.document({"new": len(found.new), **counted, "issues": [asdict(one) for one in found.issues]})
        return 0
    for one in found.issues:
        where = _("{file}, row {row}: {text}") if one.row else _("{file}: {text}")
        output.say(where.format(file=one.file, row=one.row, text=one.text))
    output.say(f"{found.sentence}.")
    return 0


def _note(arguments: argparse.Namespace) -> int:
    days = asking.checked_days(arguments.after)
    with opened(arguments) as store:
        companies = store.all(Company)
        pairs = [(find_company(companies, name).id, days) for name in arguments.company]
        if not pairs:
            raise UserError(_("No company is named."), _("Name it with --company."))
        if arguments.done:
            asking.note_done(store, pairs, day_of(arguments), arguments.note)
        else:
            asking.take_back(store, pairs)
    if arguments.json:
        output.document({"count": len(pairs)})
    else:
        output.say(_("It was noted."))
    return 0


def _list(arguments: argparse.Namespace) -> int:
    today = day_of(arguments)
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
        due = follow_ups(asking.facts_of(store, snapshot), today + timedelta(arguments.within))
    shown = [
        one
        for one in due
        if (arguments.all or one.is_open) and arguments.owner in ("", *one.owners) and arguments.after in (0, one.days)
    ]
    rows = [_row(snapshot, one, arguments) for one in shown]
    if arguments.json:
        output.document(rows)
    elif arguments.csv:
        output.raw(as_csv(rows))
    else:
        _print(shown, rows)
    return 0


def _row(snapshot: Snapshot, one: DueFollowUp, arguments: argparse.Namespace) -> dict[str, Any]:
    today = day_of(arguments)
    person, phone = snapshot.contact(one.company.id)
    return {
        "company": one.company.name, "after": one.days, "due": one.on.isoformat(), "overdue": one.late(today),
        "about": len(one.partners), "answered": len(one.answered), "owners": list(one.owners),
        "contact": person.full_name if person else "", "phone": phone, "email": person.email if person else "",
        "milestone": one.milestone[0] if one.milestone else "",
        "milestone_on": one.milestone[1].isoformat() if one.milestone else None, "missed": one.missed(today),
        "done": one.done.isoformat() if one.done else None, "note": one.noted.note if one.noted else "",
    }  # fmt: skip


def _print(due: list[DueFollowUp], rows: list[dict[str, Any]]) -> None:
    t = current()
    lines = []
    for one, row in zip(due, rows, strict=True):
        lines.append({
            _("Due"): t.date(one.on, "medium"), _("After"): str(one.days), _("Company"): one.company.name,
            _("Answered"): f"{row['answered']} / {row['about']}", _("Owner"): ", ".join(one.owners),
            _("Overdue"): str(row["overdue"] or ""), _("Needed for"): row["milestone"],
            _("Contact person"): ", ".join(filter(None, (row["contact"], row["phone"], row["email"]))),
        })  # fmt: skip
    output.table(lines)
    n = sum(one.is_open for one in due)
    output.say(count("{n} follow-up is due", "{n} follow-ups are due", n))
