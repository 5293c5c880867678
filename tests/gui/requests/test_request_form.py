"""The form of one request."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Side
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.gui.requests.request_form import ask_request
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import Answers
from tests.gui.requests.conftest import said


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_new_request_is_stored(workspace: Workspace, store: Store, parent: QWidget, fill_dialogs: Answers) -> None:
    fill_dialogs(delegation="D2", counterpart="C3", asked_by=Side.COUNTERPART, priority=Priority.MUST_MEET)
    ask_request(workspace, None, parent)
    assert said(store)["D2", "C3", "counterpart"] is Priority.MUST_MEET
    assert store.steps.undo_label == "Add a request"


def test_a_new_request_is_to_meet_at_any_time_unless_said_otherwise(
    workspace: Workspace, store: Store, parent: QWidget, fill_dialogs: Answers
) -> None:
    fill_dialogs(delegation="D2", counterpart="C3")
    ask_request(workspace, None, parent)
    made = store.all(Request)[-1]
    assert (made.priority, made.half, made.asked_by, made.session_id) == (
        Priority.MEET,
        Half.ANY,
        Side.DELEGATION,
        None,
    )


def test_orders_of_both_sides_are_kept(
    workspace: Workspace, store: Store, parent: QWidget, fill_dialogs: Answers
) -> None:
    fill_dialogs(after_ours="C2; C3; ", after_theirs="D3; ")
    ask_request(workspace, store.all(Request)[0], parent)
    names = {company.id: company.name for company in store.snapshot().companies}
    found = [(names[o.company_id], names[o.first_id], names[o.then_id]) for o in store.all(Precedence)]
    assert sorted(found) == [("C1", "D1", "D3"), ("D1", "C1", "C2"), ("D1", "C1", "C3")]
    shown: list[dict[str, object]] = []

    def look(dialog: RecordDialog) -> int:
        shown.append(dialog.form.values())
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RecordDialog, "exec", look)
        ask_request(workspace, store.all(Request)[0], parent)
    assert (shown[0]["after_ours"], shown[0]["after_theirs"]) == ("C2; C3", "D3")


def test_an_unknown_company_is_asked_for_again(
    workspace: Workspace, store: Store, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["Nobody", "C2"]
    notes: list[str] = []

    def accept(dialog: RecordDialog) -> int:
        notes.append(dialog.form._notes["counterpart"].text())
        dialog.form.set_values({**dialog.form.values(), "delegation": "D2", "counterpart": answers.pop(0)})
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)
    ask_request(workspace, None, parent)
    assert [bool(note) for note in notes] == [False, True]
    assert ("D2", "C2", "delegation") in said(store)


@pytest.mark.usefixtures("cancel_dialogs")
def test_a_cancelled_form_stores_nothing(workspace: Workspace, store: Store, parent: QWidget) -> None:
    before = store.steps.undo_label
    ask_request(workspace, None, parent)
    assert store.steps.undo_label == before


def test_a_typed_name_may_be_spelled_otherwise(
    workspace: Workspace, store: Store, parent: QWidget, fill_dialogs: Answers
) -> None:
    fill_dialogs(delegation="d2", counterpart="c3")
    ask_request(workspace, None, parent)
    assert store.all(Request)[-1].delegation_id == key_of(store, "D2")
