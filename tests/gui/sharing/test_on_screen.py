"""How long it takes from what a colleague saves to the screen, over a database and over a folder."""

import os
import statistics
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from missionplanner.jobs.sharing import sharing
from missionplanner.store.store import Store
from tests.builders import Figures
from tests.gui.conftest import Opener
from tests.postgres import programs, server

TIMES = 30
"""The changes that are measured."""


def cities(table: QTableView) -> set[str]:
    """Return what stands in the table now."""
    model = table.model()
    cells = (model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    return {str(cell.data()) for cell in cells}


@pytest.mark.soak
@pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
@pytest.mark.parametrize("by_database", [True, False], ids=["database", "folder"])
def test_a_change_of_a_colleague_is_on_the_screen_within_two_seconds(
    path: Path, tmp_path: Path, open_window: Opener, qtbot: QtBot, by_database: bool, figures: Figures
) -> None:
    theirs, home = tmp_path / "theirs.mission", tmp_path / "theirs"
    with ExitStack() as stack:
        with Store.open(path) as store:
            if by_database:
                address = stack.enter_context(server()).address("ana")
                (invitation,) = sharing.share_by_database(store, address, {"luc": "write"}, tmp_path)
            else:
                invitation = sharing.share(store, tmp_path / "shared")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_DATA_HOME", str(home))
            sharing.join(invitation, theirs)
        window = open_window(path)
        window.do("show_companies")
        table = next(one for one in window.screens["companies"].findChildren(QTableView) if one.isVisible())
        taken: dict[str, float] = {}

        def look() -> None:
            now = time.time()
            for city in cities(table):
                if city.startswith("1") and "." in city and city not in taken:
                    taken[city] = now - float(city)

        for said in (table.model().dataChanged, table.model().modelReset, table.model().layoutChanged):
            said.connect(look)
        command = [sys.executable, "-m", "tests.gui.sharing.colleague", str(theirs), str(TIMES)]
        env = {**os.environ, "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        with subprocess.Popen(command, env=env) as process:
            qtbot.waitUntil(lambda: process.poll() is not None, timeout=600_000)
        look()
        window.close()
    times = sorted(taken.values())
    figures(
        f"from save to screen, {'database' if by_database else 'folder'}: {len(times)} of {TIMES} changes,"
        f" median {statistics.median(times):.2f} s, slowest {times[-1]:.2f} s"
    )
    assert len(times) >= TIMES - 1
    assert statistics.median(times) < 2
