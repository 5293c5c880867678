"""The walk from nothing to the first pack, driven by real keys and clicks: python -m tests.journeys.first_pack FOLDER.

Needs an X display (DISPLAY) with a window manager, and xdotool. The program runs here, with settings and data of its
own; another thread looks up where buttons and fields are, and presses keys and the mouse as a user would. It counts
both, reckons the time they take at human speed, and leaves a picture of each step in FOLDER.
"""

import argparse
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget

KEYS_A_SECOND, SECONDS_A_CLICK = 4, 1.2
MOST_SECONDS = 300
_PATIENCE = 150.0


class Asker(QObject):
    """Answers questions about widgets in the thread of the window."""

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def ask(self, question: Callable[[], Any]) -> Any:
        """Return the answer, from another thread."""
        answers: queue.Queue[Any] = queue.Queue()
        self.asked.emit(question, answers)
        found = answers.get(timeout=_PATIENCE)
        if isinstance(found, Exception):
            raise found
        return found

    def _answer(self, question: Callable[[], Any], answers: "queue.Queue[Any]") -> None:
        try:
            answers.put(question())
        except Exception as error:  # noqa: BLE001 (told in the other thread)
            answers.put(error)


class Walk:
    """Keys and clicks, counted."""

    def __init__(self, asker: Asker, folder: Path) -> None:
        self.asker, self.folder = asker, folder
        self.keys = self.clicks = self.pictures = 0

    @property
    def seconds(self) -> float:
        """The time a person needs for the keys and clicks so far."""
        return self.keys / KEYS_A_SECOND + self.clicks * SECONDS_A_CLICK

    def click(self, text: str) -> None:
        """Click the button or field of this text or name."""
        self.scroll_to(text)
        place = self.wait(lambda: _place_of(text), f"nothing to click called {text!r}")
        self.click_at(*place)

    def scroll_to(self, text: str) -> None:
        """Turn the wheel until the button or field of this text is in sight, where it is not; that counts as a click."""
        if self.asker.ask(lambda: _scrolled_to(text)):
            self.clicks += 1
            time.sleep(0.3)

    def click_at(self, x: int, y: int) -> None:
        """Click a point of the screen."""
        _xdotool("mousemove", str(x), str(y), "click", "1")
        self.clicks += 1
        time.sleep(0.4)

    def type(self, text: str) -> None:
        """Type a text."""
        _xdotool("type", "--delay", "25", text)
        self.keys += len(text)
        time.sleep(0.2)

    def press(self, *names: str) -> None:
        """Press keys, each by the name X has for it; with modifiers they count once more each."""
        for name in names:
            _xdotool("key", name)
            self.keys += name.count("+") + 1
            time.sleep(0.25)

    def wait(self, question: Callable[[], Any], complaint: str) -> Any:
        """Return the first answer that is something."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if found := self.asker.ask(question):
                return found
            time.sleep(0.2)
        self.picture("failed")
        raise SystemExit(complaint)

    def see(self, text: str) -> None:
        """Wait until a text is shown."""
        self.wait(lambda: any(text in shown for shown in _shown_texts()), f"{text!r} is not shown")
        time.sleep(0.6)

    def picture(self, name: str) -> None:
        """Keep a picture of the screen."""
        self.pictures += 1
        target = self.folder / f"{self.pictures:02} {name}.png"
        subprocess.run(["import", "-window", "root", str(target)], check=True)


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)


def _top() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()


def _found(text: str) -> list[QWidget]:
    """Return the buttons and fields of this text or name in the window on top."""
    top = _top()
    found = []
    for widget in top.findChildren(QWidget) if top else []:
        named = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        shown = widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else named
        if text in (named, shown) and isinstance(widget, _PRESSED) and widget.isVisible() and widget.isEnabled():
            found.append(widget)
    return found


def _place_of(text: str) -> tuple[int, int] | None:
    """Return the middle of the button or field of this text or name, if it can be seen."""
    for widget in _found(text):
        if not widget.visibleRegion().isEmpty():
            middle = widget.mapToGlobal(QPoint(min(widget.width() // 2, 60), widget.height() // 2))
            return middle.x(), middle.y()
    return None


def _scrolled_to(text: str) -> bool:
    """Whether a button or field was out of sight and was scrolled to."""
    for widget in _found(text):
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and widget.visibleRegion().boundingRect().size() != widget.size():
            area.ensureWidgetVisible(widget)
            return True
    return False


_PRESSED = (QAbstractButton, QLineEdit)


def _shown_texts() -> list[str]:
    top = _top()
    return [label.text() for label in top.findChildren(QLabel) if label.isVisible()] if top else []


def go(walk: Walk, folder: Path) -> None:
    """Go from an empty computer to the first pack, which comes into the folder."""
    walk.click("New mission…")
    walk.see("What is it called")
    walk.type("Nordic Clean Tech Mission")
    walk.press("Tab")
    walk.type("12 oct 2027")
    walk.press("Tab")
    walk.type("+3")
    walk.picture("what and when")
    walk.press("Return")
    walk.type("Lyon, Paris")
    walk.press("Tab")
    walk.picture("cities")
    walk.click("Next")
    walk.type("Clean technologies and energy, Ice hockey")
    walk.picture("sectors")
    walk.press("Return")
    walk.see("Where and when do companies meet?")
    walk.click("Usual hours on all days")
    walk.click("Venue, Lyon")
    walk.type("Chamber of Commerce")
    walk.press("Tab", "Tab", "Tab")
    walk.type("Hotel du Nord")
    walk.picture("venues and hours")
    walk.click("Make the mission")
    walk.see("From here to the first pack")
    walk.picture("overview")
    walk.see("slots for meetings")
    for name, given, family in (("Aurora Wind", "Anna", "Berg"), ("Polar Grid", "Olaf", "Lind")):
        enter_company(walk, "New company", name, given, family)
    for name, given, family in (("Lumen SA", "Marie", "Duval"), ("Rhone Solaire", "Paul", "Roux")):
        enter_company(walk, "New counterpart", name, given, family)
    walk.click("Accept all")
    walk.picture("accepted")
    walk.click("By hand…")
    walk.click("Fill in the matrix")
    walk.see("must meet (1)")
    walk.wait(lambda: type(QApplication.focusWidget()).__name__ == "MatrixView", "the matrix does not take keys")
    walk.picture("matrix")
    walk.press("1", "Right", "2", "Down", "1", "Left", "2")
    walk.picture("requests")
    walk.press("ctrl+1")
    walk.click("Make the timetable…")
    walk.see("You will see what would change")
    walk.press("Return")
    walk.see("requested meetings are placed")
    walk.picture("proposal")
    walk.press("Return")
    time.sleep(2)
    walk.picture("timetable")
    walk.press("ctrl+1")
    walk.click("Make the packs…")
    time.sleep(3)
    walk.picture("packs")
    walk.click("Make PDFs of the selected…")
    time.sleep(2)
    walk.picture("folder")
    walk.press("Return")
    walk.wait(lambda: list(folder.rglob("*.pdf")), "no pack was made")
    time.sleep(1)
    walk.picture("the first pack")


def enter_company(walk: Walk, button: str, name: str, given: str, family: str) -> None:
    """Type a company of a side with its sector and a delegate, and go back to the check list."""
    walk.click(button)
    walk.see("New co")
    walk.type(name)
    walk.press("Tab", "Tab")
    walk.type("Clean")
    walk.press("Tab", "alt+d")
    time.sleep(1)
    walk.picture(name)
    walk.type(given)
    walk.press("Tab")
    walk.type(family)
    walk.press("Return", "ctrl+Return")
    walk.picture(f"{name} saved")
    walk.press("ctrl+1")


def main() -> None:
    """Walk, and say how many keys and clicks it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures are kept")
    folder = parser.parse_args().folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix="first-pack-"))
    os.environ.update(HOME=str(home), XDG_CONFIG_HOME=str(home / "c"), XDG_DATA_HOME=str(home / "d"), LANG="C.UTF-8")
    from missionplanner.gui.window import application

    qt = QApplication(sys.argv[:1])
    window = application.make(qt)
    window.showMaximized()
    walk = Walk(Asker(), folder)

    def run() -> None:
        try:
            walk.wait(lambda: window.is_loaded, "the window does not load")
            go(walk, home)
            print(f"{walk.keys} keys, {walk.clicks} clicks: {walk.seconds:.0f} s of at most {MOST_SECONDS}")
        finally:
            walk.asker.ask(qt.quit)

    threading.Thread(target=run, daemon=True).start()
    qt.exec()
    sys.exit(0 if 0 < walk.seconds <= MOST_SECONDS else 1)


if __name__ == "__main__":
    main()
