"""The message shown once a file was written: its place, and that a file of a protected mission lies in the open."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from missionplanner.gui.widgets import alerts
from missionplanner.i18n import _
from missionplanner.jobs.safety.in_the_open import warning
from missionplanner.store.store import Store


def tell_written(parent: QWidget | None, store: Store, text: str, details: Iterable[str]) -> None:
    """Show what was written, its details line by line, and that it has no password where the mission has one."""
    alerts.tell(parent, text, "\n".join(filter(None, (*details, warning(store)))))


def show_file(parent: QWidget | None, store: Store, path: Path) -> None:
    """Show a file just written: a PDF in the program the system has for it, any other by its place."""
    if path.suffix != ".pdf" or store.password:
        tell_written(parent, store, _("Exported."), [str(path)])
    if path.suffix == ".pdf":
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
