"""The state of a relationship as it is listed: its stage, what it is worth by currency, and what comes next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.results import Result

Amounts = tuple[tuple[str, float], ...]
"""Currencies, each with a sum in it, the largest first."""


@dataclass(frozen=True, slots=True)
class RelationshipState:
    """How far a relationship is, by all that counts of it."""

    stage: Stage | None
    """The newest stage; None where nobody said one."""
    since: date
    """The day it is at this stage since; the one it was entered for where nobody said a stage."""
    amounts: Amounts
    is_expected: bool
    """Whether the value is only expected."""
    next_step: str
    """Its own, else the newest one that was said."""


def state(one: Relationship, stage: Stage | None, deals: Sequence[Result], said: Sequence[Claim]) -> RelationshipState:
    """Return the state of a relationship, of its deals and of what counts of it, in the order it was said."""
    since = next((c.since or c.told_on for c in reversed(said) if c.stage is stage), one.made_on)
    step = one.next_step or next((c.next_step for c in reversed(said) if c.next_step), "")
    return RelationshipState(stage, since, _of_deals(deals) or _expected(said), not deals, step)


def summed(amounts: Iterable[tuple[str, float]]) -> Amounts:
    """Return the sums of amounts by currency."""
    found: dict[str, float] = {}
    for currency, amount in amounts:
        found[currency] = found.get(currency, 0.0) + amount
    return tuple(sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _of_deals(deals: Iterable[Result]) -> Amounts:
    return summed((_currency(one), one.lower) for one in deals)


def _currency(one: Result) -> str:
    """Return the currency of what counts of a deal: of the evidence, else of the lowest telling."""
    if one.proof:
        return one.proof.currency
    return min((telling.newest for telling in one.deal.tellings), key=lambda claim: claim.value or 0).currency


def _expected(said: Sequence[Claim]) -> Amounts:
    newest = next((one for one in reversed(said) if one.value), None)
    return ((newest.currency, newest.value),) if newest and newest.value else ()
