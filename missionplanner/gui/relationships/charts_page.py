"""The charts of relationships: stages over time, by sector, city and intent, each with its numbers as a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.deals import Register
from missionplanner.domain.relationships import Stage
from missionplanner.gui.relationships.stage_chart import StageChart
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import _, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships import counting
from missionplanner.jobs.relationships.counting import ChartGroup, StageCount
from missionplanner.jobs.relationships.lines import RelationshipLine


class ChartsPage(QWidget):
    """One chart at a time, of the relationships the filter leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[RelationshipLine] = ()
        self._register: Register | None = None
        self._today = date.min
        self._rows: list[StageCount] = []
        self.group = ChoiceEdit([(group, group.label) for group in ChartGroup])
        self.chart = StageChart(_("Chart of relationships"))
        model = TableModel(_columns(ChartGroup.TIME), lambda keys: [self._rows[key] for key in keys])
        self.table = DataTable(model, _("The numbers of the chart"), kept="relationships.numbers")
        self._build()

    def show_lines(self, found: Sequence[RelationshipLine], register: Register, today: date) -> None:
        """Count these relationships."""
        self._found, self._register, self._today = found, register, today
        self._count()

    def shown_list(self, subtitle: str) -> ShownList:
        """The numbers as they are listed."""
        return self.table.shown(" – ".join((_("Relationships"), self.group.value.label)), subtitle)

    def _count(self) -> None:
        if self._register is None:
            return
        group = self.group.value
        self._rows = counting.counted(self._found, self._register, group, self._today)
        self.chart.show_rows(self._rows, stands=group is ChartGroup.TIME)
        self.table.offer_columns(_columns(group))
        self.table.rows.set_keys(list(range(len(self._rows))))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        named = Label(_("Chart"))
        named.setBuddy(self.group)
        self.group.setAccessibleName(_("Chart"))
        row = WrappingRow()
        row.addWidget(named)
        row.addWidget(self.group)
        row.addWidget(quiet_label(_("What belongs to several sectors or intents is counted in each.")), 1)
        layout.addLayout(row)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scrolled.setAccessibleName(_("Chart of relationships"))
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.chart)
        scrolled.setWidget(inner)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(scrolled)
        split.addWidget(self.table)
        split.setSizes([320, 200])
        layout.addWidget(split, 1)
        self.group.currentIndexChanged.connect(lambda _index: self._count())


def _columns(group: ChartGroup) -> list[Column]:
    def number(stage: Stage) -> Column:
        return Column(stage.label, lambda row: _number(row.by_stage.get(stage, 0)), width=90, right=True)

    return [
        Column(group.heading, lambda row: row.label, width=170, grows=True),
        *map(number, Stage),
        Column(_("Total"), lambda row: _number(row.total), width=80, right=True),
    ]


def _number(n: int) -> str:
    return current().number(n) if n else ""
