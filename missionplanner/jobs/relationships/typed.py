"""Relationships and what is said of them as they are typed: texts by the names of what they have."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from missionplanner.domain import bounds
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.errors import UserError
from missionplanner.exchange import answers
from missionplanner.exchange.stage_words import stage_of
from missionplanner.i18n import _
from missionplanner.jobs.typed_amounts import typed_amount, typed_currency
from missionplanner.jobs.typed_dates import typed_day

RELATIONSHIP = ("intents", "owner", "other_owner", "next_step", "due", "notes")
"""The fields of a relationship that can be typed."""
CLAIM = (
    "stage", "since", "reason", "about", "expected", "value", "currency", "period", "jobs", "began_before",
    "began_on", "third", "next_step", "evidence", "said_by", "told_on",
)  # fmt: skip
"""The fields of what is said that can be typed."""
_DAYS = ("due", "since", "began_on", "told_on")


def relationship_with(known: Relationship, texts: Mapping[str, str]) -> Relationship:
    """Return a relationship with typed values; raises UserError for what it cannot have."""
    values = {name: _checked(Relationship, name, text) for name, text in texts.items()}
    return replace(known, **values)


def claim_with(relationship: int, teller: int | None, texts: Mapping[str, str], today: date) -> Claim:
    """Return what is said of a relationship as it was typed.

    Raises UserError where it says no stage, or what cannot be.
    """
    if not texts.get("stage"):
        raise UserError(_("The stage is missing."), _stages())
    values = {name: _checked(Claim, name, text) for name, text in texts.items()}
    values["told_on"] = values.get("told_on") or today
    if values.get("value") and "expected" not in texts:
        values["expected"] = not values["stage"].is_deal
    return Claim(relationship_id=relationship, teller_id=teller, **values)


def _checked(kind: type, name: str, text: str) -> Any:
    value = _typed(name, text.strip())
    if value is not None and (problem := bounds.problem(kind, name, value)):
        raise UserError(problem)
    return value


def _typed(name: str, text: str) -> Any:
    if name in _DAYS:
        return typed_day(text)
    if name == "stage":
        return stage(text)
    if name == "expected":
        return bool(answers.plainly(text))
    if name == "began_before":
        return answers.yes_or_no(text)
    if name in ("value", "jobs"):
        number = typed_amount(text)
        return number if number is None or name == "value" else int(number)
    return typed_currency(text) if name == "currency" else text


def stage(text: str) -> Stage:
    """Return the stage a text names in any language; raises UserError where it names none."""
    found = stage_of(text)
    if found is None:
        raise UserError(_("There is no “{name}”.").format(name=text), _stages())
    return found


def _stages() -> str:
    return _("It is one of {names}.").format(names=", ".join(stage.label for stage in Stage))
