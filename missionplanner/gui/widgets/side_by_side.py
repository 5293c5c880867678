"""Two records beside one another where they differ, to choose from field by field."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHeaderView,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QTableWidget,
    QTableWidgetItem,
)

from missionplanner.gui.widgets.plain_text import RadioButton, literal
from missionplanner.i18n import _
from missionplanner.jobs.companies.duplicates import FieldDifference

_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignVCenter.value
_BESIDE, _AROUND = 26, 5
"""Pixels the sign of a choice takes, and those above and below its text."""
_ADDRESS, _BREAK = re.compile(r"\S*[/@._-]\S*|\+?\d{11,}"), re.compile(r"([/@._-]|\w{10}(?=\w))")
"""An address or long number, and the places in it after which it may go on in another line."""
_CELL = 13, 8
"""Pixels a cell keeps for itself, across and down."""


class ValueChoice(RadioButton):
    """A value that can be chosen, in as many lines as it needs."""

    def heightForWidth(self, width: int) -> int:
        """The height of the whole text."""
        room = QRect(0, 0, max(width - _BESIDE - _AROUND, 40), 10_000)
        return self.fontMetrics().boundingRect(room, _WRAPPED, self._parted).height() + 2 * _AROUND

    @property
    def _parted(self) -> str:
        """The text with places where addresses may be broken."""
        return _ADDRESS.sub(lambda found: _BREAK.sub("\\1\u200b", found.group()), self.text())

    def sizeHint(self) -> QSize:
        """As high as the text is where it is."""
        return QSize(80, self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sign, and the text beside it."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_RadioButton, option)
        painter.setPen(self.palette().text().color())
        painter.drawText(self.rect().adjusted(_BESIDE, 0, -_AROUND, 0), _WRAPPED, self._parted)
        painter.end()


class SideBySide(QTableWidget):
    """Two registrations beside one another where they differ; a field is taken from the left or the right."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(0, 3)
        self.setHorizontalHeaderLabels([_("Field"), left, right])
        self.setAccessibleName(_("Differences"))
        self.verticalHeader().setVisible(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
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
                button = ValueChoice(text[:300] or _("(empty)"))
                button.setToolTip(literal(text[:1000]))
                button.setChecked((difference.field in right) == bool(place))
                group.addButton(button, place)
                self.setCellWidget(row, place + 1, button)
            self._groups.append((difference.field, group))
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the values anew."""
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Make each row as high as its longest value."""
        for row in range(self.rowCount()):
            values = [found for place in (1, 2) if isinstance(found := self.cellWidget(row, place), ValueChoice)]
            heights = [one.heightForWidth(self.columnWidth(place) - _CELL[0]) for place, one in enumerate(values, 1)]
            self.setRowHeight(row, max([self.fontMetrics().height() + 2 * _AROUND, *heights]) + _CELL[1])

    @property
    def taken(self) -> set[str]:
        """The fields taken from the right."""
        return {name for name, group in self._groups if group.checkedId() == 1}
