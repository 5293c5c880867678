"""The dialog for a new mission: from nothing in four short pages, from an earlier file or from the gallery in two."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner.errors import PasswordNeeded, UserError
from missionplanner.gui import settings
from missionplanner.gui.start.cities_page import CitiesPage
from missionplanner.gui.start.hours_page import HoursPage
from missionplanner.gui.start.sectors_page import SectorsPage
from missionplanner.gui.start.taking_page import TakingPage
from missionplanner.gui.start.what_page import EARLIER, WhatPage
from missionplanner.gui.widgets import alerts, dialog_size
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import card, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.programme.new_mission import NewMission
from missionplanner.jobs.starts import wanted
from missionplanner.paths import free_path
from missionplanner.store.store import Store

AskPassword = Callable[[QWidget, Path, str], str]


def no_password(_parent: QWidget, _path: Path, _problem: str) -> str:
    """Return that no password is known."""
    return ""


class NewMissionDialog(Dialog):
    """Asks what a mission needs to begin with; all of it can be changed later."""

    def __init__(self, parent: QWidget | None = None, ask_password: AskPassword = no_password) -> None:
        super().__init__(parent)
        self._ask_password = ask_password
        self.setWindowTitle(_("New mission"))
        self.what = WhatPage()
        self.cities = CitiesPage(lambda: self.what.days)
        self.sectors = SectorsPage()
        self.hours = HoursPage(lambda: self.cities.stops())
        self.taking = TakingPage()
        self.folder = _usual_folder()
        self._chosen: Path | None = None
        self.steps = [Label() for _page in range(4)]
        self.summary = Label()
        self.place = quiet_label()
        self.change = make_button(_("Keep it elsewhere…"), "folder-open")
        self.back = make_button(_("Back"))
        self.next = make_button("", primary=True)
        self._stack = QStackedWidget()
        self._build()
        dialog_size.open_with(self, 860, 720)
        self._go(0)

    @property
    def wanted(self) -> NewMission:
        """The mission as asked for."""
        return wanted.new_mission(self.what.mission(), self.cities.stops(), self.sectors.chosen(), self.hours.planned())

    @property
    def pages(self) -> tuple[WhatPage | CitiesPage | SectorsPage | HoursPage | TakingPage, ...]:
        """The pages in their order."""
        if self.what.begins_with:
            return (self.what, self.taking)
        return (self.what, self.cities, self.sectors, self.hours)

    @property
    def fills(self) -> bool:
        """Whether a start of the gallery comes with its companies."""
        return bool(self.what.begins_with and self.taking.start and self.taking.filled.isChecked())

    def begin_with(self, start: str) -> None:
        """Begin with a start of the gallery, or an earlier file."""
        self.what.begin_choice.choose(start)

    def make(self) -> Store:
        """Make the mission file; raises UserError where it cannot be made."""
        return self.taking.make(self.path) if self.what.begins_with else new_mission.create(self.path, self.wanted)

    @property
    def path(self) -> Path:
        """The file it is kept in."""
        if self._chosen:
            return self._chosen
        form = self.taking.form if self.what.begins_with else self.what.form
        name = form.value("name").strip() or _("Mission")
        return free_path(self.folder, name, ".mission")

    @property
    def page(self) -> int:
        """The number of the page that is shown, from 0."""
        shown = self._stack.currentWidget()
        return next((number for number, page in enumerate(self.pages) if page is shown), 0)

    def go_on(self) -> None:
        """Go to the next page, or make the mission, unless something is missing."""
        page = self.pages[self.page]
        if not isinstance(page, SectorsPage) and page.show_problems():
            return
        if page is self.what and self.what.begins_with and not self._begin_from_other():
            return
        if self.page + 1 < len(self.pages):
            self._go(self.page + 1)
        else:
            self.accept()

    def _begin_from_other(self) -> bool:
        """Show what is taken of the start or the earlier file that was chosen; return whether there is one."""
        if self.what.begins_with != EARLIER:
            self.taking.close_earlier()
            self.taking.show_start(self.what.begins_with)
            return True
        if self.taking.old is None:
            chosen, _kind = QFileDialog.getOpenFileName(
                self, _("The earlier mission"), str(self.folder), _("Missions") + " (*.mission)"
            )
            store = self.open_earlier(Path(chosen)) if chosen else None
            if store is None:
                return False
            self.taking.show_earlier(store)
        return True

    def open_earlier(self, path: Path, password: str = "") -> Store | None:
        """Open an earlier file for reading, asking for its password; None where it cannot be opened."""
        try:
            return Store.open(path, read_only=True, password=password)
        except PasswordNeeded as error:
            typed = self._ask_password(self, path, error.text if password else "")
            return self.open_earlier(path, typed) if typed else None
        except UserError as error:
            alerts.show_error(self, error)
            return None

    def done(self, result: int) -> None:
        """Close the earlier file, unless the mission is yet to be made of it."""
        if not result:
            self.taking.close_earlier()
        super().done(result)

    def choose_path(self) -> None:
        """Ask for another file."""
        kind = _("Missions") + " (*.mission)"
        chosen, _kind = QFileDialog.getSaveFileName(self, _("Where the mission is kept"), str(self.path), kind)
        if chosen:
            path = Path(chosen)
            self._chosen = path if path.suffix == ".mission" else path.with_name(f"{path.name}.mission")
            self._show_summary()

    def reject(self) -> None:
        """Leave; what was typed is asked about first."""
        if all(page.is_empty for page in self.pages) or alerts.confirm(
            self, _("Leave without making the mission?"), _("What you typed is not kept."), _("Leave"), _("Stay")
        ):
            super().reject()

    def _build(self) -> None:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._stack)
        for page in (self.what, self.cities, self.sectors, self.hours, self.taking):
            self._stack.addWidget(page)
            page.edited.connect(self._show_summary)
        self.what.chosen.connect(lambda: self._go(0))
        self.summary.setWordWrap(True)
        frame, inside = card()
        inside.addWidget(quiet_label(_("This makes:")))
        inside.addWidget(self.summary)
        kept = QHBoxLayout()
        kept.addWidget(self.place, 1)
        kept.addWidget(self.change)
        inside.addLayout(kept)
        buttons = QHBoxLayout()
        self.cancel = make_button(_("Cancel"))
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        layout = QVBoxLayout(self)
        steps = QHBoxLayout()
        steps.setSpacing(24)
        for step in self.steps:
            steps.addWidget(step)
        steps.addStretch()
        layout.addLayout(steps)
        layout.addWidget(scroll, 1)
        layout.addWidget(frame)
        layout.addLayout(buttons)
        self.next.setDefault(True)
        # After the last field comes what goes on, not what throws it away.
        for before, after in ((self.change, self.next), (self.next, self.back), (self.back, self.cancel)):
            QWidget.setTabOrder(before, after)
        self.cancel.clicked.connect(self.reject)
        self.change.clicked.connect(self.choose_path)
        self.back.clicked.connect(lambda: self._go(self.page - 1))
        self.next.clicked.connect(self.go_on)

    def _go(self, page: int) -> None:
        self._stack.setCurrentWidget(self.pages[page])
        last = page + 1 == len(self.pages)
        self.back.setVisible(page > 0)
        self.next.setText(_("Make the mission") if last else _("Next"))
        for widget in (self.place, self.change):
            widget.setVisible(last)
        names = (_("What and when"), *((_("What is taken"),) if self.what.begins_with else _steps()))
        for number, step in enumerate(self.steps):
            step.setText(f"{number + 1}  {names[number]}" if number < len(names) else "")
            step.setVisible(number < len(names))
            step.setObjectName("heading" if number == page else "quiet")
            step.style().polish(step)
        self.pages[page].begin()
        self._show_summary()

    def _show_summary(self) -> None:
        self.summary.setText("\n".join(page.summary for page in self.pages[: self.page + 1]))
        self.place.setText(_("It is kept in {path}.").format(path=self.path))


def _steps() -> tuple[str, ...]:
    return _("Cities"), _("Sectors"), _("Meeting hours")


def _usual_folder() -> Path:
    """Return the folder of the mission that was worked on last, else the one for documents."""
    recent = settings.recent_files()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (*(path.parent for path in recent if path.parent.name != "examples"), Path(documents)):
        if folder.is_dir():
            return folder
    return Path.home()
