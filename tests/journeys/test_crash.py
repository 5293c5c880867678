"""The program is killed while somebody types; what was typed comes back."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import small_mission

_TYPING = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from missionplanner.gui.window import application
app = QApplication([])
window = application.make(app, Path(sys.argv[1]))
window.show()
while not window.is_loaded:
    QTest.qWait(20)
window.do("show_companies")
window.screens["companies"].filter_bar.chips["side"].tick("delegation", True)
window.do("new_company")
form = window.screens["companies"].form
QTest.keyClicks(form.form.editors["name"], "Nordique inc.")
while window.workspace.store.drafts.find(0, "delegation") is None:
    QTest.qWait(20)
print("kept", flush=True)
QTest.qWait(60_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_what_is_typed_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    small_mission(path).close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    typing = subprocess.Popen(
        [sys.executable, "-c", _TYPING, str(path)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert typing.stdout is not None
    assert typing.stdout.readline().strip() == "kept"
    typing.send_signal(signal.SIGKILL)
    typing.wait()
    typing.stdout.close()
    with Store.open(path) as store:
        draft = store.drafts.find(0, "delegation")
        assert draft is not None
        assert "Nordique inc." in draft.content
