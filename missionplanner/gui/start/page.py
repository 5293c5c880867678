"""The start page: begin a mission, open one, go on with a recent one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from missionplanner.gui import settings
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import card, heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label, literal
from missionplanner.i18n import _


class StartPage(QWidget):
    """Shown while no mission is open."""

    new_asked = Signal()
    example_asked = Signal()
    open_asked = Signal()
    path_asked = Signal(str)
    """The mission file at this path is to be opened."""

    def __init__(self) -> None:
        super().__init__()
        title = Label(_("Trade Mission Planner"))
        title.setObjectName("title")
        new = make_button(_("New mission…"), "file-plus", primary=True)
        example = make_button(_("Try the example mission…"), "globe")
        open_ = make_button(_("Open…"), "folder-open")
        self.recent = QListWidget()
        self.recent.setObjectName("plain")
        self.recent.setAccessibleName(_("Recent missions"))
        self.recent.setMaximumHeight(230)
        frame, inside = card()
        frame.setFixedWidth(660)
        inside.setSpacing(14)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.addWidget(title)
        inside.addWidget(
            quiet_label(_("Registrations, meetings, timetable and briefing packs of a trade mission in one file."))
        )
        row = QHBoxLayout()
        for button in (new, example, open_):
            row.addWidget(button)
        row.addStretch()
        inside.addLayout(row)
        self._recent_title = heading_label(_("Recent missions"))
        inside.addWidget(self._recent_title)
        inside.addWidget(self.recent)
        self._center(frame)
        new.clicked.connect(lambda: self.new_asked.emit())
        example.clicked.connect(lambda: self.example_asked.emit())
        open_.clicked.connect(lambda: self.open_asked.emit())
        self.recent.itemActivated.connect(lambda item: self.path_asked.emit(str(item.data(Qt.ItemDataRole.UserRole))))
        self.refresh()

    def _center(self, frame: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.addStretch()
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(frame)
        middle.addStretch()
        layout.addLayout(middle)
        layout.addStretch()

    def refresh(self) -> None:
        """List the recent files that are still there."""
        self.recent.clear()
        for path in settings.recent_files():
            item = QListWidgetItem(f"{path.stem}\n{_short(path.parent)}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(literal(str(path)))
            self.recent.addItem(item)
        for widget in (self.recent, self._recent_title):
            widget.setVisible(self.recent.count() > 0)


def _short(folder: Path) -> str:
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
