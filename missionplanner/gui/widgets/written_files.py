"""Files just written: what was made and where, with buttons to open them and to show their folder."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from missionplanner.gui.widgets import alerts
from missionplanner.i18n import _
from missionplanner.jobs.safety.in_the_open import warning
from missionplanner.store.store import Store

_OWN_ENDING = ".mission"
_QUIET = 2
"""The lines of details that are shown behind one another."""
_SELECTING: dict[str, Callable[[Path], list[str]]] = {
    "win32": lambda path: ["explorer", f"/select,{path}"],
    "darwin": lambda path: ["open", "-R", str(path)],
}
"""The commands of systems that show a file selected in its folder; others show the folder."""


def tell_written(parent: QWidget | None, store: Store, text: str, details: Iterable[str], path: Path) -> None:
    """Show what was written into a file or folder, and that it has no password where the mission has one."""
    lines = [*filter(None, (*details, str(path), warning(store)))]
    # Two short ones have room in the quiet line of the window.
    alerts.tell(parent, text, ("  ·  " if len(lines) <= _QUIET else "\n").join(lines), acts_on(path))


def show_file(parent: QWidget | None, store: Store, path: Path) -> None:
    """Show that a file was written and where."""
    tell_written(parent, store, _("{name} was written.").format(name=path.name), (), path)


def acts_on(path: Path) -> list[tuple[str, Callable[[], object]]]:
    """Return what can be done with a file or folder, by the texts of buttons; a mission is not opened over another."""
    if path.is_dir():
        return [(_("Open the folder"), lambda: open_file(path))]
    show = (_("Show in folder"), lambda: show_in_folder(path))
    return [show] if path.suffix == _OWN_ENDING else [(_("Open"), lambda: open_file(path)), show]


def open_file(path: Path) -> None:
    """Open a file or folder in the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def show_in_folder(path: Path) -> None:
    """Show the folder of a file in the program the system has for it, the file selected where that can be."""
    if command := _SELECTING.get(sys.platform):
        subprocess.Popen(command(path))
    else:
        open_file(path.parent)
