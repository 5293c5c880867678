"""A row for a city of a new mission: its name, its days, and what the list of cities knows of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.domain.cities import City
from missionplanner.domain.mission import Stop
from missionplanner.domain.time import is_zone, offset_words, zones
from missionplanner.gui.widgets.buttons import tool_button
from missionplanner.gui.widgets.completing import CompletingEdit
from missionplanner.gui.widgets.date_lines import DayLine, DayReader
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.i18n import _, country_names, current
from missionplanner.jobs.companies import entry
from missionplanner.jobs.programme import gazetteer
from missionplanner.jobs.starts import cities
from missionplanner.jobs.starts.cities import Days

_LONG_DAY = date(2027, 9, 29)
"""A day that is long in words in every language."""
_LEAST = 190
"""Pixels a line for a day is wide at least."""


@dataclass(frozen=True, slots=True)
class CityMeant:
    """A city somebody may mean."""

    city: City
    typed: str


class CityReader:
    """Reads cities; namesakes in the countries of the other rows are taken first.

    countries: returns their ISO codes; day: returns the day of which the offset is said.
    """

    def __init__(self, countries: Callable[[], Sequence[str]], day: Callable[[], date]) -> None:
        self._countries, self._day = countries, day

    def read(self, text: str) -> Sequence[Any]:
        """Return the cities."""
        return [CityMeant(city, text) for city in gazetteer.find(text, self._countries())]

    def write(self, value: Any) -> str:
        """Return the city as it was typed where that is certain, else with its province and country."""
        alone = gazetteer.find(value.typed, self._countries()) == [value.city]
        return str(value.typed if alone else value.city.described)

    def words(self, value: Any) -> str:
        """Return where the city is and its time, of a sure one in the month of the mission."""
        day = self._day()
        zone = offset_words(value.city.zone, day)
        if len(gazetteer.find(value.typed, self._countries())) == 1:
            zone = _("{zone} in {month}").format(zone=zone, month=current().month(day))
        return f"{value.city.described}  ·  {zone}"

    def warning(self, value: Any) -> str:
        """Return which namesake can be meant, too, and how it is typed."""
        others = gazetteer.passed_over(value.typed, value.city)
        if not others:
            return ""
        return _("Type “{city}” if that one is meant.").format(city=others[0].described)

    def refusal(self, text: str) -> str:
        """Return that a city is not known."""
        return _("“{text}” is not in the list of cities. Say its country and time zone below.").format(text=text)

    def step(self, _value: Any, _ahead: int, _place: int) -> Any:
        """Return nothing: no city is the next one."""
        return None


class CityLine(TypedLine):
    """A line for a city; namesakes are long, and stand below one another."""

    abreast = 1


class CityRow(QWidget):
    """City, from, to; for a city that is not in the list also its country and time zone."""

    edited = Signal()
    left = Signal()
    """The city was left."""
    removed = Signal()

    def __init__(self, reader: CityReader, days: Days) -> None:
        super().__init__()
        outside = _("This is outside the mission ({days}).").format(days=current().day_range(*days))
        self.city = CityLine(reader)
        self.starts, self.ends = DayLine(DayReader(days, outside)), DayLine(DayReader(days, outside))
        self.country, self.zone = CompletingEdit(entry.countries(), country_names()), CompletingEdit(zones())
        self.is_dated = False
        """Whether somebody typed its days, so that they are not shared out again."""
        self.remove = tool_button(_("Remove the city"), "x")
        self._unknown = QWidget()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._build()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed into it."""
        return not self.city.text

    @property
    def country_code(self) -> str:
        """The ISO code of its country, empty where that is not known."""
        meant = self.city.value
        return meant.city.country if meant else gazetteer.code_of(self.country.text())

    @property
    def problem(self) -> str:
        """The sentence about what is missing or wrong; empty where a stop can be made."""
        if self.city.values and self.city.value is None:
            return self.city.problem
        if self.city.value is None and not is_zone(self.zone.text().strip()):
            return _("{city}: its time zone is missing.").format(city=self.city.text)
        if self.starts.value is None or self.ends.value is None:
            return (
                self.starts.problem
                or self.ends.problem
                or _("{city}: its days are missing.").format(city=self.city.text)
            )
        if self.ends.value < self.starts.value:
            return _("{city} ends before it starts.").format(city=self.city.text)
        return ""

    def stop(self) -> Stop:
        """Return the stop; only where there is no problem."""
        days = self.starts.value, self.ends.value
        if meant := self.city.value:
            return cities.stop_in(meant.city, meant.typed, days)
        country = entry.english_country(self.country.text().strip())
        zone = self.zone.text().strip()
        return Stop(name_en=self.city.text, country=country, time_zone=zone, starts=days[0], ends=days[1])

    def set_days(self, days: Days) -> None:
        """Show days that were shared out."""
        self.starts.set_value(days[0])
        self.ends.set_value(days[1])

    def _build(self) -> None:
        self.city.line.setPlaceholderText(_("City, or several separated by commas"))
        for line, name in ((self.city, _("City")), (self.starts, _("From")), (self.ends, _("To"))):
            line.setAccessibleName(name)
        self.ends.days.base = lambda: self.starts.value
        across = QHBoxLayout()
        for widget in (self.city, self.starts, self.ends, self.remove):
            column = QVBoxLayout()
            column.addWidget(widget)
            column.addStretch()
            across.addLayout(column, 1 if widget is self.city else 0)
        for line in (self.starts, self.ends):
            line.words.setWordWrap(False)
            line.setFixedWidth(_day_width(line))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(across)
        for below in (self.city.words, self.city.question, self.city.answers):  # they are long
            layout.addWidget(below)
        layout.addWidget(self._unknown)
        self._build_unknown()
        self.city.edited.connect(self._on_edited)
        self.city.left.connect(self._on_left)
        for line in (self.starts, self.ends):
            line.edited.connect(self._on_dated)
        self.remove.clicked.connect(lambda: self.removed.emit())

    def _build_unknown(self) -> None:
        inside = QGridLayout(self._unknown)
        inside.setContentsMargins(0, 0, 0, 0)
        for column, (edit, name) in enumerate(((self.country, _("Country")), (self.zone, _("Time zone")))):
            edit.setAccessibleName(name)
            inside.addWidget(quiet_label(name), 0, column)
            inside.addWidget(edit, 1, column)
            edit.textChanged.connect(lambda _text: self.edited.emit())
        self.country.editingFinished.connect(self._on_country)
        self._unknown.hide()

    def _on_edited(self) -> None:
        if self.city.values:
            self._unknown.hide()
        self.edited.emit()

    def _on_left(self) -> None:
        self._unknown.setVisible(bool(self.city.text) and not self.city.values)
        self.left.emit()

    def _on_dated(self) -> None:
        self.is_dated = True
        self.edited.emit()

    def _on_country(self) -> None:
        """Offer the time zone most people of the country live in."""
        if not self.zone.text().strip():
            self.zone.setText(gazetteer.zone_of(self.country_code))


def _day_width(line: DayLine) -> int:
    """Return the width in which a day in words stays on one line."""
    line.words.ensurePolished()
    return max(_LEAST, line.words.fontMetrics().horizontalAdvance(line.days.words(_LONG_DAY)) + 8)
