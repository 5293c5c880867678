"""The commands calendars and contacts: files for the calendars and address books of those who take part."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import add_filters, company_filter
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, natural_number
from missionplanner.i18n import _, count
from missionplanner.jobs.calendars import contacts, making
from missionplanner.jobs.calendars.making import CalendarOptions
from missionplanner.jobs.calendars.owners import CalendarOf
from missionplanner.jobs.job import run_now
from missionplanner.jobs.safety.in_the_open import warning


def add_commands(commands: Any) -> None:
    """Add calendars and contacts."""
    text = _("write a calendar (.ics) for each company, person or venue; made again they update the ones before")
    made = add_command(commands, "calendars", text, run)
    _add_folder(made)
    kinds = ", ".join(CalendarOf)
    text = _("whose calendars: {kinds}; repeatable, companies and people if left out").format(kinds=kinds)
    made.add_argument("--of", action="append", default=[], choices=tuple(CalendarOf), metavar=_("KIND"), help=text)
    text = _("have calendar programs remind so many minutes before")
    made.add_argument("--reminder", type=natural_number, default=None, metavar="N", help=text)
    add_filters(made)
    text = _("write contacts (.vcf) of companies and people who agreed to share, each company and all in one file")
    found = add_command(commands, "contacts", text, run_contacts)
    _add_folder(found)
    text = _("the version of vCard: 4, or 3 for Outlook")
    found.add_argument("--version", choices=contacts.VCARDS, default=contacts.VCARDS[0], help=text)
    add_filters(found)


def run(arguments: argparse.Namespace) -> int:
    """Write calendars and keep what they told."""
    with opened(arguments) as store:
        companies = frozenset(store.companies.ids(company_filter(store, arguments)))
        kinds = tuple(map(CalendarOf, arguments.of)) or CalendarOptions(companies).kinds
        options = CalendarOptions(companies, kinds, reminder=arguments.reminder)
        made = run_now(making.make(arguments.out, options), store, output.progress())
        note = warning(store)
    if arguments.json:
        document = {"calendars": _names(made.paths), "changed": made.changed, "cancelled": made.cancelled}
        output.document(document)
        return 0
    output.say(count("{n} calendar was written.", "{n} calendars were written.", len(made.paths)))
    output.say(making.words(made))
    output.note(note)
    return 0


def run_contacts(arguments: argparse.Namespace) -> int:
    """Write contacts of those who agreed to share."""
    with opened(arguments, read_only=True) as store:
        companies = frozenset(store.companies.ids(company_filter(store, arguments)))
        job = contacts.make(arguments.out, contacts.ContactOptions(companies, arguments.version))
        made = run_now(job, store, output.progress())
        note = warning(store)
    if arguments.json:
        output.document({"contacts": _names(made.paths), "people": made.people, "kept_back": made.kept_back})
        return 0
    output.say(contacts.words(made))
    output.note(note)
    return 0


def _add_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar=_("DIR"), help=_("the folder they are written to"))


def _names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]
