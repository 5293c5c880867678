"""Zones of cities and the minutes between them, as records an organiser sets up."""

from dataclasses import replace
from typing import Any

from missionplanner.domain.mission import Stop, ZoneWay
from missionplanner.errors import UserError
from missionplanner.gui.programme.form_values import remover, stop_choices
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded, needed, number_problem
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs.programme import zones
from missionplanner.messages import message
from missionplanner.store.store import Store


def zone_ways(store: Store) -> RecordKind:
    """The minutes from zone to zone."""
    stops = {stop.id: stop.name(current().language) for stop in store.all(Stop)}

    def save(record: ZoneWay | None, values: dict[str, Any]) -> None:
        if not values["stop_id"]:
            raise UserError(_("Zones need a stop."), _("Add a stop in the mission settings first."))
        typed = {**values, "minutes": int(values["minutes"])}
        zones.save(store, replace(record, **typed) if record else ZoneWay(**typed))

    def values(record: ZoneWay | None) -> dict[str, Any]:
        if record is None:
            return {"stop_id": next(iter(stops), None), "minutes": 20}
        return {name: getattr(record, name) for name in ("stop_id", "zone", "other", "minutes")}

    columns = [
        Column(_("Stop"), lambda way: stops.get(way.stop_id, ""), width=160),
        Column(_("From zone"), lambda way: way.zone, width=240, grows=True),
        Column(_("To zone"), lambda way: way.other, width=240, grows=True),
        Column(_("Minutes"), lambda way: str(way.minutes), width=90, right=True),
    ]
    return RecordKind(
        _("Zones"),
        columns,
        lambda: store.all(ZoneWay),
        lambda: _fields(store),
        values,
        save,
        remover(store, ZoneWay, message("Delete minutes between zones")),
        _("The way between offices and venues by their zones; from a zone to itself it is that between two addresses."),
    )


def _fields(store: Store) -> list[FormField]:
    known = zone_choices(store)
    return bounded(
        ZoneWay,
        [
            FormField("stop_id", _("Stop"), "choice", stop_choices(store)),
            FormField("zone", _("From zone"), choices=known, check=needed),
            FormField("other", _("To zone"), choices=known, check=needed),
            FormField("minutes", _("Minutes"), "number", check=number_problem),
        ],
    )


def zone_choices(store: Store) -> list[tuple[int, str]]:
    """Return the names of zones in use, to complete from."""
    return [(0, name) for name in zones.names(store)]


def address_fields(store: Store) -> list[FormField]:
    """Return the fields that say where an address lies in its city."""
    where = _("Latitude and longitude, as maps give them: 19.4326, -99.1332")
    return [
        FormField("zone", _("Zone of the city"), choices=zone_choices(store)),
        FormField("coordinates", _("Coordinates"), hint=where),
    ]
