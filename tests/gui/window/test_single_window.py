"""One window for each person: later starts hand their file over, and nobody else can."""

import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.gui.window import single_window
from missionplanner.gui.window.single_window import SingleWindow
from missionplanner.paths import data_folder

Asked = list[tuple[str, str]]


@pytest.fixture
def asked() -> Asked:
    """What the first window is asked to open."""
    return []


@pytest.fixture
def first(qapp: QApplication, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> Iterator[SingleWindow]:
    """The window that runs."""
    monkeypatch.setattr(single_window, "_PATIENCE", 1_500)
    found = SingleWindow()
    found.asked.connect(lambda *words: asked.append(words))
    assert found.take()
    yield found
    found.leave()


def elsewhere(qtbot: QtBot, act: Callable[[], bool]) -> bool:
    """What an act says in another thread, as another program would do it, while the window goes on."""
    found: list[bool] = []
    thread = threading.Thread(target=lambda: found.append(act()))
    thread.start()
    qtbot.waitUntil(lambda: bool(found), timeout=5_000)
    thread.join()
    return found[0]


def name() -> str:
    """The name under which the window listens."""
    (note,) = data_folder().glob("window-*.txt")
    return note.read_text(encoding="ascii")


@pytest.mark.parametrize("path", [None, Path("/home/a/Été 2027.mission"), Path("here.mission")])
def test_second_start_hands_its_file_over(
    first: SingleWindow, asked: Asked, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path | None
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token")
    second = SingleWindow()
    assert not second.take()
    assert elsewhere(qtbot, lambda: second.hand_over(path))
    assert asked == [(str(path.absolute()) if path else "", "token")]
    assert (first.is_taken, second.is_taken) == (True, False)


def test_program_started_again_ends_at_once(first: SingleWindow, asked: Asked, qtbot: QtBot, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "missionplanner", str(tmp_path / "a.mission")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        qtbot.waitUntil(lambda: program.poll() is not None, timeout=30_000)
        assert (program.returncode, program.communicate(), asked) == (
            0, (b"", b""), [(str(tmp_path / "a.mission"), os.environ.get("XDG_ACTIVATION_TOKEN", ""))],
        )  # fmt: skip


def test_place_is_free_again_when_the_window_ends(first: SingleWindow) -> None:
    first.leave()
    assert [one.name for one in data_folder().glob("window-*")] == []
    second = SingleWindow()
    assert (second.take(), second.is_taken) == (True, True)
    second.leave()


def test_what_a_crash_left_does_not_stand_in_the_way(first: SingleWindow, asked: Asked, qtbot: QtBot) -> None:
    left = name()
    first._lock.unlock()  # as the system does it when a program dies
    second = SingleWindow()
    second.asked.connect(lambda *words: asked.append(words))
    assert second.take()
    assert name() != left
    assert elsewhere(qtbot, lambda: SingleWindow().hand_over(Path("/a.mission")))
    assert asked == [("/a.mission", "")]
    second.leave()


def test_window_that_does_not_answer_is_not_waited_for_for_ever(
    first: SingleWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_window, "_PATIENCE", 100)
    assert not SingleWindow().hand_over(Path("/a.mission"))  # this thread is the window's own, so it is busy
    first._note.write_text("nobody", encoding="ascii")
    assert not SingleWindow().hand_over(Path("/a.mission"))


def test_who_asks_a_window_that_just_ended_takes_its_place(first: SingleWindow) -> None:
    second = SingleWindow()
    assert not second.take()
    first.leave()
    assert (second.hand_over(Path("/a.mission")), second.is_taken) == (False, True)
    second.leave()


@pytest.mark.skipif(os.name != "posix", reason="rights of files")
def test_nobody_else_can_connect_or_guess_the_name(first: SingleWindow) -> None:
    place = Path(name()) if name().startswith("/") else Path(QDir.tempPath()) / name()
    mode = place.stat().st_mode
    assert (stat.S_ISSOCK(mode), mode & 0o077, len(name().removeprefix("missionplanner-"))) == (True, 0, 32)


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"open /a.mission\n",
        b"[1]\n",
        b'{"path": 1, "token": ""}\n',
        b'{"path": "/a.mission"}\n',
        b'{"path": "a.mission", "token": ""}\n',
        json.dumps({"path": "/a\0.mission", "token": ""}).encode() + b"\n",
        b"\xff\xfe\n",
        b"[" * 30_000 + b"\n",
        b"x" * 40_000,
    ],
    ids=lambda line: repr(line[:24]),
)
def test_what_is_no_request_is_dropped(first: SingleWindow, asked: Asked, qtbot: QtBot, line: bytes) -> None:
    socket = QLocalSocket()
    socket.connectToServer(name())
    assert socket.waitForConnected(1_000)
    socket.write(line)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=3_000)
    assert asked == []


def test_each_screen_has_a_window_of_its_own(first: SingleWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":another")
    second = SingleWindow()
    assert second.take()
    second.leave()


def test_window_opens_where_it_cannot_listen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocalServer, "listen", lambda *_words: False)
    only = SingleWindow()
    assert (only.take(), only.is_taken, list(data_folder().glob("window-*.txt"))) == (True, True, [])
    only.leave()
