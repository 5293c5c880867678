"""The records a copy brings: deletions first, by kind of record and person."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.safety.merging import IncomingKind, IncomingRecord

_MOST_OPEN = 40
"""Records up to which every group is open at first; deletions always are."""
KINDS = {
    IncomingKind.DELETED: N_("Deleted"),
    IncomingKind.CHANGED: N_("Changed"),
    IncomingKind.NEW: N_("New"),
}


class IncomingTree(QTreeWidget):
    """A group for each kind of change, kind of record and person, with its records.

    order: the kinds of records, those first that others belong to.
    """

    def __init__(self, records: Sequence[IncomingRecord], order: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(_("What comes in"))
        self.setHeaderLabels([_("What comes in"), _("Field"), _("Who"), _("Records")])
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(True)
        self.setMinimumHeight(66)
        places = {record: place for place, record in enumerate(order)}
        kinds = list(IncomingKind)
        by_group = sorted(
            records, key=lambda one: (kinds.index(one.kind), places.get(one.record, -1), one.record, one.who)
        )
        for (kind, record, who), found in groupby(by_group, key=lambda one: (one.kind, one.record, one.who)):
            group = self._add_group(kind, record, who, list(found))
            group.setExpanded(len(records) <= _MOST_OPEN or kind is IncomingKind.DELETED)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((260, 150, 100), start=1):
            self.setColumnWidth(column, width)
        if first := self.topLevelItem(0):
            self.setCurrentItem(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and closes a group instead of pressing the button of the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for item in self.selectedItems():
                item.setExpanded(not item.isExpanded())
        else:
            super().keyPressEvent(event)

    def _add_group(self, kind: IncomingKind, record: str, who: str, found: list[IncomingRecord]) -> QTreeWidgetItem:
        text = _("{kind}: {record}").format(kind=_(KINDS[kind]), record=record)
        group = QTreeWidgetItem(self, [text, "", who, current().number(len(found))])
        group.setTextAlignment(3, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if kind is IncomingKind.DELETED:
            group.setForeground(0, QColor(colours().bad))
        for one in found:
            item = QTreeWidgetItem(group, [one.about, one.fields, one.who, ""])
            for column, cell in enumerate((one.about, one.fields)):
                item.setToolTip(column, literal(cell))
        return group
