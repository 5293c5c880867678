"""Relationships in the window: made, noted, edited, withdrawn, read and verified."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.timetable import MeetingStatus
from missionplanner.gui.outcomes.doubles_page import DoublesPage
from missionplanner.gui.outcomes.relationships_page import RelationshipsPage
from missionplanner.gui.widgets import alerts
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import current
from missionplanner.store.store import Store
from tests.builders import meet

HEAD = "company,counterpart,date,stage,since,value,currency,evidence"
LINES = ("D1,C1,2026-03-20,agreement,2026-03-01,500,CAD,a.txt", "C1,D1,2026-03-21,agreement,2026-03-02,400,CAD,", "x")


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What messages say."""
    found: list[str] = []
    monkeypatch.setattr(alerts, "tell", lambda _parent, text: found.append(text))
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: found.append(error.text))
    return found


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> RelationshipsPage:
    found = RelationshipsPage(workspace)
    qtbot.addWidget(found)
    workspace.changed.connect(lambda _tables: found.refresh())
    found.refresh()
    return found


def read(page: RelationshipsPage, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = folder / "answers.csv"
    table.write_text("\n".join((HEAD, *LINES)), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(table), ""))
    page.read()


def test_they_are_made_of_held_meetings(page: RelationshipsPage, store: Store, told: list[str]) -> None:
    meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    page.make()
    assert told == ["1 relationship was made."]
    assert [page.table.rows.text(0, column) for column in range(3)] == ["D1", "C1", "Meeting held"]
    assert page.summary.text() == "1 relationship"


def test_answers_are_read_told_row_by_row_and_shown(
    page: RelationshipsPage, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(page, tmp_path, monkeypatch)
    (said,) = told
    assert said.splitlines()[0] == "2 new answers, 0 known already, 1 row not read"
    assert said.splitlines()[1].startswith("Row 4:")
    page.table.selectRow(0)
    shown = [[page.story.rows.text(row, column) for column in (1, 2, 4, 5)] for row in range(2)]
    assert shown == [["D1", "Agreement", "500 CAD", "a.txt"], ["C1", "Agreement", "400 CAD", ""]]
    page.stage.choose(Stage.ENDED)
    assert page.table.rows.rowCount() == 0
    page.stage.choose(None)
    page.text.setText("c1 d1")
    assert page.table.rows.rowCount() == 1


def test_a_table_of_something_else_is_refused(
    page: RelationshipsPage, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(tmp_path / "none.csv"), ""))
    page.read()
    assert len(told) == 1
    assert page.table.rows.rowCount() == 0


def test_evidence_of_a_folder_verifies_what_names_it(
    page: RelationshipsPage, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(page, tmp_path, monkeypatch)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path))
    page.verify()
    (tmp_path / "a.txt").write_text("CAD 450 signed 2026-03-01", "utf-8")
    page.verify()
    assert told[1:] == ["0 claims were verified.\nThere is no file a.txt.", "1 claim was verified."]
    page.table.selectRow(0)
    assert page.story.rows.text(0, 6).startswith(current().date(date.today(), "medium"))  # noqa: DTZ011


def test_what_is_said_is_withdrawn_and_stays_in_the_story(
    page: RelationshipsPage, store: Store, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(page, tmp_path, monkeypatch)
    page.table.selectRow(0)
    page.story.selectRow(0)
    page.withdraw()
    assert [one.withdrawn_on is None for one in store.all(Claim)] == [False, True]
    page.table.selectRow(0)
    assert page.story.rows.text(0, 6) == "withdrawn"
    assert told


def test_chosen_ones_are_deleted_with_what_was_said(
    page: RelationshipsPage, store: Store, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(page, tmp_path, monkeypatch)
    page.table.selectRow(0)
    page.remove()
    assert (store.all(Relationship), store.all(Claim), page.table.rows.rowCount()) == ([], [], 0)
    assert told


def test_what_is_typed_is_stored_for_the_pair(
    page: RelationshipsPage, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(one="D1", other="C1", by="C1", stage="agreement", value="5")
    page.say()
    (made,), (claim,) = store.all(Relationship), store.all(Claim)
    assert (claim.stage, claim.value, claim.teller_id) == (Stage.AGREEMENT, 5.0, made.other_id)
    page.table.selectRow(0)
    fill_dialogs(owner="Ana", due="2026-05-01", third_parties="Port; Bank")
    page.edit()
    assert page.table.rows.text(0, 6) == "Port, Bank"
    (made,) = store.all(Relationship)
    assert (made.owner, made.due) == ("Ana", date(2026, 5, 1))


def test_doubles_are_decided_in_their_page(
    qtbot: QtBot, page: RelationshipsPage, workspace: Workspace, tmp_path: Path, told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    read(page, tmp_path, monkeypatch)
    doubles = DoublesPage(workspace)
    qtbot.addWidget(doubles)
    workspace.changed.connect(lambda _tables: doubles.refresh())
    doubles.refresh()
    assert doubles.summary.text() == "1 deal may be told twice."
    assert doubles.table.rows.text(0, 0) == "D1: –, 500 CAD"
    doubles.table.selectRow(0)
    doubles.different()
    assert (doubles.table.rows.rowCount(), workspace.store.steps.undo_label) == (0, "Decide on 1 deal told twice")
    assert told
