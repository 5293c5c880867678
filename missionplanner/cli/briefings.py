"""The command briefings: what the market briefing says of sectors and cities, listed, added, changed, imported."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb, field_values
from missionplanner.domain.briefings import Briefing
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists import export as exports
from missionplanner.jobs.market import briefings
from missionplanner.store.store import Store

VERBS = ("add", "set", "remove", "import")
"""The acts on texts of the briefing; without one they are listed."""
_SHOWN = 80


def add_commands(commands: Any) -> None:
    """Add briefings with its verbs."""
    text = _("list the texts of the market briefing of sectors and cities, or add, change, delete or import some")
    found = add_command(commands, "briefings", text, show)
    add_csv(found)
    verbs = found.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS)),
    )
    adding = add_verb(verbs, "add", _("add a text"), add)
    changing = add_verb(verbs, "set", _("change a text"), change)
    removing = add_verb(verbs, "remove", _("delete a text"), remove)
    for verb in (changing, removing):
        verb.add_argument("number", metavar=_("NUMBER"), help=_("its number in the list"))
    text = _("a field and its new value, empty to clear it; the fields: {fields}").format(
        fields=", ".join(briefings.FIELDS)
    )
    for verb in (adding, changing):
        verb.add_argument("fields", nargs="+", metavar=_("FIELD=VALUE"), help=text)
    bringing = add_verb(verbs, "import", _("import a table of texts, such as --csv writes it"), bring)
    bringing.add_argument("source_file", metavar=_("SOURCE"), type=Path, help=_("the spreadsheet"))


def show(arguments: argparse.Namespace) -> int:
    """Print the texts in their order."""
    with opened(arguments, read_only=True) as store:
        rows = briefings.rows(store)
        words = [_in_words(store, number, one) for number, one in enumerate(briefings.known(store), start=1)]
    if arguments.json:
        output.document(rows)
    elif arguments.csv:
        output.raw(exports.as_csv(rows))
    else:
        output.table(words)
        output.say(count("{n} text", "{n} texts", len(words)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Add a text as one step."""
    texts = field_values(arguments.fields, briefings.FIELDS)
    with opened(arguments) as store:
        made = briefings.enter_texts(store, None, texts)
        return _say(arguments, store, made, _("{name} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change a text as one step."""
    texts = field_values(arguments.fields, briefings.FIELDS)
    with opened(arguments) as store:
        made = briefings.enter_texts(store, briefings.numbered(store, arguments.number), texts)
        return _say(arguments, store, made, _("{name} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a text as one step."""
    with opened(arguments) as store:
        gone = briefings.numbered(store, arguments.number)
        code = _say(arguments, store, gone, _("{name} was deleted."))
        briefings.remove(store, [gone.id])
        return code


def bring(arguments: argparse.Namespace) -> int:
    """Import a table of texts as one step."""
    with opened(arguments) as store:
        found = briefings.take(store, arguments.source_file)
    if arguments.json:
        output.document({"new": found.new, "changed": found.changed, "same": found.same})
    else:
        output.say(found.sentence)
    return 0


def _say(arguments: argparse.Namespace, store: Store, briefing: Briefing, sentence: str) -> int:
    if arguments.json:
        place = [one.id for one in briefings.known(store)].index(briefing.id)
        output.document(briefings.rows(store)[place])
    else:
        output.say(sentence.format(name=_name(store, briefing)))
    return 0


def _name(store: Store, briefing: Briefing) -> str:
    return ", ".join(filter(None, (briefing.kind.label, *briefings.of(store, briefing))))


def _in_words(store: Store, number: int, briefing: Briefing) -> dict[str, str]:
    sector, stop = briefings.of(store, briefing)
    text = " ".join(briefing.text(current().language)[0].split())
    return {
        _("Number"): str(number),
        _("Kind"): briefing.kind.label,
        _("Sector"): sector or _("All sectors"),
        _("City"): stop or _("The whole country"),
        _("Text"): text if len(text) <= _SHOWN else text[:_SHOWN] + "…",
    }
