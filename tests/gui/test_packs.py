"""The screen of packs: editions, states and what changed, pages, texts beside the preview, printing."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText
from missionplanner.domain.packs import USUAL, PackPage
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.packs.pack_list import EditionChoice
from missionplanner.gui.packs.preview import paint
from missionplanner.gui.packs.screen import PacksScreen
from missionplanner.gui.widgets import alerts
from missionplanner.gui.window.main_window import MainWindow
from tests.builders import key_of, meet, small_mission
from tests.gui.test_window import screen


@pytest.fixture
def packs(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PacksScreen:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(alerts, "tell", lambda _parent, text, details="": told.append((text, details)))
    with small_mission(tmp_path / "small.mission") as store:
        meet(store, "D1", "C1", slot=0, table=1)
        meet(store, "D1", "C2", slot=2, table=0)
        with store.change("Texts") as change:
            change.insert(MissionText(kind="welcome", language="en", title="Welcome", body="One.\n\nTwo."))
    window.workspace.open(tmp_path / "small.mission")
    found = screen(window, "packs")
    assert isinstance(found, PacksScreen)
    found.told = told  # type: ignore[attr-defined]
    settled(window, found, qtbot)
    return found


def settled(window: MainWindow, packs: PacksScreen, qtbot: QtBot) -> None:
    """Wait until the states are known and the preview is drawn."""
    packs._slices.finish()
    packs._pause.stop()
    packs.follow()
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)


def state(packs: PacksScreen, row: int) -> str:
    packs._slices.finish()
    return packs.table.rows.text(row, 2)


def words(packs: PacksScreen) -> str:
    """The text of the previewed pages."""
    document = packs.preview.document
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def test_states_tell_what_changed_in_words_and_only_that_is_printed(
    packs: PacksScreen, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert [state(packs, row) for row in range(3)] == ["Never printed"] * 3
    packs.print_into(tmp_path / "out", packs.table.rows.keys, outdated=False)
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)
    assert [state(packs, row) for row in range(3)] == ["Current"] * 3
    store = window.workspace.store
    meeting = store.all(Meeting)[0]
    with store.change("Move") as change:
        change.update(replace(meeting, table_id=meeting.table_id - 1))
    assert [state(packs, row) for row in range(3)] == ["Out of date", "Current", "Current"]
    assert packs.table.rows.text(0, 3) == "Mon, Feb 16 09:00 meeting with C1 moved to Hall, table 1"
    packs.table.sort_asked.emit("name", True)
    assert [packs.table.rows.text(row, 0) for row in range(3)] == ["D3", "D2", "D1"]
    packs.table.sort_asked.emit("state", False)
    assert packs.table.rows.text(0, 0) == "D1"
    packs.table.choose([key_of(store, "D1")])
    assert "• Mon, Feb 16 09:00 meeting with C1 moved to Hall, table 1" in packs.changes.text()
    packs.print_into(tmp_path / "again", packs.table.rows.keys, outdated=True)
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)
    assert [path.name for path in (tmp_path / "again").iterdir()] == ["D1 - en.pdf"]
    assert packs.count_label.text().startswith("Current: 3")
    assert [packs.prints.table.rows.text(row, 1) for row in range(4)] == ["D1", "D3", "D2", "D1"]


def test_every_edition_is_previewed(packs: PacksScreen, window: MainWindow, qtbot: QtBot) -> None:
    assert "Your meetings" in words(packs)
    packs.choose_edition(EditionChoice(Edition.DELEGATE, per_delegate=True))
    settled(window, packs, qtbot)
    assert packs.table.rows.text(0, 0) == "D1 – Given D1"
    assert "Your meetings" in words(packs)
    packs.choose_edition(EditionChoice(Edition.DELEGATE, side=Side.COUNTERPART))
    settled(window, packs, qtbot)
    assert [packs.table.rows.text(row, 0) for row in range(3)] == ["C1", "C2", "C3"]
    assert "The companies you will meet" in words(packs)
    packs.choose_edition(EditionChoice(Edition.LEADER))
    settled(window, packs, qtbot)
    assert packs.table.rows.text(0, 0) == "Leader edition"
    assert "Order of precedence" in words(packs)
    packs.choose_edition(EditionChoice(Edition.ORGANISER))
    settled(window, packs, qtbot)
    assert "Pick-up list" in words(packs)
    everything = packs.preview.document.pageCount()
    for row in range(packs.pages.list.count()):
        packs.pages.list.item(row).setCheckState(Qt.CheckState.Checked if row == 0 else Qt.CheckState.Unchecked)
    settled(window, packs, qtbot)
    assert "Pick-up list" not in words(packs)
    assert packs.preview.document.pageCount() < everything


def test_pages_are_chosen_and_put_in_order_as_undoable_steps(
    packs: PacksScreen, window: MainWindow, qtbot: QtBot
) -> None:
    store, pages = window.workspace.store, packs.pages
    names = [pages.list.item(row).text() for row in range(3)]
    assert names == ["Welcome", "About the mission", "Programme"]
    pages.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert PackPage.WELCOME.value not in store.mission.pack_pages.split(",")
    settled(window, packs, qtbot)
    assert "One." not in words(packs)
    store.undo()
    assert store.mission.pack_pages == ""
    settled(window, packs, qtbot)
    assert "One." in words(packs)
    pages.list.setCurrentRow(2)
    pages.shift(-1)
    assert store.mission.pack_pages.split(",")[1] == "programme"
    assert store.steps.undo_label == "Choose the pages of packs"
    pages._usual()
    assert store.mission.pack_pages == ""
    assert [pages.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(12)] == [page.value for page in USUAL]


def test_a_text_is_seen_while_it_is_typed_and_stored_afterwards(
    packs: PacksScreen, window: MainWindow, qtbot: QtBot
) -> None:
    packs.tabs.setCurrentWidget(packs.texts)
    packs.texts.title.setText("Hello")
    packs.texts.body.setPlainText("Three words here.\n\nA line")
    settled(window, packs, qtbot)
    assert "Three words here." in words(packs)
    store = window.workspace.store
    assert store.all(MissionText)[0].body == "One.\n\nTwo."
    packs.texts.body.selectAll()
    packs.texts.make_list()
    assert packs.texts.body.toPlainText() == "- Three words here.\n\n- A line"
    packs.texts.make_list()
    packs.texts.body.moveCursor(packs.texts.body.textCursor().MoveOperation.Start)
    packs.texts.make_heading()
    cursor = packs.texts.body.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.select(cursor.SelectionType.WordUnderCursor)
    packs.texts.body.setTextCursor(cursor)
    packs.texts.make_bold()
    assert packs.texts.body.toPlainText() == "# Three words here.\n\nA **line**"
    packs.settle()
    assert (store.all(MissionText)[0].title, store.steps.undo_label) == ("Hello", "Edit texts")
    packs.texts.language.setCurrentIndex(1)
    assert (packs.texts.title.text(), packs.language.currentData()) == ("", "fr")


def test_slips_calendars_and_one_file_are_written(
    packs: PacksScreen, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    packs.print_into(tmp_path / "out", packs.table.rows.keys, outdated=False)
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)
    store = window.workspace.store
    with store.change("Rename") as change:
        change.update(replace(store.get(Company, key_of(store, "C1")), name="New name"))
    packs.print_slips(tmp_path / "slips.pdf")
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)
    assert (tmp_path / "slips.pdf").read_bytes().startswith(b"%PDF")
    assert state(packs, 0) == "Current"
    packs.print_single(tmp_path / "all.pdf")
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)
    assert (tmp_path / "all.pdf").stat().st_size > 10_000
    packs.write_calendars(tmp_path / "calendars")
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=30_000)
    assert len(list((tmp_path / "calendars").glob("*.ics"))) == 6
    told: Any = packs.told  # type: ignore[attr-defined]
    assert [text for text, _details in told] == [
        "3 packs were made.",
        "1 pack was made.",
        "3 packs were made.",
        "6 calendars were written.",
    ]


def test_pages_are_painted_on_paper_as_often_as_asked(packs: PacksScreen, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    sides = 2 if printer.supportsMultipleCopies() else 4
    printer.setCopyCount(2)
    assert paint(packs.preview.document, printer) == sides
    assert (tmp_path / "paper.pdf").stat().st_size > 1000


def test_the_example_lists_every_pack(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    found = screen(window, "packs")
    assert isinstance(found, PacksScreen)
    assert found.table.rows.rowCount() == 245
