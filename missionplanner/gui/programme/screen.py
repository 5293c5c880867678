"""The screen of the programme: the calendar, and a list for each kind of thing that happens or stands somewhere."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from missionplanner.gui.programme import courtesy_titles, intents, places_and_people, roles_and_kinds, zones
from missionplanner.gui.programme.absences import Absences
from missionplanner.gui.programme.calendar_page import CalendarPage
from missionplanner.gui.programme.events import Events
from missionplanner.gui.programme.record_editor import RecordEditor, RecordKind
from missionplanner.gui.programme.sessions import Sessions, Slots
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.plain_text import TabWidget
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.lists.printing import ShownList

_LISTS: tuple[tuple[str, Callable[[Workspace], RecordKind]], ...] = (
    (N_("Events"), lambda w: Events(w.store).kind), (N_("Sessions"), lambda w: Sessions(w.store).kind),
    (N_("Slots"), lambda w: Slots(w.store).kind), (N_("Venues"), lambda w: places_and_people.venues(w.store)),
    (N_("Travel times"), lambda w: places_and_people.travels(w.store)),
    (N_("Zones"), lambda w: zones.zone_ways(w.store)),
    (N_("Interpreters"), lambda w: places_and_people.interpreters(w.store)),
    (N_("Absences"), lambda w: Absences(w.store, w.snapshot()).kind),
    (N_("Roles"), lambda w: roles_and_kinds.roles(w.store)),
    (N_("Kinds"), lambda w: roles_and_kinds.kinds(w.store)),
    (N_("Courtesy titles"), lambda w: courtesy_titles.titles(w.store)),
    (N_("Intents"), lambda w: intents.intents(w.store)),
)  # fmt: skip
TITLES = tuple(title for title, _make in _LISTS)
"""The English titles of the lists."""


class ProgrammeScreen(Screen):
    """A tab for each; only the one that is shown is read."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Programme"))
        self.tabs = TabWidget()
        self.tabs.setDocumentMode(True)
        self.calendar = CalendarPage(workspace)
        self.editors: dict[int, RecordEditor] = {}
        self._stale: set[int] = set()
        self.tabs.addTab(self.calendar, _("Calendar"))
        for title, _make in _LISTS:
            self.tabs.addTab(QWidget(), _(title))
        self.layout_.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _index: self._on_tab())

    def shown_list(self) -> ShownList | None:
        """The list of the tab that is shown; the events for the calendar."""
        place = self.tabs.currentIndex() or 1
        table = self._editor(place).table
        return table.shown(self.tabs.tabText(place), self.workspace.mission_name)

    def refresh(self) -> None:
        """Read the shown tab again."""
        self._stale = set(range(self.tabs.count()))
        self._refresh_shown()

    def settle(self) -> bool:
        """Put down what is dragged."""
        self.calendar.calendar.put_back()
        return True

    def show_list(self, title: str) -> None:
        """Show the list of this English title."""
        self.tabs.setCurrentIndex(1 + TITLES.index(title))

    def editor(self, title: str) -> RecordEditor:
        """The list of this English title, as it is now."""
        return self._editor(1 + TITLES.index(title))

    def _on_tab(self) -> None:
        """Show the list of a tab, and give it the keys, which its tab keeps while one goes along the tabs."""
        self._refresh_shown()
        if self.isVisible() and not self.tabs.tabBar().hasFocus():
            self.arrive()

    def _refresh_shown(self) -> None:
        place = self.tabs.currentIndex()
        self.main_view = None if place else self.calendar.calendar
        if place in self._stale:
            self._stale.discard(place)
            if place == 0:
                self.calendar.refresh()
            else:
                self._make(place)

    def _editor(self, place: int) -> RecordEditor:
        if place in self._stale or place not in self.editors:
            self._stale.discard(place)
            self._make(place)
        return self.editors[place]

    def _make(self, place: int) -> None:
        """Make a list again: its choices are those of the mission as it is now."""
        name, make = _LISTS[place - 1]
        kind = make(self.workspace)
        if place not in self.editors:
            self.editors[place] = RecordEditor(kind, self.workspace.store, f"programme.{name}")
            chosen = self.tabs.currentIndex()
            self.tabs.blockSignals(True)
            old = self.tabs.widget(place)
            self.tabs.removeTab(place)
            if old:
                old.deleteLater()
            self.tabs.insertTab(place, self.editors[place], kind.name)
            self.tabs.setCurrentIndex(chosen)
            self.tabs.blockSignals(False)
        self.editors[place].show_kind(kind)
        self.tabs.setTabText(place, f"{kind.name} ({len(kind.rows())})")
