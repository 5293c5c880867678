"""The choices an occasion needs: the day, after how many days, one letter for a company or one for each person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.domain.mission import Mission
from missionplanner.domain.moments import Moment
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.plain_text import CheckBox, Label
from missionplanner.i18n import _, count, current
from missionplanner.jobs.moments.occasions import Occasion, days_of

_AFTER = (3, 5, 7, 10, 14, 21)
"""Days after which an answer is reminded of."""


class OccasionBar(QWidget):
    """Shows what the moment needs and hides the rest."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.day, self.after = ComboBox(), ComboBox()
        self.per_person = CheckBox(_("A letter for each person"))
        self._labels = Label(_("Day")), Label(_("Not answered after"))
        for days in _AFTER:
            self.after.addItem(count("{n} day", "{n} days", days), days)
        self.after.setCurrentIndex(_AFTER.index(Occasion(Moment.REMINDER).days))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for label, combo in zip(self._labels, (self.day, self.after), strict=True):
            label.setBuddy(combo)
            combo.setAccessibleName(label.text())
            row.addWidget(label)
            row.addWidget(combo)
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
        row.addWidget(self.per_person)
        row.addStretch()
        self.per_person.toggled.connect(lambda _on: self.changed.emit())

    def show_moment(self, moment: Moment, mission: Mission) -> None:
        """Offer what this moment needs."""
        self._offer_days(mission)
        for widget in (self._labels[0], self.day):
            widget.setVisible(moment is Moment.EVENING)
        for widget in (self._labels[1], self.after):
            widget.setVisible(moment is Moment.REMINDER)
        self.per_person.setVisible(not moment.asks_companies)

    def occasion(self, moment: Moment) -> Occasion:
        """Return the occasion as it is chosen."""
        person = self.per_person.isChecked() and not moment.asks_companies
        return Occasion(moment, self.day.currentData(), self.after.currentData(), person)

    def _offer_days(self, mission: Mission) -> None:
        days = days_of(mission)
        if [self.day.itemData(n) for n in range(self.day.count())] == days:
            return
        self.day.blockSignals(True)
        self.day.clear()
        for day in days:
            self.day.addItem(current().date(day, "full"), day)
        self.day.blockSignals(False)
