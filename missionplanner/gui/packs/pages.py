"""The pages of packs and their order, the colour and the logo of covers."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain import video
from missionplanner.domain.journals import Edition
from missionplanner.domain.packs import PAPER_LABELS, USUAL, PackPage, pages_of, usual_papers
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.pictures import as_logo
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.i18n import N_, _
from missionplanner.jobs.packs import settings as pack_settings
from missionplanner.store.store import Store

_ROLE = Qt.ItemDataRole.UserRole
_HINTS = {
    Edition.HOSTS: N_(
        "Four pages in the language of each company: who visits it when at which table, their profiles, how one gets "
        "there, whom to call. The number is the first of the emergency contacts with a country code."
    ),
    Edition.CARD: N_(
        "A sheet of paper with eight panels: cover, a panel a day, numbers and venues. Fold it along the dashed lines, "
        "slit it along the solid one, push its ends together and fold it to a booklet."
    ),
    Edition.LARGE: N_(
        "The same in one column of 14 points, as many pages as it takes, stapled at the corner. Below the list stands "
        "who wants it by their access needs."
    ),
    Edition.LEADER: N_(
        "Twelve pages: the days as cards of half a page (who comes, what to say, whom to thank), whom one meets, then "
        "market, manners and places. Precedence and biographies are entered with the delegates of a company, talking "
        "points with the events and the texts. The directory is a volume of its own."
    ),
    Edition.DIRECTORY: N_("Everybody by sector with indexes, then the profile of every company by name."),
}
"""The editions whose pages are not chosen."""


class PagesPane(QWidget):
    """The pages of delegate packs, kept in the mission; the papers of the organiser edition, for this print."""

    papers_chosen = Signal()
    """Other papers of the organiser edition are wanted."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store, self._edition, self._is_showing = store, Edition.DELEGATE, False
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("Pages"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.itemChanged.connect(self._on_changed)
        self.list.model().rowsMoved.connect(self._on_changed)
        self._chosen_papers: frozenset[str] | None = None
        self.hint = quiet_label()
        self._order = QWidget()
        self._colour_and_logo = QWidget()
        self._colour = Label()
        self._logo = Label()
        self.evaluation = QLineEdit()
        self.evaluation.setPlaceholderText(_("https://… of the form delegates fill"))
        self.evaluation.setAccessibleName(_("Site of the evaluation"))
        self.evaluation.editingFinished.connect(self._keep_evaluation)
        self._arrange()

    def show_edition(self, edition: Edition) -> None:
        """Show the pages or papers this edition is made of."""
        self._edition = edition
        self._is_showing = True
        self.list.clear()
        if edition is Edition.DELEGATE:
            chosen = pages_of(self._store.mission.pack_pages)
            for page in (*chosen, *(page for page in PackPage if page not in chosen)):
                self._add(page.value, page.label, page in chosen)
            self.hint.setText(_("Cover and contents are always there. Drag pages, or use Up and Down."))
        elif edition is Edition.ORGANISER:
            wanted = self._usual if self._chosen_papers is None else self._chosen_papers
            for key, label in PAPER_LABELS.items():
                self._add(key, _(label), key in wanted)
            self.hint.setText(_("Choose the papers to print; each may be printed apart."))
        else:
            self.hint.setText(_(_HINTS[edition]))
        self._is_showing = False
        self.list.setVisible(edition in (Edition.DELEGATE, Edition.ORGANISER))
        self._order.setVisible(edition is Edition.DELEGATE)
        self._show_colour_and_logo()

    @property
    def papers(self) -> frozenset[str] | None:
        """The papers of the organiser edition that are wanted, None for the usual ones."""
        return self._chosen_papers

    @property
    def _usual(self) -> frozenset[str]:
        return usual_papers(video.is_all_online(self._store.snapshot()))

    def choose_logo(self, path: Path) -> None:
        """Put the picture of this file on covers. Raises UserError when it cannot be read or used."""
        try:
            pack_settings.set_logo(self._store, as_logo(path.read_bytes()))
        except OSError as error:
            text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror)
            raise UserError(text, _("Check the name and that you may open it.")) from error

    def _shift(self, step: int) -> None:
        """Move the current page a place up (-1) or down (1)."""
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count() and row >= 0:
            # Out and in again is one change to be stored, not two.
            self._is_showing = True
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentRow(row + step)
            self._is_showing = False
            self._on_changed()

    def _add(self, key: str, label: str, is_chosen: bool) -> None:
        item = QListWidgetItem(label)
        item.setData(_ROLE, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        # Dropped onto another page instead of between two, it would take that one's place.
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _on_changed(self, *_details: object) -> None:
        if self._is_showing:
            return
        items = [self.list.item(row) for row in range(self.list.count())]
        chosen = [item.data(_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked]
        if self._edition is Edition.ORGANISER:
            self._chosen_papers = None if set(chosen) == self._usual else frozenset(chosen)
            self.papers_chosen.emit()
        elif chosen and not self._store.read_only:
            pack_settings.set_pages(self._store, [PackPage(key) for key in chosen])

    @command(N_("Up"), needs=Needs.WRITING, takes=Takes.SOME)
    def move_up(self) -> None:
        """Move the current page a place up."""
        self._shift(-1)

    @command(N_("Down"), needs=Needs.WRITING, takes=Takes.SOME)
    def move_down(self) -> None:
        """Move the current page a place down."""
        self._shift(1)

    @command(N_("Usual pages"), icon="undo-2", needs=Needs.WRITING)
    def take_usual_pages(self) -> None:
        """Give packs the pages they have when nothing was chosen."""
        pack_settings.set_pages(self._store, USUAL)
        self.show_edition(self._edition)

    @command(N_("Colour…"), needs=Needs.WRITING)
    def ask_colour(self) -> None:
        """Ask for the colour of covers and headings."""
        now = QColor(self._store.mission.colour or "#1f4e79")
        chosen = QColorDialog.getColor(now, self, _("Colour of covers and headings"))
        if chosen.isValid():
            pack_settings.set_colour(self._store, chosen.name())

    @command(N_("Usual colour"), needs=Needs.WRITING)
    def take_usual_colour(self) -> None:
        """Give covers and headings the colour they have when none was chosen."""
        pack_settings.set_colour(self._store, "")

    @command(N_("Logo…"), needs=Needs.WRITING)
    def ask_logo(self) -> None:
        """Ask for the picture on covers."""
        kinds = _("Pictures") + " (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff)"
        name = QFileDialog.getOpenFileName(self, _("Logo of the mission"), "", kinds)[0]
        if name:
            alerts.attempt(self, lambda: self.choose_logo(Path(name)))

    @command(N_("Without"), needs=Needs.WRITING)
    def remove_logo(self) -> None:
        """Take the picture off covers."""
        pack_settings.set_logo(self._store, b"")

    def _keep_evaluation(self) -> None:
        """Store the site of the evaluation as it is typed; what is none stays to be corrected."""
        text = self.evaluation.text().strip()
        if not self._is_showing and not self._store.read_only and text != self._store.mission.evaluation_link:
            alerts.attempt(self, lambda: pack_settings.set_evaluation(self._store, text))

    def _show_colour_and_logo(self) -> None:
        if not self.evaluation.hasFocus():
            self.evaluation.setText(self._store.mission.evaluation_link)
            self.evaluation.setReadOnly(self._store.read_only)
        colour = QPixmap(28, 18)
        colour.fill(QColor(self._store.mission.colour or "#1f4e79"))
        self._colour.setPixmap(colour)
        picture = QPixmap()
        picture.loadFromData(pack_settings.logo(self._store), "PNG")
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._logo.setPixmap(picture if picture.isNull() else picture.scaled(QSize(90, 34), *modes))
        if picture.isNull():
            self._logo.setText(_("none"))

    def _arrange(self) -> None:
        row = WrappingRow(self._order)
        row.setContentsMargins(0, 0, 0, 0)
        acts = [command_button(act, self._store) for act in (self.move_up, self.move_down, self.take_usual_pages)]
        for button in acts:
            row.addWidget(button)
        follow_rows(self.list, acts)
        row.addStretch()
        grid = QGridLayout(self._colour_and_logo)
        grid.setContentsMargins(0, 6, 0, 0)
        for number, (label, shown, choose, reset) in enumerate(
            (
                (Label(_("Colour")), self._colour, self.ask_colour, self.take_usual_colour),
                (Label(_("Logo")), self._logo, self.ask_logo, self.remove_logo),
            )
        ):
            buttons = (command_button(choose, self._store), command_button(reset, self._store))
            grid.addWidget(label, number, 0)
            grid.addWidget(shown, number, 1)
            row = WrappingRow()
            for button in buttons:
                row.addWidget(button)
            grid.addLayout(row, number, 2)
        label = Label(_("Evaluation"))
        label.setBuddy(self.evaluation)
        grid.addWidget(label, 2, 0)
        grid.addWidget(self.evaluation, 2, 1, 1, 2)
        grid.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        for widget in (self.hint, self.list, self._order, self._colour_and_logo):
            layout.addWidget(widget, 1 if widget is self.list else 0)
        layout.addStretch()
