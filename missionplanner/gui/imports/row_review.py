"""The selected row of the preview: whom it looks like, the values typed since, and what is to happen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.imports.kinds import Plan
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.side_by_side import SideBySide
from missionplanner.i18n import N_, _
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.comparison import RowResult
from missionplanner.jobs.imports.people import PeoplePlan
from missionplanner.jobs.imports.people_comparison import PersonResult
from missionplanner.jobs.imports.review import decision
from missionplanner.store.store import Store


class RowReviewPane(QWidget):
    """Shown only for rows about which something can be decided."""

    answered = Signal(int, object, object)
    """Row, whether it is the same (None where that was not asked), the fields the file is right in."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._row: RowResult | PersonResult | None = None
        self.text = Label()
        self.text.setWordWrap(True)
        self.table = SideBySide(_("In the mission"), _("In the file"))
        self.same = command_button(self.answer_same, store)
        self.different = command_button(self.answer_different, store)
        self.take = command_button(self.take_chosen, store)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        for button in (self.same, self.different, self.take):
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)
        self.hide()

    def show_row(self, plan: Plan | None, row: RowResult | PersonResult | None, taken: frozenset[str]) -> None:
        """Show what is to be decided about a row, and what was decided already."""
        self._row = row
        found = None
        if row is not None and isinstance(plan, ImportPlan | PeoplePlan):
            found = decision(self._store, plan, row)
        self.setVisible(found is not None)
        if found is None:
            return
        self.text.setText(found.text)
        for button, shown in ((self.same, found.asks), (self.different, found.asks), (self.take, not found.asks)):
            button.setVisible(shown)
        self.table.show_differences(found.differences, sorted(taken))

    @command(N_("They are the same"), "Alt+S", "check", needs=Needs.WRITING)
    def answer_same(self) -> None:
        """Take the row as whom it looks like, with the chosen fields of the file."""
        self._answer(True)

    @command(N_("They are different"), "Alt+X", "x", needs=Needs.WRITING)
    def answer_different(self) -> None:
        """Take the row as somebody else."""
        self._answer(False)

    @command(N_("Take what is chosen"), "Alt+M", "check", needs=Needs.WRITING)
    def take_chosen(self) -> None:
        """Take the chosen fields of the file in place of what was typed since."""
        self._answer(None)

    def _answer(self, same: bool | None) -> None:
        if self._row:
            self.answered.emit(self._row.number, same, frozenset(self.table.taken))
