"""Objectives a company agreed on in advance: how many of what, and what is reached by a day."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain.relationships import ORDER, Stage
from missionplanner.i18n import N_, _


class CountedAs(StrEnum):
    """The thing that counts for an objective."""

    RELATIONSHIPS = "relationships"
    MEETINGS = "meetings"
    VALUE = "value"
    JOBS = "jobs"
    BY_HAND = "by_hand"

    @property
    def label(self) -> str:
        """The thing in the language of the screen."""
        return _(COUNTED_LABELS[self])


COUNTED_LABELS = {
    CountedAs.RELATIONSHIPS: N_("Relationships at a stage or further"),
    CountedAs.MEETINGS: N_("Meetings held"),
    CountedAs.VALUE: N_("Value of deals"),
    CountedAs.JOBS: N_("Jobs"),
    CountedAs.BY_HAND: N_("Number entered by hand"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """So many of something a company wants from the mission."""

    id: int = 0
    uid: str = ""
    company_id: int
    what: str
    """As it was agreed: "qualified distributors"."""
    counts: CountedAs = CountedAs.RELATIONSHIPS
    stage: Stage = Stage.FOLLOW_UP
    """The stage from which on a relationship counts."""
    intent: str = ""
    """The code of the intent relationships must have; empty for any."""
    number: float = 1.0
    unit: str = ""
    """The unit of the number: "distributors"; of values the currency."""
    reached: float | None = None
    """The number that is reached, where it is entered by hand."""
    position: int = 0


@dataclass(frozen=True, slots=True)
class ReachedObjective:
    """An objective with what is reached of it on a day."""

    objective: Objective
    reached: float | None
    """None where it is entered by hand, and nobody did."""

    @property
    def is_met(self) -> bool:
        """Whether it is reached."""
        return self.reached is not None and self.reached >= self.objective.number


@dataclass(frozen=True, slots=True)
class CountedDeal:
    """A deal that began with the mission, at the lower value that is told."""

    value: float
    currencies: Collection[str]
    """The currencies it is told in."""
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class CountedPair:
    """A relationship of a company, as far as its objectives count it."""

    stage: Stage
    intents: Collection[str] = ()
    deals: Sequence[CountedDeal] = ()


def measured(
    objectives: Iterable[Objective], pairs: Mapping[int, Sequence[CountedPair]], held: Mapping[int, int]
) -> list[ReachedObjective]:
    """Return the objectives with what is reached, in the order of companies and lists.

    pairs: the relationships of each company on the day; held: its number of meetings held until then.
    """
    known = sorted(objectives, key=lambda one: (one.company_id, one.position, one.uid))
    return [ReachedObjective(one, _reached(one, pairs.get(one.company_id, ()), held)) for one in known]


def _reached(one: Objective, pairs: Sequence[CountedPair], held: Mapping[int, int]) -> float | None:
    if one.counts is CountedAs.BY_HAND:
        return one.reached
    if one.counts is CountedAs.MEETINGS:
        return float(held.get(one.company_id, 0))
    counted = [pair for pair in pairs if not one.intent or one.intent in pair.intents]
    if one.counts is CountedAs.RELATIONSHIPS:
        return float(sum(pair.stage is not Stage.ENDED and ORDER[pair.stage] >= ORDER[one.stage] for pair in counted))
    deals = [deal for pair in counted for deal in pair.deals]
    if one.counts is CountedAs.JOBS:
        return float(sum(deal.jobs for deal in deals))
    wanted = one.unit.strip().upper()
    return float(sum(deal.value for deal in deals if not wanted or wanted in deal.currencies))
