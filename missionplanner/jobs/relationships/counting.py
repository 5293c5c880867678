"""Relationships counted for charts: by stage on many days, and by sector, city or intent."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from missionplanner.domain.deals import Register, as_on
from missionplanner.domain.relationships import Stage
from missionplanner.domain.results import stages
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.relationships.lines import RelationshipLine

_STEPS = (1, 7, 14, 30, 61, 91, 182, 365)
"""Days between two days of a chart; the smallest that is enough is taken."""
_MOST_DAYS = 12


class ChartGroup(StrEnum):
    """By what a chart counts relationships."""

    TIME = "time"
    SECTOR = "sector"
    CITY = "city"
    INTENT = "intent"

    @property
    def label(self) -> str:
        """The group in the language of the screen."""
        return _(CHART_GROUP_LABELS[self])

    @property
    def heading(self) -> str:
        """The heading of the column that names a row."""
        return _(_HEADINGS[self])


CHART_GROUP_LABELS = {
    ChartGroup.TIME: N_("Stages over time"),
    ChartGroup.SECTOR: N_("By sector"),
    ChartGroup.CITY: N_("By city of the counterpart"),
    ChartGroup.INTENT: N_("By intent"),
}
_HEADINGS = {
    ChartGroup.TIME: N_("Day"), ChartGroup.SECTOR: N_("Sector"), ChartGroup.CITY: N_("City"),
    ChartGroup.INTENT: N_("Intent"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many relationships of a group, or of a day, are at each stage."""

    label: str
    by_stage: dict[Stage, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_stage.values())


def counted(found: Sequence[RelationshipLine], register: Register, by: ChartGroup, today: date) -> list[StageCount]:
    """Return the numbers of a chart: a row a day in their order, or a row a group, the largest first.

    What belongs to several groups is counted in each of them.
    """
    if by is ChartGroup.TIME:
        return over_time(register, {line.key for line in found}, today)
    groups: dict[str, Counter[Stage]] = {}
    for line in found:
        for name in _GROUPS[by](line) or (_("Not said"),):
            groups.setdefault(name, Counter())[line.stage] += 1
    rows = [StageCount(name, dict(numbers)) for name, numbers in groups.items()]
    return sorted(rows, key=lambda row: (-row.total, current().sort_key(row.label)))


def over_time(register: Register, keys: Collection[int], today: date) -> list[StageCount]:
    """Return how many of these relationships were at each stage on days until today, as the register read then."""
    wanted = [one for one in register.relationships if one.id in keys]
    told = [claim.told_on for claim in register.claims if claim.relationship_id in keys and claim.told_on <= today]
    rows = []
    for day in days_between(
        min([*told, *(one.made_on for one in wanted if one.made_on <= today)], default=today), today
    ):
        reached = stages(wanted, as_on(register.claims, day))
        numbers = Counter(
            reached.get(one.id, Stage.INTRODUCED) for one in wanted if one.made_on <= day or one.id in reached
        )
        rows.append(StageCount(current().date(day, "medium"), dict(numbers)))
    return rows


def days_between(first: date, last: date) -> list[date]:
    """Return the days a chart shows: the last, and those before it at even distances back to the first."""
    span = (last - first).days
    step = next((one for one in _STEPS if span <= one * (_MOST_DAYS - 1)), _STEPS[-1])
    number = min(-(-span // step), 4 * _MOST_DAYS)
    return [max(first, last - timedelta(days=step * n)) for n in range(number, -1, -1)]


_GROUPS: dict[ChartGroup, Callable[[RelationshipLine], Sequence[str]]] = {
    ChartGroup.SECTOR: lambda line: line.sectors,
    ChartGroup.CITY: lambda line: line.cities,
    ChartGroup.INTENT: lambda line: line.intents,
}
