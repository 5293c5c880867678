"""Measures of exposure are read of all companies, or of some."""

from missionplanner.domain.companies import Market
from missionplanner.jobs.selection.exposed import measured
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def test_measures_are_of_the_companies_that_are_asked_for(store: Store) -> None:
    one, two = key_of(store, "D1"), key_of(store, "C1")
    with store.change(message("Fill")) as change:
        change.insert(Market(company_id=one, country="Mexico", share="30 %"))
    assert measured(store, [one])[one] == {
        "company.exposure_tariff": "Unknown", "company.exposure_largest": "30", "company.exposure_host": "30",
        "company.exposure_markets": "1",
    }  # fmt: skip
    assert list(measured(store, [two])) == [two]
    assert len(measured(store)) == 6
