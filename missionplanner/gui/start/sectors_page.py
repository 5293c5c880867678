"""The third page of a new mission: its sectors, from the list that comes with the program, and one's own."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain.mission import Sector
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox
from missionplanner.i18n import _, current
from missionplanner.jobs.programme import ready_sectors as sectors

_ABREAST = 2


class SectorsPage(QWidget):
    """Boxes to tick, and a line for sectors of one's own."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, CheckBox] = {}
        self.own = QLineEdit()
        self.own.setPlaceholderText(_("Others, separated by commas; in three languages: Cheese = Fromage = Queso"))
        self.own.setAccessibleName(_("Sectors of your own"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading_label(_("Which sectors?")))
        layout.addWidget(quiet_label(_("They come with names in three languages and a colour; both can be changed.")))
        layout.addWidget(self.own)
        layout.addLayout(self._grid())
        layout.addStretch()
        self.own.textEdited.connect(lambda _text: self._on_edited())

    def begin(self) -> None:
        """Show the page."""
        self.own.setFocus()

    def chosen(self) -> tuple[Sector, ...]:
        """Return the sectors with their colours."""
        ticked = [code for code, box in self.boxes.items() if box.isChecked()]
        return sectors.chosen(ticked, sectors.split(self.own.text()))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not self.chosen()

    @property
    def summary(self) -> str:
        """The sectors that are made, in a line."""
        names = [sector.name(current().language) for sector in self.chosen()]
        return ", ".join(names) if names else _("No sector yet; they can be added later, too.")

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        language = current().language
        ready = sorted(sectors.ready(), key=lambda one: current().sort_key(one.name(language)))
        rows = -(-len(ready) // _ABREAST)
        for place, sector in enumerate(ready):
            box = CheckBox(sector.name(language))
            box.toggled.connect(lambda _on: self._on_edited())
            self.boxes[sector.code] = box
            grid.addWidget(box, place % rows, place // rows)
        return grid

    def _on_edited(self) -> None:
        colours = {sector.code: sector.colour for sector in self.chosen()}
        for code, box in self.boxes.items():
            box.setIcon(_swatch(colours[code]) if code in colours else QIcon())
        self.edited.emit()


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(12, 12)
    picture.fill(QColor(colour))
    return QIcon(picture)
