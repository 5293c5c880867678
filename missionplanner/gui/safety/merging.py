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
        words = [count("{n} record comes in.", "{n} records come in.", len(found.records))]
        if found.deletions:
            words.append(count("{n} of them deletes something.", "{n} of them delete something.", found.deletions))
        if found.clashes:
            words.append(
                _("Below is what both changed: tick where the copy is right; elsewhere this file stays as it is.")
            )
        self.ticks: list[QCheckBox] = []
        self.table = self._conflicts()
        buttons, self.button = accept_or_cancel(self, _("Merge"), "users")
        self.button.setEnabled(bool(found.steps))
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(" ".join(words)))
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addWidget(buttons)

    def _conflicts(self) -> QTableWidget:
        found = self._found
        heads = [_("Take the copy’s"), _("Record"), _("About"), _("Field"), _("This file"), _("The copy")]
        table = QTableWidget(len(found.clashes), len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(_("What both changed"))
        table.verticalHeader().setVisible(False)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        for row, one in enumerate(found.clashes):
            tick = QCheckBox()
            tick.setAccessibleName(f"{heads[0]}: {one.about}, {one.field}")
            self.ticks.append(tick)
            table.setCellWidget(row, 0, tick)
            for column, text in enumerate(
                (one.record, one.about, one.field, one.values[0].words, one.values[-1].words), start=1
            ):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(row, column, item)
        table.resizeColumnsToContents()
        table.setVisible(bool(found.clashes))
        return table

    def accept(self) -> None:
        """Take the copy in as one step and say what came of it."""
        chosen = [
            (one, len(one.values) - 1 if tick.isChecked() else 0)
            for one, tick in zip(self._found.clashes, self.ticks, strict=True)
        ]
        merged = merging.merge(self._store, self._found, chosen)
        super().accept()
        text = count("{n} record came in.", "{n} records came in.", merged.changed)
        details = ""
        if merged.conflicts:
            details = count(
                "The timetable has {n} conflict now; see the list beside it.",
                "The timetable has {n} conflicts now; see the list beside it.",
                merged.conflicts,
            )
        alerts.tell(self.parentWidget(), text, details)
