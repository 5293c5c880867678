"""Small windows of tables worked in like spreadsheets: find and replace, one value for many, the columns shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _


@dataclass(frozen=True, slots=True)
class Replacement:
    """A text to be replaced in cells."""

    find: str
    new: str
    column: str
    """Empty for all columns that can be edited."""


def ask_replacement(columns: Sequence[Column], column: str, parent: QWidget) -> Replacement | None:
    """Ask what to replace; None when nothing is to be."""
    choices = [("", _("Every column")), *((c.edits, c.heading) for c in columns if c.edits and c.edits != "status")]
    fields = [
        FormField("find", _("Find"), check=lambda text: "" if text else _("This is needed.")),
        FormField("new", _("Replace with")),
        FormField("column", _("In the column"), "choice", choices),
    ]
    dialog = RecordDialog(_("Find and replace"), fields, {"column": column}, parent)
    values = dialog.form.values() if dialog.exec() else None
    dialog.deleteLater()
    return Replacement(values["find"], values["new"], values["column"]) if values else None


def ask_column_value(columns: Sequence[Column], column: str, title: str, parent: QWidget) -> tuple[str, str] | None:
    """Ask for a column and the value it is to have in all selected rows."""
    choices = [(c.edits, c.heading) for c in columns if c.edits]
    options = {c.edits: list(c.choices()) for c in columns if c.edits and c.choices}
    known = sorted({option for found in options.values() for option in found}, key=str.casefold)
    fields = [
        FormField("column", _("Column"), "choice", choices),
        FormField("value", _("Value"), choices=[(0, option) for option in known]),
    ]
    dialog = RecordDialog(title, fields, {"column": column}, parent)
    values = dialog.form.values() if dialog.exec() else None
    dialog.deleteLater()
    return (values["column"], values["value"]) if values else None


class ColumnsDialog(Dialog):
    """Which columns are shown."""

    def __init__(self, columns: Sequence[tuple[str, str]], shown: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Columns"))
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("Columns"))
        self.list.setMinimumWidth(320)
        for key, heading in columns:
            item = QListWidgetItem(heading)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        open_with(self, 380, 560)

    @property
    def chosen(self) -> list[str]:
        """The keys of the ticked columns."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() is Qt.CheckState.Checked]
