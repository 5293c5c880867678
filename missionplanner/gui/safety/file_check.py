"""The faults of a mission file, a line each, and a repaired copy of it."""

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.widgets import alerts, written_files
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.i18n import _, count
from missionplanner.jobs.safety import file_check
from missionplanner.jobs.safety.file_check import FileFinding


class FileCheckDialog(Dialog):
    """A line a finding; what can be kept is saved as a new file."""

    def __init__(
        self, path: Path, findings: list[FileFinding], password: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = _("Check of {name}").format(name=path.name)
        self.setWindowTitle(title)
        open_with(self, 900, 520)
        self._path, self._password = path, password
        self.saved: Path | None = None
        """The repaired copy, once it was saved."""
        columns = [
            Column(_("Record"), lambda one: one.record, width=260, grows=True),
            Column(_("Field"), lambda one: one.field, width=140),
            Column(_("Value"), lambda one: one.value, width=150),
            Column(_("Problem"), lambda one: one.fault.problem, width=300, grows=True),
        ]
        self.table = DataTable(plain_model(columns, findings), title, kept="file_check")
        self.save_button = make_button(_("Save a repaired copy…"), "download", primary=True)
        self.save_button.clicked.connect(self.save_copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch()
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(Label(count("{n} thing is not sound.", "{n} things are not sound.", len(findings))))
        layout.addWidget(self.table, 1)
        layout.addWidget(
            quiet_label(
                _(
                    "The file is left as it is. In the copy such values are emptied, cut or set to what is usual; "
                    "records of which nothing can be made are left out, and so is the history."
                )
            )
        )
        layout.addLayout(row)

    def save_copy(self) -> None:
        """Ask for a name, and save there what can be kept."""
        self.saved = save_copy(self, self._path, self._password)
        if self.saved:
            self.accept()


_MOST = 10
"""Lines about records left out that a message shows."""


def save_copy(parent: QWidget | None, path: Path, password: str) -> Path | None:
    """Ask for a name, save there what can be kept of a damaged file, and say what that was; where it is."""
    start = file_check.place_for_copy(path)
    title = _("Where the mission is kept")
    chosen = QFileDialog.getSaveFileName(parent, title, str(start), "*.mission")[0]
    if not chosen:
        return None
    target = Path(chosen).with_suffix(".mission")
    found = file_check.repair(path, target, password)
    things = (
        count("{n} company", "{n} companies", found.rows.get("companies", 0)),
        count("{n} delegate", "{n} delegates", found.rows.get("people", 0)),
        count("{n} request", "{n} requests", found.rows.get("requests", 0)),
        count("{n} meeting", "{n} meetings", found.rows.get("meetings", 0)),
    )
    left_out = [one.text for one in found.mendings if one.is_left_out]
    hint = _("Compare it with a list you have. Undo does not go behind this.")
    text = _("This could be kept: {things}; {outcome}.")
    text = text.format(things=", ".join(things), outcome=file_check.outcome(found))
    alerts.tell(parent, text, "\n".join([*left_out[:_MOST], hint]), written_files.acts_on(target))
    return target
