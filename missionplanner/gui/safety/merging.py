"""A colleague's copy beside this file: what it brings, and what both changed, to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.i18n import _, count
from missionplanner.jobs.safety import merging
from missionplanner.jobs.safety.merging import CopyComparison
from missionplanner.store.store import Store


class MergeDialog(QDialog):
    """A line for each value both sides changed; a tick takes the copy's."""

    def __init__(self, store: Store, found: CopyComparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Merge a colleague’s copy"))
        self.resize(980, 480)
        self._store, self._found = store, found
        words = [
            count(
                "The copy brings {n} change that only it made.",
                "The copy brings {n} changes that only it made.",
                found.number,
            )
        ]
        if found.gone:
            words.append(count("{n} of them deletes something.", "{n} of them delete something.", len(found.gone)))
        if found.conflicts:
            words.append(
                _("Below is what both changed: tick where the copy is right; elsewhere this file stays as it is.")
            )
        self.ticks: list[QCheckBox] = []
        self.table = self._conflicts()
        buttons, self.button = accept_or_cancel(self, _("Merge"), "users")
        self.button.setEnabled(bool(found.number or found.conflicts or found.journals))
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(" ".join(words)))
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addWidget(buttons)

    def _conflicts(self) -> QTableWidget:
        found = self._found
        heads = [_("Take the copy’s"), _("Record"), _("About"), _("Field"), _("This file"), _("The copy")]
        table = QTableWidget(len(found.conflicts), len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(_("What both changed"))
        table.verticalHeader().setVisible(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        for row, one in enumerate(found.conflicts):
            tick = QCheckBox()
            tick.setAccessibleName(f"{heads[0]}: {one.about}, {one.field}")
            self.ticks.append(tick)
            table.setCellWidget(row, 0, tick)
            for column, text in enumerate((one.record, one.about, one.field, one.mine, one.theirs), start=1):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        table.resizeColumnsToContents()
        table.setVisible(bool(found.conflicts))
        return table

    def accept(self) -> None:
        """Take the copy in as one step and say what came of it."""
        ticked = [one for one, tick in zip(self._found.conflicts, self.ticks, strict=True) if tick.isChecked()]
        left = merging.merge(self._store, self._found, ticked)
        super().accept()
        text = count(
            "{n} change was taken in as one step.",
            "{n} changes were taken in as one step.",
            self._found.number + len(ticked),
        )
        details = _("Undo takes all of it back.")
        if left:
            conflicts = count(
                "The timetable has {n} conflict now; see the list beside it.",
                "The timetable has {n} conflicts now; see the list beside it.",
                left,
            )
            details = f"{conflicts} {details}"
        alerts.tell(self.parentWidget(), text, details)
