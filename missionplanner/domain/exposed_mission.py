"""The exposure of companies within the data of a mission."""

from dataclasses import dataclass, field
from functools import cached_property

from missionplanner.domain.companies import BoughtInput, Market
from missionplanner.domain.exposed_companies import by_company, exposures
from missionplanner.domain.exposure import Exposure
from missionplanner.domain.related_mission import RelatedMission


@dataclass(frozen=True, kw_only=True)
class ExposedMission(RelatedMission):
    """The export markets and inputs of companies, beside relationships, agreements and people."""

    markets: list[Market] = field(default_factory=list)
    """The countries companies export to."""
    inputs: list[BoughtInput] = field(default_factory=list)
    """The things companies buy, and where."""

    @cached_property
    def markets_of(self) -> dict[int, list[Market]]:
        """The export markets of companies in their order, by key."""
        return by_company(self.markets)

    @cached_property
    def inputs_of(self) -> dict[int, list[BoughtInput]]:
        """The inputs companies buy in their order, by key."""
        return by_company(self.inputs)

    @cached_property
    def exposures(self) -> dict[int, Exposure]:
        """How far companies depend on single countries, by key."""
        return exposures(self.companies, self.markets, self.inputs)
