"""Events as records an organiser sets up: plenaries, receptions, transfers, bilateral calls."""

from typing import Any

from missionplanner.domain.applications import Status
from missionplanner.domain.events import AUDIENCE_LABELS, EVENT_KIND_LABELS, Audience, Event, EventKind
from missionplanner.domain.mission import Sector, Stop, Venue
from missionplanner.gui.programme.form_values import nine_o_clock, remover, span_of, stop_choices
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import KINDS, FormField
from missionplanner.gui.widgets.field_checks import bounded, in_mission, needed, room_problem
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.wordings import offer_wordings
from missionplanner.i18n import _, current
from missionplanner.jobs.programme import event_entry
from missionplanner.messages import message
from missionplanner.store.store import Store


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
        return RecordKind(
            _("Events"), self._columns(), self.rows, self.fields, self.values, self.save, remove, hint, self.prepare
        )

    def rows(self) -> list[Event]:
        """The events in the order of time."""
        return sorted(self._store.all(Event), key=lambda event: (event.starts, event.stop_id, event.id))

    def save(self, record: Event | None, values: dict[str, Any]) -> None:
        """Store an event; see `event_entry.enter`, which raises UserError for what cannot be."""
        event_entry.enter(self._store, record, values)

    def values(self, record: Event | None) -> dict[str, Any]:
        """Return the values of the form for a record, or for a new one without it."""
        if record is None:
            first = next(iter(self._stops.values()), None)
            day = nine_o_clock((first or self._store.mission).starts)
            return {"starts": day, "ends": day.replace(hour=10), "stop_id": first.id if first else None}
        return event_entry.values_of(record, self._stops)

    def prepare(self, form: Form) -> None:
        """Show what only transfers have for transfers alone, and offer the wording of other languages."""

        def show() -> None:
            form.show_fields(event_entry.TO_OTHERS, form.value("kind") is EventKind.TRANSFER)
            is_call = form.value("kind") is EventKind.CALL
            form.show_fields(event_entry.OF_CALLS, is_call)
            if is_call and not was_call[0] and form.value("audience") is Audience.EVERYONE:
                KINDS["choice"].write(form.editors["audience"], Audience.LISTED)
            was_call[0] = is_call

        was_call = [form.value("kind") is EventKind.CALL]
        show()
        form.edited.connect(show)
        for text in ("name_en", "place", "to_place", "meeting_point", "organiser"):
            stem = text.removesuffix("_en")
            offer_wordings(form, (text, f"{stem}_fr", f"{stem}_es"))

    def fields(self) -> list[FormField]:
        """The fields of the form."""
        parents = [sector for sector in self._store.all(Sector) if sector.parent_id is None]
        sectors = [(None, "–"), *((sector.id, sector.name(current().language)) for sector in parents)]
        audiences = [(a, a.label) for a in AUDIENCE_LABELS]
        statuses = [("", "–"), *((status.value, status.label()) for status in Status)]
        places = [(None, _("No venue of the mission")), *((venue.id, venue.name) for venue in self._venues.values())]
        stops = stop_choices(self._store)
        fields = [
            FormField("name_en", _("Name in English"), check=needed),
            FormField("name_fr", _("Name in French")),
            FormField("name_es", _("Name in Spanish")),
            FormField("kind", _("Kind"), "choice", [(kind, kind.label) for kind in EVENT_KIND_LABELS]),
            FormField("stop_id", _("Stop"), "choice", stops),
            FormField("venue_id", _("Venue"), "choice", places),
            *_in_languages("place", _("Other place"), _("Other place in French"), _("Other place in Spanish")),
            FormField("starts", _("Starts"), "moment", hint=_("On the clocks of the stop.")),
            FormField("to_stop_id", _("Arrives at"), "choice", [(None, _("The same stop")), *stops]),
            FormField("to_venue_id", _("A transfer ends at"), "choice", [(None, "–"), *places[1:]]),
            *_in_languages(
                "to_place", _("Place of arrival"), _("Place of arrival in French"), _("Place of arrival in Spanish")
            ),
            FormField("ends", _("Ends"), "moment", hint=_("On the clocks of the stop, or of that of the arrival.")),
            *_in_languages(
                "meeting_point", _("Meeting point"), _("Meeting point in French"), _("Meeting point in Spanish")
            ),
            *_in_languages("organiser", _("Organiser"), _("Organiser in French"), _("Organiser in Spanish")),
            FormField("audience", _("Who attends"), "choice", audiences),
            FormField("sector_id", _("Sector"), "choice", sectors),
            FormField("status", _("Status"), "choice", statuses),
            FormField("capacity", _("Room for people"), "number", check=room_problem),
            FormField("notes", _("Notes"), "text", lines=2),
            FormField("talking_points", _("Talking points"), "text", lines=3),
            *self._of_calls(),
        ]
        return bounded(Event, in_mission(self._store.mission, fields))

    def _of_calls(self) -> list[FormField]:
        """Return the fields only bilateral calls have."""
        snapshot = self._store.snapshot()
        t = current()
        companies = sorted(((one.id, one.name) for one in snapshot.companies), key=lambda one: t.sort_key(one[1]))
        people = sorted(((one.id, one.full_name) for one in snapshot.people), key=lambda one: t.sort_key(one[1]))
        return [
            FormField("host_id", _("Host"), "choice", [(None, "–"), *companies]),
            FormField("hosts", _("Who receives"), "text", lines=2, hint=_("One a line, in the order of protocol.")),
            FormField("brief", _("Brief"), "text", lines=3),
            FormField("objectives", _("Objectives"), "text", lines=2),
            FormField("protocol", _("Notes on protocol"), "text", lines=2),
            FormField("interpreter_id", _("Interpreter"), "choice", [(None, "–"), *people]),
        ]

    def _columns(self) -> list[Column]:
        language = current().language

        def place(event: Event) -> str:
            venue = self._venues.get(event.venue_id or 0)
            return venue.name if venue else event.said("place", language)[0]

        return [
            Column(_("Time"), lambda e: span_of(e, self._stops), width=230),
            Column(_("Event"), lambda e: e.name(language), width=330, grows=True),
            Column(_("Kind"), lambda e: EventKind(e.kind).label, width=100),
            Column(_("Stop"), lambda e: self._stops[e.stop_id].name(language), width=110),
            Column(_("Place"), place, width=220),
            Column(_("Who attends"), lambda e: e.audience.label, width=170),
            Column(_("Room for"), lambda e: str(e.capacity or ""), width=80, right=True),
        ]


def _in_languages(name: str, *labels: str) -> list[FormField]:
    """Return the fields of a text in three languages."""
    return [FormField(f"{name}{ending}", label) for ending, label in zip(("", "_fr", "_es"), labels, strict=True)]
