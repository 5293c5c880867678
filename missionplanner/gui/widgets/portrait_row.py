"""The portrait beside the word of welcome: the picture, who is on it, and what may be done with it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.pictures import PATTERN, as_logo
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import N_, _
from missionplanner.jobs.packs import settings
from missionplanner.store.store import Store

_SIZE = QSize(60, 76)


class PortraitRow(QWidget):
    """The picture with its buttons, above the name of who is on it."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.picture = Label()
        self.picture.setAccessibleName(_("Portrait"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Who is on the portrait, with the post"))
        self.name.setAccessibleName(_("Who is on the portrait"))
        self.name.editingFinished.connect(self._keep_name)
        row = WrappingRow()
        row.addWidget(Label(_("Portrait")))
        row.addWidget(self.picture)
        for act in (self.ask_portrait, self.remove_portrait):
            row.addWidget(command_button(act, store))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.name)
        self.refresh()

    def refresh(self) -> None:
        """Show the portrait the mission has."""
        found = QPixmap()
        found.loadFromData(settings.portrait(self._store), "PNG")
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.picture.setPixmap(found if found.isNull() else found.scaled(_SIZE, *modes))
        if found.isNull():
            self.picture.setText(_("none"))
        self.name.setEnabled(not found.isNull() and not self._store.read_only)
        if not self.name.hasFocus():
            self.name.setText(self._store.mission.portrait_of)

    def choose(self, path: Path) -> None:
        """Keep the picture of this file. Raises UserError when it cannot be read or used."""
        try:
            picture = as_logo(path.read_bytes())
        except OSError as error:
            text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror)
            raise UserError(text, _("Check the name and that you may open it.")) from error
        settings.set_portrait(self._store, picture, self.name.text())
        self.refresh()

    @command(N_("Portrait…"), needs=Needs.WRITING)
    def ask_portrait(self) -> None:
        """Ask for the picture beside the word of welcome."""
        kinds = _("Pictures") + f" ({PATTERN})"
        name = QFileDialog.getOpenFileName(self, _("Portrait beside the welcome"), "", kinds)[0]
        if name:
            alerts.attempt(self, lambda: self.choose(Path(name)))

    @command(N_("Without portrait"), needs=Needs.WRITING)
    def remove_portrait(self) -> None:
        """Take the picture away."""
        settings.set_portrait(self._store, b"", "")
        self.refresh()

    def _keep_name(self) -> None:
        if (
            self.name.isEnabled()
            and self._store.is_open
            and self.name.text().strip() != self._store.mission.portrait_of
        ):
            alerts.attempt(self, lambda: settings.name_portrait(self._store, self.name.text()))
