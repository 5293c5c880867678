"""The dialog that offers ways to repair the timetable, the one that moves the fewest people first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.timetable.planning_dialogs import DifferenceTabs
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.i18n import _, count
from missionplanner.jobs.timetable.repairing import Repair


class RepairDialog(Dialog):
    """The ways there are, and what the selected one changes."""

    def __init__(
        self, snapshot: Snapshot, ways: list[Repair], parent: QWidget | None = None, happened: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Repair the timetable"))
        open_with(self, 920, 620)
        self._snapshot, self._ways = snapshot, ways
        self.table = DataTable(plain_model(_columns(), ways), _("Ways to repair it"))
        self.table.setMaximumHeight(170)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self._place = QVBoxLayout()
        layout = QVBoxLayout(self)
        broken = max((way.broken for way in ways), default=0)
        lost = len(ways[0].lost) if ways else 0
        parts = []
        if lost:
            parts.append(
                count("{n} meeting fell away with what happened.", "{n} meetings fell away with what happened.", lost)
            )
        if broken:
            parts.append(count("{n} meeting cannot stay.", "{n} meetings cannot stay.", broken))
        layout.addWidget(Label(" ".join(parts) or _("Everything stands; requests can get what is free.")))
        layout.addWidget(
            quiet_label(_("The way that needs the fewest people told comes first. Locked, confirmed and printed stay."))
        )
        splitter = QSplitter(Qt.Orientation.Vertical)
        below = QWidget()
        below.setLayout(self._place)
        self._place.setContentsMargins(0, 6, 0, 0)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        layout.addWidget(splitter, 1)
        buttons, self.accept_button = accept_or_cancel(self, _("Do it this way"), "check")
        if happened:
            layout.addWidget(quiet_label(_("What happened is noted already; Undo takes it back.")))
            buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Leave the rest as it is"))
        layout.addWidget(buttons)
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda _row: self.accept())
        self.table.selectRow(0)

    @property
    def chosen(self) -> Repair | None:
        """The selected way."""
        keys = self.table.chosen_keys()
        return self._ways[keys[0]] if keys else None

    def _on_chosen(self) -> None:
        while item := self._place.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.accept_button.setEnabled(self.chosen is not None)
        if self.chosen:
            self._place.addWidget(DifferenceTabs(self._snapshot, self.chosen.proposal, self.chosen.lost))


def _columns() -> list[Column]:
    def words(way: Repair) -> str:
        parts = []
        if way.proposal.dropped:
            parts.append(count("{n} falls away", "{n} fall away", way.proposal.dropped))
        if way.moved:
            parts.append(count("{n} moves", "{n} move", way.moved))
        if way.reseated:
            parts.append(count("{n} gets another table", "{n} get another table", way.reseated))
        if way.replaced:
            parts.append(count("{n} new from the requests", "{n} new from the requests", way.replaced))
        return ", ".join(parts) or _("Nothing changes")

    return [
        Column(_("Way"), words, width=420, grows=True),
        Column(_("People to tell"), lambda way: str(way.told), width=120, right=True),
        Column(_("Meetings then"), lambda way: str(len(way.proposal.meetings)), width=120, right=True),
        Column(_("Without a place"), lambda way: str(len(way.proposal.unplaced)), width=120, right=True),
    ]
