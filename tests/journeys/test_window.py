"""An organiser's way through the real window: from a new file to the printed pack, as a process of its own would run it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Status
from missionplanner.gui import settings
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.timetable.planning_dialogs import PlanDialog, ProposalDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.window import application
from missionplanner.jobs.programme import new_mission
from tests.builders import EXAMPLE, FILES

SOURCES = new_mission.example_folder(EXAMPLE) / "registrations"


def test_from_a_new_file_to_the_printed_pack(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors: list[BaseException] = []
    told: list[str] = []
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: errors.append(error))
    monkeypatch.setattr(alerts, "tell", lambda _parent, text, *_more: told.append(text))
    monkeypatch.setattr(alerts, "report", lambda _parent, text, _headings, _rows: told.append(text))
    settings.write("recent", [])
    settings.write("language", "en")
    window = application.make(qapp)
    window.show()
    qtbot.waitUntil(lambda: window.is_loaded, timeout=10_000)
    assert window.session.stack.currentWidget() is window.session.start_page

    # 1. the example as it is before registrations come in
    path = tmp_path / "mission.mission"
    new_mission.from_example(path, EXAMPLE).close()
    window.session.open_file(path)
    assert window.workspace.store.mission.name == "Canada Trade Mission to Mexico 2026"

    # 2. three registration files and the requests, through the wizard
    for name, kind in (*FILES, ("meeting_requests.csv", "requests")):
        bring_in(window, qtbot, name, kind)
    assert errors == []
    assert window.workspace.store.steps.undo_label == "Import meeting_requests.csv"

    # 3. filter, select, accept; undo and redo
    window.do("show_companies")
    companies = window.screens["companies"]
    companies.filter_bar.chips["side"].tick("delegation", True)
    qtbot.waitUntil(lambda: len(companies.table.rows.keys) == 245)
    companies.table.selectAll()
    companies.commands.set_status(Status.ACCEPTED)
    window.do("undo")
    window.do("redo")
    companies.filter_bar.reset()
    qtbot.waitUntil(lambda: len(companies.table.rows.keys) == 465)
    companies.table.selectAll()
    companies.commands.set_status(Status.ACCEPTED)
    assert told == ["220 companies were changed. 245 companies were not changed."]

    # 4. make the timetable, look at the difference, accept
    monkeypatch.setattr(PlanDialog, "exec", lambda dialog: dialog.seconds.choose(5) or 1)
    monkeypatch.setattr(ProposalDialog, "exec", lambda dialog: dialog.accept_button.isEnabled())
    window.do("make_timetable")
    timetable = window.screens["timetable"]
    assert window.workspace.store.steps.undo_label.startswith("Make timetable (985 new")
    timetable.side.finish()
    assert "985 meetings" in timetable.count_label.text()
    assert "no conflicts" in timetable.count_label.text()

    # 5. print two packs into a folder and look at one
    out = tmp_path / "packs"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words, **_more: str(out))
    window.do("show_packs")
    packs = window.screens["packs"]
    qtbot.waitUntil(lambda: packs.preview.document.pageCount() > 5, timeout=30_000)
    qtbot.waitUntil(lambda: not window.runner.is_busy)
    packs.commands.print_into(out, packs.table.rows.keys[1:3], outdated=False)
    qtbot.waitUntil(lambda: len(list(out.glob("*.pdf"))) == 2, timeout=30_000)
    qtbot.waitUntil(lambda: "2 packs were made." in told, timeout=10_000)
    assert all(file.read_bytes().startswith(b"%PDF") for file in out.glob("*.pdf"))

    # 6. what was done is in the file, after closing the window
    qtbot.waitUntil(lambda: not window.runner.is_busy)
    window.close()
    assert errors == []
    with new_mission.Store.open(path) as store:
        assert len(store.steps.history()) >= 8
    window.deleteLater()
    qtbot.wait(20)


def bring_in(window: Any, qtbot: QtBot, name: str, kind: str) -> None:
    """Import a file through the wizard as the user does: open, look, press Import."""
    wizard = ImportWizard(window.workspace, window.runner, SOURCES / name, kind, window)
    wizard.analyse()
    qtbot.waitUntil(lambda: wizard.accept_button.isEnabled(), timeout=20_000)
    qtbot.mouseClick(wizard.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.runner.is_busy)
    wizard.deleteLater()
