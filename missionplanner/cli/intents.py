"""The command intents: what companies want of each other, listed, added to, changed and taken from."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import RecordVerb, add_command, add_record_verbs, field_values
from missionplanner.domain.intents import IntentList, ListedIntent
from missionplanner.i18n import _, count, current
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import intent_list
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add intents with its verbs."""
    text = _("list what companies want of each other, or add, change or delete an intent")
    found = add_command(commands, "intents", text, show)
    verbs = (
        RecordVerb("add", _("add an intent"), add, of_record=False, with_values=True),
        RecordVerb("set", _("change an intent"), change, with_values=True),
        RecordVerb("remove", _("delete an intent"), remove),
    )
    add_record_verbs(found, verbs, ("intent", _("INTENT"), _("the intent by any of its names")), intent_list.FIELDS)


def show(arguments: argparse.Namespace) -> int:
    """Print the intents in the order of the list."""
    with opened(arguments, read_only=True) as store:
        known, said = intents_of(store), intent_list.holders(store)
    if arguments.json:
        output.document([_row(one, said) for one in known.rows])
    else:
        output.table([_in_words(one, known, said) for one in known.rows])
        output.say(count("{n} intent", "{n} intents", len(known.rows)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Add an intent as one step."""
    with opened(arguments) as store:
        made = intent_list.enter_texts(store, None, field_values(arguments.fields, intent_list.FIELDS))
        return _say(arguments, store, made, _("{intent} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change fields of an intent as one step."""
    texts = field_values(arguments.fields, intent_list.FIELDS)
    with opened(arguments) as store:
        made = intent_list.enter_texts(store, intent_list.called(store, arguments.intent), texts)
        return _say(arguments, store, made, _("{intent} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete an intent as one step; what was said stays as it is written."""
    with opened(arguments) as store:
        gone = intent_list.called(store, arguments.intent)
        intent_list.remove(store, [gone.id])
        return _say(arguments, store, gone, _("{intent} was deleted."))


def _say(arguments: argparse.Namespace, store: Store, one: ListedIntent, sentence: str) -> int:
    if arguments.json:
        output.document(_row(one, intent_list.holders(store)))
    else:
        output.say(sentence.format(intent=IntentList([one]).name(one.code, current().language)))
    return 0


def _row(one: ListedIntent, said: dict[str, int]) -> dict[str, Any]:
    names = ("code", *intent_list.NAMES, "spellings", "met_by")
    row = {name: getattr(one, name) for name in names}
    return {**row, "place": one.place.value, "said_by": said.get(one.code, 0)}


def _in_words(one: ListedIntent, known: IntentList, said: dict[str, int]) -> dict[str, str]:
    """Return a row as people read it, in their language: heading to text."""
    language = current().language
    return {
        _("Intent"): known.name(one.code, language),
        _("Intent that meets it"): known.name(known.partner(one.code) or one.code, language),
        _("What both must name"): one.place.label if one.place else "",
        _("Said by"): current().number(said.get(one.code, 0)),
    }
