"""Criteria are named, weighted, added and removed as one step."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.reviews import Criterion
from missionplanner.gui.selection.criteria import CriteriaDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace) -> CriteriaDialog:
    found = CriteriaDialog(workspace.store)
    qtbot.addWidget(found)
    return found


def stored(store: Store) -> list[tuple[str, str, float]]:
    return [(one.name_en, one.name_fr, one.weight) for one in sorted(store.all(Criterion), key=lambda c: c.position)]


@pytest.mark.parametrize("weight", ["much", "0", "-1", "1000"])
def test_a_weight_that_is_none_is_not_stored(dialog: CriteriaDialog, store: Store, weight: str) -> None:
    dialog.table.item(0, 0).setText(weight)
    dialog.accept()
    assert dialog.problem.text() == f"“{weight}” is no weight: a number above 0."
    assert stored(store) == [("Export plan", "Plan d’exportation", 2.0)]
    assert dialog.result() == 0


def test_criteria_are_changed_and_added(dialog: CriteriaDialog, store: Store) -> None:
    dialog.table.item(0, 0).setText("3,5")
    dialog.table.item(1, 0).setText("")
    dialog.table.item(1, 1).setText("Readiness")
    dialog.accept()
    assert stored(store) == [("Export plan", "Plan d’exportation", 3.5), ("Readiness", "", 1.0)]
    assert (dialog.result(), store.steps.undo_label) == (1, "Edit the criteria")


def test_an_emptied_row_removes_its_criterion(dialog: CriteriaDialog, store: Store) -> None:
    dialog.table.item(0, 1).setText("")
    dialog.accept()
    assert stored(store) == []
