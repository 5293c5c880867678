"""The start page: go on with a recent mission, begin one, or try the example."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from missionplanner.gui.start.news import NewsPane
from missionplanner.gui.start.recent_files import RecentFiles
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import card, heading_label, program_sign, quiet_label
from missionplanner.gui.widgets.plain_text import Label, literal
from missionplanner.i18n import _
from missionplanner.jobs.starts import offered

_WIDE, _WIDEST = 860, 1080
"""Pixels from which two columns stand side by side, and beyond which they do not grow."""


class StartPage(QScrollArea):
    """Shown while no mission is open."""

    new_asked = Signal()
    example_asked = Signal()
    """The filled example is to be made and opened."""
    open_asked = Signal()
    start_asked = Signal(str)
    """A mission is to begin with this start of the gallery, or with an earlier file."""
    path_asked = Signal(str)
    """The mission file at this path is to be opened."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.new = make_button(_("New mission…"), "file-plus", primary=True)
        self.open = make_button(_("Open…"), "folder-open")
        self.example = make_button(_("Try the full example"), "play")
        self.starts: dict[str, QWidget] = {}
        """The buttons of the gallery by the names of its starts."""
        self.recent = RecentFiles()
        self.news = NewsPane()
        self._recent_title = heading_label(_("Recent missions"))
        self._none = quiet_label(_("The missions you work on are listed here."))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.new.clicked.connect(lambda: self.new_asked.emit())
        self.open.clicked.connect(lambda: self.open_asked.emit())
        self.example.clicked.connect(lambda: self.example_asked.emit())
        self.recent.itemActivated.connect(lambda item: self.path_asked.emit(str(item.data(Qt.ItemDataRole.UserRole))))
        self.refresh()

    def refresh(self) -> None:
        """List the recent files that are still there."""
        self.recent.refresh()
        self.recent.setVisible(self.recent.count() > 0)
        self._none.setHidden(self.recent.count() > 0)
        rows = sum(self.recent.sizeHintForRow(row) for row in range(self.recent.count()))
        self.recent.setFixedHeight(rows + 2 * self.recent.frameWidth() + 4)

    def _build(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addLayout(_title())
        about = _("Registrations, meetings, timetable and briefing packs of a trade mission in one file.")
        column.addWidget(quiet_label(about))
        column.addLayout(_row(self.new, self.open))
        self._columns.setSpacing(14)
        self._columns.addWidget(self._recent_card(), 1)
        self._columns.addWidget(self._starts_card(), 1)
        column.addLayout(self._columns)
        column.addStretch()
        outside = QWidget()
        middle = QHBoxLayout(outside)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        self.setWidget(outside)

    def _recent_card(self) -> QWidget:
        frame, layout = card()
        layout.addWidget(self._recent_title)
        layout.addWidget(self.recent)
        layout.addWidget(self._none)
        layout.addStretch()
        return frame

    def _starts_card(self) -> QWidget:
        """The gallery of missions to start from, and the news."""
        frame, layout = card()
        layout.setSpacing(10)
        layout.addWidget(heading_label(_("Look around first")))
        name = Label(_("Canada Trade Mission to Mexico"))
        name.setWordWrap(True)
        layout.addWidget(name)
        text = _(
            "A whole mission a week before it leaves: three cities, over 400 companies, their requests and a finished"
            " timetable. You get a copy of your own to try everything on; the companies are made up."
        )
        layout.addWidget(quiet_label(text))
        layout.addLayout(_row(self.example))
        layout.addWidget(heading_label(_("Begin from a mission like yours")))
        layout.addLayout(self._gallery())
        layout.addSpacing(8)
        layout.addWidget(self.news)
        layout.addStretch()
        return frame

    def _gallery(self) -> QVBoxLayout:
        """A button for an earlier mission and for each start of the gallery."""
        found = QVBoxLayout()
        starts = [
            ("earlier", _("Last year’s file…"), _("Cities, sectors, texts, venues and more of an earlier mission."))
        ]
        starts += [(start.name, _(start.title), _(start.about)) for start in offered.STARTS]
        for name, title, about in starts:
            button = make_button(title)
            button.setToolTip(literal(about))
            button.setAccessibleDescription(about)
            button.clicked.connect(lambda _checked=False, chosen=name: self.start_asked.emit(chosen))
            self.starts[name] = button
            found.addWidget(button)
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below one another where they would be narrow."""
        wide = self.width() >= _WIDE
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def _title() -> QHBoxLayout:
    name = Label(_("Trade Mission Planner"))
    name.setObjectName("title")
    return _row(program_sign(48), name)


def _row(*buttons: QWidget) -> QHBoxLayout:
    found = QHBoxLayout()
    for button in buttons:
        found.addWidget(button)
    found.addStretch()
    return found
