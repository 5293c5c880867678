"""The overview shows the exposure of the delegation, once somebody says something of it."""

from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.overview.exposure_cards import ExposureCards
from missionplanner.jobs.companies import exposures
from missionplanner.store.store import Store
from tests.builders import key_of


def test_companies_are_counted_by_largest_market_and_status(qtbot: QtBot, store: Store) -> None:
    cards = ExposureCards()
    qtbot.addWidget(cards)
    cards.show_mission(store.snapshot())
    assert cards.isHidden()
    exposures.enter(store, store.get(Company, key_of(store, "D1")), {"tariff": "not", "markets": "Japan = 60 %"})
    cards.show_mission(store.snapshot())
    assert not cards.isHidden()
    assert cards.markets.accessibleDescription() == "0–24 %: 0; 25–49 %: 0; 50–74 %: 1; 75 % or more: 0; Not said: 2"
    assert cards.tariffs.accessibleDescription() == "Unknown: 2; Compliant: 0; Not compliant: 1"
