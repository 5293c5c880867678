"""The filter above the companies: side, sector, status, stop and free text."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from missionplanner.domain.applications import Status
from missionplanner.domain.mission import Sector, Stop
from missionplanner.gui.icons import icon
from missionplanner.gui.screen import tool_button
from missionplanner.i18n import _, current
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store


class FilterBar(QWidget):
    """Says what has to hold for a company to be listed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.text = QLineEdit(clearButtonEnabled=True)
        self.text.setPlaceholderText(_("Search in every field"))
        self.text.setAccessibleName(_("Search in every field"))
        self.text.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.side = self._combo(_("Side"))
        self.sector = self._combo(_("Sector"))
        self.status = self._combo(_("Status"))
        self.stop = self._combo(_("Stop"))
        self.clear = tool_button(_("Show all"), "filter-x")
        layout.addWidget(self.text, 2)
        for combo in (self.side, self.sector, self.status, self.stop):
            layout.addWidget(combo, 1)
        layout.addWidget(self.clear)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.changed.emit)
        self.text.textChanged.connect(lambda _text: self._timer.start())
        self.clear.clicked.connect(self.reset)

    def fill(self, store: Store) -> None:
        """Offer what the mission has, keeping what is chosen."""
        language = current().language
        sides = [(_("Both sides"), ""), (_("Delegation"), "delegation"), (_("Counterparts"), "counterpart")]
        sectors = [(_("All sectors"), "")]
        everything = store.all(Sector)
        for sector in (s for s in everything if s.parent_id is None):
            sectors.append((sector.name(language), sector.code))
            sectors += [(f"    {sub.name(language)}", sub.code) for sub in everything if sub.parent_id == sector.id]
        statuses = [(_("Every status"), ""), *((status.label, status.value) for status in Status)]
        stops = [(_("All stops"), 0), *((stop.name(language), stop.id) for stop in store.all(Stop))]
        for combo, choices in ((self.side, sides), (self.sector, sectors), (self.status, statuses), (self.stop, stops)):
            self._offer(combo, choices)

    def filter(self) -> CompanyFilter:
        """What is chosen."""
        return CompanyFilter(
            side=self.side.currentData() or "",
            sectors=(self.sector.currentData(),) if self.sector.currentData() else (),
            statuses=(self.status.currentData(),) if self.status.currentData() else (),
            stops=(self.stop.currentData(),) if self.stop.currentData() else (),
            text=self.text.text(),
        )

    def reset(self) -> None:
        """Show all."""
        self.text.clear()
        for combo in (self.side, self.sector, self.status, self.stop):
            combo.setCurrentIndex(0)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setMinimumContentsLength(10)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.currentIndexChanged.connect(lambda _index: self._timer.start())
        return combo

    def _offer(self, combo: QComboBox, choices: Sequence[tuple[str, str | int]]) -> None:
        chosen = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        for label, value in choices:
            combo.addItem(label, value)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.blockSignals(False)
