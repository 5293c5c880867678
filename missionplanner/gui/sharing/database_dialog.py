"""The dialog that shares a mission through a database: its address, and who may do what."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from missionplanner.gui.sharing.database_password_dialog import keeping_box, password_line
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _
from missionplanner.jobs.sharing import database_passwords, sharing
from missionplanner.store.store import Store


class DatabaseDialog(Dialog):
    """An address, a password and the logins of colleagues."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Share through a database"))
        open_with(self, 640, 340)
        self._store = store
        self.folder = store.path.parent
        """Where the invitations are put."""
        self.address, self.writers, self.readers = (QLineEdit() for _line in range(3))
        self.password, self.keep = password_line(), keeping_box()
        self.address.setPlaceholderText("postgresql://ana@db.example/mexico")
        form = QFormLayout()
        for line, label in (
            (self.address, _("Address")),
            (self.password, _("Password")),
            (self.writers, _("Logins of organisers")),
            (self.readers, _("Logins that only read")),
        ):
            line.setAccessibleName(label)
            form.addRow(Label(label), line)
        form.insertRow(2, "", self.keep)
        text = _(
            "Paste the address that whoever runs the server gave you. The tables are made where they are missing. "
            "Part logins by commas; each gets an invitation, which holds no password."
        )
        buttons, self.button = accept_or_cancel(self, _("Share"), "users")
        self.button.setEnabled(False)
        self.address.textChanged.connect(lambda typed: self.button.setEnabled(bool(typed.strip())))
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(text))
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Share the mission, and put the invitations into a folder; the dialog stays where that cannot be."""
        chosen = str(self.folder)
        if self.members:
            chosen = QFileDialog.getExistingDirectory(self, _("Where the invitations are put"), chosen)
        if chosen and alerts.attempt(self, lambda: self._share(Path(chosen))):
            super().accept()

    @property
    def members(self) -> dict[str, str]:
        """The logins that were typed, with what they may."""
        lines = ((self.readers, "read"), (self.writers, "write"))
        return {login: may for line, may in lines for one in line.text().split(",") if (login := one.strip())}

    def _share(self, folder: Path) -> None:
        address = self.address.text().strip()
        database_passwords.remember(address, self.password.text(), self.keep.isChecked())
        sharing.share_by_database(self._store, address, self.members, folder)
        self.folder = folder
