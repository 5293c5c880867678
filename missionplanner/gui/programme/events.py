"""Events as records an organiser sets up: plenaries, receptions, site visits, transfers, briefings."""

from dataclasses import replace
from typing import Any

from missionplanner.domain.applications import Status
from missionplanner.domain.events import AUDIENCE_LABELS, EVENT_KIND_LABELS, Audience, Event, EventKind
from missionplanner.domain.mission import Sector, Stop, Venue
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.gui.programme.form_values import moment_in, nine_o_clock, remover, span, stop_choices
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, in_mission, needed, room_problem
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs.programme import attendance
from missionplanner.messages import message
from missionplanner.store.store import Store

_PLAIN = ("name_en", "name_fr", "name_es", "kind", "stop_id", "venue_id", "to_venue_id", "place", "audience",
          "sector_id", "status", "capacity", "notes", "talking_points")  # fmt: skip


class Events:
    """Plenaries, receptions, site visits, transfers, briefings."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stops = {stop.id: stop for stop in store.all(Stop)}
        self._venues = {venue.id: venue for venue in store.all(Venue)}

    @property
    def kind(self) -> RecordKind:
        """The kind of record, for the record editor."""
        hint = _("Whoever attends an event has no meeting at that time.")
        remove = remover(self._store, Event, message("Delete events"))
        return RecordKind(_("Events"), self._columns(), self.rows, self.fields, self.values, self.save, remove, hint)

    def rows(self) -> list[Event]:
        """The events in the order of time."""
        return sorted(self._store.all(Event), key=lambda event: (event.starts, event.stop_id, event.id))

    def save(self, record: Event | None, values: dict[str, Any]) -> None:
        """Store an event; its times are on the clocks of its stop.

        Raises UserError when it has no stop, ends before it starts, or lacks the sector or status it is for.
        """
        if values["stop_id"] not in self._stops:
            raise UserError(_("An event needs a stop."), _("Add a stop in the mission settings first."))
        zone = self._stops[values["stop_id"]].time_zone
        starts, ends = moment_in(values["starts"], zone), moment_in(values["ends"], zone)
        if ends <= starts:
            raise UserError(_("The event ends before it starts."), _("Correct one of the two times."))
        _need_audience(values)
        room = int(values["capacity"]) if values["capacity"] else None
        typed = {**values, "starts": starts, "ends": ends, "capacity": room, "status": str(values["status"] or "")}
        attendance.save_event(self._store, replace(record, **typed) if record else Event(**typed))

    def values(self, record: Event | None) -> dict[str, Any]:
        """Return the values of the form for a record, or for a new one without it."""
        if record is None:
            first = next(iter(self._stops.values()), None)
            day = nine_o_clock((first or self._store.mission).starts)
            return {"starts": day, "ends": day.replace(hour=10), "stop_id": first.id if first else None}
        zone = self._stops[record.stop_id].time_zone
        plain = {name: getattr(record, name) for name in _PLAIN}
        return {**plain, "starts": in_zone(record.starts, zone), "ends": in_zone(record.ends, zone)}

    def fields(self) -> list[FormField]:
        """The fields of the form."""
        parents = [sector for sector in self._store.all(Sector) if sector.parent_id is None]
        sectors = [(None, "–"), *((sector.id, sector.name(current().language)) for sector in parents)]
        audiences = [(a, a.label) for a in AUDIENCE_LABELS]
        statuses = [("", "–"), *((status.value, status.label()) for status in Status)]
        places = [(None, _("No venue of the mission")), *((venue.id, venue.name) for venue in self._venues.values())]
        fields = [
            FormField("name_en", _("Name in English"), check=needed),
            FormField("name_fr", _("Name in French")),
            FormField("name_es", _("Name in Spanish")),
            FormField("kind", _("Kind"), "choice", [(kind, kind.label) for kind in EVENT_KIND_LABELS]),
            FormField("stop_id", _("Stop"), "choice", stop_choices(self._store)),
            FormField("venue_id", _("Venue"), "choice", places),
            FormField("place", _("Other place")),
            FormField("to_venue_id", _("A transfer ends at"), "choice", [(None, "–"), *places[1:]]),
            FormField("starts", _("Starts"), "moment"),
            FormField("ends", _("Ends"), "moment"),
            FormField("audience", _("Who attends"), "choice", audiences),
            FormField("sector_id", _("Sector"), "choice", sectors),
            FormField("status", _("Status"), "choice", statuses),
            FormField("capacity", _("Room for people"), "number", check=room_problem),
            FormField("notes", _("Notes"), "text", lines=2),
            FormField("talking_points", _("Talking points"), "text", lines=3),
        ]
        return bounded(Event, in_mission(self._store.mission, fields))

    def _columns(self) -> list[Column]:
        language = current().language

        def place(event: Event) -> str:
            return self._venues[event.venue_id].name if event.venue_id in self._venues else event.place

        return [
            Column(_("Time"), lambda e: span(e, self._stops[e.stop_id].time_zone), width=230),
            Column(_("Event"), lambda e: e.name(language), width=330, grows=True),
            Column(_("Kind"), lambda e: EventKind(e.kind).label, width=100),
            Column(_("Stop"), lambda e: self._stops[e.stop_id].name(language), width=110),
            Column(_("Place"), place, width=220),
            Column(_("Who attends"), lambda e: e.audience.label, width=170),
            Column(_("Room for"), lambda e: str(e.capacity or ""), width=80, right=True),
        ]


def _need_audience(values: dict[str, Any]) -> None:
    """Refuse an audience of a sector or status without saying which."""
    if values["audience"] is Audience.SECTOR and values["sector_id"] is None:
        raise UserError(_("Which sector attends?"), _("Choose the sector below."))
    if values["audience"] is Audience.STATUS and not values["status"]:
        raise UserError(_("Which status attends?"), _("Choose the status below."))
