"""The honest report: the results of a mission on a day, by standing, stage, sector, place and intent."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector
from missionplanner.domain.relationships import Stage
from missionplanner.domain.results import DealStanding, Result, Results, results
from missionplanner.exchange import pivots
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
    codes = {sector.id: sector.code for sector in store.all(Sector)}
    main = {row.company_id: codes[row.sector_id] for row in store.all(CompanySector) if row.position == 0}
    return HonestReport(known, found, currency, main)


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
        "deals": report.rows(),
    }
