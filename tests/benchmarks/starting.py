"""How long people wait for the window, each time beside a bare PySide6 window of the same run."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from missionplanner.domain.companies import Side
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from tests.builders import EXAMPLE, FILES

Line = tuple[str, float, float, str]
_WATCHED = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
def end():
    print(time.time() - float(sys.argv[1]), flush=True)
    os._exit(0)
class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            end()
        return False
app = QApplication([])
"""
_BARE = (
    _WATCHED
    + """
window = QMainWindow()
window.setCentralWidget(QLabel("x"))
watch = FirstPaint()
window.installEventFilter(watch)
window.show()
app.exec()
"""
)
_OWN = (
    _WATCHED
    + """
from missionplanner.gui.window.application import make
window = make(app)
watch = FirstPaint()
window.installEventFilter(watch)
window.show()
app.exec()
"""
)
_ANSWERING = (
    _WATCHED
    + """
from missionplanner.gui.window.application import make
window = make(app)
window.show()
def look():
    if not window.is_loaded:
        return
    timer.stop()
    window.repaint()
    QTimer.singleShot(0, end)  # whatever waits is done before: a click would be answered now
timer = QTimer(interval=1)
timer.timeout.connect(look)
timer.start()
app.exec()
"""
)
_LISTED = (
    _WATCHED
    + """
from pathlib import Path
from missionplanner.gui.window.application import make
window = make(app, Path(sys.argv[2]))
window.show()
def look():
    if not (window.is_loaded and window.workspace.is_open):
        return
    timer.stop()
    window.do("show_companies")
    app.processEvents()
    window.screens["companies"].table.viewport().repaint()
    end()
timer = QTimer(interval=1)
timer.timeout.connect(look)
timer.start()
app.exec()
"""
)
_AGAIN = """
import os, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from missionplanner.gui.window.application import make
app = QApplication([])
window = make(app, Path(sys.argv[2]))
window.show()
while not (window.is_loaded and window.workspace.is_open):
    app.processEvents()
def listed():
    started = time.perf_counter()
    window.do("show_companies")
    app.processEvents()
    window.screens["companies"].table.viewport().repaint()
    return time.perf_counter() - started
first = listed()
again = []
for _ in range(5):
    window.do("show_overview")
    app.processEvents()
    window.screens["companies"].stale = True
    again.append(listed())
print(first, sorted(again)[2], flush=True)
os._exit(0)
"""


def first_window(_folder: Path) -> Line:
    """From the start of the process to the first painted window."""
    return "start to first painted window", *_beside_bare(_OWN), "bare PySide6 window"


def start_page(_folder: Path) -> Line:
    """From the start of the process to a start page that is painted and answers."""
    return "start to start page painted and answering", *_beside_bare(_ANSWERING), "bare PySide6 window"


def file_list(folder: Path) -> Line:
    """From the start of the process with a file to the painted list of its companies; later lists are printed, too."""
    path = folder / "start.mission"
    with new_mission.from_example(path, EXAMPLE) as store:
        sources = new_mission.example_folder(EXAMPLE) / "registrations"
        for name, side in FILES:
            options = ImportOptions(sources / name, Side(side))
            companies.accept(store, run_now(companies.analyse(options), store))
    runs = [_run(_AGAIN, path) for _ in range(3)]
    for words, place in (("first time (at most 250 ms)", 0), ("again (at most 100 ms)", 1)):
        spent = median(run[place] for run in runs)
        print(f"{f'list of companies painted, {words}':<55} {spent * 1000:9.1f} ms")
    return "start with FILE to its list painted", *_beside_bare(_LISTED, path), "bare PySide6 window"


def _beside_bare(code: str, *arguments: object) -> tuple[float, float]:
    """The medians of a window and a bare one, run by turns: what else the computer does then slows both."""
    _run(code, *arguments)
    ours, bare = [], []
    for _ in range(5):
        ours.append(_run(code, *arguments)[0])
        bare.append(_run(_BARE)[0])
    return median(ours), median(bare)


def _run(code: str, *arguments: object) -> list[float]:
    command = [sys.executable, "-c", code, str(time.time()), *map(str, arguments)]
    # An installed program is compiled already.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=compiled)
    return [float(word) for word in done.stdout.split()]
