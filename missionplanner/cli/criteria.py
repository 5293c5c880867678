"""The command criteria: what applications are marked by, with weights, listed, added, changed and removed."""

import argparse
from collections import Counter
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import RecordVerb, add_command, add_csv, add_record_verbs, field_values
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.domain.scored_fields import field_of
from missionplanner.i18n import _, count, current
from missionplanner.jobs.fields import values
from missionplanner.jobs.selection import decisions, typed_criteria
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add criteria with its verbs."""
    text = _("list the criteria of the selection with their weights, or add, change or delete one")
    found = add_command(commands, "criteria", text, show)
    add_csv(found)
    verbs = (
        RecordVerb("add", _("add a criterion"), add, of_record=False, with_values=True),
        RecordVerb("set", _("change a criterion; its marks stay"), change, with_values=True),
        RecordVerb("remove", _("delete a criterion with its marks"), remove),
    )
    named = ("criterion", _("CRITERION"), _("its name in any language, or its uid"))
    add_record_verbs(found, verbs, named, typed_criteria.FIELDS)


def show(arguments: argparse.Namespace) -> int:
    """Print the criteria in their order."""
    with opened(arguments, read_only=True) as store:
        rows, known = _rows(store), decisions.criteria(store)
        labels = {field.name: field.label for field in values.fields(store)}
    t = current()
    shown = [
        {
            _("Criterion"): one.name(t.language),
            _("Weight"): f"{t.number(one.weight)} ({row['share']} %)",
            _("Read from own field"): labels.get(row["field"], ""),
            _("Marks of values"): "; ".join(row["points"]),
            _("Marks given"): str(row["reviews"]),
        }
        for one, row in zip(known, rows, strict=True)
    ]
    return output.listed(arguments, rows, shown, count("{n} criterion", "{n} criteria", len(rows)))


def add(arguments: argparse.Namespace) -> int:
    """Add a criterion as one step."""
    texts = field_values(arguments.fields, typed_criteria.FIELDS)
    with opened(arguments) as store:
        return _say(arguments, store, typed_criteria.enter(store, None, texts), _("{name} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change a criterion as one step."""
    texts = field_values(arguments.fields, typed_criteria.FIELDS)
    with opened(arguments) as store:
        made = typed_criteria.enter(store, typed_criteria.called(store, arguments.criterion), texts)
        return _say(arguments, store, made, _("{name} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a criterion with its marks as one step."""
    with opened(arguments) as store:
        gone = typed_criteria.called(store, arguments.criterion)
        code = _say(arguments, store, gone, _("{name} was deleted."))
        typed_criteria.remove(store, gone)
        return code


def _say(arguments: argparse.Namespace, store: Store, criterion: Criterion, sentence: str) -> int:
    if arguments.json:
        output.document(next(row for row in _rows(store) if row["uid"] == criterion.uid))
    else:
        output.say(sentence.format(name=criterion.name(current().language)))
    return 0


def _rows(store: Store) -> list[dict[str, Any]]:
    """Return the criteria in their order, for programs; share: of 100 of all weights."""
    known, given = decisions.criteria(store), Counter(store.column(Review, "criterion_id").values())
    fields = values.fields(store)
    total = sum(one.weight for one in known)
    return [
        {
            "name_en": one.name_en,
            "name_fr": one.name_fr,
            "name_es": one.name_es,
            "uid": one.uid,
            "weight": one.weight,
            "share": round(100 * one.weight / total),
            "field": field.name if (field := field_of(one, fields)) else "",
            "points": one.points.splitlines(),
            "reviews": given[one.id],
        }
        for one in known
    ]
