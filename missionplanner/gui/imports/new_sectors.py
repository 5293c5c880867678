"""The sectors a file names and the mission has not: added with the file, or said what they stand for."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.domain.mission import Sector
from missionplanner.gui.imports.kinds import Plan
from missionplanner.gui.imports.sector_names import SectorNamesDialog
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox, literal
from missionplanner.i18n import _, count, current
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.store.store import Store

_MOST_NAMED = 12


class NewSectors(QWidget):
    """A box to tick, the names, and the button that asks what they stand for; shown only where there are some."""

    answered = Signal()
    """The box was ticked, or no longer is, or it was said what a name stands for."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.box = CheckBox("")
        self.names = quiet_label()
        self.ask = make_button(_("What they stand for…"), "list")
        self._offered: tuple[str, ...] = ()
        self._answers: dict[str, str] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(self.names, 1)
        layout.addWidget(self.ask)
        self.box.clicked.connect(lambda _on: self.answered.emit())
        self.ask.clicked.connect(self.ask_names)
        self.hide()

    @property
    def wanted(self) -> Mapping[str, str]:
        """The code of a sector, or the name of a new one, by the name that stands for it."""
        own = {name: name for name in self._open if self.box.isChecked()}
        return {**own, **self._answers}

    def start_over(self) -> None:
        """Offer nothing: another table is about to be read."""
        self._offered, self._answers = (), {}
        self.box.setChecked(False)
        self.hide()

    def ask_names(self) -> None:
        """Ask what each name stands for."""
        dialog = SectorNamesDialog(self._store, self._offered, self.wanted, self)
        if dialog.exec():
            self._answers = dialog.answers
            self.box.setChecked(False)
            self.answered.emit()
        dialog.deleteLater()

    def show_plan(self, plan: Plan) -> None:
        """Offer what a plan found; names that are answered stay offered."""
        self._offered = ()
        if isinstance(plan, ImportPlan):
            self._offered = tuple(dict.fromkeys((*plan.options.sectors, *plan.unknown_sectors)))
            # What is still unknown came to light since: a column was decided.
            if not plan.options.sectors.keys() >= set(self._open):
                self.box.setChecked(False)
        more = len(self._offered) - _MOST_NAMED
        text = ", ".join(map(self._in_words, self._offered[:_MOST_NAMED])) + (" …" if more > 0 else "")
        self.names.setText(text)
        self.names.setToolTip(literal(text))
        number = len(self._open)
        self.box.setText(count("Add {n} sector to the mission", "Add {n} sectors to the mission", number))
        self.box.setVisible(number > 0)
        self.setVisible(bool(self._offered))

    @property
    def _open(self) -> tuple[str, ...]:
        """The names of which it is not said what they stand for."""
        return tuple(name for name in self._offered if name not in self._answers)

    def _in_words(self, name: str) -> str:
        answer = self._answers.get(name)
        if answer is None:
            return name
        known = next((one for one in self._store.all(Sector) if one.code == answer), None)
        return f"{name} → {known.name(current().language) if known else answer}"
