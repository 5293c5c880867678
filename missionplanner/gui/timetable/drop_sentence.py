"""The sentence below the timetable: what a drop on the cell under the pointer means, for screen readers too."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from missionplanner.domain.moves import Grade
from missionplanner.gui.timetable.painting import SIGNS, grade_colour
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _


class DropSentence(Label):
    """One sentence with the sign and colour of its grade."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 2 + 4)
        self.setAccessibleName(_("What it means"))
        self.grade: Grade | None = None
        self.words = ""

    def say(self, grade: Grade | None, text: str) -> None:
        """Show a sentence and announce it; without a grade it is only a remark."""
        if (grade, text) == (self.grade, self.words):
            return
        self.grade, self.words = grade, text
        self.setText(f"{SIGNS[grade]}  {text}" if grade else text)
        self.setStyleSheet(f"color: {grade_colour(grade) if grade else colours().quiet}; font-weight: 500")
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
