"""The commands list and export: the lists of a mission on the screen, as csv, or in files."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import add_filters, company_filter
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv
from missionplanner.cli.wording import in_words
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.jobs.calendars import making
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.lists import rows as lists
from missionplanner.jobs.safety.in_the_open import warning
from missionplanner.store.store import Store

OF_COMPANIES, OF_PLACES = ("companies", "delegates"), ("meetings", "events", "weeks", "loads")


def add_commands(commands: Any) -> None:
    """Add list and export."""
    listing = add_command(commands, "list", _("print a list"), show)
    listing.add_argument("what", choices=tuple(lists.LISTS), help=_("which list"))
    add_filters(listing)
    listing.add_argument("--sort", default="", metavar=_("FIELD"), help=_("the field of --json to sort by"))
    add_csv(listing)
    exporting = add_command(commands, "export", _("write .xlsx, .csv or .ics"), export)
    exporting.add_argument("--out", type=Path, required=True, metavar=_("PATH"), help=_("the file to write"))
    exporting.add_argument("--table", choices=tuple(lists.LISTS), default="companies", help=_("the list a .csv holds"))
    exporting.add_argument(
        "--sensitive",
        action="store_true",
        help=_("with what is sensitive of people, and agreements under embargo with their real values and notes"),
    )
    exporting.add_argument("--company", default="", metavar=_("NAME"), help=_("whose calendar an .ics is"))


def show(arguments: argparse.Namespace) -> int:
    """Print one of the lists, from companies to how full the tables are."""
    with opened(arguments, read_only=True) as store:
        wanted = company_filter(store, arguments)
        of_companies, of_places = arguments.what in OF_COMPANIES, arguments.what in OF_PLACES
        about = wanted if of_companies else replace(wanted, text="", stops=() if of_places else wanted.stops)
        snapshot = store.snapshot()
        found = lists.rows(snapshot, arguments.what, set(store.companies.ids(about)))
    if of_places and wanted.stops:
        stops = {snapshot.stop[key].name_en for key in wanted.stops}
        found = [row for row in found if row["stop"] in stops]
    found = lists.narrowed(found, "" if of_companies else arguments.search, arguments.sort)
    if arguments.json:
        output.document(found)
    elif arguments.csv:
        output.raw(exports.as_csv(found))
    else:
        output.table(in_words(arguments.what, found, snapshot))
        output.say(count("{n} row", "{n} rows", len(found)))
    return 0


def export(arguments: argparse.Namespace) -> int:
    """Write a workbook of everything, one list as csv, or a company's calendar."""
    is_calendar = arguments.out.suffix.lower() == ".ics"
    with opened(arguments, read_only=not is_calendar) as store:
        made = _calendar(store, arguments) if is_calendar else _exported(store, arguments)
        note = warning(store)
    if arguments.json:
        output.document({"path": str(made)})
    else:
        output.say(f"{made}")
        output.note(note)
    return 0


def _exported(store: Store, arguments: argparse.Namespace) -> Path:
    return run_now(exports.export(arguments.out, arguments.table, arguments.sensitive), store, output.progress())


def _calendar(store: Store, arguments: argparse.Namespace) -> Path:
    """Write the calendar of the company that is named, and keep what it told."""
    name = arguments.company
    if not name:
        raise UserError(_("A calendar is of one company."), _("Say which with --company NAME."))
    job = making.one(arguments.out, lambda snapshot: exports.find_company(snapshot.companies, name))
    return run_now(job, store, output.progress()).paths[0]
