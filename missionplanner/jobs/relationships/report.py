"""The honest report: the results of a mission on a day, by standing, stage, sector, place and intent."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from missionplanner.domain import evaluations
from missionplanner.domain.companies import CompanySector
from missionplanner.domain.deals import as_on
from missionplanner.domain.evaluations import Evaluation
from missionplanner.domain.intents import NO_INTENTS, IntentList
from missionplanner.domain.milestones import Milestone
from missionplanner.domain.mission import Sector
from missionplanner.domain.objectives import Objective, ReachedObjective
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.results import DealStanding, Result, Results, results, stages
from missionplanner.domain.targets import MilestoneTarget, PlacedRelationship, TargetGroup, TargetReached
from missionplanner.exchange import pivots
from missionplanner.i18n import _, current
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import objectives
from missionplanner.jobs.relationships.registering import KnownRegister, registered
from missionplanner.store.store import Store

GROUPS = ("sector", "region", "stage")
"""By what deals are grouped."""


@dataclass(frozen=True, slots=True)
class HonestReport:
    """The results of a day with what they are named and grouped by."""

    known: KnownRegister
    results: Results
    currency: str
    sectors: Mapping[int, str]
    """The code of the main sector of each company."""
    placed: tuple[PlacedRelationship, ...] = ()
    """The relationships by what they are counted by."""
    targets: tuple[TargetReached, ...] = ()
    sector_names: Mapping[str, str] = field(default_factory=dict)
    """The names of sectors by their codes."""
    unsaid: tuple[PlacedRelationship, ...] = ()
    """Those of which nobody said a stage, as introduced."""
    intents: IntentList = NO_INTENTS
    """The intents of the mission."""
    objectives: tuple[ReachedObjective, ...] = ()
    """The objectives companies agreed on, with what is reached."""
    evaluations: tuple[Evaluation, ...] = ()
    """The evaluations that were filled in by the day."""

    @property
    def claims(self) -> list[Claim]:
        """Everything that counts on the day, in the order it was told."""
        return as_on(self.known.register.claims, self.results.day)

    @property
    def currencies(self) -> list[str]:
        """The currencies deals are told in, by name."""
        told = (telling.newest.currency for one in self.results.deals for telling in one.deal.tellings)
        return sorted({currency for currency in told if currency})

    def group_name(self, by: TargetGroup, code: str) -> str:
        """Return a sector, place or intent as people read it."""
        if by is TargetGroup.SECTOR:
            return self.sector_names.get(code, code) or _("Not said")
        if by is TargetGroup.INTENT and code in self.intents:
            return self.intents.name(code, current().language)
        return code or _("Not said")

    def target_name(self, target: MilestoneTarget) -> str:
        """Return what a target is counted by."""
        if target.grouped_by is TargetGroup.ALL:
            return target.grouped_by.label
        return f"{target.grouped_by.label}: {self.group_name(target.grouped_by, target.code)}"

    def sums(self) -> dict[DealStanding, tuple[int, float, float]]:
        """Return the number of deals of each standing, with the sum of the lower and of the higher telling."""
        found = {standing: self.results.of(standing) for standing in DealStanding}
        return {
            standing: (len(deals), sum(one.lower for one in deals), sum(one.higher for one in deals))
            for standing, deals in found.items()
        }

    def stages(self) -> dict[Stage, int]:
        """Return the number of relationships at each stage."""
        counted = Counter(self.results.stages.values())
        return {stage: counted[stage] for stage in Stage}

    def grouped(self, by: str) -> list[dict[str, str | float]]:
        """Return the number and value of deals by sector, region or stage, for each standing."""
        rows = [
            {by: self._group(one, by), "standing": one.standing.value, "value": one.lower} for one in self.results.deals
        ]
        return pivots.pivot(rows, by, "standing", [standing.value for standing in DealStanding])

    def _group(self, one: Result, by: str) -> str:
        company = self.known.companies[one.pair[0]]
        if by == "stage":
            return str(max((t.newest.stage for t in one.deal.tellings), key=list(Stage).index))
        return self.sectors.get(company.id, "?") if by == "sector" else company.region or "?"

    def rows(self) -> list[dict[str, Any]]:
        """Return every deal with what it rests on, for programs."""
        return [self._row(one) for one in self.results.deals]

    def _row(self, one: Result) -> dict[str, Any]:
        return {
            "standing": one.standing.value,
            "companies": [self.known.name(key) for key in one.pair],
            "lower": round(one.lower, 2),
            "higher": round(one.higher, 2),
            "jobs": one.jobs,
            "evidence": one.proof.reference if one.proof else "",
            "verified_by": one.proof.verified_by if one.proof else "",
            "verified_on": one.proof.verified_on.isoformat() if one.proof else None,
            "told": [
                {
                    "by": self.known.name(telling.newest.teller_id), "on": telling.newest.told_on.isoformat(),
                    "stage": telling.newest.stage.value, "about": telling.newest.about,
                    "value": telling.newest.value, "currency": telling.newest.currency,
                }
                for telling in one.deal.tellings
            ],
        }  # fmt: skip


def report_on(store: Store, day: date, currency: str = "", rates: Mapping[str, float] | None = None) -> HonestReport:
    """Return the report of a day; without rates every currency counts as it is written."""
    known = registered(store, rates)
    found = results(known.register, known.proofs, store.mission.starts, day)
    sectors = store.all(Sector)
    codes = {sector.id: sector.code for sector in sectors}
    main = {row.company_id: codes[row.sector_id] for row in store.all(CompanySector) if row.position == 0}
    listed = intents_of(store)
    places = _Places(known, main, listed)
    names = {sector.code: sector.name(current().language) for sector in sectors}
    targets = tuple(_reached(store, known, places, day))
    placed = places.by_key(found.stages)
    agreed = tuple(objectives.reached(store, found, known.register.relationships, placed))
    filled = tuple(one for one in store.all(Evaluation) if one.given_on <= day)
    unsaid = {one.id: Stage.INTRODUCED for one in known.register.relationships if one.id not in found.stages}
    rest = tuple(places.by_key(unsaid).values())
    counted = tuple(placed.values())
    return HonestReport(
        known, found, currency, main, counted, targets, names, rest, listed, objectives=agreed, evaluations=filled
    )


def objectives_of(store: Store, company: int, day: date) -> list[ReachedObjective]:
    """Return the objectives of a company with what is reached of them on a day."""
    if not store.where(Objective, "company_id", {company}):
        return []
    return [one for one in report_on(store, day).objectives if one.objective.company_id == company]


class _Places:
    """By what relationships are counted: sectors, places and intents."""

    def __init__(self, known: KnownRegister, main: Mapping[int, str], listed: IntentList) -> None:
        self._known, self._main, self._listed = known, main, listed

    def by_key(self, reached: Mapping[int, Stage]) -> dict[int, PlacedRelationship]:
        """Return the relationships with their stages, by key."""
        known = self._known.register.relationships
        return {one.id: self._placed(one, reached[one.id]) for one in known if one.id in reached}

    def _placed(self, one: Relationship, stage: Stage) -> PlacedRelationship:
        companies = [self._known.companies[key] for key in one.pair if key in self._known.companies]
        sectors = {self._main[company.id] for company in companies if company.id in self._main}
        regions = {company.region for company in companies if company.region}
        texts = [one.intents] if one.intents else [company.intents for company in companies]
        intents = {code for text in texts for code in self._listed.declared(text)}
        return PlacedRelationship(
            stage, tuple(sorted(sectors)), tuple(sorted(regions)), tuple(sorted(intents)), relationship_id=one.id
        )


def _reached(store: Store, known: KnownRegister, places: _Places, day: date) -> Iterator[TargetReached]:
    """Yield the targets with what is reached: on the day of their milestone, or until now where it is to come."""
    milestones = {one.id: one for one in store.all(Milestone)}
    for target in store.all(MilestoneTarget):
        milestone = milestones[target.milestone_id]
        turns = milestone.falls_on(store.mission)
        claims = as_on(known.register.claims, min(turns, day))
        placed = places.by_key(stages(known.register.relationships, claims))
        reached = sum(one.counts_for(target) for one in placed.values())
        yield TargetReached(target, milestone.title(current().language), turns, reached)


def for_programs(report: HonestReport) -> dict[str, Any]:
    """Return a report as one document with English names."""
    standings = {
        standing.value: {"deals": n, "lower": round(low, 2), "higher": round(high, 2)}
        for standing, (n, low, high) in report.sums().items()
    }
    return {
        "on": report.results.day.isoformat(),
        "currency": report.currency,
        "relationships": len(report.results.stages),
        "stages": {stage.value: n for stage, n in report.stages().items()},
        "standings": standings,
        "claimed_every_row": round(report.results.every_row, 2),
        "without_rate": len(report.results.unknown),
        **{f"by_{name}": report.grouped(name) for name in GROUPS},
        "targets": [
            {
                "milestone": one.milestone,
                "day": one.day.isoformat(),
                "by": one.target.grouped_by.value,
                "of": one.target.code,
                "stage": one.target.stage.value,
                "target": one.target.number,
                "reached": one.reached,
            }
            for one in report.targets
        ],
        **_said_of_the_mission(report),
        "deals": report.rows(),
    }


def _said_of_the_mission(report: HonestReport) -> dict[str, Any]:
    """Return what companies wanted of the mission and what they think of it."""
    return {
        "objectives": [
            {
                "company": report.known.name(one.objective.company_id),
                "what": one.objective.what,
                "counts": one.objective.counts.value,
                "number": one.objective.number,
                "unit": one.objective.unit,
                "reached": one.reached,
                "met": one.is_met,
            }
            for one in report.objectives
        ],
        "evaluations": {
            "forms": len(report.evaluations),
            "statements": [
                {"statement": one.name, "answers": one.answers, "by_mark": list(one.by_mark), "mean": one.mean}
                for one in evaluations.summed(report.evaluations)
            ],
        },
    }
