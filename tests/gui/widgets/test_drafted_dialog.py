"""What is typed into criteria, weights and synonyms survives a crash, and is not thrown away without asking."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.journals import FormDraft
from missionplanner.gui.requests.suggestion_settings import SynonymsDialog, WeightsDialog
from missionplanner.gui.selection.criteria import CriteriaDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.drafted_dialog import DraftedDialog
from missionplanner.store.store import Store

Opener = Callable[[], DraftedDialog]


@pytest.fixture(params=[CriteriaDialog, WeightsDialog, SynonymsDialog])
def opened(request: pytest.FixtureRequest, qtbot: QtBot, store: Store) -> Opener:
    """Opens each of the dialogs."""

    def make() -> DraftedDialog:
        dialog: DraftedDialog = request.param(store)
        qtbot.addWidget(dialog, before_close_func=QWidget.hide)  # who closes it is asked
        dialog.show()
        return dialog

    return make


def type_into(dialog: DraftedDialog) -> dict[str, object]:
    """Type something, and wait until it is kept."""
    assert dialog.draft
    before = dialog.typed()
    if isinstance(dialog, CriteriaDialog):
        dialog.table.item(0, 0).setText("much")
        dialog.table.item(1, 1).setText("Readiness")
    elif isinstance(dialog, WeightsDialog):
        dialog.sliders["offers"].setValue(90)
    elif isinstance(dialog, SynonymsDialog):
        dialog.sector.setCurrentIndex(1)
        dialog.grid.item(dialog.grid.rowCount() - 1, 0).setText("battery; pile")
    assert dialog.draft._timer.isActive()
    dialog.draft.keep()
    typed = dialog.typed()
    assert typed != before
    return typed


def test_what_was_typed_comes_back(opened: Opener) -> None:
    typed = type_into(opened())
    again = opened()
    assert again.draft
    assert (again.typed(), again.draft.isVisibleTo(again)) == (typed, True)


def test_it_can_be_forgotten(opened: Opener, store: Store) -> None:
    first = opened()
    before = first.typed()
    type_into(first)
    again = opened()
    assert again.draft
    again.draft.forget()
    assert (again.typed(), store.all(FormDraft)) == (before, [])


@pytest.mark.parametrize("is_forgotten", [False, True])
def test_it_is_thrown_away_when_that_is_said(
    opened: Opener, store: Store, monkeypatch: pytest.MonkeyPatch, is_forgotten: bool
) -> None:
    monkeypatch.setattr(alerts, "confirm", lambda *_words: is_forgotten)
    dialog = opened()
    type_into(dialog)
    dialog.reject()
    assert (dialog.isVisible(), store.all(FormDraft) == []) == (not is_forgotten, is_forgotten)


def test_nothing_is_asked_where_nothing_was_typed(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alerts, "confirm", None)
    dialog = opened()
    dialog.reject()
    assert not dialog.isVisible()


def test_it_goes_when_it_is_stored(opened: Opener, store: Store) -> None:
    dialog = opened()
    type_into(dialog)
    if isinstance(dialog, CriteriaDialog):
        dialog.table.item(0, 0).setText("3")
    dialog.accept()
    assert store.all(FormDraft) == []
