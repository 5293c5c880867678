"""The command titles: the list of courtesy titles, listed, added to, changed and taken from."""

import argparse
from dataclasses import asdict
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import RecordVerb, add_command, add_record_verbs, field_values
from missionplanner.domain.courtesy_titles import CourtesyTitle, in_protocol_order
from missionplanner.i18n import _, count, current
from missionplanner.jobs.people import courtesy_titles
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add titles with its verbs."""
    found = add_command(commands, "titles", _("list how people are addressed, or add, change or delete a title"), show)
    verbs = (
        RecordVerb("add", _("add a title"), add, of_record=False, with_values=True),
        RecordVerb("set", _("change a title"), change, with_values=True),
        RecordVerb("remove", _("delete a title"), remove),
    )
    named = _("the title as it is written before a name, in any language")
    add_record_verbs(found, verbs, ("title", _("TITLE"), named), courtesy_titles.FIELDS)


def show(arguments: argparse.Namespace) -> int:
    """Print the titles in the order of the list."""
    with opened(arguments, read_only=True) as store:
        titles = in_protocol_order(store.all(CourtesyTitle))
        people = courtesy_titles.holders(store)
    if arguments.json:
        output.document([_row(title, people) for title in titles])
    else:
        output.table([_in_words(title, people) for title in titles])
        output.say(count("{n} courtesy title", "{n} courtesy titles", len(titles)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Add a title as one step."""
    with opened(arguments) as store:
        made = courtesy_titles.enter_texts(store, None, field_values(arguments.fields, courtesy_titles.FIELDS))
        return _say(arguments, store, made, _("{title} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change fields of a title as one step."""
    texts = field_values(arguments.fields, courtesy_titles.FIELDS)
    with opened(arguments) as store:
        made = courtesy_titles.enter_texts(store, courtesy_titles.called(store, arguments.title), texts)
        return _say(arguments, store, made, _("{title} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a title as one step; people keep what was typed."""
    with opened(arguments) as store:
        gone = courtesy_titles.called(store, arguments.title)
        courtesy_titles.remove(store, [gone.id])
        return _say(arguments, store, gone, _("{title} was deleted."))


def _say(arguments: argparse.Namespace, store: Store, title: CourtesyTitle, sentence: str) -> int:
    if arguments.json:
        output.document(_row(title, courtesy_titles.holders(store)))
    else:
        output.say(sentence.format(title=title.name(current().language)))
    return 0


def _row(title: CourtesyTitle, people: dict[int, int]) -> dict[str, Any]:
    texts = {name: value for name, value in asdict(title).items() if name not in ("id", "uid", "position")}
    return {**texts, "people": people.get(title.id, 0)}


def _in_words(title: CourtesyTitle, people: dict[int, int]) -> dict[str, str]:
    """Return a row as people read it, in their language: heading to text."""
    language = current().language
    return {
        _("Before the name"): " / ".join(title.texts("written", language)) or title.label,
        _("Salutation"): " / ".join(title.texts("salutation", language)),
        _("On badges"): _("yes") if title.on_badges else _("no"),
        _("People"): str(people.get(title.id, 0)),
    }
