"""Two records beside one another where they differ, to choose from field by field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHeaderView, QTableWidget, QTableWidgetItem

from missionplanner.gui.widgets.plain_text import RadioButton, literal
from missionplanner.i18n import _
from missionplanner.jobs.companies.duplicates import FieldDifference


class SideBySide(QTableWidget):
    """Two registrations beside one another where they differ; a field is taken from the left or the right."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(0, 3)
        self.setHorizontalHeaderLabels([_("Field"), left, right])
        self.setAccessibleName(_("Differences"))
        self.verticalHeader().setVisible(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(True)
        self._groups: list[tuple[str, QButtonGroup]] = []

    def show_differences(self, found: Sequence[FieldDifference], right: Sequence[str]) -> None:
        """Show the fields; those named in `right` are taken from the right at first."""
        self.setRowCount(0)
        self._groups = []
        for difference in found:
            row = self.rowCount()
            self.insertRow(row)
            label = QTableWidgetItem(difference.label)
            label.setFlags(label.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.setItem(row, 0, label)
            group = QButtonGroup(self)
            for place, text in enumerate((difference.one, difference.two)):
                button = RadioButton(text[:300] or _("(empty)"))
                button.setToolTip(literal(text[:1000]))
                button.setChecked((difference.field in right) == bool(place))
                group.addButton(button, place)
                self.setCellWidget(row, place + 1, button)
            self._groups.append((difference.field, group))
        self.resizeRowsToContents()

    @property
    def taken(self) -> set[str]:
        """The fields taken from the right."""
        return {name for name, group in self._groups if group.checkedId() == 1}
