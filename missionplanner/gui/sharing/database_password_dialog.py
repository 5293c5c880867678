"""The dialog that asks for the password of a database, and whether the keychain keeps it."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox, Label, literal
from missionplanner.i18n import _
from missionplanner.jobs.sharing import database_passwords


class DatabasePasswordDialog(Dialog):
    """A password of a database."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Password of the database"))
        self._address = address
        self.password, self.keep = password_line(), keeping_box()
        form = QFormLayout()
        form.addRow(Label(_("Password")), self.password)
        form.addRow("", self.keep)
        buttons, _button = accept_or_cancel(self, _("Go on"), "check")
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(address))
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Remember the password, and close."""
        database_passwords.remember(self._address, self.password.text(), self.keep.isChecked())
        super().accept()


def asked(address: str, parent: QWidget) -> bool:
    """Ask for the password of a database; whether one was given, and is remembered."""
    dialog = DatabasePasswordDialog(address, parent)
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()


def password_line() -> QLineEdit:
    """Return a line for the password of a database."""
    found = QLineEdit()
    found.setEchoMode(QLineEdit.EchoMode.Password)
    found.setAccessibleName(_("Password"))
    return found


def keeping_box() -> QCheckBox:
    """Return the choice whether the keychain keeps a password; it cannot be made where there is no keychain."""
    found = CheckBox(_("Keep it in the keychain of this computer"))
    can_keep = database_passwords.can_keep()
    found.setEnabled(can_keep)
    if not can_keep:
        found.setToolTip(literal(_("This computer has no keychain: it is asked for again.")))
    return found
