"""The lists of the screen of arrivals and rooms: journeys by time, stays by hotel and room, seats by vehicle."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.events import Event
from missionplanner.domain.journeys import JourneyLeg, LegKind, in_order
from missionplanner.domain.people import Person
from missionplanner.domain.rooms import Hotel, RoomKind, Stay, by_room, in_figures
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.vehicles import Vehicle
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import _, count, current
from missionplanner.jobs.arrivals import assigning
from missionplanner.jobs.arrivals.riders import travellers
from missionplanner.jobs.lists.printing import ShownList


class TravelPage(QWidget):
    """A list of records; `main` is the table one works in."""

    def __init__(self, columns: Sequence[Column], name: str, kept: str) -> None:
        super().__init__()
        self.snapshot: Snapshot | None = None
        self.records: dict[int, Any] = {}
        self.main = DataTable(TableModel(columns, lambda keys: [self.records[key] for key in keys]), name, kept=kept)
        self.words = quiet_label()
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 8, 0, 0)

    def refresh(self, snapshot: Snapshot) -> None:
        """Show the mission as it is now, and stay at the records that are chosen."""
        chosen = self.main.chosen_keys()
        self.snapshot = snapshot
        found = self.found(snapshot)
        self.records = {record.id: record for record in found}
        self.main.rows.set_keys([record.id for record in found])
        self.main.choose(chosen)
        self.words.setText(self.said(snapshot))

    def found(self, snapshot: Snapshot) -> list[Any]:
        """Return the records in their order. Raises NotImplementedError: every list has its own."""
        raise NotImplementedError

    def said(self, snapshot: Snapshot) -> str:
        """Return the line below the list. Raises NotImplementedError: every list has its own."""
        raise NotImplementedError

    @property
    def chosen(self) -> list[Any]:
        """The records that are selected."""
        return [self.records[key] for key in self.main.chosen_keys() if key in self.records]

    def shown_list(self, title: str) -> ShownList:
        """The list as it is shown, to be printed."""
        return self.main.shown(title, self.words.text())

    def person(self, key: int) -> Person:
        """Return somebody of the mission that is shown."""
        assert self.snapshot
        return self.snapshot.person[key]

    def company(self, key: int) -> str:
        """Return the organisation somebody is listed with."""
        assert self.snapshot
        home = self.snapshot.home_of(self.snapshot.person[key])
        return self.snapshot.company[home].name if home else ""


class JourneysPage(TravelPage):
    """Who comes and leaves, by time."""

    def __init__(self) -> None:
        self.kind = ChoiceEdit()
        columns = [
            Column(_("Day"), lambda leg: current().short_day(leg.at.date()) if leg.at else "", width=120),
            Column(_("When"), lambda leg: current().time(leg.at) if leg.at else "", width=70),
            Column(_("Kind"), lambda leg: leg.kind.label, width=90),
            Column(_("Flight or train"), lambda leg: leg.flight, width=90),
            Column(_("Place"), lambda leg: leg.place, width=90),
            Column(_("Name"), lambda leg: self.person(leg.person_id).full_name, width=170, grows=True),
            Column(_("Company"), lambda leg: self.company(leg.person_id), width=150, grows=True),
            Column(_("Booking"), lambda leg: leg.booking, width=80),
            Column(_("Note"), lambda leg: leg.note, width=90),
        ]
        super().__init__(columns, _("Arrivals"), "arrivals.journeys")
        self.kind.offer([("", _("All journeys")), *((kind.value, kind.label) for kind in LegKind)])
        self.kind.choose(LegKind.ARRIVAL.value)
        self.kind.setAccessibleName(_("Kind"))
        self.kind.currentIndexChanged.connect(lambda _place: self._on_kind())
        row = WrappingRow()
        row.addWidget(self.kind)
        row.addStretch()
        self.layout_.addLayout(row)
        for part in (self.main, self.words):
            self.layout_.addWidget(part)

    def _on_kind(self) -> None:
        if self.snapshot:
            self.refresh(self.snapshot)

    def found(self, snapshot: Snapshot) -> list[JourneyLeg]:
        """Return the journeys of the kind that is chosen, by time."""
        return in_order(leg for leg in snapshot.legs if self.kind.value in ("", leg.kind.value))

    def said(self, snapshot: Snapshot) -> str:
        """Return how many there are, and of how many people nothing is known."""
        missing = sum(snapshot.leg_of(one.id, LegKind.ARRIVAL) is None for one in travellers(snapshot))
        parts = (
            count("{n} journey", "{n} journeys", len(self.found(snapshot))),
            count("{n} person without an arrival", "{n} people without an arrival", missing) if missing else "",
        )
        return " · ".join(filter(None, parts))


class RoomsPage(TravelPage):
    """Who sleeps where, by hotel and room."""

    def __init__(self) -> None:
        columns = [
            Column(_("Hotel"), self._hotel, width=130, grows=True),
            Column(_("Room"), lambda stay: stay.room, width=60),
            Column(_("Name"), lambda stay: self.person(stay.person_id).full_name, width=170, grows=True),
            Column(_("Company"), lambda stay: self.company(stay.person_id), width=140, grows=True),
            Column(_("Kind"), lambda stay: stay.kind.label, width=145),
            Column(_("Shares with"), self._mate, width=120, grows=True),
            Column(_("Check-in"), lambda stay: _day(stay.check_in), width=120),
            Column(_("Check-out"), lambda stay: _day(stay.check_out), width=120),
            Column(_("Note"), lambda stay: stay.note, width=80),
        ]
        super().__init__(columns, _("Rooms"), "arrivals.rooms")
        for part in (self.main, self.words):
            self.layout_.addWidget(part)

    def found(self, snapshot: Snapshot) -> list[Stay]:
        """Return the stays by hotel, room and name."""
        t = current()
        return sorted(
            snapshot.stays,
            key=lambda one: (
                t.sort_key(self._hotel(one)),
                in_figures(one.room),
                t.sort_key(self.person(one.person_id).full_name),
            ),
        )

    def said(self, snapshot: Snapshot) -> str:
        """Return how many nights have a room, and how many have none yet."""
        without = sum(not stay.room for stay in snapshot.stays)
        parts = (
            count("{n} stay", "{n} stays", len(snapshot.stays)),
            count("{n} without a room", "{n} without a room", without) if without else "",
        )
        return " · ".join(filter(None, parts))

    def _hotel(self, stay: Stay) -> str:
        assert self.snapshot
        hotel = self.snapshot.hotel.get(stay.hotel_id or 0)
        return hotel.name if hotel else ""

    def _mate(self, stay: Stay) -> str:
        return self.person(stay.mate_id).full_name if stay.mate_id else ""


class HotelsPage(TravelPage):
    """The hotels, with the rooms held and used there."""

    def __init__(self) -> None:
        def held(kind: RoomKind) -> Callable[[Hotel], str]:
            return lambda hotel: "" if hotel.held(kind) is None else str(hotel.held(kind))

        columns = [
            Column(_("Hotel"), lambda hotel: hotel.name, width=190, grows=True),
            Column(_("Stop"), self._stop, width=120),
            Column(_("Address"), lambda hotel: " ".join(hotel.address.split()), width=190, grows=True),
            Column(_("Singles"), held(RoomKind.SINGLE), width=90, right=True),
            Column(_("Doubles"), held(RoomKind.DOUBLE), width=90, right=True),
            Column(_("Twins"), held(RoomKind.TWIN), width=90, right=True),
            Column(_("Rooms used"), lambda hotel: str(self._used.get(hotel.id, 0)), width=90, right=True),
            Column(_("People"), lambda hotel: str(self._people.get(hotel.id, 0)), width=70, right=True),
            Column(_("Note"), lambda hotel: hotel.note, width=90),
        ]
        self._used: Counter[int] = Counter()
        self._people: Counter[int] = Counter()
        super().__init__(columns, _("Hotels"), "arrivals.hotels")
        for part in (self.main, self.words):
            self.layout_.addWidget(part)

    def found(self, snapshot: Snapshot) -> list[Hotel]:
        """Return the hotels by name."""
        self._used = Counter(hotel for hotel, _room in by_room(snapshot.stays))
        self._people = Counter({stay.person_id: stay.hotel_id or 0 for stay in snapshot.stays}.values())
        return sorted(snapshot.hotels, key=lambda one: current().sort_key(one.name))

    def said(self, snapshot: Snapshot) -> str:
        """Return how many hotels there are."""
        return count("{n} hotel", "{n} hotels", len(snapshot.hotels))

    def _stop(self, hotel: Hotel) -> str:
        assert self.snapshot
        stop = self.snapshot.stop.get(hotel.stop_id or 0)
        return stop.name(current().language) if stop else ""


class VehiclesPage(TravelPage):
    """The vehicles of transfers above, who sits in the chosen ones below."""

    def __init__(self) -> None:
        columns = [
            Column(_("Transfer"), lambda bus: self.transfer_of(bus).name(current().language), width=200, grows=True),
            Column(_("Leaves"), self._leaves, width=150),
            Column(_("Vehicle"), lambda bus: bus.name, width=110),
            Column(_("Kind of vehicle"), lambda bus: bus.model, width=90),
            Column(_("Seats"), lambda bus: str(bus.room), width=60, right=True),
            Column(_("People"), lambda bus: str(len(self.riders([bus]))), width=60, right=True),
            Column(_("Driver"), lambda bus: bus.driver, width=130),
        ]
        super().__init__(columns, _("Vehicles"), "arrivals.vehicles")
        self._riders: list[tuple[Vehicle, Person]] = []
        below = [
            Column(_("Vehicle"), lambda row: row[0].name, width=110),
            Column(_("Name"), lambda row: row[1].full_name, width=190, grows=True),
            Column(_("Company"), lambda row: self.company(row[1].id), width=160, grows=True),
        ]
        model = TableModel(below, lambda keys: [self._riders[key] for key in keys])
        self.manifest = DataTable(model, _("Who sits in it"), kept="arrivals.manifest")
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.main)
        split.addWidget(self.manifest)
        self.layout_.addWidget(split)
        self.layout_.addWidget(self.words)
        self.main.selectionModel().selectionChanged.connect(lambda *_changed: self._show_riders())

    def refresh(self, snapshot: Snapshot) -> None:
        """Show the vehicles, and who sits in the chosen ones."""
        super().refresh(snapshot)
        self._show_riders()

    def found(self, snapshot: Snapshot) -> list[Vehicle]:
        """Return the vehicles by transfer."""
        return [bus for event in assigning.transfers(snapshot) for bus in snapshot.vehicles_of[event.id]]

    def said(self, snapshot: Snapshot) -> str:
        """Return how many people have a seat."""
        return count("{n} person has a seat", "{n} people have a seat", len(snapshot.seats))

    def transfer_of(self, bus: Vehicle) -> Event:
        """Return the transfer of a vehicle."""
        assert self.snapshot
        return next(event for event in self.snapshot.events if event.id == bus.event_id)

    def riders(self, buses: Sequence[Vehicle]) -> list[tuple[Vehicle, Person]]:
        """Return who sits in some vehicles, by vehicle and name."""
        if self.snapshot is None:
            return []
        known = {bus.id: bus for bus in buses}
        found = [
            (known[one.vehicle_id], self.snapshot.person[one.person_id])
            for one in self.snapshot.seats
            if one.vehicle_id in known
        ]
        t, order = current(), list(known)
        return sorted(
            found, key=lambda row: (order.index(row[0].id), t.sort_key(f"{row[1].family_name} {row[1].given_name}"))
        )

    @property
    def chosen_rider(self) -> int | None:
        """The key of who is selected below."""
        keys = self.manifest.chosen_keys()
        return self._riders[keys[0]][1].id if keys else None

    def shown_list(self, title: str) -> ShownList:
        """The manifests of the chosen vehicles, of all where none is chosen."""
        return self.manifest.shown(title, ", ".join(bus.name for bus in self.chosen) or self.words.text())

    def _show_riders(self) -> None:
        self._riders = self.riders(self.chosen or [*self.records.values()])
        self.manifest.rows.set_keys(list(range(len(self._riders))))

    def _leaves(self, bus: Vehicle) -> str:
        assert self.snapshot
        starts = self.snapshot.ends_of(self.transfer_of(bus)).starts
        return f"{current().short_day(starts.date())} {current().time(starts)}"


def _day(day: Any) -> str:
    return current().short_day(day) if day else ""
