"""Importing travel from the window: who is meant is asked first."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.vehicles import Vehicle
from missionplanner.gui.arrivals import travel_import
from missionplanner.store.store import Store
from tests.gui.conftest import Answers


def test_who_is_meant_is_asked_and_the_rest_is_taken(store: Store, table: Path, fill_dialogs: Answers) -> None:
    fill_dialogs(**{"0": 2})
    travel_import.bring_people(QWidget(), store, table)
    assert [leg.person_id for leg in store.all(JourneyLeg)] == [1, 1, 2]


def test_giving_the_question_up_changes_nothing(store: Store, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    travel_import.bring_people(QWidget(), store, table)
    assert len(store.all(JourneyLeg)) == 2


def test_vehicles_are_brought_in(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    path.write_text("Transfer,Vehicle,Seats\nRide,Bus 3,30\n")
    travel_import.bring_vehicles(store, path)
    assert [bus.name for bus in store.all(Vehicle)] == ["Bus 1", "Bus 2", "Bus 3"]
