"""The check list of a new mission: the steps to the first pack, each with the buttons that lead there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.companies import Side
from missionplanner.domain.first_steps import FirstStep, StepName
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import N_, _

TITLES = {
    StepName.CITIES: N_("Cities"),
    StepName.VENUES: N_("Venues"),
    StepName.SESSIONS: N_("Sessions"),
    StepName.REGISTRATIONS: N_("Registrations"),
    StepName.REQUESTS: N_("Requests"),
    StepName.TIMETABLE: N_("Timetable"),
    StepName.PACKS: N_("Packs"),
}
BUTTONS = {
    StepName.CITIES: (("mission_settings", N_("Cities…")),),
    StepName.VENUES: (("venues", N_("Venues…")),),
    StepName.SESSIONS: (("hours", N_("Meeting hours…")),),
    StepName.REGISTRATIONS: (
        ("import_file", N_("Import…")), ("make_forms", N_("Forms…")), (Side.DELEGATION.value, N_("New company")),
        (Side.COUNTERPART.value, N_("New counterpart")), ("accept_all", N_("Accept all")),
    ),
    StepName.REQUESTS: (
        ("import_requests", N_("Import…")), ("show_requests", N_("By hand…")),
        ("take_wishes", N_("From the registrations")),
    ),
    StepName.TIMETABLE: (("make_timetable", N_("Make the timetable…")),),
    StepName.PACKS: (("show_packs", N_("Make the packs…")),),
}  # fmt: skip
"""The buttons of each step: what each asks for, and its text."""
_ICON = 18
_WIDE = 820
"""Pixels from which buttons stand beside the text."""


class CheckList(QFrame):
    """A line for each step; the first that is not done has the button that stands out."""

    asked = Signal(str)
    """The act a button asks for, by its name in BUTTONS."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.buttons: dict[str, QPushButton] = {}
        self._signs: dict[StepName, QLabel] = {}
        self._texts: dict[StepName, QLabel] = {}
        self._sides: list[QWidget] = []
        self._are_below: bool | None = None
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(12)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        self.title = heading_label(_("From here to the first pack"))
        layout.addWidget(self.title)
        layout.addLayout(self._grid)
        for row, name in enumerate(StepName):
            self._add(row, name)
        self._place(False)

    def show_steps(self, steps: list[FirstStep], undecided: int, wishes: int = 0) -> None:
        """Show how far the steps are.

        undecided: how many registrations wait for a decision; wishes: how many requests are in the registrations.
        """
        following = next((step.name for step in steps if not step.is_done), None)
        for step in steps:
            sign, colour = ("check", colours().good) if step.is_done else ("square", colours().quiet)
            self._signs[step.name].setPixmap(icon(sign, colour).pixmap(_ICON, _ICON))
            self._signs[step.name].setAccessibleName(_("done") if step.is_done else _("to do"))
            self._texts[step.name].setText(step.text)
            for asks, _text in BUTTONS[step.name]:
                self._stand_out(self.buttons[asks], step.name is following and asks == _main(step, undecided, wishes))
        self.buttons["accept_all"].setVisible(undecided > 0)
        begins = any(step.name is StepName.REGISTRATIONS and not step.is_done for step in steps) and not undecided
        self.buttons["make_forms"].setVisible(begins)
        self.buttons["take_wishes"].setVisible(wishes > 0)
        self.buttons["take_wishes"].setText(_("From the registrations ({n})").format(n=wishes))

    def main_button(self) -> QPushButton | None:
        """The button of the step that comes next; None when all are done."""
        return next((button for button in self.buttons.values() if button.objectName() == "primary"), None)

    def allow(self, allowed: bool) -> None:
        """Let the buttons be pressed, or not in a mission that is open for reading only."""
        for asks, button in self.buttons.items():
            button.setEnabled(allowed or asks.startswith("show_"))

    def _add(self, row: int, name: StepName) -> None:
        title = Label(_(TITLES[name]))
        self._signs[name] = Label()
        self._texts[name] = quiet_label()
        side = QWidget()
        buttons = QHBoxLayout(side)
        buttons.setContentsMargins(0, 0, 0, 0)
        for asks, text in BUTTONS[name]:
            self.buttons[asks] = make_button(_(text))
            self.buttons[asks].setAccessibleName(f"{_(TITLES[name])}: {_(text)}")
            self.buttons[asks].clicked.connect(lambda _on=False, asks=asks: self.asked.emit(asks))
            buttons.addWidget(self.buttons[asks])
        for column, widget in enumerate((self._signs[name], title, self._texts[name])):
            self._grid.addWidget(widget, 2 * row, column)
        self._sides.append(side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the text where there is no room beside it."""
        self._place(self.width() < _WIDE)
        super().resizeEvent(event)

    def _place(self, below: bool) -> None:
        if below == self._are_below:
            return
        self._are_below = below
        for row, side in enumerate(self._sides):
            self._grid.removeWidget(side)
            if below:
                self._grid.addWidget(side, 2 * row + 1, 1, 1, 2, alignment=Qt.AlignmentFlag.AlignLeft)
            else:
                self._grid.addWidget(side, 2 * row, 3, alignment=Qt.AlignmentFlag.AlignRight)

    def _stand_out(self, button: QPushButton, primary: bool) -> None:
        name = "primary" if primary else ""
        if button.objectName() != name:
            button.setObjectName(name)
            button.style().unpolish(button)
            button.style().polish(button)


def _main(step: FirstStep, undecided: int, wishes: int) -> str:
    """Return what the button of a step that stands out asks for: companies that are there are accepted next."""
    if step.name is StepName.REQUESTS and wishes:
        return "take_wishes"
    return "accept_all" if step.name is StepName.REGISTRATIONS and undecided else BUTTONS[step.name][0][0]
