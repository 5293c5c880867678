"""The page on which each column of a file is shown with what it is taken for, and why; what is not sure is asked."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.own_fields import NO_FIELDS
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import _, count
from missionplanner.jobs.imports.column_reports import (
    ColumnReport,
    lost,
    new_targets,
    reports,
    target_label,
    targets_for,
)
from missionplanner.jobs.imports.reading import FilePlan

_HEADING, _VALUES, _FIELD, _WHY, _SURE = range(5)
_ROW_HEIGHT = 56
"""Two or three lines of a reason; the whole text is in the tooltip."""
_MOST_VISIBLE = 16
"""Fields shown at once in the list of a column; the others are scrolled to."""
_MOST_LISTED = 300
"""Columns that are listed; in wider files those that mean nothing are left out."""


class MappingPage(QWidget):
    """A row per column of the file: heading, three values, field, why, how sure; what is not sure stands on top."""

    decided = Signal(object)
    """The places of columns (from 0) with the fields they are to be imported as."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.question = heading_label("")
        self.suggestions = make_button(_("Take what is suggested"), "check")
        self.suggestions.clicked.connect(self._take_suggestions)
        row = QHBoxLayout()
        row.addWidget(self.question)
        row.addStretch(1)
        row.addWidget(self.suggestions)
        layout.addLayout(row)
        self.keep = make_button(_("Keep what means nothing here"), "plus")
        self.keep.setToolTip(literal(_("Makes a field of our own of each column that would be lost.")))
        self.keep.clicked.connect(self._keep_unknown)
        row.addWidget(self.keep)
        self.explanation = quiet_label()
        layout.addWidget(self.explanation)
        self.table = _table()
        layout.addWidget(self.table)
        self._reports: list[ColumnReport] = []
        self._lost: list[int] = []
        self._fields: Collection[str] = ()
        self._own = NO_FIELDS

    @property
    def unsure(self) -> list[ColumnReport]:
        """The columns that are asked about."""
        return [report for report in self._reports if not report.sure]

    def show_plan(self, plan: FilePlan[Any]) -> None:
        """Show the columns of a plan, those that are not sure first."""
        found, self._fields, self._own = reports(plan.table), plan.fields, plan.table.own
        self._lost = lost(plan.table)
        self.keep.setVisible(bool(self._lost))
        order = sorted(found, key=lambda report: (report.sure, not report.target if len(found) > _MOST_LISTED else 0))
        self._reports = order[:_MOST_LISTED]
        self._explain(len(found) - len(self._reports))
        focus = self.window().focusWidget()
        place = next((row for row in range(self.table.rowCount()) if self._choice(row) is focus), -1)
        self.table.setRowCount(len(self._reports))
        for row, report in enumerate(self._reports):
            self._show_report(row, report)
        if 0 <= place < len(self._reports):
            self._choice(place).setFocus()  # of a list that is made anew

    def _explain(self, left_out: int) -> None:
        asked = len(self.unsure)
        text = count("{n} column is not sure: what is it?", "{n} columns are not sure: what are they?", asked)
        self.question.setText(text)
        self.question.setVisible(asked > 0)
        self.suggestions.setVisible(asked > 0)
        words = _("What each column of the file means, and why. Correct what was understood wrongly.")
        if asked:
            words = _("They stand on top and are not imported until you say what they are.") + " " + words
        if left_out:
            more = count("{n} more column means nothing here.", "{n} more columns mean nothing here.", left_out)
            words += " " + more
        self.explanation.setText(words)

    def _show_report(self, row: int, report: ColumnReport) -> None:
        texts = {
            _HEADING: report.heading or _("(column {number})").format(number=report.number),
            _VALUES: " · ".join(report.examples),
            _WHY: report.reason,
            _SURE: _how_sure(report),
        }
        for place, text in texts.items():
            item = QTableWidgetItem(text)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(literal(text))
            if not report.sure and place in (_HEADING, _SURE):
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.table.setItem(row, place, item)
        choice = self._field_choice(report)
        self.table.setCellWidget(row, _FIELD, choice)
        self.setTabOrder(self.table.cellWidget(row - 1, _FIELD) or self.table, choice)

    def _field_choice(self, report: ColumnReport) -> QComboBox:
        combo = ComboBox()
        combo.setAccessibleName(report.heading)
        combo.setMaxVisibleItems(_MOST_VISIBLE)
        # The answer that is most likely comes first.
        if report.target:
            combo.addItem(target_label(report.target, self._own), report.target)
        combo.addItem(_("(not imported)"), "")
        for name, label in new_targets(self._fields):
            combo.addItem(label, name)
        combo.insertSeparator(combo.count())
        for name, label in targets_for(report, self._fields, self._own):
            if name != report.target:
                combo.addItem(label, name)
        if not report.sure:
            combo.setPlaceholderText(_("Perhaps: {field}").format(field=target_label(report.target, self._own)))
        combo.setCurrentIndex(combo.findData(report.target) if report.sure else -1)
        combo.activated.connect(lambda _index: self.decided.emit({report.number - 1: combo.currentData()}))
        return combo

    def _take_suggestions(self) -> None:
        self.decided.emit({report.number - 1: report.target for report in self.unsure})

    def _keep_unknown(self) -> None:
        target = new_targets(self._fields)[0][0]
        self.decided.emit(dict.fromkeys(self._lost, target))

    def _choice(self, row: int) -> QWidget:
        """The list in which the field of a column is chosen."""
        found = self.table.cellWidget(row, _FIELD)
        assert found
        return found

    def focus_question(self) -> None:
        """Put the focus on the first column that is asked about."""
        if self.unsure and (combo := self.table.cellWidget(0, _FIELD)):
            combo.setFocus()


def _table() -> QTableWidget:
    table = QTableWidget(0, 5)
    table.setTabKeyNavigation(False)  # Tab goes from one choice to the next, not through every cell
    headings = [_("Column in the file"), _("Values"), _("Is imported as"), _("Why"), _("How sure")]
    table.setHorizontalHeaderLabels(headings)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for place, width in ((_HEADING, 180), (_VALUES, 180), (_FIELD, 250), (_SURE, 104)):
        header.resizeSection(place, width)
    header.setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    table.setWordWrap(True)
    table.setAccessibleName(_("Columns"))
    return table


def _how_sure(report: ColumnReport) -> str:
    """The certainty in words, for nothing is said by a number alone."""
    share = f"{round(report.confidence * 100)} %"
    if report.sensitive:
        return "\n".join([_("Sensitive"), share])
    if not report.target and report.is_unknown:
        return _("Not known")
    return "\n".join([_("Sure") if report.sure else _("Not sure"), share])
