"""The screen of arrivals and rooms: how people come, sleep, ride and sign in, a tab each."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.rooms import Hotel, Stay
from missionplanner.domain.vehicles import Vehicle
from missionplanner.errors import UserError
from missionplanner.gui.arrivals import travel_forms, travel_import
from missionplanner.gui.arrivals.day_page import DayPage
from missionplanner.gui.arrivals.sign_in_page import SignInPage
from missionplanner.gui.arrivals.travel_pages import HotelsPage, JourneysPage, RoomsPage, TravelPage, VehiclesPage
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.buttons import add_row_actions, command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.field_checks import needed
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.widgets.plain_text import TabWidget
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.arrivals import assigning, entering
from missionplanner.jobs.arrivals.assigning import Assigned
from missionplanner.jobs.lists.printing import ShownList

_ENTER: dict[type, Callable[..., Any]] = {
    JourneyLeg: entering.enter_leg,
    Stay: entering.enter_stay,
    Hotel: entering.enter_hotel,
    Vehicle: entering.enter_vehicle,
}


class ArrivalsScreen(Screen):
    """Journeys, rooms, vehicles and sign-ins."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Arrivals and rooms"))
        self.journeys, self.rooms, self.hotels, self.vehicles = (
            JourneysPage(),
            RoomsPage(),
            HotelsPage(),
            VehiclesPage(),
        )
        self.sign_ins, self.days = SignInPage(workspace), DayPage(workspace)
        self.tabs = TabWidget()
        self._empty: dict[TravelPage, EmptyTable] = {}
        self._build()

    def refresh(self) -> None:
        """Show the tab that is open as the mission is now; others are read when they are opened."""
        snapshot = self.workspace.snapshot()
        self._page.refresh(snapshot)
        self._empty[self.journeys].narrowed(bool(snapshot.legs))
        self.main_view = self.sign_ins.line if self._page is self.sign_ins else self._page.main

    def shown_list(self) -> ShownList:
        """The list of the tab: arrival board, rooming list, manifests or sign-in sheet."""
        return self._page.shown_list(self.tabs.tabText(self.tabs.currentIndex()).replace("&", ""))

    @property
    def _page(self) -> TravelPage | SignInPage | DayPage:
        page = self.tabs.currentWidget()
        assert isinstance(page, TravelPage | SignInPage | DayPage)
        return page

    @property
    def _kind(self) -> type[JourneyLeg | Stay | Hotel | Vehicle]:
        kinds: dict[object, type[JourneyLeg | Stay | Hotel | Vehicle]] = {
            self.rooms: Stay, self.hotels: Hotel, self.vehicles: Vehicle,
        }  # fmt: skip
        return kinds.get(self._page, JourneyLeg)

    @command(N_("Import travel…"), "Ctrl+Alt+I", "download", needs=Needs.WRITING)
    def bring(self) -> None:
        """Bring the table of a travel agency in: journeys and rooms, on the tab of vehicles those of transfers."""
        kinds = _("Spreadsheets") + " (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods)"
        chosen = QFileDialog.getOpenFileName(self, _("Import travel"), str(Path.home()), kinds)[0]
        if chosen:
            self.bring_from(Path(chosen))

    def bring_from(self, path: Path) -> None:
        """Bring the table of a file in."""
        store = self.workspace.store

        def act() -> None:
            if self._kind is Vehicle:
                travel_import.bring_vehicles(store, path)
            else:
                travel_import.bring_people(self, store, path)

        self._try(act)

    @command(N_("Add…"), "Ctrl+Alt+A", "plus", needs=Needs.WRITING)
    def add(self) -> None:
        """Enter a journey, a stay, a hotel or a vehicle."""
        self._edit(self._kind, None)

    @command(N_("Edit…"), icon="settings", needs=Needs.WRITING, takes=Takes.SOME)
    def edit(self) -> None:
        """Change the chosen one."""
        page = self._page
        if isinstance(page, TravelPage) and page.chosen:
            self._edit(self._kind, page.chosen[0])

    @command(N_("Delete"), "Del", "trash-2", needs=Needs.WRITING, takes=Takes.SOME)
    def remove(self) -> None:
        """Delete the chosen ones."""
        page = self._page
        if isinstance(page, TravelPage) and page.chosen:
            entering.remove_all(self.workspace.store, page.chosen)

    @command(N_("Hotels…"), icon="bed", needs=Needs.WRITING)
    def edit_hotel(self) -> None:
        """Enter the hotel of the chosen stay, or a new one."""
        page = self._page
        hotels = {hotel.id: hotel for hotel in self.workspace.store.all(Hotel)}
        chosen = page.chosen if isinstance(page, RoomsPage) else []
        self._edit(Hotel, hotels.get(chosen[0].hotel_id or 0) if chosen else None)

    @command(N_("Give seats and rooms"), "Ctrl+Alt+G", "sparkles", needs=Needs.WRITING)
    def assign(self) -> None:
        """Give everybody a room, on the tab of vehicles a seat; say what is missing."""
        store = self.workspace.store
        self._report(assigning.seat(store) if self._kind is Vehicle else assigning.rooms(store))

    @command(N_("Give a seat…"), icon="user-check", needs=Needs.WRITING)
    def give_seat(self) -> None:
        """Ask who sits in which vehicle; they keep the seat when seats are given anew."""
        snapshot, page, t = self.workspace.snapshot(), self.vehicles, current()
        buses = [(one.id, f"{page.transfer_of(one).name(t.language)}: {one.name}") for one in page.records.values()]
        if not buses:
            alerts.tell(self, _("There is no vehicle yet."))
            return
        fields = [
            FormField("person", _("Person"), "choice", travel_forms.people(snapshot), needed),
            FormField("vehicle", _("Vehicle"), "choice", buses),
        ]
        values = {"person": page.chosen_rider, "vehicle": page.chosen[0].id if page.chosen else None}
        found = ask(_("Give a seat"), fields, values, self)
        if found:
            bus = snapshot.vehicle[found["vehicle"]]
            assigning.put(self.workspace.store, snapshot.person[found["person"]], bus)

    @command(N_("Vehicle is lost"), icon="x", needs=Needs.WRITING, takes=Takes.ONE)
    def lose(self) -> None:
        """Go on without the chosen vehicle: those who sat in it get other seats."""
        if isinstance(self._page, VehiclesPage) and len(self._page.chosen) == 1:
            self._report(assigning.lose(self.workspace.store, self._page.chosen[0]))

    def _chosen(self, kind: type[TravelPage]) -> list[Any]:
        """Return the records that are selected on the page that is shown, where it is of a kind."""
        page = self._page
        return page.chosen if isinstance(page, kind) else []

    def _edit(self, kind: type[Any], record: Any) -> None:
        snapshot = self.workspace.snapshot()
        title = _("Edit") if record else _("Add")
        values = travel_forms.values_of(kind, record, snapshot)
        store = self.workspace.store
        place = DraftPlace.of(store, f"arrivals.{kind.__name__}", record)
        dialog = RecordDialog(title, travel_forms.fields_of(kind, snapshot), values, self, place)
        # Asked again until it is stored or cancelled: a mistake must not lose what was typed.
        while dialog.exec():
            try:
                _ENTER[kind](store, record, travel_forms.typed(dialog.form.values(), snapshot.mission))
                break
            except UserError as error:
                alerts.show_error(dialog, error)
        dialog.deleteLater()

    def _report(self, found: Assigned) -> None:
        """List what is missing, and nothing where nothing is."""
        if found.problems:
            rows = [(problem,) for problem in found.problems[:300]]
            alerts.report(self, f"{found.sentence}.", [_("Problem")], rows)

    def _try(self, act: Callable[[], Any]) -> None:
        try:
            act()
        except UserError as error:
            alerts.show_error(self, error)

    def _build(self) -> None:
        methods = (self.add, self.edit, self.remove, self.edit_hotel, self.give_seat, self.lose, self.bring)
        acts = {method: self.command_button(method) for method in methods}
        self.command_button(self.assign, primary=True)
        self.tabs.setDocumentMode(True)
        for page, text in (
            (self.journeys, _("Arrivals")),
            (self.rooms, _("Rooms")),
            (self.hotels, _("Hotels")),
            (self.vehicles, _("Vehicles")),
            (self.sign_ins, _("Sign-in")),
            (self.days, _("One person’s day")),
        ):
            self.tabs.addTab(page, text)
        self.layout_.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _place: self._on_tab())
        lose = acts.pop(self.lose)
        for listed in (self.journeys, self.rooms, self.hotels, self.vehicles):
            listed.main.activated_row.connect(lambda _row: self.edit())
            of_vehicles = (self.give_seat, self.lose) if listed is self.vehicles else ()
            add_row_actions(listed.main, self.workspace.store, (self.edit, self.remove, *of_vehicles))
            look = follow_rows(listed.main, acts.values(), lambda: len(self._chosen(TravelPage)))
            self.tabs.currentChanged.connect(lambda _place, look=look: look())
        look = follow_rows(self.vehicles.main, [lose], lambda: len(self._chosen(VehiclesPage)))
        self.tabs.currentChanged.connect(lambda _place, look=look: look())
        self._say_what_is_to_come()

    def _on_tab(self) -> None:
        """Show the tab and begin in its list: a badge that is scanned must not choose another event."""
        self.refresh()
        if self.main_view and not self.tabs.tabBar().hasFocus():
            self.main_view.setFocus()

    def _say_what_is_to_come(self) -> None:
        """Say in each list that is empty what it will hold, with the button that begins."""
        store = self.workspace.store
        of_vehicles = _("The vehicles of the transfers, each with who sits in it.")
        texts = {
            self.journeys: _("Who comes and leaves when. Bring in the table of the travel agency, or add journeys."),
            self.rooms: _("Who sleeps where. Bring in the table of the travel agency, or add stays."),
            self.hotels: _("The hotels with the rooms held there; imported stays bring theirs along."),
            self.vehicles: of_vehicles,
        }
        for page, text in texts.items():
            self._empty[page] = EmptyTable(
                page.main, text, *(command_button(one, store, takes_keys=False) for one in (self.bring, self.add))
            )
