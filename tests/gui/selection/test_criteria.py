"""Criteria are named, weighted, added and removed as one step."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.reviews import Criterion
from missionplanner.gui.selection.criteria import CriteriaDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.fields import definitions
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


def test_a_name_in_any_language_is_a_criterion(dialog: CriteriaDialog, store: Store) -> None:
    dialog.table.item(1, 2).setText("Préparation")
    dialog.accept()
    assert stored(store)[1] == ("Préparation", "Préparation", 1.0)


def test_an_emptied_row_removes_its_criterion(dialog: CriteriaDialog, store: Store) -> None:
    for column in (1, 2, 3):
        dialog.table.item(0, column).setText("")
    dialog.accept()
    assert stored(store) == []


def test_a_criterion_is_read_from_an_own_field(dialog: CriteriaDialog, store: Store) -> None:
    field = definitions.enter(store, None, {"name_en": "Certified", "kind": FieldKind.YES_NO})
    dialog.table.item(0, 4).setText("certified")
    dialog.table.item(0, 5).setText("yes = 5; perhaps = 1")
    dialog.accept()
    assert dialog.problem.text() == (
        "“perhaps = 1” gives no mark of “Certified”. Type values with a mark from 1 to 5, such as yes = 5; no = 1."
    )
    dialog.table.item(0, 5).setText("yes = 5; no = 1")
    dialog.accept()
    (criterion,) = store.all(Criterion)
    assert (criterion.field_id, criterion.points) == (field.id, "yes = 5\nno = 1")
    again = CriteriaDialog(store)
    assert [again.table.cell(0, column) for column in (4, 5)] == ["Certified", "yes = 5; no = 1"]
    again.deleteLater()


def test_a_field_nobody_knows_is_said(dialog: CriteriaDialog, store: Store) -> None:
    dialog.table.item(0, 4).setText("Hotel")
    dialog.accept()
    assert dialog.problem.text() == (
        "There is no own field “Hotel”. The fields are: Tariff status, Share of the largest market (%), Share of the host"
        " country (%), Number of export markets, Number of inputs from third countries."
    )
    assert store.all(Criterion)[0].field_id is None
