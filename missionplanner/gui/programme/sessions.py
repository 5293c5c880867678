"""Sessions and their slots as records an organiser sets up."""

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import Any

from missionplanner.domain.mission import Stop, Venue
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting, Session, Slot, given_name
from missionplanner.errors import UserError
from missionplanner.gui.programme.form_values import moment_in, nine_o_clock, span
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.programme.session_picture import SessionPicture
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, in_mission, number_problem
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _
from missionplanner.jobs.programme import programme
from missionplanner.store.store import Store


class Sessions:
    """Blocks of meeting time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stops = {stop.id: stop for stop in store.all(Stop)}
        self._venues = {venue.id: venue for venue in store.all(Venue)}

    @property
    def kind(self) -> RecordKind:
        """The kind of record, for the record editor."""
        columns = [
            Column(_("Time"), lambda s: span(s, self._zone(s.venue_id)), width=230),
            Column(_("Name"), lambda s: s.label, width=140, grows=True),
            Column(_("Venue"), lambda s: self._venues[s.venue_id].name, width=260, grows=True),
            Column(_("Slots"), lambda s: f"{s.slot_minutes} + {s.buffer_minutes} min", width=110),
        ]
        hint = _("A session is cut into slots; meetings are planned into them.")
        kind = RecordKind(_("Sessions"), columns, self.rows, self.fields, self.values, self.save, self._remove, hint)
        return replace(kind, picture=SessionPicture)

    def rows(self) -> list[Session]:
        """The sessions in the order of time."""
        return sorted(self._store.all(Session), key=lambda s: (s.starts, s.venue_id, s.id))

    def save(self, record: Session | None, values: dict[str, Any]) -> None:
        """Store a session; its times are on the clocks of its venue's stop. Raises UserError when it has no venue."""
        if not values["venue_id"]:
            raise UserError(_("A session needs a venue."), _("Add a venue first."))
        zone = self._zone(values["venue_id"])
        typed = {
            **values,
            "name": given_name(values["name"]),
            "starts": moment_in(values["starts"], zone),
            "ends": moment_in(values["ends"], zone),
            "slot_minutes": int(values["slot_minutes"]),
            "buffer_minutes": int(values["buffer_minutes"]),
        }
        programme.save_session(self._store, replace(record, **typed) if record else Session(**typed))

    def values(self, record: Session | None) -> dict[str, Any]:
        """Return the values of the form for a record, or for a new one without it."""
        if record is None:
            day = nine_o_clock(self._store.mission.starts)
            first = next(iter(self._venues), None)
            times = {"starts": day, "ends": day.replace(hour=13)}
            return {**times, "slot_minutes": 20, "buffer_minutes": 5, "venue_id": first}
        plain = {name: getattr(record, name) for name in ("venue_id", "slot_minutes", "buffer_minutes")}
        zone = self._zone(record.venue_id)
        return {
            **plain,
            "name": record.label,
            "starts": in_zone(record.starts, zone),
            "ends": in_zone(record.ends, zone),
        }

    def fields(self) -> list[FormField]:
        """The fields of the form."""
        fields = [
            FormField("name", _("Name")),
            FormField("venue_id", _("Venue"), "choice", [(v.id, v.name) for v in self._venues.values()]),
            FormField("starts", _("Starts"), "moment"),
            FormField("ends", _("Ends"), "moment"),
            FormField("slot_minutes", _("Minutes of a slot"), "number", check=number_problem),
            FormField("buffer_minutes", _("Minutes between slots"), "number", check=number_problem),
        ]
        return bounded(Session, in_mission(self._store.mission, fields))

    def _zone(self, venue_id: int) -> str:
        return self._stops[self._venues[venue_id].stop_id].time_zone

    def _remove(self, keys: list[int]) -> None:
        programme.remove_sessions(self._store, keys)


class Slots:
    """The slots of all sessions, one by one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sessions = {session.id: session for session in store.all(Session)}
        stops = {stop.id: stop for stop in store.all(Stop)}
        venues = {venue.id: venue for venue in store.all(Venue)}
        self._zone = {key: stops[venues[s.venue_id].stop_id].time_zone for key, s in self._sessions.items()}
        self._venues = {key: venues[session.venue_id].name for key, session in self._sessions.items()}
        self._meetings = Counter(meeting.slot_id for meeting in store.all(Meeting) if meeting.stands)

    @property
    def kind(self) -> RecordKind:
        """The kind of record, for the record editor."""
        columns = [
            Column(_("Time"), lambda s: span(s, self._zone[s.session_id]), width=230),
            Column(_("Session"), lambda s: self._sessions[s.session_id].label, width=160),
            Column(_("Venue"), lambda s: self._venues[s.session_id], width=280, grows=True),
            Column(_("Meetings"), lambda s: str(self._meetings[s.id]), width=90, right=True),
        ]
        hint = _("A slot with meetings takes them along when its time changes.")
        remove = partial(programme.remove_slots, self._store)
        return RecordKind(_("Slots"), columns, self.rows, self.fields, self.values, self.save, remove, hint)

    def rows(self) -> list[Slot]:
        """The slots in the order of time."""
        return sorted(self._store.all(Slot), key=lambda slot: (slot.starts, slot.session_id, slot.id))

    def save(self, record: Slot | None, values: dict[str, Any]) -> None:
        """Store a slot; its times are on the clocks of its session's stop. Raises UserError when it has no session."""
        if values["session_id"] not in self._sessions:
            raise UserError(_("A slot needs a session."), _("Add a session first."))
        zone = self._zone[values["session_id"]]
        times = {name: moment_in(values[name], zone) for name in ("starts", "ends")}
        typed = {"session_id": values["session_id"], **times}
        programme.save_slot(self._store, replace(record, **typed) if record else Slot(**typed))

    def values(self, record: Slot | None) -> dict[str, Any]:
        """Return the values of the form for a record, or for a new one without it."""
        if record is None:
            day = nine_o_clock(self._store.mission.starts)
            return {"starts": day, "ends": day.replace(minute=20), "session_id": next(iter(self._sessions), None)}
        zone = self._zone[record.session_id]
        return {
            "starts": in_zone(record.starts, zone),
            "ends": in_zone(record.ends, zone),
            "session_id": record.session_id,
        }

    def fields(self) -> list[FormField]:
        """The fields of the form."""
        names = [(key, " – ".join(p for p in (s.label, self._venues[key]) if p)) for key, s in self._sessions.items()]
        fields = [
            FormField("session_id", _("Session"), "choice", names),
            FormField("starts", _("Starts"), "moment"),
            FormField("ends", _("Ends"), "moment"),
        ]
        return bounded(Slot, in_mission(self._store.mission, fields))
