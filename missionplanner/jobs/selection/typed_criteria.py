"""Criteria of the selection as they are typed on the command line: texts by the names of what a criterion has."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from missionplanner.domain.reviews import Criterion
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.list_places import typed_place
from missionplanner.jobs.selection import decisions
from missionplanner.store.store import Store

NAMES = ("name_en", "name_fr", "name_es")
FIELDS = ("name", *NAMES, "weight", "field", "points", "place")
"""The fields of a criterion that can be typed; `name` is the English one."""


def enter(store: Store, before: Criterion | None, texts: Mapping[str, str]) -> Criterion:
    """Store a criterion, new or edited, with texts by the names of FIELDS, as one step; return it.

    Raises UserError for what a criterion cannot have.
    """
    others = [one for one in decisions.criteria(store) if before is None or one.id != before.id]
    usual = before.position if before else len(others)
    place = typed_place(texts.get("place", ""))
    made = _made(store, before, texts)
    at = usual if place is None else min(max(place - 1, 0), len(others))
    others.insert(at, made)
    return decisions.save_criteria(store, others)[at]


def remove(store: Store, criterion: Criterion) -> None:
    """Remove a criterion with its marks, as one step."""
    decisions.save_criteria(store, [one for one in decisions.criteria(store) if one.id != criterion.id])


def called(store: Store, text: str) -> Criterion:
    """Return the criterion of this name in any language, or uid; raises UserError for none, or several."""
    known, wanted = decisions.criteria(store), words(text)
    found = [one for one in known if text == one.uid] or [one for one in known if wanted and wanted in _names(one)]
    if len(found) == 1:
        return found[0]
    if found:
        hint = _("Name one by its uid: {uids}.").format(uids=", ".join(one.uid for one in found))
        raise UserError(_("Several are called “{name}”.").format(name=text), hint)
    hint = (
        _("The criteria are: {names}.").format(names=", ".join(one.name(current().language) for one in known))
        if known
        else ""
    )
    raise UserError(_("There is no criterion “{name}”.").format(name=text), hint)


def _names(criterion: Criterion) -> Iterable[str]:
    return map(words, filter(None, (criterion.name_en, criterion.name_fr, criterion.name_es)))


def _made(store: Store, before: Criterion | None, texts: Mapping[str, str]) -> Criterion:
    values: dict[str, Any] = {name: texts[name].strip() for name in NAMES if name in texts}
    if "name" in texts:
        values.setdefault("name_en", texts["name"].strip())
    if "weight" in texts:
        values["weight"] = decisions.weight(texts["weight"])
    if "field" in texts:
        values |= decisions.read_from(store, texts["field"])
    if "points" in texts:
        values["points"] = decisions.points(texts["points"])
    return replace(before or Criterion(name_en=""), **values)
