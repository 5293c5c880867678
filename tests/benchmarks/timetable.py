"""How long the window is busy while a timetable of 2,000 meetings is worked on: python -m tests.benchmarks.timetable.

Every event the program handles is timed, from Qt's delivery to the handler's end; the longest of each act is printed
beside the longest of scrolling a bare QTableView of as many cells. Exits with 1 where a handler took more than 50 ms.
Suggestions for 245 x 220 companies are timed as a job.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.moves import Grade
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.day.screen import DayScreen
from missionplanner.gui.outcomes.screen import OutcomesScreen
from missionplanner.gui.overview.screen import OverviewScreen
from missionplanner.gui.packs.screen import PacksScreen
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.gui.requests.screen import RequestsScreen
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable.layouts import VIEWS
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.widgets import theme
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.window.sweeper import Sweeper
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.requests import suggestions
from missionplanner.jobs.selection import decisions
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.benchmarks.__main__ import SOURCES
from tests.benchmarks.repair import large
from tests.builders import EXAMPLE, FILES

MOST = 0.050


class Watch(QApplication):
    """Times every event that is delivered while none is."""

    def __init__(self) -> None:
        super().__init__(["benchmark"])
        self.spent: list[tuple[float, str]] = []
        self._inside = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver the event and note how long that took."""
        if self._inside:
            return bool(super().notify(receiver, event))
        name = f"{type(receiver).__name__} {event.type().name}"
        self._inside += 1
        started = time.perf_counter()
        try:
            return bool(super().notify(receiver, event))
        finally:
            self.spent.append((time.perf_counter() - started, name))
            self._inside -= 1

    def settle(self, seconds: float = 0.4) -> None:
        """Handle what there is to handle."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.processEvents()

    def during(self, act: Callable[[], object]) -> list[tuple[float, str]]:
        """What was handled during an act and after it."""
        self.settle()
        self.spent = []
        act()
        self.settle()
        return sorted(self.spent, reverse=True)


def bare(watch: Watch) -> list[tuple[float, str]]:
    """Scroll a bare QTableView of 24 x 100 cells of two lines."""
    model = QStandardItemModel(24, 100)
    for row in range(24):
        for column in range(100):
            model.setItem(row, column, QStandardItem("Delegation company\nCounterpart company"))
    view = QTableView()
    view.setModel(model)
    view.resize(800, 560)
    view.show()
    found = watch.during(lambda: scroll(view, watch))
    view.deleteLater()
    return found


def scroll(view: QTableView, watch: Watch) -> None:
    """From left to right and down, as with the wheel."""
    for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
        for step in range(40):
            bar.setValue(bar.maximum() * step // 40)
            watch.processEvents()


def point(screen: TimetableScreen, row: int, column: int) -> QPoint:
    """The middle of a cell."""
    return screen.grid.visualRect(screen.model.index(row, column)).center()


def hold(screen: TimetableScreen, watch: Watch) -> None:
    """Take a meeting up with the mouse and carry it over twenty cells, to the edge and back; then put it back."""
    view = screen.grid.viewport()
    row, column = next(place for place, cell in sorted(screen.model.cells.items()) if cell.meeting)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point(screen, row, column))
    for number in range(20):
        QTest.mouseMove(view, point(screen, number % 9, number % 4) + QPoint(number, 0))
        watch.settle(0.03)
    QTest.mouseMove(view, QPoint(view.width() - 4, view.height() // 2))
    watch.settle(1.0)
    QTest.keyClick(screen.grid, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))


def drop(screen: TimetableScreen, watch: Watch) -> None:
    """Put a meeting into another cell with the keyboard."""
    for place, cell in sorted(screen.model.cells.items()):
        if cell.meeting and screen.dragging.take_up(cell.meeting):
            screen.dragging.preview.finish()
            wanted = (p for p, grade in screen.model.grades.items() if grade is not Grade.REFUSED and p != place)
            target = next(wanted, None)
            screen.dragging.put_back()
            if target:
                watch.spent = []
                screen.grid.go_to(place)
                QTest.keyClick(screen.grid, Qt.Key.Key_Space)
                screen.grid.go_to(target)
                QTest.keyClick(screen.grid, Qt.Key.Key_Return)
                watch.settle(1.5)
                return
    raise AssertionError("no meeting can be moved")


def report(name: str, found: list[tuple[float, str]], reference: float) -> float:
    """A line: the longest handler, which it was, and how that compares."""
    longest, what = found[0] if found else (0.0, "nothing")
    words = (
        f"{name:<34} longest {longest * 1000:7.1f} ms ({what}), {longest / reference:6.1f} x the reference's longest"
    )
    print(words, flush=True)
    return longest


def other_screens(watch: Watch, workspace: Workspace, runner: Runner, reference: float) -> float:
    """Show the other screens and change something while each is shown."""
    worst = 0.0
    workspace.store.record(
        *(
            PackPrint(company_id=company.id, fingerprint="of before", printed_at=datetime.now(UTC))
            for company in workspace.snapshot().companies
        ),
        PackPrint(edition=Edition.ORGANISER, fingerprint="of before", printed_at=datetime.now(UTC)),
    )
    for kind in (OverviewScreen, RequestsScreen, ProgrammeScreen, PacksScreen, DayScreen, OutcomesScreen):
        screen: Screen = kind(workspace, runner)
        screen.resize(1090, 780)
        screen.show()
        worst = max(worst, report(f"show {kind.__name__}", timed(watch, screen.refresh), reference))
        if isinstance(screen, RequestsScreen):
            worst = max(worst, report("type into the matrix", watch.during(lambda s=screen: type_in(s)), reference))
        screen.settle()
        screen.deleteLater()
    return worst


def type_in(screen: RequestsScreen) -> None:
    """Show the matrix and say "must meet" in one cell."""
    screen.workspace.changed.connect(lambda _tables: screen.refresh())
    screen.tabs.setCurrentWidget(screen.matrix)
    screen.matrix.view.setCurrentIndex(screen.matrix.model.index(3, 3))
    QTest.keyClick(screen.matrix.view, Qt.Key.Key_1)


def example(path: Path) -> Store:
    """The example mission with everybody accepted."""
    store = new_mission.from_example(path, EXAMPLE)
    for name, side in FILES:
        options = ImportOptions(SOURCES / name, Side(side))
        companies.accept(store, run_now(companies.analyse(options), store))
    decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED)
    return store


def timed(watch: Watch, act: Callable[[], object]) -> list[tuple[float, str]]:
    """An act called directly counts as a handler of its own."""

    def run() -> None:
        started = time.perf_counter()
        act()
        watch.spent.append((time.perf_counter() - started, "the act itself"))

    return watch.during(run)


def main() -> int:
    """Measure every act; 1 where a handler took more than 50 ms."""
    watch = Watch()
    theme.apply(watch, "light")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        with large(Path(folder) / "m.mission") as store:
            print(f"{store.count(Meeting)} meetings")
        workspace = Workspace()
        workspace.take(Store.open(Path(folder) / "m.mission"))
        workspace.snapshot()
        runner = Runner(workspace)
        sweeper = Sweeper(watch)
        sweeper.start()
        sweeper.sweep()
        found = bare(watch)
        reference = found[0][0]
        print(f"bare QTableView scroll             longest {reference * 1000:7.1f} ms")
        screen = TimetableScreen(workspace, runner)
        workspace.changed.connect(lambda _tables: screen.refresh())
        screen.resize(1090, 780)
        screen.show()
        worst = report("first showing", timed(watch, screen.refresh), reference)
        watch.settle(2)
        for view in (*range(1, len(VIEWS)), 0):
            name = f"view {list(VIEWS)[view]}"
            worst = max(worst, report(name, timed(watch, lambda v=view: screen.view.setCurrentIndex(v)), reference))
        worst = max(worst, report("scroll", watch.during(lambda: scroll(screen.grid, watch)), reference))
        screen.grid.go_to((0, 0))
        worst = max(worst, report("hold and carry by mouse", watch.during(lambda: hold(screen, watch)), reference))
        worst = max(worst, report("drop by keyboard", watch.during(lambda: drop(screen, watch)), reference))
        worst = max(worst, report("undo", timed(watch, workspace.store.undo), reference))
        screen.settle()
        worst = max(worst, other_screens(watch, workspace, runner, reference))
        runner.wait()
        workspace.close()
        with example(Path(folder) / "example.mission") as store:
            started = time.perf_counter()
            suggested = run_now(suggestions.suggest(), store)
            first = [(score, suggested.why(pair)) for score, pair in suggested.open[:100]] if suggested else []
            spent = time.perf_counter() - started
            print(f"suggestions for 245 x 220 companies with the words of the first {len(first)}: {spent:.2f} s")
    print(f"longest of all: {worst * 1000:.1f} ms; at most {MOST * 1000:.0f} are wanted")
    return 1 if worst > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
