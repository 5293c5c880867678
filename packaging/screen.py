"""A screen of its own for a window that is tried out: Xvfb, keys by xdotool, and what is to be seen as a picture."""

import ctypes
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1280, 800
_WHOLE, _PIXELS = 0xFFFFFFFF, 2


class _Image(ctypes.Structure):
    """The first members of Xlib's XImage."""

    _fields_ = (
        ("width", ctypes.c_int), ("height", ctypes.c_int), ("offset", ctypes.c_int), ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_char)),
    )  # fmt: skip


class Screen:
    """An empty screen."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.POINTER(_Image)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode("ascii")))
        if not self._display:
            raise OSError(f"no screen {name}")

    def is_empty(self) -> bool:
        """Whether nothing was painted yet."""
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        image = self._x.XGetImage(self._display, root, 0, 0, WIDTH, HEIGHT, ctypes.c_ulong(_WHOLE), _PIXELS)
        size = WIDTH * HEIGHT * 4
        seen = ctypes.string_at(image.contents.data, size)
        self._x.XDestroyImage(image)
        # A new window is white or black before anything is painted in it.
        return not seen.strip(b"\x00") or len({seen[k : k + 4] for k in range(0, size, 4004)}) == 1

    def wait(self, painted: bool = True, seconds: float = 60) -> None:
        """Wait until something was painted, or until nothing is left; TimeoutError where that takes too long."""
        until = time.monotonic() + seconds
        while self.is_empty() == painted:
            if time.monotonic() > until:
                raise TimeoutError("nothing was painted" if painted else "the window did not close")
            time.sleep(0.005)

    def press(self, keys: str) -> None:
        """Press keys in the window, as xdotool names them; without a window manager it has to be given the focus."""
        find = ["xdotool", "search", "--onlyvisible", "--class", "missionplanner", "windowfocus", "--sync"]
        subprocess.run([*find, "key", keys], env={**os.environ, "DISPLAY": self.name}, check=True)

    def take(self, path: Path) -> bytes:
        """Save what is to be seen as a PNG, and return its bytes."""
        subprocess.run(["import", "-display", self.name, "-window", "root", str(path)], check=True)
        return path.read_bytes()


@contextmanager
def screen(number: int) -> Iterator[Screen]:
    """Have an X server of this number."""
    name = f":{number}"
    command = ["Xvfb", name, "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 30
        while not Path(f"/tmp/.X11-unix/X{number}").exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.3)
        yield Screen(name)
    finally:
        server.terminate()
        server.wait()
