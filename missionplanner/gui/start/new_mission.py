"""The dialog for a new mission, in three short pages: what and when, its cities, its sectors."""

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

from missionplanner.gui import settings
from missionplanner.gui.start.cities_page import CitiesPage
from missionplanner.gui.start.sectors_page import SectorsPage
from missionplanner.gui.start.what_page import WhatPage
from missionplanner.gui.widgets import alerts, dialog_size
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import card, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _
from missionplanner.jobs.programme.new_mission import NewMission
from missionplanner.jobs.starts import wanted
from missionplanner.paths import free_path


class NewMissionDialog(Dialog):
    """Asks what a mission needs to begin with; all of it can be changed later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New mission"))
        self.what = WhatPage()
        self.cities = CitiesPage(lambda: self.what.days)
        self.sectors = SectorsPage()
        self.pages = (self.what, self.cities, self.sectors)
        self.folder = _usual_folder()
        self._chosen: Path | None = None
        self.steps = [Label(f"{number}  {name}") for number, name in enumerate(_steps(), start=1)]
        self.summary = Label()
        self.place = quiet_label()
        self.change = make_button(_("Keep it elsewhere…"), "folder-open")
        self.back = make_button(_("Back"))
        self.next = make_button("", primary=True)
        self._stack = QStackedWidget()
        self._build()
        dialog_size.open_with(self, 820, 620)
        self._go(0)

    @property
    def wanted(self) -> NewMission:
        """The mission as asked for."""
        return wanted.new_mission(self.what.mission(), self.cities.stops(), self.sectors.chosen())

    @property
    def path(self) -> Path:
        """The file it is kept in."""
        if self._chosen:
            return self._chosen
        return free_path(self.folder, self.what.form.value("name").strip() or _("Mission"), ".mission")

    @property
    def page(self) -> int:
        """The number of the page that is shown, from 0."""
        return self._stack.currentIndex()

    def go_on(self) -> None:
        """Go to the next page, or make the mission, unless something is missing."""
        page = self.pages[self.page]
        if isinstance(page, WhatPage | CitiesPage) and page.show_problems():
            return
        if self.page + 1 < len(self.pages):
            self._go(self.page + 1)
        else:
            self.accept()

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
        for page in self.pages:
            self._stack.addWidget(page)
            page.edited.connect(self._show_summary)
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
        self._stack.setCurrentIndex(page)
        last = page + 1 == len(self.pages)
        self.back.setVisible(page > 0)
        self.next.setText(_("Make the mission") if last else _("Next"))
        for widget in (self.place, self.change):
            widget.setVisible(last)
        for number, step in enumerate(self.steps):
            step.setObjectName("heading" if number == page else "quiet")
            step.style().polish(step)
        self.pages[page].begin()
        self._show_summary()

    def _show_summary(self) -> None:
        self.summary.setText("\n".join(page.summary for page in self.pages[: self.page + 1]))
        self.place.setText(_("It is kept in {path}.").format(path=self.path))


def _steps() -> tuple[str, ...]:
    return _("What and when"), _("Cities"), _("Sectors")


def _usual_folder() -> Path:
    """Return the folder of the mission that was worked on last, else the one for documents."""
    recent = settings.recent_files()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    for folder in (*(path.parent for path in recent if path.parent.name != "examples"), Path(documents)):
        if folder.is_dir():
            return folder
    return Path.home()
