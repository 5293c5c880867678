"""The sectors a file names and the mission has not: added with the file, where somebody ticks that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.gui.imports.kinds import Plan
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox
from missionplanner.i18n import count
from missionplanner.jobs.imports.companies import ImportPlan

_MOST_NAMED = 12


class NewSectors(QWidget):
    """A box to tick, and beside it the names; shown only where there are some."""

    answered = Signal()
    """The box was ticked, or no longer is."""

    def __init__(self) -> None:
        super().__init__()
        self.box = CheckBox("")
        self.names = quiet_label()
        self._offered: tuple[str, ...] = ()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(self.names, 1)
        self.box.clicked.connect(lambda _on: self.answered.emit())
        self.hide()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The names that are to become sectors."""
        return self._offered if self.box.isChecked() else ()

    def start_over(self) -> None:
        """Offer nothing: another table is about to be read."""
        self._offered = ()
        self.box.setChecked(False)
        self.hide()

    def show_plan(self, plan: Plan) -> None:
        """Offer what a plan found; names that are added by it stay offered."""
        if isinstance(plan, ImportPlan):
            added = plan.options.new_sectors
            # What is still unknown came to light since: a column was decided.
            self._offered = (*added, *plan.unknown_sectors)
            if plan.unknown_sectors:
                self.box.setChecked(False)
        else:
            self._offered = ()
        more = len(self._offered) - _MOST_NAMED
        text = ", ".join(self._offered[:_MOST_NAMED])
        self.names.setText(text + (" …" if more > 0 else ""))
        one = count("Add {n} sector to the mission", "Add {n} sectors to the mission", len(self._offered))
        self.box.setText(one)
        self.setVisible(bool(self._offered))
