"""Objectives companies agreed on: entered, edited, removed, each as one step; and what is reached of them on a day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from missionplanner.domain.companies import Company
from missionplanner.domain.intents import IntentList
from missionplanner.domain.objectives import (
    COUNTED_LABELS,
    CountedAs,
    CountedDeal,
    CountedPair,
    Objective,
    ReachedObjective,
    measured,
)
from missionplanner.domain.relationships import Relationship
from missionplanner.domain.results import Results
from missionplanner.domain.spelling import words
from missionplanner.domain.targets import PlacedRelationship
from missionplanner.domain.timetable import Meeting, MeetingStatus, Slot
from missionplanner.errors import UserError
from missionplanner.exchange.stage_words import stage_of
from missionplanner.i18n import LANGUAGES, _, current, translator
from missionplanner.jobs.relationships.intent_list import code_called
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store

FIELDS = ("what", "counts", "stage", "intent", "number", "unit", "reached")
"""The fields of an objective that can be typed."""


def enter(store: Store, objective: Objective) -> int:
    """Store an objective, new or edited, as one step; returns its key.

    Raises UserError where it does not say what was agreed, or where the company agreed on it already.
    """
    if not objective.what.strip():
        raise UserError(_("The objective needs a name."), _("Type what was agreed, such as: qualified distributors."))
    mine = store.where(Objective, "company_id", {objective.company_id})
    if any(words(one.what) == words(objective.what) for one in mine if one.id != objective.id):
        raise UserError(_("“{name}” is there already.").format(name=objective.what), _("Change it in the list."))
    company = store.get(Company, objective.company_id)
    if objective.id:
        with store.change(message("Edit an objective of {company}", company=company.named)) as change:
            change.update(objective)
            return objective.id
    last = max((one.position for one in mine), default=-1)
    with store.change(message("Add an objective of {company}", company=company.named)) as change:
        return change.insert(replace(objective, position=last + 1))


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete objectives, as one step."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} objective", "Delete {n} objectives", len(gone))) as change:
        change.delete(Objective, gone)


def with_texts(store: Store, before: Objective, texts: Mapping[str, str]) -> Objective:
    """Return an objective with texts by the names of FIELDS. Raises UserError for what it cannot have."""
    values: dict[str, Any] = {name: texts[name].strip() for name in ("what", "unit") if name in texts}
    if "counts" in texts:
        values["counts"] = _counted(texts["counts"])
    if texts.get("stage", "").strip():
        stage = stage_of(texts["stage"])
        if stage is None:
            text = _("“{value}” is no stage the program knows.").format(value=texts["stage"])
            raise UserError(text, _("Type such as Agreement."))
        values["stage"] = stage
    if "intent" in texts:
        values["intent"] = code_called(store, texts["intent"]) if texts["intent"].strip() else ""
    if "number" in texts:
        values["number"] = _number(texts["number"])
    if "reached" in texts:
        values["reached"] = _number(texts["reached"]) if texts["reached"].strip() else None
    return replace(before, **values)


def called(store: Store, company: Company, text: str) -> Objective:
    """Return the objective of a company that is called so, or begins so; raises UserError for none."""
    mine = store.where(Objective, "company_id", {company.id})
    found = [one for one in mine if words(one.what) == words(text)]
    found = found or [one for one in mine if text.strip() and words(one.what).startswith(words(text))]
    if len(found) != 1:
        names = "; ".join(one.what for one in mine)
        raise UserError(_("There is no objective “{name}”.").format(name=text), names)
    return found[0]


def reached(
    store: Store, results: Results, relationships: Sequence[Relationship], placed: Mapping[int, PlacedRelationship]
) -> list[ReachedObjective]:
    """Return all objectives with what is reached of them on the day of the results.

    placed: the relationships as they are counted on that day, by key.
    """
    objectives = store.all(Objective)
    if not objectives:
        return []
    deals: dict[tuple[int, int], list[CountedDeal]] = {}
    for one in results.deals:
        if one.standing.is_new:
            currencies = {telling.newest.currency.upper() for telling in one.deal.tellings}
            deals.setdefault(one.pair, []).append(CountedDeal(one.lower, currencies, one.jobs))
    pairs: dict[int, list[CountedPair]] = {}
    for relationship in relationships:
        if found := placed.get(relationship.id):
            counted = CountedPair(found.stage, found.intents, deals.get(relationship.pair, ()))
            for key in relationship.pair:
                pairs.setdefault(key, []).append(counted)
    return measured(objectives, pairs, _held(store, results.day))


def in_words(one: ReachedObjective) -> str:
    """Return an objective with what is reached of it: "qualified distributors: 2 of 3"."""
    t, agreed = current(), one.objective
    number = f"{t.number(agreed.number)} {agreed.unit}".strip()
    if one.reached is None:
        return _("{what}: {number}, not measured yet").format(what=agreed.what, number=number)
    return _("{what}: {reached} of {number}").format(what=agreed.what, reached=t.number(one.reached), number=number)


def counted_words(one: Objective, listed: IntentList) -> str:
    """Return what counts for an objective: "Relationships at a stage or further: Negotiation, Sell"."""
    if one.counts is not CountedAs.RELATIONSHIPS:
        return one.counts.label
    intent = listed.name(one.intent, current().language) if one.intent else ""
    value = ", ".join(filter(None, (one.stage.label, intent)))
    return _("{field}: {value}").format(field=one.counts.label, value=value)


def _held(store: Store, day: date) -> Counter[int]:
    """Return the number of meetings each company held until a day."""
    days = {slot.id: slot.day for slot in store.all(Slot)}
    held = (one for one in store.all(Meeting) if one.status is MeetingStatus.HELD and days[one.slot_id] <= day)
    return Counter(key for meeting in held for key in meeting.pair)


def _counted(text: str) -> CountedAs:
    for one, label in COUNTED_LABELS.items():
        if words(text) in {words(one.value), *(words(translator(code)(label)) for code in LANGUAGES)}:
            return one
    choices = ", ".join(one.value for one in CountedAs)
    raise UserError(_("“{text}” is not one of the choices.").format(text=text), choices)


def _number(text: str) -> float:
    plain = text.strip().replace(" ", "").replace(" ", "").replace(",", ".")
    try:
        found = float(plain)
    except ValueError:
        found = -1.0
    if not 0 <= found < _MOST:
        raise UserError(_("“{text}” is no number.").format(text=text), _("Type a number from 0 on."))
    return found


_MOST = 1e15
