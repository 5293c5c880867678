"""The figures of a timetable, drawn: a small chart of how often each number occurs, for every figure."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.domain.plan_figures import PlanFigures
from missionplanner.gui.widgets.charts import BarChart, ChartBar
from missionplanner.gui.widgets.dialog_size import Scrolled
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import current
from missionplanner.jobs.timetable import plan_words


class PlanFiguresPane(QWidget):
    """The charts, one below the other."""

    def __init__(self, figures: PlanFigures) -> None:
        super().__init__()
        self.charts: list[BarChart] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        for one in plan_words.histograms(figures):
            column.addWidget(Label(one.title))
            chart = BarChart(one.title)
            chart.show_bars([ChartBar(current().number(number), many) for number, many in one.counts.items()])
            self.charts.append(chart)
            column.addWidget(chart)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolled(inside))
