"""Venues, travel times and interpreters as records an organiser sets up."""

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import Any

from missionplanner.domain.mission import Stop, Table, Travel, Venue
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.gui.programme.form_values import remover, stop_choices
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.programme.zones import address_fields
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import (
    bounded,
    languages_problem,
    needed,
    number_problem,
)
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import OWN_NAMES, _, current, language_name
from missionplanner.jobs.companies import entry
from missionplanner.jobs.people import interpreters as interpreter_records
from missionplanner.jobs.people import records
from missionplanner.jobs.programme import programme, video_rooms
from missionplanner.jobs.wording import number_shown, value_shown
from missionplanner.messages import message
from missionplanner.store.store import Store


def venues(store: Store) -> RecordKind:
    """Venues with their tables."""
    stops = {stop.id: stop for stop in store.all(Stop)}

    def tables(record: Venue) -> int:
        return len(store.where(Table, "venue_id", [record.id]))

    def save(record: Venue | None, values: dict[str, Any]) -> None:
        if not values["stop_id"]:
            raise UserError(_("A venue needs a stop."), _("Add a stop in the mission settings first."))
        # Tables are records of their own, not a field of the venue.
        number = int(values.pop("tables"))
        links = video_rooms.split(values.pop("links", ""))
        country = stops[values["stop_id"]].country
        values["phone"] = entry.checked("phone", values.get("phone", ""), country)[0]
        venue = replace(record, **values) if record else Venue(**values)
        programme.save_venue(store, venue, max(number, len(links)), links=links)

    columns = [
        Column(_("Venue"), lambda v: v.name, width=250, grows=True),
        Column(_("Stop"), lambda v: stops[v.stop_id].name(current().language), width=160),
        Column(_("Address"), lambda v: v.address, width=330, grows=True),
        Column(_("Tables"), lambda v: str(tables(v)), width=80, right=True),
    ]
    return RecordKind(
        _("Venues"),
        columns,
        lambda: store.all(Venue),
        lambda: _venue_fields(store),
        partial(_venue_values, store),
        save,
        partial(programme.remove_venues, store),
        _("Each table holds one meeting at a time."),
    )


def _venue_values(store: Store, record: Venue | None) -> dict[str, Any]:
    if record is None:
        return {"tables": 20, "stop_id": next((stop.id for stop in store.all(Stop)), None), "online": False}
    return {
        **{name: getattr(record, name) for name in ("name", "stop_id", "address", "zone", "coordinates", "online")},
        "links": video_rooms.typed(video_rooms.links(store, record)),
        "phone": number_shown(record.phone),
        "tables": len(store.where(Table, "venue_id", [record.id])),
    }


def _venue_fields(store: Store) -> list[FormField]:
    return bounded(
        Venue,
        [
            FormField("name", _("Name"), check=needed),
            FormField("stop_id", _("Stop"), "choice", stop_choices(store)),
            FormField("address", _("Address")),
            FormField("phone", _("Phone")),
            FormField("tables", _("Tables"), "number", check=number_problem),
            FormField("online", _("Meetings are"), "choice", [(False, _("at tables")), (True, _("by video"))]),
            FormField(
                "links",
                _("Links of the video rooms"),
                "text",
                check=video_rooms.problem,
                hint=_("One after the other: the first is that of table 1, which is then video room 1."),
            ),
            *address_fields(store),
        ],
    )


def interpreters(store: Store) -> RecordKind:
    """The people who interpret, with what the timetable needs of them; people have more."""
    found = ("given_name", "family_name", "languages", "phone")

    def save(record: Person | None, values: dict[str, Any]) -> None:
        number = entry.checked("phone", values.get("phone", ""), store.mission.host_country)[0]
        texts = {**values, "languages": entry.languages(values["languages"]), "phone": number}
        interpreter_records.enter(store, record, texts)

    def values(record: Person | None) -> dict[str, Any]:
        if record is None:
            return {}
        spoken = "; ".join(language_name(code) for code in record.languages.split(",") if code)
        number = number_shown(record.phone)
        return {**{name: getattr(record, name) for name in found}, "languages": spoken, "phone": number}

    def remove(keys: list[int]) -> None:
        records.remove(store, keys)

    snapshot = store.snapshot()
    booked = Counter(m.interpreter_id for m in snapshot.meetings if m.interpreter_id and m.stands)
    columns = [
        Column(_("Name"), lambda p: p.full_name, width=260, grows=True),
        Column(_("Languages"), lambda p: value_shown("people", "languages", p.languages), width=160),
        Column(_("Phone"), lambda p: number_shown(p.mobile or p.phone), width=160),
        Column(_("Meetings"), lambda p: str(booked[p.id]), width=90, right=True),
    ]
    return RecordKind(
        _("Interpreters"),
        columns,
        lambda: store.snapshot().interpreters,
        _interpreter_fields,
        values,
        save,
        remove,
        _("Companies without a common language get one who speaks a language of each. They are people like others."),
    )


def _interpreter_fields() -> list[FormField]:
    spoken = [(0, name) for name in OWN_NAMES.values()]
    return bounded(
        Person,
        [
            FormField("given_name", _("Given name"), check=needed),
            FormField("family_name", _("Family name")),
            FormField(
                "languages",
                _("Languages"),
                "listing",
                spoken,
                languages_problem,
            ),
            FormField("phone", _("Phone")),
        ],
    )


def travels(store: Store) -> RecordKind:
    """The minutes from venue to venue."""
    venues = {venue.id: venue.name for venue in store.all(Venue)}

    def save(record: Travel | None, values: dict[str, Any]) -> None:
        if not venues:
            raise UserError(_("There are no venues."), _("Add venues first."), "programme.Venues")
        typed = {**values, "minutes": int(values["minutes"])}
        programme.save_travel(store, replace(record, **typed) if record else Travel(**typed))

    def values(record: Travel | None) -> dict[str, Any]:
        if record is None:
            keys = [*venues, None, None]
            return {"venue_id": keys[0], "other_id": keys[1], "minutes": 20}
        return {name: getattr(record, name) for name in ("venue_id", "other_id", "minutes")}

    def fields() -> list[FormField]:
        choices = list(venues.items())
        return bounded(
            Travel,
            [
                FormField("venue_id", _("From venue"), "choice", choices),
                FormField("other_id", _("To venue"), "choice", choices),
                FormField("minutes", _("Minutes"), "number", check=number_problem),
            ],
        )

    columns = [
        Column(_("From venue"), lambda t: venues.get(t.venue_id, ""), width=320, grows=True),
        Column(_("To venue"), lambda t: venues.get(t.other_id, ""), width=320, grows=True),
        Column(_("Minutes"), lambda t: str(t.minutes), width=90, right=True),
    ]
    return RecordKind(
        _("Travel times"),
        columns,
        lambda: store.all(Travel),
        fields,
        values,
        save,
        remover(store, Travel, message("Delete travel times")),
        _("Counts in both directions; elsewhere the minutes of the mission settings count."),
    )
