"""Small windows that ask: what was typed, or None when it is cancelled."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets.asking import REASONS, ask, ask_reason, ask_text, reason_field
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.store.store import Store
from tests.builders import meet


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What the windows belong to."""
    found = QWidget()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever asks is cancelled."""
    monkeypatch.setattr(RecordDialog, "exec", lambda _dialog: 0)


@pytest.fixture
def titles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the windows that asked; each is accepted with the reason “Ill”."""
    found: list[str] = []

    def accept(dialog: RecordDialog) -> int:
        found.append(dialog.windowTitle())
        dialog.form.set_values({"reason": "Ill"})
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)
    return found


def test_values_are_those_typed_over_those_shown(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RecordDialog, "exec", lambda _dialog: 1)
    fields = [FormField("name", "Name"), FormField("city", "City")]
    assert ask("Company", fields, {"name": "D1"}, parent) == {"name": "D1", "city": ""}


def test_text_is_the_line_typed(parent: QWidget, fill_dialogs: Callable[..., None]) -> None:
    fill_dialogs(text="Quebec")
    assert ask_text("Save", "Name", parent, ["Quebec", "Toronto"], "A hint") == "Quebec"


@pytest.mark.usefixtures("cancelled")
def test_cancelled_questions_have_no_answer(parent: QWidget, store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    snapshot = store.snapshot()
    assert ask("Company", [FormField("name", "Name")], {}, parent) is None
    assert ask_text("Save", "Name", parent) is None
    assert ask_reason(snapshot, snapshot.meetings, parent) is None


def test_reason_is_asked_of_the_pair_or_of_so_many(parent: QWidget, store: Store, titles: list[str]) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    snapshot: Snapshot = store.snapshot()
    assert ask_reason(snapshot, snapshot.meetings[:1], parent) == "Ill"
    assert ask_reason(snapshot, snapshot.meetings, parent) == "Ill"
    assert titles == ["Cancel D1 – C1", "Cancel 2 meetings"]


def test_a_reason_may_be_needed_and_is_completed_from_known_ones() -> None:
    needed, free = reason_field(), reason_field(is_needed=False)
    assert [label for _key, label in needed.choices] == list(REASONS)
    assert needed.check is not None
    assert (needed.check(""), needed.check("Ill"), free.check) == ("This is needed.", "", None)
