"""A mission knows the exposure of its companies."""

from missionplanner.domain.companies import Company, Market, Side
from tests.builders import snapshot_of


def test_every_company_has_an_exposure() -> None:
    companies = [Company(id=key, side=Side.DELEGATION, name=str(key)) for key in (1, 2)]
    snapshot = snapshot_of(companies=companies, markets=[Market(company_id=2, country="Japan", share="30 %")])
    assert [snapshot.exposures[key].largest for key in (1, 2)] == [None, 30]
