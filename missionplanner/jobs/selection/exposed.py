"""The measures of exposure of companies, as criteria read them."""

from collections.abc import Collection

from missionplanner.domain.companies import BoughtInput, Company, Market
from missionplanner.domain.exposed_companies import exposures, measures
from missionplanner.domain.own_values import Values
from missionplanner.store.store import Store


def measured(store: Store, keys: Collection[int] | None = None) -> dict[int, Values]:
    """Return the measures of companies by key, of all of them without keys."""
    mission = store.mission
    companies = store.all(Company) if keys is None else store.where(Company, "id", keys)
    found = exposures(companies, store.all(Market), store.all(BoughtInput))
    return measures(found, mission.home_country, mission.host_country)
