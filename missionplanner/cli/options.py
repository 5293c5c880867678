"""The options that commands share: the mission file, --json, --lang, and the kinds of values."""

import argparse
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _

Run = Callable[[argparse.Namespace], int]


def add_command(commands: Any, name: str, text: str, run: Run, on_file: bool = True) -> argparse.ArgumentParser:
    """Add the command `name` with a sentence that says what it does; on_file: it works on a mission file."""
    found: argparse.ArgumentParser = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    if on_file:
        found.add_argument("file", type=Path, metavar=_("FILE"), help=_("the mission file"))
    found.add_argument("--json", action="store_true", help=_("one JSON document on standard output, in English"))
    add_language(found, argparse.SUPPRESS)
    found.set_defaults(run=run)
    return found


def add_csv(command: argparse.ArgumentParser) -> None:
    """Let a list be printed as csv."""
    command.add_argument("--csv", action="store_true", help=_("as csv, in English"))


def add_language(parser: argparse.ArgumentParser, default: str) -> None:
    """Let the language of the texts be chosen; SUPPRESS leaves what was typed before the command alone."""
    parser.add_argument("--lang", choices=LANGUAGES, default=default, help=_("the language of the texts"))


def natural_number(text: str) -> int:
    """Return a whole number from 0 on. Raises ArgumentTypeError for anything else."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(_("“{text}” is no whole number from 0 on").format(text=text))
    return int(text)


def seconds(text: str) -> float:
    """Return a number of seconds. Raises ArgumentTypeError for what is no number."""
    try:
        return float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("“{text}” is no number of seconds").format(text=text)) from error


def add_verb(verbs: Any, name: str, text: str, run: Run) -> argparse.ArgumentParser:
    """Add a verb; --json and --lang may stand before it or after."""
    found: argparse.ArgumentParser = verbs.add_parser(name, description=f"{text[0].upper()}{text[1:]}.")
    text = _("one JSON document on standard output, in English")
    found.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=text)
    add_language(found, argparse.SUPPRESS)
    found.set_defaults(run=run)
    return found


@dataclass(frozen=True, slots=True)
class RecordVerb:
    """An act on a record, as it is typed behind a command."""

    name: str
    text: str
    run: Run
    of_record: bool = True
    """Whether it names the record."""
    with_values: bool = False
    """Whether it takes fields with their values."""


def add_record_verbs(
    command: argparse.ArgumentParser, verbs: Iterable[RecordVerb], record: tuple[str, str, str], fields: Iterable[str]
) -> dict[str, argparse.ArgumentParser]:
    """Add the acts on records of a kind to the command that lists them; return them by name.

    record: under what its name is kept, what stands for it in the help, and how it is named. fields: those that can be
    typed.
    """
    known = list(verbs)
    into = command.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(verb.name for verb in known)),
    )
    text = _("a field and its new value, empty to clear it; the fields: {fields}").format(fields=", ".join(fields))
    found = {}
    for verb in known:
        made = found[verb.name] = add_verb(into, verb.name, verb.text, verb.run)
        if verb.of_record:
            made.add_argument(record[0], metavar=record[1], help=record[2])
        if verb.with_values:
            made.add_argument("fields", nargs="+", metavar=_("FIELD=VALUE"), help=text)
    return found


def field_values(typed: Iterable[str], fields: Collection[str]) -> dict[str, str]:
    """Return the values of FIELD=VALUE, by field; raises UserError for what is not one."""
    found = {}
    for text in typed:
        field, equals, value = text.partition("=")
        if not equals or field not in fields:
            problem = _("“{text}” names no field with a value.").format(text=text)
            raise UserError(problem, _("The fields are: {fields}.").format(fields=", ".join(fields)))
        found[field] = value
    return found
