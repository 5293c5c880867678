"""Tables of transfers brought in: transfers and their vehicles, as one step."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.mission import Stop
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import words
from missionplanner.domain.time import local
from missionplanner.domain.vehicles import Vehicle
from missionplanner.errors import UserError
from missionplanner.exchange import files, vehicle_tables
from missionplanner.exchange.vehicle_tables import VehicleRow
from missionplanner.i18n import _, count
from missionplanner.messages import counted_message
from missionplanner.store.store import Store

_USUAL = timedelta(hours=1)
"""How long a transfer takes where nobody says it."""


@dataclass(slots=True)
class VehiclePlan:
    """The changes a table of transfers would make."""

    events: list[Event] = field(default_factory=list)
    """New transfers, with made-up keys below 0."""
    vehicles: list[Vehicle] = field(default_factory=list)
    """New and changed vehicles."""
    same: int = 0

    @property
    def sentence(self) -> str:
        """Says what it comes to."""
        new = sum(not one.id for one in self.vehicles)
        parts = (
            count("{n} new transfer", "{n} new transfers", len(self.events)),
            count("{n} new vehicle", "{n} new vehicles", new),
            count("{n} vehicle changed", "{n} vehicles changed", len(self.vehicles) - new),
            count("{n} vehicle the same", "{n} vehicles the same", self.same),
        )
        numbers = (len(self.events), new, len(self.vehicles) - new, self.same)
        return ", ".join(text for text, n in zip(parts, numbers, strict=True) if n)


def analyse(store: Store, path: Path, sheet: str = "") -> VehiclePlan:
    """Return what a table of transfers would change. Raises UserError when it is none, or a transfer is unknown."""
    source = files.load(path)
    mission = store.mission
    sheets = [one for one in files.read(source) if (one.name == sheet if sheet else not one.hidden)]
    rows = [row for one in sheets for row in vehicle_tables.read(one, mission.starts, mission.ends)]
    if not rows:
        text = _("{name} holds no vehicles.").format(name=source.name)
        raise UserError(text, _("A table of them has the name of each vehicle and its seats."))
    snapshot, plan = store.snapshot(), VehiclePlan()
    for row in rows:
        event = _event(snapshot, plan, row)
        there = [one for one in snapshot.vehicles_of.get(event.id, ()) if words(one.name) == words(row.name)]
        before = there[0] if there else Vehicle(event_id=event.id, name=row.name)
        told = replace(before, model=row.model or before.model, seats=row.seats, kept_free=row.kept_free)
        made = replace(told, driver=row.driver or before.driver)
        if there and made == before:
            plan.same += 1
        else:
            plan.vehicles.append(made)
    return plan


def take(store: Store, plan: VehiclePlan) -> None:
    """Write the transfers and vehicles of a table, as one step."""
    if not plan.vehicles:
        return
    label = counted_message("Import {n} vehicle", "Import {n} vehicles", len(plan.vehicles))
    with store.change(label) as change:
        keys = {event.id: change.insert(replace(event, id=0)) for event in plan.events}
        for vehicle in plan.vehicles:
            made = replace(vehicle, event_id=keys.get(vehicle.event_id, vehicle.event_id))
            change.update(made) if made.id else change.insert(made)


def _event(snapshot: Snapshot, plan: VehiclePlan, row: VehicleRow) -> Event:
    """Return the transfer of a row: one of the mission by its name, else a new one."""
    known = [one for one in snapshot.events if one.kind is EventKind.TRANSFER]
    for event in (*known, *plan.events):
        if words(row.transfer) in map(words, filter(None, (event.name_en, event.name_fr, event.name_es))):
            return event
    if not row.transfer or row.leaves is None:
        text = _("The transfer of “{vehicle}” is not known.").format(vehicle=row.name)
        raise UserError(text, _("The table needs its name, and the day and time it leaves."))
    made = _made(snapshot, row, row.leaves, -1 - len(plan.events))
    plan.events.append(made)
    return made


def _made(snapshot: Snapshot, row: VehicleRow, leaves: datetime, key: int) -> Event:
    """Return a new transfer between the stops its name tells; somebody has still to confirm its ends."""
    if not snapshot.stops:
        raise UserError(_("An event needs a stop."), _("Add a stop in the mission settings first."))
    places = {stop.id: _place(row.transfer, stop) for stop in snapshot.stops}
    named = sorted((key for key, place in places.items() if place >= 0), key=lambda key: places[key])
    first, last = (snapshot.stop[named[end]] if named else snapshot.stops[0] for end in (0, -1))
    starts = local(leaves.date(), leaves.time(), first.time_zone)
    return Event(
        id=key,
        stop_id=first.id,
        to_stop_id=last.id if last.id != first.id else None,
        kind=EventKind.TRANSFER,
        name_en=row.transfer,
        place=row.origin,
        to_place=row.destination,
        starts=starts,
        ends=starts + _USUAL,
        audience=Audience.EVERYONE,
        unconfirmed=True,
    )


def _place(text: str, stop: Stop) -> int:
    """Return where a text names a stop; below 0 where it does not."""
    names = (stop.name_en, stop.name_fr, stop.name_es, *stop.spellings.split(";"))
    found = [f" {words(text)} ".find(f" {words(name)} ") for name in names if words(name)]
    return min((place for place in found if place >= 0), default=-1)
