"""Passwords: asked for when a file is opened, given, changed and taken away."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFormLayout, QInputDialog, QLineEdit, QVBoxLayout, QWidget

from missionplanner.errors import UserError
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label, literal
from missionplanner.i18n import _, count
from missionplanner.jobs.safety.in_the_open import in_the_open
from missionplanner.store.upkeep import passwords
from missionplanner.store.upkeep.passwords import Protected, Remaining


def ask(parent: QWidget | None, path: Path, problem: str) -> str:
    """The password somebody types to open a file; empty when nobody does."""
    text = f"{problem}\n\n" + _("Password of {name}:").format(name=path.name)
    typed, is_ok = QInputDialog.getText(parent, _("Password"), literal(text), QLineEdit.EchoMode.Password)
    return typed if is_ok else ""


class PasswordDialog(Dialog):
    """A new password twice, and the present one where there is one; empty ones take it away."""

    def __init__(self, present: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present, has_password = present, bool(present)
        self.setWindowTitle(_("Password of the mission"))
        open_with(self, 520, 240)
        self.old, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        form = QFormLayout()
        for line, label in (
            (self.old, _("Present password")),
            (self.new, _("New password")),
            (self.again, _("New password again")),
        ):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setAccessibleName(label)
            if line is not self.old or has_password:
                form.addRow(Label(label), line)
        text = _(
            "With a password the file, its drafts and the copies on this computer are encrypted. Who forgets it "
            "loses the mission: nobody can open it, the makers of this program neither."
        )
        text += " " + in_the_open()
        if has_password:
            text += " " + _("Leave the new one empty to have the file without a password.")
        buttons, self.button = accept_or_cancel(self, _("Set the password"), "lock")
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(text))
        layout.addLayout(form)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Close when both are the same and good enough."""
        new = self.new.text()
        if new != self.again.text():
            alerts.show_error(self, UserError(_("The two new passwords differ."), _("Type both again.")))
        elif self.old.text() != self._present:
            alerts.show_error(self, UserError(_("This is not the present password."), _("Type it again.")))
            self.old.selectAll()
            self.old.setFocus()
        elif not new and not self._present:
            alerts.show_error(self, UserError(_("There is no password yet."), _("Type one twice, or cancel.")))
        elif new and (problem := passwords.problem_of(new)):
            alerts.show_error(self, UserError(problem, _("Choose a longer one, such as four words.")))
        else:
            super().accept()


def tell(parent: QWidget, new: str, found: Protected, views: Sequence[Path] = ()) -> None:
    """Say what became of the file and its copies. views: files shown in other programs that could not be deleted."""
    text = _("The file has its new password.") if new else _("The file has no password any more.")
    details = [
        count(
            "{n} copy on this computer was changed with it.",
            "{n} copies on this computer were changed with it.",
            found.changed,
        )
    ]
    if found.left or views:
        details.append(_("These could not be changed:"))
        details += _named(found.left)
        details += [_("{path}: it is open in another program; close it there.").format(path=path) for path in views]
    if found.elsewhere:
        details.append(_("Other files of this mission:"))
        details += _named(found.elsewhere)
    if new:
        details.append(_("Copies you made elsewhere, and what is left on the disk of earlier files, are as they were."))
        details.append(in_the_open())
    alerts.tell(parent, text, "\n".join(details))


def tell_uncovered(parent: QWidget, left: Sequence[Remaining]) -> None:
    """Name the copies of a protected mission that can be read without its password, if there are any."""
    if left:
        alerts.tell(parent, _("Copies of this mission can be read without its password."), "\n".join(_named(left)))


def _named(files: Sequence[Remaining]) -> list[str]:
    return [f"{one.path}: {one.reason}" for one in files]
