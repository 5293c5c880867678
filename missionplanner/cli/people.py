"""The command people: everybody who takes part, listed, entered, changed and deleted."""

import argparse
from typing import Any

from missionplanner.cli import output, person_day
from missionplanner.cli.filters import SIDES
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb, field_values
from missionplanner.domain.companies import Side
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, count
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.lists import people as rows
from missionplanner.jobs.people import cells, listing, records, titles
from missionplanner.jobs.people.listing import PeopleFilter, PersonLine
from missionplanner.store.store import Store

VERBS = ("add", "set", "remove", "day")
"""The acts on people; without one they are listed."""


def add_commands(commands: Any) -> None:
    """Add people with its verbs."""
    found = add_command(
        commands, "people", _("list everybody who takes part, or enter, change or delete somebody"), show
    )
    found.add_argument("--search", default="", metavar=_("TEXT"), help=_("what holds all these words"))
    found.add_argument("--role", default="", metavar=_("ROLE"), help=_("people of this role"))
    found.add_argument("--side", choices=SIDES, default="", help=_("people of this side"))
    add_csv(found)
    found.add_argument(
        "--sensitive", action="store_true", help=_("with passports, dietary and access needs and emergency contacts")
    )
    text = _("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS))
    verbs = found.add_subparsers(dest="verb", metavar=_("VERB"), help=text)
    adding = add_verb(verbs, "add", _("enter somebody"), add)
    for column in cells.EDITABLE:
        if column != "organisations":
            adding.add_argument(f"--{column.replace('_', '-')}", dest=f"field_{column}", metavar=_("TEXT"))
    text = _("an organisation they represent, the main one first; repeatable")
    adding.add_argument("--organisation", action="append", default=[], metavar=_("NAME"), help=text)
    changing = add_verb(verbs, "set", _("change somebody"), change)
    _add_person(changing)
    fields = ", ".join(cells.EDITABLE)
    text = _("a field and its new value, empty to clear it; the fields: {fields}").format(fields=fields)
    changing.add_argument("fields", nargs="+", metavar=_("FIELD=VALUE"), help=text)
    _add_person(add_verb(verbs, "remove", _("delete somebody"), remove))
    person_day.add_verbs(verbs)


def show(arguments: argparse.Namespace) -> int:
    """Print people with their roles, organisations and addresses."""
    with opened(arguments, read_only=True) as store:
        roles = (titles.role_called(store, arguments.role).id,) if arguments.role else ()
        snapshot = store.snapshot()
    sides = (arguments.side,) if arguments.side else ()
    wanted = PeopleFilter(arguments.search, sides=sides, roles=roles)
    found = listing.narrowed(listing.lines(snapshot), wanted)
    plain = [rows.person_row(snapshot, line.person, arguments.sensitive) for line in found]
    if arguments.json:
        output.document(plain)
    elif arguments.csv:
        output.raw(exports.as_csv([rows.as_cells(row) for row in plain]))
    else:
        output.table([_in_words(line) for line in found])
        output.say(count("{n} person", "{n} people", len(found)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Enter a person as one step."""
    texts = {name: value for name in cells.EDITABLE if (value := getattr(arguments, f"field_{name}", None)) is not None}
    with opened(arguments) as store:
        if arguments.organisation:
            # First: its country is that of telephone numbers, and its side theirs.
            texts = {"organisations": "; ".join(arguments.organisation), **texts}
        key = cells.enter_texts(store, records.empty(Side.DELEGATION), texts)
        return _report(arguments, store, key, _("{person} was entered."))


def change(arguments: argparse.Namespace) -> int:
    """Change fields of a person as one step."""
    texts = field_values(arguments.fields, cells.EDITABLE)
    with opened(arguments) as store:
        person = records.find_person(store.snapshot(), arguments.person)
        cells.enter_texts(store, records.records(store, [person.id])[person.id], texts)
        return _report(arguments, store, person.id, _("{person} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a person as one step."""
    with opened(arguments) as store:
        snapshot = store.snapshot()
        person = records.find_person(snapshot, arguments.person)
        records.remove(store, [person.id])
    return _say(arguments, snapshot, person, _("{person} was deleted."))


def _report(arguments: argparse.Namespace, store: Store, key: int, sentence: str) -> int:
    """Print a person as they are now."""
    snapshot = store.snapshot()
    return _say(arguments, snapshot, snapshot.person[key], sentence)


def _say(arguments: argparse.Namespace, snapshot: Snapshot, person: Person, sentence: str) -> int:
    if arguments.json:
        output.document(rows.person_row(snapshot, person))
    else:
        output.say(sentence.format(person=snapshot.with_organisation(person)))
    return 0


def _in_words(line: PersonLine) -> dict[str, str]:
    """Return a row as people read it, heading to text."""
    person = line.person
    return {
        _("Name"): line.name,
        _("Role"): line.role,
        _("Organisations"): line.organisations,
        _("Position"): person.position,
        _("Side"): line.side.label,
        _("E-mail"): person.email,
        _("Phone"): person.mobile or person.phone,
        _("Status"): line.status,
    }


def _add_person(verb: argparse.ArgumentParser) -> None:
    text = _("the name or e-mail address of the person")
    verb.add_argument("person", metavar=_("PERSON"), help=text)
