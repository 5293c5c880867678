"""The command fields: the mission's own fields, listed, added, changed and removed."""

import argparse
from dataclasses import asdict
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import RecordVerb, add_command, add_csv, add_record_verbs, field_values
from missionplanner.domain.companies import Side
from missionplanner.domain.own_fields import OwnField
from missionplanner.i18n import _, count, current
from missionplanner.jobs.fields import definitions, typed_definitions, values
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add fields with its verbs."""
    found = add_command(commands, "fields", _("list the mission’s own fields, or add, change or delete one"), show)
    add_csv(found)
    verbs = (
        RecordVerb("add", _("add an own field"), add, of_record=False, with_values=True),
        RecordVerb("set", _("change an own field; its values stay"), change, with_values=True),
        RecordVerb("remove", _("delete an own field with its values"), remove),
    )
    add_record_verbs(found, verbs, ("field", _("FIELD"), _("the field by its name")), typed_definitions.FIELDS)


def show(arguments: argparse.Namespace) -> int:
    """Print the own fields in the order of the form."""
    with opened(arguments, read_only=True) as store:
        known, filled = list(values.fields(store)), definitions.filled(store)
    rows, shown = [_row(one, filled) for one in known], [_in_words(one, filled) for one in known]
    return output.listed(arguments, rows, shown, count("{n} own field", "{n} own fields", len(known)))


def add(arguments: argparse.Namespace) -> int:
    """Add a field as one step."""
    texts = field_values(arguments.fields, typed_definitions.FIELDS)
    with opened(arguments) as store:
        made = typed_definitions.enter_texts(store, None, texts)
        return _say(arguments, store, made, _("{name} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change a field as one step; values that do not fit are named, and stay."""
    texts = field_values(arguments.fields, typed_definitions.FIELDS)
    with opened(arguments) as store:
        made = typed_definitions.enter_texts(store, definitions.called(store, arguments.field), texts)
        if left := definitions.unfit(store, made, {}).sentence:
            output.warn(left)
        return _say(arguments, store, made, _("{name} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a field with its values as one step."""
    with opened(arguments) as store:
        gone = definitions.called(store, arguments.field)
        definitions.remove(store, [gone.id])
        return _say(arguments, store, gone, _("{name} was deleted."))


def _say(arguments: argparse.Namespace, store: Store, field: OwnField, sentence: str) -> int:
    if arguments.json:
        output.document(_row(field, definitions.filled(store)))
    else:
        output.say(sentence.format(name=field.label))
    return 0


def _row(field: OwnField, filled: dict[int, int]) -> dict[str, Any]:
    found = {name: value for name, value in asdict(field).items() if name not in ("id", "uid", "position")}
    return {"name": field.name, **found, "choices": field.choices.splitlines(), "values": filled.get(field.id, 0)}


def _in_words(field: OwnField, filled: dict[int, int]) -> dict[str, str]:
    """Return a row as people read it, in their language: heading to text."""
    return {
        _("Name"): field.label,
        _("Field"): field.code,
        _("Field of"): field.subject.label,
        _("Side"): Side(field.side).label if field.side else "",
        _("Kind"): " ".join(filter(None, (field.kind.label, field.currency))),
        _("Group in the form"): field.group(current().language),
        _("Required"): _("yes") if field.required else _("no"),
        _("Sensitive"): _("yes") if field.sensitive else _("no"),
        _("Second form"): _("yes") if field.second_form else _("no"),
        _("Values"): str(filled.get(field.id, 0)),
    }
