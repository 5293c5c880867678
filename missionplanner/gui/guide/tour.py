"""The tour: five stations over the screens, each with what to try there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import make_button, tool_button
from missionplanner.gui.widgets.labels import heading_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import N_, _

_WIDTH, _MARGIN = 400, 24


@dataclass(frozen=True, slots=True)
class Station:
    """A screen, and what there is to see and try on it."""

    command: str
    """The name of the command that shows the screen."""
    title: str
    text: str


STATIONS = (
    Station(
        "show_companies",
        N_("Companies: everybody who registered"),
        N_(
            "Click a chip above the list, such as Sector, and choose Agriculture: the list and every count follow at"
            " once. Type a few letters of a name, a town or an e-mail address to find one company. A double click"
            " opens it with its people, meetings and requests."
        ),
    ),
    Station(
        "show_requests",
        N_("Requests: who should meet whom"),
        N_(
            "Each side has said whom it wants to meet, and how much. Suggestions finds partners nobody has thought of,"
            " by what one offers and the other looks for; a click makes a request of a suggestion."
        ),
    ),
    Station(
        "show_timetable",
        N_("Timetable: who meets whom, when and at which table"),
        N_(
            "Take a meeting with the mouse: green places are free for both sides, and a sentence says what is in the"
            " way elsewhere. Drop it where you like; Ctrl+Z takes it back. Make the timetable plans all requests at"
            " once and keeps what you locked."
        ),
    ),
    Station(
        "show_packs",
        N_("Packs: what everybody carries"),
        N_(
            "Every company has a booklet with its own meetings, the programme and who else comes. Choose one to see its"
            " pages. When something changes, the packs it concerns are marked, and only those are printed again."
        ),
    ),
    Station(
        "show_day",
        N_("On the day: who should be where now"),
        N_(
            "One key says that a meeting was held, that somebody is late or did not come; the next free time for both"
            " is one key further. Afterwards, Outcomes gathers what came of it all."
        ),
    ),
)


class Tour(QFrame):
    """A card over the window with a station at a time.

    show: shows the screen of a command by its name; stations: what the tour leads over.
    """

    ended = Signal()

    def __init__(self, window: QWidget, show: Callable[[str], None], stations: Sequence[Station] = STATIONS) -> None:
        super().__init__(window)
        self._window = window
        self._show_screen, self._stations, self._at = show, stations, 0
        self.setObjectName("tour")
        self.setAccessibleName(_("Tour"))
        self.setFixedWidth(_WIDTH)
        self.title, self.text, self._count = heading_label(""), Label(), Label()
        self._layout = QVBoxLayout(self)
        self.title.setWordWrap(True)
        self.text.setWordWrap(True)
        self._count.setObjectName("quiet")
        self.back = make_button(_("Back"))
        self.next = make_button(_("Next"), primary=True)
        self.close_button = tool_button(_("End the tour"), "x")
        self._lay_out()
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.next.clicked.connect(lambda: self._go(self._at + 1))
        self.close_button.clicked.connect(self.end)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.end)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the first station."""
        self._go(0)
        self.show()
        self.raise_()

    def end(self) -> None:
        """Take the card away; where one is stays."""
        self._window.removeEventFilter(self)
        self.hide()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner of the window."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _go(self, place: int) -> None:
        """Show a station; after the last the tour ends."""
        if place >= len(self._stations):
            self.end()
            return
        self._at, station = place, self._stations[place]
        self._show_screen(station.command)
        self.title.setText(_(station.title))
        self.text.setText(_(station.text))
        self._count.setText(_("{n} of {total}").format(n=place + 1, total=len(self._stations)))
        self.back.setEnabled(place > 0)
        self.next.setText(_("Next") if place + 1 < len(self._stations) else _("Finish"))
        self._place()
        self.raise_()
        self.next.setFocus()

    def _lay_out(self) -> None:
        layout = self._layout
        layout.setContentsMargins(18, 14, 18, 14)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        layout.addLayout(head)
        layout.addWidget(self.text)
        layout.addLayout(foot)

    def _place(self) -> None:
        """In the lower right corner, above the line at the bottom."""
        self.resize(_WIDTH, self._layout.totalHeightForWidth(_WIDTH))
        room = self._window.rect()
        self.move(room.right() - self.width() - _MARGIN, room.bottom() - self.height() - 2 * _MARGIN)
