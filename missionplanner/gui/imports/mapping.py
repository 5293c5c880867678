"""The page on which the meaning of each column of a file is shown and corrected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.i18n import _
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports.companies import ImportPlan


class MappingPage(QWidget):
    """A row per column of the file: its heading, an example, what it is imported as."""

    corrected = Signal(str, str)
    """A heading, and the field it is to be imported as."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(quiet_label(_("What each column of the file means. Correct what was guessed wrongly.")))
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([_("Column in the file"), _("Example"), _("Is imported as")])
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(36)
        self.table.setAccessibleName(_("Columns"))
        layout.addWidget(self.table)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the columns of a plan."""
        columns = [column for column in plan.table.columns if column.heading.strip()]
        self.table.setRowCount(len(columns))
        for row, column in enumerate(columns):
            cells = (r.cells[column.index].strip() for r in plan.table.rows if column.index < len(r.cells))
            texts = (column.heading.strip(), next((cell for cell in cells if cell), ""))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(row, place, item)
            self.table.setCellWidget(row, 2, self._target_choice(column.heading.strip(), column.target))

    def _target_choice(self, heading: str, target: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(heading)
        combo.addItem(_("(not imported)"), "")
        for name, label in import_companies.targets():
            combo.addItem(label, name)
        if target and combo.findData(target) < 0:
            combo.addItem(target, target)
        combo.setCurrentIndex(combo.findData(target))
        combo.activated.connect(lambda _index: self.corrected.emit(heading, combo.currentData()))
        return combo
