"""The exposure of companies is entered as typed, filtered by, and read by criteria."""

import pytest

from missionplanner.domain.companies import BoughtInput, Company, Market
from missionplanner.domain.exposure import TariffStatus
from missionplanner.errors import UserError
from missionplanner.jobs.companies import exposures
from missionplanner.jobs.selection import decisions, typed_criteria
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of


def enter(store: Store, name: str, **texts: str) -> None:
    exposures.enter(store, store.get(Company, key_of(store, name)), texts)


def names(store: Store, **wanted: object) -> list[str]:
    keys = store.companies.ids(CompanyFilter(**wanted))  # type: ignore[arg-type]
    return [store.get(Company, key).name for key in keys]


def test_what_is_typed_is_stored_as_one_step(store: Store) -> None:
    texts = {
        "tariff": "conforme",
        "markets": "États-Unis = 60 %; Japan = CAD 2 million",
        "inputs": "Steel | Chine | 70 %; Resin",
    }
    check_undo(store, lambda s: enter(s, "D1", **texts), "Edit the exposure of D1")
    assert [(one.country, one.share) for one in store.all(Market)] == [
        ("United States", "60 %"), ("Japan", "CAD 2 million"),
    ]  # fmt: skip
    assert [(one.what, one.country, one.share) for one in store.all(BoughtInput)] == [
        ("Steel", "China", "70 %"), ("Resin", "", ""),
    ]  # fmt: skip
    key = key_of(store, "D1")
    assert store.get(Company, key).tariff is TariffStatus.COMPLIANT
    assert store.snapshot().exposures[key].largest == 60


def test_a_status_there_is_not_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="is not one of the choices"):
        enter(store, "D1", tariff="zz")


def test_companies_are_filtered_by_their_exposure(store: Store) -> None:
    enter(store, "D1", tariff="compliant", markets="United States = 80 %; Japan = 10 %")
    enter(
        store,
        "D2",
        tariff="not",
        markets="United States = CAD 2 million; Chile = CAD 2 million",
        inputs="Steel | China",
    )
    assert names(store, side="delegation", tariff=("compliant",)) == ["D1"]
    assert names(store, side="delegation", tariff=("?",)) == ["D3"]
    assert names(store, exposed=("75+", "50-74")) == ["D1", "D2"]
    assert names(store, side="delegation", exposed=("?",)) == ["D3"]
    assert names(store, markets=("Chile",)) == ["D2"]
    assert names(store, markets=("United States", "Japan"), every=("markets",)) == ["D1"]
    assert names(store, sources=("China",)) == ["D2"]
    everybody = CompanyFilter(side="delegation")
    assert store.companies.facets(everybody, "tariff") == {"?": 1, "compliant": 1, "not": 1}
    assert store.companies.facets(everybody, "exposed") == {"50-74": 1, "75+": 1, "?": 1}
    assert store.companies.facets(everybody, "markets") == {"Chile": 1, "Japan": 1, "United States": 2}
    assert store.companies.facets(everybody, "sources") == {"China": 1}


def test_criteria_read_the_exposure(store: Store) -> None:
    enter(store, "D1", tariff="not", markets="United States = 80 %")
    enter(store, "D2", tariff="compliant")
    texts = {"name": "Depends", "field": "Share of the largest market (%)", "points": "0 = 1; 50 = 4; 75 = 5"}
    typed_criteria.enter(store, None, texts)
    typed_criteria.enter(
        store, None, {"name": "Tariffs", "field": "tariff", "points": "Not compliant = 5; Compliant = 1"}
    )
    found = {store.get(Company, key).name: score.mean for key, score in decisions.all_scores(store).items()}
    assert found == {"D1": 100, "D2": 20}
    key = key_of(store, "D1")
    criteria = decisions.criteria(store)[-2:]
    assert list(decisions.read_marks(store, key, criteria).values()) == [
        "Share of the largest market (%) – 80 (5)", "Tariff status – Not compliant (5)",
    ]  # fmt: skip
    with pytest.raises(UserError, match="gives no mark"):
        typed_criteria.enter(store, None, {"name": "Bad", "field": "tariff", "points": "zz = 5"})
    with pytest.raises(UserError, match="There is no own field"):
        typed_criteria.enter(store, None, {"name": "Bad", "field": "zz", "points": ""})
