"""Things organisers do all day, driven in the real window and counted.

An act of the hand is a key chord, a click, or one typed word, number or address. Each thing begins where one would be
asked for it, which the line above it says, and takes no more acts than it is given.

With QT_QPA_PLATFORM=xcb, a DISPLAY with a window manager and xdotool, keys and mouse are those of the display.
"""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, ClassVar

import pikepdf
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain import free_time
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui import settings
from missionplanner.gui.widgets import alerts, paper
from missionplanner.gui.window import application
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import who_is_free
from missionplanner.messages import message
from missionplanner.store.store import Store

Step = Callable[[], object]


_PATIENCE = 30_000
"""Milliseconds a busy computer may take for an act."""


class Hand:
    """Presses, clicks and types in the window that is in front, and counts it."""

    pause = 60
    """Milliseconds between two acts."""

    def __init__(self, window: QWidget, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        self.acts = 0

    def key(self, chord: str) -> None:
        """Press a key chord."""
        self.acts += 1
        QTest.keySequence(self._in_focus(), QKeySequence(chord))

    def type(self, text: str) -> None:
        """Type a text where the cursor is."""
        self.acts += 1
        QTest.keyClicks(self._in_focus(), text)

    def click(self, widget: QWidget, where: QPoint | None = None) -> None:
        """Click a widget, in its middle or at a point of it."""
        self.acts += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where or widget.rect().center())

    def _in_focus(self) -> QWidget:
        """What has the keys: in the menu or dialog that is open, else in the window."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window
        return front.focusWidget() or front

    def does(self, *steps: Step) -> int:
        """Carry out steps one after the other, also in dialogs that one of them opens; return how many acts they were."""
        self.acts = 0
        self._window.activateWindow()
        self._qtbot.wait(50)  # what was shown last is painted
        left = list(steps)

        def go_on() -> None:
            if left:
                step = left.pop(0)
                QTimer.singleShot(self.pause, go_on)  # it goes on although a dialog waits in this step
                step()

        go_on()
        self._qtbot.waitUntil(lambda: not left and QApplication.activeModalWidget() is None, timeout=_PATIENCE)
        return self.acts


class HandAtTheDisplay(Hand):
    """Does so by the keyboard and the mouse of the display."""

    pause = 900
    _NAMES: ClassVar = {"Ctrl": "ctrl", "Alt": "alt", "Shift": "shift"}

    def key(self, chord: str) -> None:
        """Press a key chord."""
        self.acts += 1
        self._xdotool(
            "key", "+".join(self._NAMES.get(one, one if len(one) > 1 else one.lower()) for one in chord.split("+"))
        )

    def type(self, text: str) -> None:
        """Type a text where the cursor is."""
        self.acts += 1
        self._xdotool("type", "--delay", "8", text)

    def click(self, widget: QWidget, where: QPoint | None = None) -> None:
        """Click a widget, in its middle or at a point of it."""
        self.acts += 1
        place = widget.mapToGlobal(where or widget.rect().center())
        self._xdotool("mousemove", str(place.x()), str(place.y()), "click", "1")

    def does(self, *steps: Step) -> int:
        """Carry out steps; the display brings the last one a little later."""
        super().does(*steps)
        self._qtbot.wait(self.pause)
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=_PATIENCE)
        return self.acts

    @staticmethod
    def _xdotool(*words: str) -> None:
        subprocess.run(["xdotool", *words], check=True)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, example: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The example, with the first requests of one day as meetings, on its overview."""
    errors: list[BaseException] = []
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: errors.append(error))
    QSettings("missionplanner", "missionplanner").clear()
    settings.write("language", "en")
    path = example.path
    _place_some(example)
    example.close()
    found = application.make(qapp, path)
    found.resize(1280, 800)
    found.show()
    qtbot.waitUntil(lambda: found.is_loaded, timeout=_PATIENCE)
    found.activateWindow()
    yield found
    found.close()
    found.deleteLater()
    qtbot.wait(20)
    assert errors == []


def _place_some(store: Store) -> None:
    """Place a few requests of companies that both go to the first stop."""
    snapshot = store.snapshot()
    time = who_is_free.times(snapshot)[0]
    with store.change(message("Place")) as change:
        used: set[int] = set()
        plan = Plan(snapshot, [])
        for request in snapshot.requests:
            both_there = all(not free_time.why_busy(plan, key, time.slots[0]) for key in request.pair)
            if both_there and not used & set(request.pair) and request.priority.value == "meet" and len(used) < 8:
                table = snapshot.tables_of[snapshot.venue_of_slot[time.slots[0].id].id][len(used) // 2]
                used |= set(request.pair)
                change.insert(
                    Meeting(
                        delegation_id=request.pair[0], counterpart_id=request.pair[1], slot_id=time.slots[0].id,
                        table_id=table.id,
                    )
                )  # fmt: skip


GIVEN = {
    "a company by a delegate's e-mail": 2,
    "sector, accepted and city": 4,
    "correct a telephone": 4,
    "add a delegate": 4,
    "a no-show": 3,
    "a meeting to another day by keys": 3,
    "who is free at ten": 2,
    "what changed since yesterday": 2,
    "print two packs": 4,
    "undo": 1,
    "a note": 3,
    "the list to Excel, and open it": 3,
}
"""How many acts each may take."""


def test_what_organisers_do_all_day_takes_no_more_acts_than_given(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, record_property: Any
) -> None:
    kind = HandAtTheDisplay if QApplication.platformName() == "xcb" else Hand
    hand, store = kind(window, qtbot), window.workspace.store
    meeting = store.all(Meeting)[0]
    company = store.get(Company, meeting.delegation_id)
    person = window.workspace.snapshot().delegates_of[company.id][0]
    taken: dict[str, int] = {}

    # A company by a delegate's e-mail, from the overview: it alone is listed, and its page is shown.
    taken["a company by a delegate's e-mail"] = hand.does(lambda: hand.key("Ctrl+F"), lambda: hand.type(person.email))
    companies = window.screens["companies"]
    qtbot.waitUntil(lambda: list(companies.table.rows.keys) == [company.id], timeout=_PATIENCE)
    qtbot.waitUntil(lambda: companies.page is not None and companies.page.key == company.id, timeout=_PATIENCE)

    # Its telephone corrected, on the page that is open.
    def phone() -> QWidget:
        return next(
            one for one in companies.page.findChildren(QPushButton)
            if one.accessibleName().startswith("Phone") and one.isVisible()
        )  # fmt: skip

    taken["correct a telephone"] = hand.does(
        lambda: hand.click(phone()), lambda: hand.type("+1 604 324 6083"), lambda: hand.key("Return")
    )
    assert store.get(Person, person.id).phone == "+16043246083"

    # A delegate added, on the page that is open.
    taken["add a delegate"] = hand.does(
        lambda: hand.key("Alt+D"), lambda: hand.type("Ana Lopez, CEO, ana@alba.mx"), lambda: hand.key("Return")
    )
    added = store.all(Person)[-1]
    assert (added.company_id, added.full_name, added.email) == (company.id, "Ana Lopez", "ana@alba.mx")

    # That undone.
    taken["undo"] = hand.does(lambda: hand.key("Ctrl+Z"))
    assert all(one.id != added.id for one in store.all(Person))

    # A note, on the page that is open.
    taken["a note"] = hand.does(
        lambda: hand.key("Alt+5"), lambda: hand.type("Called on Monday"), lambda: hand.key("Ctrl+Return")
    )
    assert store.get(Company, company.id).notes.endswith("Called on Monday")

    # Companies by sector, status and city, from wherever one is.
    sector = store.companies.lines([company.id])[0].sectors[0]
    code = window.workspace.snapshot().sector[sector].code
    taken["sector, accepted and city"] = hand.does(
        lambda: hand.key("Ctrl+F"),
        lambda: hand.type(f"sector:{code} status:accepted city:{company.city.split()[0]}"),
    )
    qtbot.waitUntil(
        lambda: company.id in companies.table.rows.keys and len(companies.table.rows.keys) < 40, timeout=_PATIENCE
    )

    # The list as a workbook, and opened.
    opened: list[str] = []
    target = tmp_path / "list.xlsx"
    monkeypatch.setattr("missionplanner.gui.window.export_commands.ask_path", lambda *_words: _answered(hand, target))
    monkeypatch.setattr("missionplanner.gui.widgets.written_files.open_file", lambda path: opened.append(path.name))
    hand.does(lambda: hand.key("Ctrl+Shift+E"))
    qtbot.waitUntil(target.is_file, timeout=_PATIENCE)
    acts = hand.acts
    qtbot.waitUntil(lambda: _button(window, "Open") is not None, timeout=_PATIENCE)
    taken["the list to Excel, and open it"] = acts + hand.does(lambda: hand.click(_button(window, "Open")))
    assert opened == ["list.xlsx"]

    # A meeting to another day, where it is in the timetable.
    window.do("show_timetable")
    timetable = window.screens["timetable"]
    timetable.show_meeting(meeting.id)
    timetable.grid.setFocus()
    taken["a meeting to another day by keys"] = hand.does(
        lambda: hand.key("M"), lambda: hand.type("tue"), lambda: hand.key("Return")
    )
    snapshot = window.workspace.snapshot()
    before, after = (snapshot.slot[one.slot_id].day for one in (meeting, store.get(Meeting, meeting.id)))
    assert after == before + timedelta(1)

    # Who is free at ten, from any screen.
    window.do("show_companies")
    taken["who is free at ten"] = hand.does(lambda: hand.key("F4"), lambda: hand.type("10"))
    pane = timetable.free.pane
    qtbot.waitUntil(lambda: pane.companies.rows.rowCount() > 100, timeout=_PATIENCE)
    assert pane.time is not None
    assert pane.time.starts.hour * 60 + pane.time.starts.minute in range(9 * 60 + 40, 10 * 60 + 1)

    # Two packs on paper, from the screen of packs, where the first is shown.
    window.do("show_packs")
    packs = window.screens["packs"]
    packs.table.setFocus()
    printed: list[bytes] = []
    monkeypatch.setattr(paper, "print_pages", lambda pages, _parent: _print(hand, printed, pages))
    hand.does(lambda: hand.key("Shift+Down"), lambda: hand.key("Ctrl+P"))
    assert len(packs.table.chosen_keys()) == 2
    qtbot.waitUntil(lambda: bool(printed), timeout=_PATIENCE)
    taken["print two packs"] = hand.acts
    packs.table.choose(packs.table.rows.keys[:1])
    with (
        pikepdf.open(BytesIO(printed[0])) as both,
        pikepdf.open(BytesIO(run_now(packs.shown_pages(), store).content)) as one,
    ):
        assert len(both.pages) > len(one.pages) > 1

    # What changed since yesterday, from any screen.
    taken["what changed since yesterday"] = hand.does(
        lambda: hand.key("Ctrl+H"),
        lambda: hand.click(_button(window, "Since yesterday")),
        lambda: _look_at_history(),
    )

    # Somebody did not come, on the day.
    window.do("show_day")
    board = window.screens["day"].board
    other = store.all(Meeting)[1]
    board.table.choose([other.id])
    board.table.setFocus()
    taken["a no-show"] = hand.does(lambda: hand.key("N"), lambda: hand.key("Return"))
    missed = store.get(Meeting, other.id)
    assert (missed.status, missed.no_show_side) == (MeetingStatus.NO_SHOW, Side.COUNTERPART.value)

    record_property("figures", ", ".join(f"{what}: {acts}" for what, acts in taken.items()))
    assert {what: acts for what, acts in taken.items() if acts > GIVEN[what]} == {}
    assert taken.keys() == GIVEN.keys()


def _answered(hand: Hand, path: Path) -> Path:
    """The system's own dialog takes the name it offers with Enter."""
    hand.acts += 1
    return path


def _print(hand: Hand, printed: list[bytes], pages: bytes) -> int:
    """The system's own dialog prints on the printer it offers with Enter; return the sides that came out."""
    hand.acts += 1
    printed.append(pages)
    with pikepdf.open(BytesIO(pages)) as document:
        return len(document.pages)


def _button(window: QWidget, text: str) -> Any:
    top = [window, *(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog))]
    found = (one for each in top for one in each.findChildren(QPushButton) if one.isVisible())
    return next((one for one in found if one.text().replace("&", "") == text), None)


def _look_at_history() -> None:
    """The span is chosen in the dialog that is open, which is then closed without another act being counted."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    chosen = dialog.span.currentText()  # type: ignore[attr-defined]
    with suppress(AssertionError):
        dialog.reject()  # type: ignore[attr-defined]
    assert chosen == "Since yesterday"
