"""The copies the program keeps: when they were made, what differs from now, and one put back as a new file."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.commands import Takes, command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.i18n import N_, _, count, current
from missionplanner.store.file import copies
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from missionplanner.store.upkeep.backups import Backup

NAMES = {
    "companies": N_("companies"), "people": N_("people"), "requests": N_("requests"), "meetings": N_("meetings"),
    "events": N_("events"), "outcomes": N_("outcomes"),
}  # fmt: skip


class CopiesDialog(Dialog):
    """A line a copy."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Kept copies"))
        open_with(self, 1100, 520)
        self._store = store
        self.restored: Path | None = None
        """The new file, once a copy was put back."""
        now = store.counts(backups.COUNTED)
        found = backups.of(store.path, store.password, store.mission.uid)
        # The number of the newest step tells whether a copy is as the mission is now.
        last = next((step.id for step in store.steps.history(1)), 0)
        t = current()
        columns = [
            Column(_("Made"), lambda b: t.stamp(b.made_at), width=170),
            Column(_("Last change"), lambda b: b.last_change, width=250, grows=True),
            Column(_("Compared with now"), lambda b: differences(b, now, last), width=260),
            Column(_("Size"), lambda b: _("{n} kB").format(n=t.number(max(1, b.size // 1000))), width=90, right=True),
            Column(_("File"), lambda b: b.path.name, width=330),
        ]
        self.table = DataTable(plain_model(columns, found), _("Kept copies"), kept="copies")
        self._found = found
        text = _(
            "A copy is made when the mission is opened, before an import, every half hour of work, and before a "
            "newer version of the program changes the file. The ten newest stay, and one a day for two "
            "weeks."
        )
        row = QHBoxLayout()
        restore = command_button(self.restore, self._store, primary=True)
        follow_rows(self.table, [restore])
        row.addWidget(restore)
        row.addWidget(command_button(self.show_folder, self._store))
        row.addStretch()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.table.choose([0])

    def restore_as(self, target: Path) -> None:
        """Put the selected copy there as a new file."""
        keys = self.table.chosen_keys()
        if keys:
            backups.restore_as(self._found[keys[0]].path, target, self._store.password)
            self.restored = target
            self.accept()

    @command(N_("Open as a new file…"), icon="undo-2", takes=Takes.ONE)
    def restore(self) -> None:
        """Ask for a name and put the selected copy there."""
        word = _("restored")
        start = self._store.path.with_name(f"{self._store.path.stem} {word}.mission")
        found = QFileDialog.getSaveFileName(self, _("Where the mission is kept"), str(start), "*.mission")[0]
        if found:
            self.restore_as(Path(found).with_suffix(".mission"))

    @command(N_("Show the folder"), icon="folder-open")
    def show_folder(self) -> None:
        """Show the folder of the selected copy in the program the system has for it."""
        keys = self.table.chosen_keys()
        folder = self._found[keys[0]].path.parent if keys else copies.folder_of(self._store.path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def differences(backup: Backup, now: dict[str, int], last: int) -> str:
    """Return how many records a copy has more or fewer than the mission now, and the changes made since, as a text."""
    if not backup.is_readable:
        return _("cannot be read")
    found = []
    for table, number in now.items():
        if more := backup.rows.get(table, 0) - number:
            found.append(f"{'+' if more > 0 else '−'}{current().number(abs(more))} {_(NAMES[table])}")
    if last == backup.steps:
        return _("the same")
    found = found or [_("as many records")]
    since = count("{n} change since", "{n} changes since", max(0, last - backup.steps))
    return f"{', '.join(found)} ({since})"
