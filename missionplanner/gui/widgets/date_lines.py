"""Lines for days, times of day, and both: typed as people write them, said in words, or taken from a calendar."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain import dates
from missionplanner.domain.time import offset_in_words
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.plain_text import Action, literal
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.i18n import _, current

_MINUTES = 5
"""The minutes a time goes on with Up."""
_OFFSET = re.compile(
    r"(.*\d[:h]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?)\s*(?:[zZ]|(?:UTC|GMT)?\s*([+\-−])(\d{1,2})(?::?(\d\d))?)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_DAY_ENDS = 10
"""The characters of the day in the text of a day and time."""


class DayReader:
    """Reads days; what is short is understood by the days that are expected and the one there was."""

    def __init__(self, near: tuple[date, date] | None = None, outside: str = "") -> None:
        self.near, self.outside = near, outside
        """The days that are expected, and what is said of another day."""
        self.base: Callable[[], date | None] = lambda: None
        """Returns the day "+3" counts from, where it is not the one there was."""
        self.held: datetime | None = None

    def read(self, text: str) -> Sequence[Any]:
        """Return the days."""
        return dates.days(text, self.around())

    def write(self, value: Any) -> str:
        """Return the day in figures, the year first."""
        return str(value.isoformat())

    def words(self, value: Any) -> str:
        """Return the day with its weekday."""
        return current().date(value, "full")

    def warning(self, value: Any) -> str:
        """Return that the day is not one of those expected, where that is to be told."""
        return self.outside if self.near and not self.near[0] <= value <= self.near[1] else ""

    def refusal(self, text: str) -> str:
        """Return that a text is no day."""
        return _("“{text}” is no date, such as 2027-10-12, 12 Oct or Tue.").format(text=text)

    def step(self, value: Any, ahead: int, place: int) -> Any:
        """Return a later or earlier day."""
        try:
            return value + timedelta(ahead) if value else self.around().near[0]
        except OverflowError:
            return None

    def around(self) -> dates.Around:
        """Return what a short text is understood by."""
        base = self.base() or (self.held.date() if self.held else None)
        return dates.around(self.near or _year_of(base), base, self.held)


class MomentReader(DayReader):
    """Reads days with their times; one of the two alone leaves the other as it was."""

    def read(self, text: str) -> Sequence[Any]:
        """Return the days with their times."""
        return dates.moments(text, self.around())

    def write(self, value: Any) -> str:
        """Return day and time in figures, the year first."""
        return f"{value:%Y-%m-%d %H:%M}"

    def words(self, value: Any) -> str:
        """Return the day with its weekday, and the time."""
        return f"{current().date(value.date(), 'full')}, {current().time(value)}"

    def warning(self, value: Any) -> str:
        """Return that the day is not one of those expected, where that is to be told."""
        return super().warning(value.date())

    def refusal(self, text: str) -> str:
        """Return that a text is no day with a time."""
        return _("“{text}” is no day and time, such as 2027-10-12 09:00, Tue 9:00 or 14h30.").format(text=text)

    def step(self, value: Any, ahead: int, place: int) -> Any:
        """Return another day with the caret in the day, another time with the caret in the time."""
        try:
            if value is None:
                return self.held
            return value + (timedelta(ahead) if place <= _DAY_ENDS else timedelta(minutes=_MINUTES * ahead))
        except OverflowError:
            return None


class InstantReader(MomentReader):
    """Reads days and times with their offset from UTC; without one it is that of before, else of this computer."""

    def read(self, text: str) -> Sequence[Any]:
        """Return the times with their offsets."""
        plain, zone = text, self.held.tzinfo if self.held else None
        if found := _OFFSET.fullmatch(text):
            plain, sign, hours, minutes = found.groups()
            ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
            if ahead > timedelta(hours=14):
                return ()
            zone = timezone(-ahead if sign and sign != "+" else ahead)
        return [one.replace(tzinfo=zone) if zone else one.astimezone() for one in super().read(plain)]

    def write(self, value: Any) -> str:
        """Return day, time and offset in figures."""
        return str(value.isoformat(" ", "minutes"))

    def words(self, value: Any) -> str:
        """Return the day with its weekday, the time, and the offset."""
        return f"{super().words(value)} ({offset_in_words(value)})"


class ClockReader:
    """Reads times of day."""

    def read(self, text: str) -> Sequence[Any]:
        """Return the times."""
        return dates.clocks(text)

    def write(self, value: Any) -> str:
        """Return the time on the 24-hour clock."""
        return f"{value:%H:%M}"

    def words(self, _value: Any) -> str:
        """Return nothing: a time on the 24-hour clock says what it is."""
        return ""

    def warning(self, _value: Any) -> str:
        """Return nothing."""
        return ""

    def refusal(self, text: str) -> str:
        """Return that a text is no time."""
        return _("“{text}” is no time, such as 14:00, 9h30 or 2 pm.").format(text=text)

    def step(self, value: Any, ahead: int, place: int) -> Any:
        """Return a later or earlier time of the same day."""
        moment = datetime.combine(date(2000, 1, 1), value or time(12)) + timedelta(minutes=_MINUTES * ahead)
        return moment.time() if moment.day == 1 and moment.year == 2000 else None


class DayLine(TypedLine):
    """A line for a day, or a day and time, with a calendar."""

    def __init__(self, reader: DayReader) -> None:
        super().__init__(reader)
        self.days = reader
        show = Action(_("Calendar"), self)
        show.setIcon(icon("calendar-days"))
        show.setToolTip(literal(_("Calendar (Alt+Down)")))
        show.triggered.connect(self.open_calendar)
        self.line.addAction(show, QLineEdit.ActionPosition.TrailingPosition)
        self.calendar: CalendarPopup | None = None

    def set_value(self, value: Any) -> None:
        """Show a value, and understand short texts by it from now on."""
        self._hold(value)
        super().set_value(value)

    def set_text(self, text: str) -> None:
        """Show a text somebody typed before; a whole date is what short texts are understood by from now on."""
        super().set_text(text)
        if _WHOLE.match(text):
            self._hold(self.value)

    def settle(self) -> None:
        """Read what was typed, which short texts are understood by from now on."""
        super().settle()
        self._hold(self.value)

    def take_key(self, event: QKeyEvent) -> bool:
        """Open the calendar with Alt+Down."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return True
        return super().take_key(event)

    def open_calendar(self) -> None:
        """Show a calendar of the days below the line."""
        value = self.value or self.days.held
        day = value.date() if isinstance(value, datetime) else value or self.days.around().near[0]
        self.calendar = CalendarPopup(day, self._on_day, self)
        self.calendar.move(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        self.calendar.show()

    def _on_day(self, day: date) -> None:
        value = self.value or self.days.held
        if isinstance(self.days, MomentReader):
            self.choose(datetime.combine(day, value.time() if isinstance(value, datetime) else time(9)))
        else:
            self.choose(day)
        self.left.emit()

    def _hold(self, value: Any) -> None:
        if isinstance(value, date):
            self.days.held = value if isinstance(value, datetime) else datetime.combine(value, time())


class CalendarPopup(QFrame):
    """A month to choose a day from: arrows, Page Up and Down, Enter; Esc leaves it."""

    def __init__(self, day: date, chosen: Callable[[date], None], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen = chosen
        self.month = QCalendarWidget()
        self.month.setAccessibleName(_("Calendar"))
        self.month.setLocale(QLocale(str(current().locale)))
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setMinimumSize(380, 250)  # short names of days are whole
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt writes weekends in a red that is hard to read in the dark.
            self.month.setWeekdayTextFormat(weekend, self.month.weekdayTextFormat(Qt.DayOfWeek.Monday))
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.clicked.connect(self._on_chosen)
        self.month.activated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.month)
        self.month.setFocus()

    def _on_chosen(self, day: QDate) -> None:
        self.close()
        self._chosen(date(day.year(), day.month(), day.day()))


def _year_of(base: date | None) -> tuple[date, date] | None:
    """Return the days around a base, where nothing else is known."""
    return (base - timedelta(31), base + timedelta(333)) if base and base.year < 9000 else None
