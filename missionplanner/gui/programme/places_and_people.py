"""Venues, travel times and interpreters as records an organiser sets up."""

from collections import Counter
from dataclasses import replace
from typing import Any

from missionplanner.domain.mission import Stop, Table, Travel, Venue
from missionplanner.domain.timetable import Interpreter, Meeting
from missionplanner.errors import UserError
from missionplanner.gui.programme.form_values import remover, stop_choices
from missionplanner.gui.programme.record_editor import RecordKind
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
from missionplanner.jobs.programme import programme
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
        programme.save_venue(store, replace(record, **values) if record else Venue(**values), number)

    def values(record: Venue | None) -> dict[str, Any]:
        if record is None:
            return {"tables": 20, "stop_id": next(iter(stops), None)}
        return {
            **{name: getattr(record, name) for name in ("name", "stop_id", "address", "phone")},
            "tables": tables(record),
        }

    columns = [
        Column(_("Venue"), lambda v: v.name, width=250),
        Column(_("Stop"), lambda v: stops[v.stop_id].name(current().language), width=130),
        Column(_("Address"), lambda v: v.address, width=330),
        Column(_("Tables"), lambda v: str(tables(v)), width=80, right=True),
    ]
    return RecordKind(
        _("Venues"),
        columns,
        lambda: store.all(Venue),
        lambda: _venue_fields(store),
        values,
        save,
        lambda keys: programme.remove_venues(store, keys),
        _("Each table holds one meeting at a time."),
    )


def _venue_fields(store: Store) -> list[FormField]:
    return bounded(
        Venue,
        [
            FormField("name", _("Name"), check=needed),
            FormField("stop_id", _("Stop"), "choice", stop_choices(store)),
            FormField("address", _("Address")),
            FormField("phone", _("Phone")),
            FormField("tables", _("Tables"), "number", check=number_problem),
        ],
    )


def interpreters(store: Store) -> RecordKind:
    """The interpreters that are booked."""

    def save(record: Interpreter | None, values: dict[str, Any]) -> None:
        values["languages"] = entry.languages(values["languages"])
        made = replace(record, **values) if record else Interpreter(**values)
        programme.save(store, made, message("Edit interpreter") if record else message("Add interpreter"))

    def values(record: Interpreter | None) -> dict[str, Any]:
        if record is None:
            return {}
        spoken = "; ".join(language_name(code) for code in record.languages.split(","))
        return {"name": record.name, "languages": spoken, "phone": record.phone}

    booked = Counter(m.interpreter_id for m in store.all(Meeting) if m.interpreter_id and m.stands)
    columns = [
        Column(_("Name"), lambda i: i.name, width=260),
        Column(_("Languages"), lambda i: i.languages, width=160),
        Column(_("Phone"), lambda i: i.phone, width=160),
        Column(_("Meetings"), lambda i: str(booked[i.id]), width=90, right=True),
    ]
    return RecordKind(
        _("Interpreters"),
        columns,
        lambda: store.all(Interpreter),
        _interpreter_fields,
        values,
        save,
        remover(store, Interpreter, message("Delete interpreters")),
        _("Companies without a common language get one who speaks a language of each."),
    )


def _interpreter_fields() -> list[FormField]:
    spoken = [(0, name) for name in OWN_NAMES.values()]
    return bounded(
        Interpreter,
        [
            FormField("name", _("Name"), check=needed),
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
            raise UserError(_("There are no venues."), _("Add venues first."))
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
        Column(_("From venue"), lambda t: venues.get(t.venue_id, ""), width=320),
        Column(_("To venue"), lambda t: venues.get(t.other_id, ""), width=320),
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
