"""How far the delegation depends on single markets, and on tariffs: two cards, once somebody says so."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from missionplanner.domain import exposure
from missionplanner.domain.companies import Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets.charts import BarChart, ChartBar
from missionplanner.gui.widgets.labels import card, heading_label
from missionplanner.i18n import _


class ExposureCards(QWidget):
    """The delegation by the share of the largest market, and by tariff status."""

    def __init__(self) -> None:
        super().__init__()
        self.markets = BarChart(_("Delegation by share of the largest market"))
        self.tariffs = BarChart(_("Delegation by tariff status"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for chart in (self.markets, self.tariffs):
            frame, layout = card()
            layout.addWidget(heading_label(chart.accessibleName()))
            layout.addWidget(chart)
            layout.addStretch()
            row.addWidget(frame)

    def show_mission(self, snapshot: Snapshot) -> None:
        """Count the companies of the delegation; hidden while none says anything."""
        mine = [snapshot.exposures[one.id] for one in snapshot.companies if one.side is Side.DELEGATION]
        sums = exposure.summed(mine)
        self.markets.show_bars([ChartBar(exposure.class_label(name), n) for name, n in sums.by_class.items()])
        self.tariffs.show_bars([ChartBar(status.label, n) for status, n in sums.tariff.items()])
        self.setVisible(any(one.exports or one.tariff for one in mine))
