"""The list of relationships: a line each with its stage, value and next step, narrowed by conditions, and sorted."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from missionplanner.domain.relationship_states import Amounts, state, summed
from missionplanner.domain.relationships import ORDER, Claim, Relationship, Stage
from missionplanner.domain.results import Result
from missionplanner.domain.spelling import fold
from missionplanner.domain.targets import PlacedRelationship, TargetGroup
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.relationships.report import HonestReport, report_on
from missionplanner.store.store import Store

NONE = ""
"""The value of a condition that stands for what nobody said."""
_SOON = 7
"""Days within which a next step is due soon."""


class DueState(StrEnum):
    """When the next step of a relationship is due."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    NEVER = "never"

    @property
    def label(self) -> str:
        """The state in the language of the screen."""
        return _(DUE_STATE_LABELS[self])


DUE_STATE_LABELS = {
    DueState.OVERDUE: N_("Overdue"),
    DueState.SOON: N_("In the next 7 days"),
    DueState.LATER: N_("Later than that"),
    DueState.NEVER: N_("Without a date"),
}


@dataclass(frozen=True, slots=True)
class RelationshipLine:
    """A relationship as it is listed."""

    relationship: Relationship
    names: tuple[str, str]
    """Of the company and of its counterpart."""
    third: tuple[str, ...]
    """The names of third parties."""
    said_stage: Stage | None
    """The newest stage; None where nobody said one."""
    since: date
    """The day it is at this stage since; the one it was entered for where nobody said a stage."""
    amounts: Amounts
    is_expected: bool
    """Whether the value is only expected."""
    next_step: str
    due_state: DueState
    sectors: tuple[str, ...]
    """By name."""
    cities: tuple[str, ...]
    """The city of the counterpart, where it has one."""
    intents: tuple[str, ...]
    """By label."""
    searched: str
    named_intents: str = ""
    """Its own, as the list of the mission calls them in the language of the screen."""

    @property
    def key(self) -> int:
        """The key of the relationship."""
        return self.relationship.id

    @property
    def pair(self) -> str:
        """The names of both."""
        return " – ".join(self.names)

    @property
    def stage(self) -> Stage:
        """The stage it stands at: introduced where nobody said one."""
        return self.said_stage or Stage.INTRODUCED

    @property
    def value(self) -> str:
        """Its value in words; empty where nobody said one."""
        said = amounts_shown(self.amounts)
        return _("{value} (expected)").format(value=said) if said and self.is_expected else said


@dataclass(frozen=True, slots=True)
class RelationshipFilter:
    """The conditions of listed relationships; an empty one leaves all."""

    text: str = ""
    stages: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    dues: tuple[str, ...] = ()


def lines(store: Store, today: date) -> list[RelationshipLine]:
    """Return a line for every relationship with all that is said of it, by the names of its companies."""
    report = report_on(store, date.max)
    placed = {one.relationship_id: one for one in (*report.placed, *report.unsaid)}
    deals: dict[int, list[Result]] = {}
    for deal in report.results.deals:
        deals.setdefault(deal.deal.tellings[0].newest.relationship_id, []).append(deal)
    said: dict[int, list[Claim]] = {}
    for claim in report.claims:
        said.setdefault(claim.relationship_id, []).append(claim)
    found = [
        _line(report, one, placed[one.id], deals.get(one.id, []), said.get(one.id, []), today)
        for one in report.known.register.relationships
    ]
    return sorted(found, key=lambda line: (_names(line), line.key))


def amounts_shown(amounts: Amounts, most: int = 3) -> str:
    """Return sums in words, the largest `most` of them."""
    shown = [f"{current().number(round(amount))} {currency}".strip() for currency, amount in amounts[:most]]
    return " + ".join(shown) + (" + …" if len(amounts) > most else "")


def sums(found: Iterable[RelationshipLine]) -> Amounts:
    """Return the values of relationships, summed by currency."""
    return summed(amount for line in found for amount in line.amounts)


def narrowed(found: Iterable[RelationshipLine], wanted: RelationshipFilter) -> list[RelationshipLine]:
    """Return the lines that hold every word and meet every condition."""
    words = fold(wanted.text).split()
    asked = {name: set(getattr(wanted, name)) for name in _VALUES if getattr(wanted, name)}
    return [
        line
        for line in found
        if all(word in line.searched for word in words)
        and all(values & set(_VALUES[name](line)) for name, values in asked.items())
    ]


def numbers(found: Sequence[RelationshipLine], wanted: RelationshipFilter, name: str) -> dict[str, int]:
    """Return how many relationships there are for each value of a condition, were it the only one asked for."""
    others: dict[str, Any] = {name: ()}
    left = narrowed(found, replace(wanted, **others))
    return dict(Counter(value for line in left for value in _VALUES[name](line)))


def ordered(found: Iterable[RelationshipLine], column: str, descending: bool = False) -> list[RelationshipLine]:
    """Return lines sorted by a column of SORTED; equal ones stay as they were."""
    return sorted(found, key=SORTED[column], reverse=descending)


def _line(
    report: HonestReport,
    one: Relationship,
    placed: PlacedRelationship,
    deals: Sequence[Result],
    said: Sequence[Claim],
    today: date,
) -> RelationshipLine:
    names = report.known.name(one.company_id), report.known.name(one.other_id)
    third = tuple(report.known.third.get(one.id, ()))
    stage = report.results.stages.get(one.id)
    found = state(one, stage, deals, said)
    other = report.known.companies.get(one.other_id)
    texts = (*names, *third, one.owner, one.other_owner, found.next_step, one.notes)
    return RelationshipLine(
        one, names, third, stage, found.since, found.amounts, found.is_expected, found.next_step,
        _due(one, stage, today),
        _named(report, placed, TargetGroup.SECTOR), (other.city,) if other and other.city else (),
        _named(report, placed, TargetGroup.INTENT), fold(" ".join(texts)),
        report.intents.named(one.intents, current().language),
    )  # fmt: skip


def _named(report: HonestReport, placed: PlacedRelationship, by: TargetGroup) -> tuple[str, ...]:
    return tuple(report.group_name(by, code) for code in placed.groups(by) if code)


def _due(one: Relationship, stage: Stage | None, today: date) -> DueState:
    if one.due is None or stage is Stage.ENDED:
        return DueState.NEVER
    if one.due < today:
        return DueState.OVERDUE
    return DueState.SOON if one.due <= today + timedelta(days=_SOON) else DueState.LATER


def _names(line: RelationshipLine) -> tuple[str, str]:
    return fold(line.names[0]), fold(line.names[1])


def urgency(line: RelationshipLine) -> tuple[bool, date, tuple[str, str]]:
    """Return the key cards are sorted by: those with a date first, by it, then by name."""
    is_open = line.due_state is not DueState.NEVER
    return not is_open, (line.relationship.due if is_open else None) or date.max, _names(line)


_VALUES: dict[str, Callable[[RelationshipLine], Sequence[str]]] = {
    "stages": lambda line: (line.stage.value,),
    "sectors": lambda line: line.sectors or (NONE,),
    "cities": lambda line: line.cities or (NONE,),
    "intents": lambda line: line.intents or (NONE,),
    "owners": lambda line: (line.relationship.owner,),
    "dues": lambda line: (line.due_state.value,),
}
SORTED: dict[str, Callable[[RelationshipLine], Any]] = {
    "name": _names,
    "other": lambda line: fold(line.names[1]),
    "stage": lambda line: ORDER[line.stage],
    "since": lambda line: line.since,
    "value": lambda line: sum(amount for _currency, amount in line.amounts),
    "due": lambda line: line.relationship.due or date.max,
    "urgency": urgency,
    "owner": lambda line: fold(line.relationship.owner),
    "sectors": lambda line: fold("; ".join(line.sectors)),
    "cities": lambda line: fold("; ".join(line.cities)),
}
"""The columns the list is sorted by."""
