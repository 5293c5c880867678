"""The dialog that offers ways to go on with somebody's day, the one that needs the fewest people told first."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.i18n import _
from missionplanner.jobs.people.day_repairs import DayWay


class DayWaysDialog(Dialog):
    """The ways there are; the selected one is read in full below."""

    def __init__(self, title: str, ways: Sequence[DayWay], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Ways to go on"))
        open_with(self, 820, 420)
        self._ways = list(ways)
        self.table = DataTable(plain_model(_columns(), self._ways), _("Ways to go on"))
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.words = Label()
        self.words.setWordWrap(True)
        layout = QVBoxLayout(self)
        head = Label(title)
        head.setWordWrap(True)
        layout.addWidget(head)
        layout.addWidget(quiet_label(_("The way that needs the fewest people told comes first.")))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        buttons, self.accept_button = accept_or_cancel(self, _("Do it this way"), "check")
        layout.addWidget(buttons)
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda _row: self.accept())
        self.table.selectRow(0)

    @property
    def chosen(self) -> DayWay | None:
        """The selected way."""
        keys = self.table.chosen_keys()
        return self._ways[keys[0]] if keys else None

    def _on_chosen(self) -> None:
        self.words.setText(self.chosen.sentence if self.chosen else "")
        self.accept_button.setEnabled(self.chosen is not None)


def _columns() -> list[Column]:
    return [
        Column(_("Way"), lambda way: way.sentence, width=480, grows=True),
        Column(_("People to tell"), lambda way: str(way.told), width=120, right=True),
        Column(_("Missed"), lambda way: str(way.missed), width=100, right=True),
    ]
