"""Chips filter companies by tariff status, largest market, markets and sources."""

from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.companies.filter_bar import FilterBar
from missionplanner.jobs.companies import exposures
from missionplanner.store.store import Store
from tests.builders import key_of


def test_options_are_counted_and_filter(qtbot: QtBot, store: Store) -> None:
    texts = {"tariff": "not", "markets": "Japan = 80 %", "inputs": "Steel | China"}
    exposures.enter(store, store.get(Company, key_of(store, "D1")), texts)
    bar = FilterBar(store)
    qtbot.addWidget(bar)
    bar.fill()
    offered = {
        name: [(one.label, one.number) for one in bar._options(name)] for name in ("tariff", "markets", "sources")
    }
    assert offered == {
        "tariff": [("Unknown", 5), ("Compliant", 0), ("Not compliant", 1)],
        "markets": [("Japan", 1)],
        "sources": [("China", 1)],
    }
    assert [one.number for one in bar._options("exposed")] == [0, 0, 0, 1, 5]
    bar.chips["exposed"].choose(["75+"], False)
    assert [store.get(Company, key).name for key in store.companies.ids(bar.filter())] == ["D1"]
    bar.chips["markets"].choose(["Chile"], False)
    assert [one.label for one in bar._options("markets")] == ["Japan", "Chile"]
