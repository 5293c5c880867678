"""The second page of a new mission: its cities as rows, with their days."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.mission import Stop
from missionplanner.gui.start.city_row import CityReader, CityRow
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _, current
from missionplanner.jobs.programme import gazetteer
from missionplanner.jobs.starts import cities
from missionplanner.jobs.starts.cities import Days


class CitiesPage(QWidget):
    """Rows of cities. days: returns the days of the mission."""

    edited = Signal()

    def __init__(self, days: Callable[[], Days]) -> None:
        super().__init__()
        self._days = days
        self.rows: list[CityRow] = []
        self.more = make_button(_("Another city"), "plus")
        self.problem = Label()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self._list = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading_label(_("Which cities, on which days?")))
        layout.addWidget(quiet_label(_("Country and time zone are found by the city.")))
        layout.addLayout(self._list)
        layout.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.problem)
        layout.addStretch()
        self.problem.hide()
        self.more.clicked.connect(lambda: self.add().city.setFocus())

    def begin(self) -> None:
        """Show the page: with a row to type into, and the days of the mission as they are now."""
        if not self.rows:
            self.add()
        self.share_out()
        self.rows[0].city.setFocus()

    def add(self, text: str = "") -> CityRow:
        """Add a row."""
        row = CityRow(CityReader(lambda: self._countries_beside(row), lambda: self._days()[0]), self._days())
        row.edited.connect(self._on_edited)
        row.left.connect(lambda: self._take_several(row))
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._list.addWidget(row)
        QWidget.setTabOrder(row.remove, self.more)
        row.city.set_text(text)
        self.share_out()
        return row

    def share_out(self) -> None:
        """Share out the days of the mission among the cities, unless somebody typed days."""
        if not any(row.is_dated for row in self.rows):
            for row, days in zip(self.rows, cities.shared_out(len(self.rows), self._days()), strict=True):
                row.set_days(days)
        elif not (last := self.rows[-1]).is_dated and last.starts.value is None:
            last.set_days(self._days())

    def stops(self) -> tuple[Stop, ...]:
        """Return the stops of the rows that are filled in rightly."""
        return tuple(row.stop() for row in self.rows if not row.is_empty and not row.problem)

    def show_problems(self) -> bool:
        """Say what is missing, and go there; return whether anything is."""
        first = next((row for row in self.rows if not row.is_empty and row.problem), None)
        self.problem.setText(first.problem if first else "")
        self.problem.setVisible(first is not None)
        if first:
            first.city.settle()
            first.city.setFocus()
        return first is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return all(row.is_empty for row in self.rows)

    @property
    def summary(self) -> str:
        """The stops that are made, in a line or two."""
        t = current()
        stops = self.stops()
        lines = [", ".join(f"{s.name(t.language)} ({t.day_range(s.starts, s.ends)})" for s in stops)]
        for one, other in cities.in_parallel(stops):
            text = _("{one} and {other} share days: nobody can be at both then.")
            lines.append(text.format(one=one.name(t.language), other=other.name(t.language)))
        return "\n".join(lines) if stops else _("No city yet; they can be added later, too.")

    def _countries_beside(self, row: CityRow) -> list[str]:
        """Return the countries of the rows before this one."""
        before = self.rows[: self.rows.index(row)] if row in self.rows else self.rows
        return [code for one in before if (code := one.country_code)]

    def _take_several(self, row: CityRow) -> None:
        """Give each of several cities typed into one row a row of its own."""
        parts = [] if row.city.values else gazetteer.split(row.city.text)
        if len(parts) > 1:
            row.city.set_text(parts[0])
            row.city.settle()
            for part in parts[1:]:
                self.add(part).city.settle()
        self.edited.emit()

    def _remove(self, row: CityRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self.add()
        self.share_out()
        self.rows[-1].city.setFocus()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.problem.hide()
        self.edited.emit()
