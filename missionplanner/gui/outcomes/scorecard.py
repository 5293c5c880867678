"""The results of the mission beside what missions usually reach: shares, kinds of outcomes, values."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.domain import outcomes
from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.outcomes import MEASURES, ScorecardLine
from missionplanner.domain.timetable import OUTCOME_LABELS, Outcome
from missionplanner.gui.widgets.charts import BarChart, ChartBar
from missionplanner.gui.widgets.labels import card, heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships.report import report_on


class ShareGauge(QWidget):
    """A share of a hundred, with the range in which missions usually are."""

    def __init__(self) -> None:
        super().__init__()
        self._measure: ScorecardLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_measure(self, measure: ScorecardLine) -> None:
        """Show this measure, also in words for screen readers."""
        self._measure = measure
        self.setAccessibleName(_(MEASURES[measure.name]))
        self.setAccessibleDescription(words(measure))
        self.update()

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(240, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The range pale, the share over it, a mark at its end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c, measure = colours(), self._measure
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.line))
        painter.drawRoundedRect(QRectF(0, 10, self.width(), 10), 5, 5)
        if measure:
            scale = self.width() / 100
            painter.setBrush(QColor(c.selection))
            painter.drawRect(QRectF(measure.least * scale, 6, (measure.most - measure.least) * scale, 18))
            if measure.percent is not None:
                painter.setBrush(QColor(c.good if measure.is_good else c.warn))
                painter.drawRoundedRect(QRectF(0, 11, max(measure.percent * scale, 3), 8), 4, 4)
        painter.end()


class ScorecardPage(QWidget):
    """A card a measure, then charts."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.gauges = {name: ShareGauge() for name in MEASURES}
        self._numbers = {name: Label() for name in MEASURES}
        self._words = {name: quiet_label() for name in MEASURES}
        self.kinds, self.no_shows = BarChart(_("Outcomes by kind")), BarChart(_("No-shows by side"))
        self.values, self.objectives = Label(), Label()
        for shown in (self.values, self.objectives):
            shown.setObjectName("heading")
            shown.setWordWrap(True)
        self._headings: list[QLabel] = []
        self._card = outcomes.Scorecard((), {}, {}, {})
        self._build()

    def refresh(self) -> None:
        """Count anew."""
        snapshot = self._workspace.snapshot()
        self._card = found = outcomes.scorecard(snapshot, self._workspace.store.all(Outcome))
        for measure in found.measures:
            self.gauges[measure.name].show_measure(measure)
            percent = measure.percent
            self._numbers[measure.name].setText("–" if percent is None else f"{round(percent)} %")
            self._words[measure.name].setText(words(measure))
        self.kinds.show_bars([ChartBar(_(OUTCOME_LABELS[kind]), number) for kind, number in found.kinds.items()])
        self.no_shows.show_bars([ChartBar(_(SIDE_LABELS[side]), found.no_shows.get(side.value, 0)) for side in Side])
        lines = [f"{current().number(value)} {currency}" for currency, value in found.values.items()]
        self.values.setText("\n".join(lines) or _("No values entered yet."))
        reached = report_on(self._workspace.store, date.today()).objectives  # noqa: DTZ011 (the day of this computer)
        text = _("{n} of {m} objectives reached").format(n=sum(one.is_met for one in reached), m=len(reached))
        self.objectives.setText(text if reached else _("None agreed."))

    def shown_list(self) -> ShownList:
        """The measures as a list."""
        rows = [
            [_(MEASURES[m.name]), "" if m.percent is None else f"{round(m.percent)} %", words(m)]
            for m in self._card.measures
        ]
        rows += [[_(OUTCOME_LABELS[kind]), str(number), ""] for kind, number in self._card.kinds.items()]
        rows += [[currency, current().number(value), ""] for currency, value in self._card.values.items()]
        if agreed := self.objectives.text():
            rows.append([_("Objectives agreed in advance"), agreed, ""])
        title = _("Scorecard")
        return ShownList(title, self._workspace.mission_name, [title, _("Value"), ""], rows, [300, 120, 400])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the headings side by side the height of the highest, so that the numbers below stand in one line."""
        if event.type() == QEvent.Type.Resize and watched in self._headings:
            high = max(heading.heightForWidth(heading.width()) for heading in self._headings)
            for heading in self._headings:
                heading.setMinimumHeight(high)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 8, 0)
        row = QHBoxLayout()
        for name, label in MEASURES.items():
            frame, layout = card()
            heading = heading_label(_(label))
            heading.setWordWrap(True)
            heading.setAlignment(Qt.AlignmentFlag.AlignTop)
            heading.installEventFilter(self)
            self._headings.append(heading)
            layout.addWidget(heading)
            self._numbers[name].setObjectName("figure")
            layout.addWidget(self._numbers[name])
            layout.addWidget(self.gauges[name])
            layout.addWidget(self._words[name])
            layout.addStretch()
            row.addWidget(frame)
        column.addLayout(row)
        grid = QGridLayout()
        for place, (title, widget) in enumerate(
            (
                (_("Outcomes by kind"), self.kinds),
                (_("Values"), self.values),
                (_("No-shows by side"), self.no_shows),
                (_("Objectives agreed in advance"), self.objectives),
            )
        ):
            frame, layout = card()
            layout.addWidget(heading_label(title))
            layout.addWidget(widget)
            layout.addStretch()
            grid.addWidget(frame, 0 if place == 0 else place - 1, 0 if place == 0 else 1, 3 if place == 0 else 1, 1)
        column.addLayout(grid)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)


def words(measure: ScorecardLine) -> str:
    """A measure in words."""
    if measure.percent is None:
        return _("Nothing to measure yet; {least} to {most} % is usual.").format(least=measure.least, most=measure.most)
    return _("{part} of {whole}; {least} to {most} % is usual.").format(
        part=current().number(measure.part),
        whole=current().number(measure.whole),
        least=measure.least,
        most=measure.most,
    )
