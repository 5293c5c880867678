"""One window for each person on each screen: a second start hands its file over to the window that runs."""

import json
import os
import re
import secrets
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QLockFile, QObject, QThread, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from missionplanner.paths import data_folder

_NAME = re.compile(r"missionplanner-[0-9a-f]{32}")
"""Names of sockets: nobody can guess the next one, and have a socket of their own there first."""
_LONGEST = 32_768
"""Bytes of a request; a longer one is nobody's who means well."""
_PATIENCE = 5_000
"""Milliseconds a window that runs has to answer, and a program that connects to say what it wants."""
_DONE = b"done\n"


class SingleWindow(QObject):
    """The window's place on this screen: taken by the first, asked by those that come later.

    Who holds the lock, a file in the user's own folder, writes beside it under which name it listens. The socket has a
    new name each time and lets only this user in, so no other user of the computer can speak or listen here.
    """

    asked = Signal(str, str)
    """Somebody opened the file at this path ("" for none), with what the desktop wants to bring a window forward."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder, screen = data_folder(), _screen()
        self._note = folder / f"window-{screen}.txt"
        self._lock = QLockFile(str(folder / f"window-{screen}.lock"))
        self._lock.setStaleLockTime(0)  # one that is held for days is not stale
        self._server: QLocalServer | None = None

    @property
    def is_taken(self) -> bool:
        """Whether the place is that of this window."""
        return self._server is not None

    def take(self) -> bool:
        """Take the place and listen; False where another window has it."""
        if not self._lock.tryLock(0):
            return False
        if left := _noted(self._note):
            QLocalServer.removeServer(left)  # of a window that crashed
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        name = f"missionplanner-{secrets.token_hex(16)}"
        if self._server.listen(name):
            with suppress(OSError):  # without it later windows open beside this one
                self._note.write_text(name, encoding="ascii")
        return True

    def hand_over(self, path: Path | None) -> bool:
        """Have the window that runs open a file, or come forward; False where it does not answer, or just ended."""
        waited = QElapsedTimer()
        waited.start()
        socket = QLocalSocket()
        while not self._connect(socket):
            if waited.elapsed() > _PATIENCE or self.take():
                return False
            QThread.msleep(50)  # who has the place will listen at once
        _let_come_forward()
        request = {"path": str(path.absolute()) if path else "", "token": os.environ.get("XDG_ACTIVATION_TOKEN", "")}
        socket.write(json.dumps(request).encode() + b"\n")
        while not socket.canReadLine():
            if waited.elapsed() > _PATIENCE or socket.state() != QLocalSocket.LocalSocketState.ConnectedState:
                return False
            socket.waitForReadyRead(50)
        return socket.readLine().data() == _DONE

    def leave(self) -> None:
        """Give the place free."""
        if self._server is not None:
            self._server.close()
            self._server = None
            with suppress(OSError):
                self._note.unlink()
            self._lock.unlock()

    def _connect(self, socket: QLocalSocket) -> bool:
        name = _noted(self._note)
        if not name:
            return False
        socket.connectToServer(name)
        return socket.waitForConnected(_PATIENCE)

    def _on_connected(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()):
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._on_written(socket))
            QTimer.singleShot(_PATIENCE, socket, socket.abort)
            self._on_written(socket)

    def _on_written(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        request = _read(bytes(socket.readLine(_LONGEST).data()))
        if request is None:
            socket.abort()
            return
        socket.write(_DONE)
        socket.flush()
        socket.disconnectFromServer()
        self.asked.emit(*request)


def _read(line: bytes) -> tuple[str, str] | None:
    """Return path and token of a request; None for one that is no request."""
    try:
        found = json.loads(line)
        path, token = found["path"], found["token"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    is_request = isinstance(path, str) and isinstance(token, str) and "\0" not in path
    return (path, token) if is_request and (not path or Path(path).is_absolute()) else None


def _noted(note: Path) -> str:
    try:
        name = note.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""
    return name if _NAME.fullmatch(name) else ""


def _screen() -> str:
    """Return a name for the screen this program is on: a window on another one is nothing to bring forward."""
    names = [os.environ.get(name, "") for name in ("DISPLAY", "WAYLAND_DISPLAY", "SESSIONNAME")]
    return sha256("\n".join(names).encode(errors="surrogateescape")).hexdigest()[:12]


def _let_come_forward() -> None:
    """Windows lets another program come forward only where the one in front allows it."""
    if sys.platform == "win32":
        import ctypes  # slow import

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
