"""The list of intents of a mission: stored, put in order, removed, found; each act one step."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from missionplanner.domain.companies import Company, Offering
from missionplanner.domain.intents import INTENT_PLACE_LABELS, IntentPlace, ListedIntent
from missionplanner.domain.objectives import Objective
from missionplanner.domain.relationships import Relationship
from missionplanner.domain.requests import Request
from missionplanner.domain.spelling import words
from missionplanner.domain.targets import MilestoneTarget, TargetGroup
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _, current, translator
from missionplanner.jobs.list_places import typed_place
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.messages import counted_message, message
from missionplanner.store.change import Change
from missionplanner.store.store import Store

NAMES = ("name_en", "name_fr", "name_es")
FIELDS = ("name", *NAMES, "spellings", "met_by", "place", "position")
"""The fields of an intent that can be typed; `name` is the English one, `place` that which two must share."""
_MOST_TRIES = 1000


def enter(
    store: Store, before: ListedIntent | None, values: Mapping[str, Any], place: int | None = None
) -> ListedIntent:
    """Store an intent at a place of the list, 1 first; without one where it was, or behind the others; as one step.

    Its former names stay among its spellings, so that what was said stays of it. Raises UserError for one without a
    name, or called like another.
    """
    known = list(intents_of(store).rows)
    others = [one for one in known if before is None or one.id != before.id]
    plain = {name: value.strip() if name in NAMES else value for name, value in values.items()}
    made = replace(before, **plain) if before else ListedIntent(**{"code": _new_code(known, plain), **plain})
    _refuse(made, others)
    if before:
        made = replace(made, spellings=_with_former(made, before))
    usual = known.index(before) if before in known else len(others)
    others.insert(usual if place is None else min(max(place - 1, 0), len(others)), made)
    with store.change(message("Edit intent") if before else message("Add intent")) as change:
        key = _put(change, others, made)
    return next(one for one in store.all(ListedIntent) if one.id == key)


def put_in_order(store: Store, keys: Iterable[int]) -> None:
    """Store the order of the intents, given by their keys, as one step."""
    known = {one.id: one for one in store.all(ListedIntent)}
    with store.change(message("Put the intents in order")) as change:
        for number, key in enumerate(keys):
            if known[key].position != number:
                change.update(replace(known[key], position=number))


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete intents, as one step; what was said with their names stays as it is written.

    Raises UserError where a target or an objective counts by one.
    """
    gone = set(keys)
    codes = {one.code for one in store.all(ListedIntent) if one.id in gone}
    targets = [one for one in store.all(MilestoneTarget) if one.grouped_by is TargetGroup.INTENT and one.code in codes]
    if targets or any(one.intent in codes for one in store.all(Objective)):
        raise UserError(
            _("Targets or objectives count by this intent."), _("Change them first, or give the intent another name.")
        )
    with store.change(counted_message("Delete {n} intent", "Delete {n} intents", len(gone))) as change:
        change.delete(ListedIntent, sorted(gone))


def enter_texts(store: Store, before: ListedIntent | None, texts: Mapping[str, str]) -> ListedIntent:
    """Store an intent, new or edited, with texts by the names of FIELDS, as one step; return it.

    Raises UserError for what an intent cannot have.
    """
    values: dict[str, Any] = {name: texts[name] for name in (*NAMES, "spellings") if name in texts}
    if "name" in texts:
        values.setdefault("name_en", texts["name"])
    if "met_by" in texts:
        values["met_by"] = code_called(store, texts["met_by"]) if texts["met_by"].strip() else ""
    if "place" in texts:
        values["place"] = _place(texts["place"])
    return enter(store, before, values, typed_place(texts.get("position", "")))


def called(store: Store, text: str) -> ListedIntent:
    """Return the intent that is called so; raises UserError when there is none."""
    code = code_called(store, text)
    return next(one for one in store.all(ListedIntent) if one.code == code)


def code_called(store: Store, text: str) -> str:
    """Return the code of the intent that is called so; raises UserError when there is none."""
    known = intents_of(store)
    code = known.code_of(text)
    if not code:
        names = ", ".join(known.name(one, current().language) for one in known.codes)
        raise UserError(
            _("There is no intent “{name}”.").format(name=text), _("The intents are: {names}.").format(names=names)
        )
    return code


def holders(store: Store) -> dict[str, int]:
    """Return how many companies, things, requests and relationships say each intent, by code."""
    known = intents_of(store)
    found: Counter[str] = Counter()
    kinds: tuple[type[Any], ...] = (Company, Offering, Request, Relationship)
    for kind in kinds:
        for text in store.column(kind, "intents").values():
            if text:
                found.update(list(known.declared(text)))
    return dict(found)


def _put(change: Change, rows: list[ListedIntent], made: ListedIntent) -> int:
    """Store a record at its place among others; return its key."""
    key = made.id
    for number, one in enumerate(rows):
        if one is made and not made.id:
            key = change.insert(replace(made, position=number))
        elif one is made or one.position != number:
            change.update(replace(one, position=number))
    return key


def _new_code(known: Iterable[ListedIntent], values: Mapping[str, Any]) -> str:
    """Return a code for a new intent, made of its name; one nobody has."""
    name = next((values[one] for one in NAMES if values.get(one)), "")
    plain = "_".join("".join(c for c in word if c.isascii() and c.isalnum()) for word in words(name).split()).strip("_")
    code = plain[:40] if plain[:1].isalpha() else f"intent_{plain}".rstrip("_")[:40]
    taken = {one.code for one in known}
    return next(each for n in range(_MOST_TRIES) if (each := code if not n else f"{code}_{n + 1}") not in taken)


def _with_former(made: ListedIntent, before: ListedIntent) -> str:
    """Return the other spellings of an intent, with the names it had."""
    known = {words(text) for text in made.called}
    former = [name for name in (before.name_en, before.name_fr, before.name_es) if name and words(name) not in known]
    return "; ".join(filter(None, (made.spellings, *dict.fromkeys(former))))


def _refuse(made: ListedIntent, others: Iterable[ListedIntent]) -> None:
    names = [getattr(made, name) for name in NAMES if getattr(made, name)]
    if not names:
        raise UserError(_("The intent needs a name."), _("One language is enough."))
    for name in names:
        if set(name) & set("();:,[]\n"):
            raise UserError(
                _("“{name}” cannot be a name.").format(name=name), _("Leave out brackets, colons and commas.")
            )
        if any(words(name) in map(words, (one.name_en, one.name_fr, one.name_es, one.code)) for one in others):
            raise UserError(_("“{name}” is there already.").format(name=name), _("Give it another name."))


def _place(text: str) -> IntentPlace:
    for place, label in INTENT_PLACE_LABELS.items():
        if words(text) in {place.value, *(words(translator(one)(label)) for one in LANGUAGES)}:
            return place
    raise UserError(
        _("“{text}” is not one of the choices.").format(text=text), ", ".join(one.label for one in IntentPlace if one)
    )
