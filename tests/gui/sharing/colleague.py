"""A colleague at a window of their own who saves a city now and then: `python -m tests.gui.sharing.colleague FILE TIMES`.

The city is the time at which it was saved.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from missionplanner.domain.companies import Company
from missionplanner.gui.window import application
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.messages import message
from tests.builders import key_of


def _save(window: MainWindow, times: int, chance: Random) -> None:
    if not times:
        QTimer.singleShot(8_000, window, window.close)
        return
    store = window.workspace.store
    with store.change(message("Edit")) as change:
        company = store.get(Company, key_of(store, "D1"))
        change.update(replace(company, city=f"{time.time():.3f}"))
    QTimer.singleShot(3_000 + chance.randrange(3_000), window, lambda: _save(window, times - 1, chance))


def main(path: Path, times: int) -> int:
    """Open the window, save so often, and close it."""
    found = QApplication(sys.argv[:1])
    window = application.make(found, path)
    window.show()
    QTimer.singleShot(6_000, window, lambda: _save(window, times, Random(times)))
    return found.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
