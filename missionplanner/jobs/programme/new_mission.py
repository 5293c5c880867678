"""New mission files: as a dialog asks for them, or from an example."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.figures import Bounded, ChartKind, Direction, Figure, Scale, Series
from missionplanner.domain.milestones import Milestone, Task, TaskState
from missionplanner.domain.mission import (
    TEXT_KINDS,
    Mission,
    MissionText,
    Sector,
    SectorStop,
    Stop,
    Table,
    Venue,
)
from missionplanner.domain.time import local, parse_clock
from missionplanner.domain.timetable import Session, slots_of
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _
from missionplanner.jobs.programme.event_entry import TEXTS
from missionplanner.messages import message
from missionplanner.paths import resources
from missionplanner.store.change import Change
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class PlannedHours:
    """Meeting hours on a day, on the clocks of the city."""

    day: date
    starts: time
    ends: time
    slot_minutes: int = 20
    buffer_minutes: int = 5


@dataclass(frozen=True, slots=True)
class PlannedVenue:
    """A venue to be made, with its hours."""

    stop: int
    """The place of its city among the stops."""
    name: str
    tables: int
    online: bool = False
    hours: tuple[PlannedHours, ...] = ()


@dataclass(frozen=True, slots=True)
class NewMission:
    """A mission to be made, with its stops, sectors and venues."""

    mission: Mission
    stops: tuple[Stop, ...] = ()
    sectors: tuple[Sector, ...] = ()
    venues: tuple[PlannedVenue, ...] = ()


def create(path: Path, wanted: NewMission) -> Store:
    """Create a mission file with these stops and sectors; raises UserError when the mission ends before it starts."""
    if wanted.mission.ends < wanted.mission.starts:
        raise UserError(_("The mission ends before it starts."), _("Correct one of the two dates."))
    store = Store.create(path, wanted.mission)
    with store.made_whole():
        with store.change(message("New mission")) as change:
            stops = change.insert_all(wanted.stops)
            change.insert_all(wanted.sectors)
            for venue in wanted.venues:
                _insert_planned(change, venue, stops[venue.stop], wanted.stops[venue.stop].time_zone)
        store.steps.seal()
    return store


def _insert_planned(change: Change, venue: PlannedVenue, stop_id: int, zone: str) -> None:
    key = change.insert(Venue(stop_id=stop_id, name=venue.name, online=venue.online))
    change.insert_all(Table(venue_id=key, number=number) for number in range(1, venue.tables + 1))
    for hours in venue.hours:
        session = Session(
            venue_id=key,
            starts=local(hours.day, hours.starts, zone),
            ends=local(hours.day, hours.ends, zone),
            slot_minutes=hours.slot_minutes,
            buffer_minutes=hours.buffer_minutes,
        )
        change.insert_all(slots_of(session, change.insert(session)))


def examples() -> list[str]:
    """Return the names of the example missions that come with the program."""
    return sorted(folder.name for folder in (resources() / "examples").iterdir() if (folder / "mission.json").exists())


def example_folder(name: str) -> Path:
    """Return the folder of an example mission; raises UserError when there is none of that name."""
    if name not in examples():
        hint = _("The examples are: {names}.").format(names=", ".join(examples()))
        raise UserError(_("There is no example “{name}”.").format(name=name), hint)
    return resources() / "examples" / name


def from_example(path: Path, name: str) -> Store:
    """Create a mission file of an example: stops, sectors, venues, sessions, events, texts; no companies.

    Raises UserError when there is no example of that name.
    """
    folder = example_folder(name)
    content = json.loads((folder / "mission.json").read_text(encoding="utf-8"))
    portrait = (folder / content["mission"].pop("portrait")).read_bytes()
    content["mission"]["portrait"] = hashlib.sha256(portrait).hexdigest()
    return from_content(path, content, _texts(folder / "texts"), portrait)


def from_content(path: Path, content: dict[str, Any], texts: Iterable[MissionText], picture: bytes = b"") -> Store:
    """Create a mission file of what a file of an example says, with texts and the picture it has."""
    store = Store.create(path, _mission(content["mission"]))
    with store.made_whole():
        if picture:
            store.contents.keep(picture)
        with store.change(message("New mission")) as change:
            _fill(change, content)
            change.insert_all(texts)
        store.steps.seal()
    return store


def _fill(change: Change, content: dict[str, Any]) -> None:
    """Enter the parts of an example."""
    stops = _insert_stops(change, content["stops"])
    sectors = _insert_sectors(change, content["sectors"], stops)
    venues = _insert_venues(change, content["venues"], stops)
    zones = {stop["name_en"]: stop["time_zone"] for stop in content["stops"]}
    venue_zone = {venue["name"]: zones[venue["stop"]] for venue in content["venues"]}
    for session in content["sessions"]:
        _insert_session(change, session, venues[session["venue"]], venue_zone[session["venue"]])
    for event in content["events"]:
        change.insert(_event(event, stops, venues, sectors, zones))
    _insert_series(change, content["series"], stops, sectors)
    _insert_plan(change, content["milestones"], content["tasks"])


def _mission(raw: dict[str, Any]) -> Mission:
    closes = datetime.fromisoformat(raw["registration_closes"])
    days = {"starts": date.fromisoformat(raw["starts"]), "ends": date.fromisoformat(raw["ends"])}
    return Mission(**{**raw, **days, "registration_closes": closes})


def _insert_stops(change: Change, raw: list[dict[str, Any]]) -> dict[str, int]:
    found = {}
    for stop in raw:
        days = {"starts": date.fromisoformat(stop["starts"]), "ends": date.fromisoformat(stop["ends"])}
        found[stop["name_en"]] = change.insert(Stop(**{**stop, **days}))
    return found


def _insert_sectors(change: Change, raw: list[dict[str, Any]], stops: dict[str, int]) -> dict[str, int]:
    found = {}
    for sector in raw:
        plain = {name: value for name, value in sector.items() if name not in ("stops", "subsectors")}
        found[sector["code"]] = change.insert(Sector(**plain))
        for stop in sector["stops"]:
            change.insert(SectorStop(sector_id=found[sector["code"]], stop_id=stops[stop]))
        for sub in sector["subsectors"]:
            change.insert(Sector(parent_id=found[sector["code"]], **sub))
    return found


def _insert_venues(change: Change, raw: list[dict[str, Any]], stops: dict[str, int]) -> dict[str, int]:
    found = {}
    for venue in raw:
        key = change.insert(
            Venue(
                stop_id=stops[venue["stop"]],
                name=venue["name"],
                address=venue["address"],
                phone=venue["phone"],
                online=venue.get("online", False),
            )
        )
        change.insert_all(Table(venue_id=key, number=number) for number in range(1, venue["tables"] + 1))
        found[venue["name"]] = key
    return found


def _insert_series(change: Change, raw: list[dict[str, Any]], stops: dict[str, int], sectors: dict[str, int]) -> None:
    codes = {"scale": Scale, "direction": Direction, "chart": ChartKind}
    for position, series in enumerate(raw):
        plain = {name: value for name, value in series.items() if name not in (*codes, "sector", "stop", "figures")}
        chosen: dict[str, Any] = {name: kind(series[name]) for name, kind in codes.items() if name in series}
        sector, stop = sectors.get(series.get("sector", "")), stops.get(series.get("stop", ""))
        key = change.insert(Series(**plain, **chosen, sector_id=sector, stop_id=stop, position=position))
        change.insert_all(_figure(key, figure) for figure in series["figures"])


def _figure(series: int, raw: dict[str, Any]) -> Figure:
    days = {"as_of": date.fromisoformat(raw["as_of"])} if "as_of" in raw else {}
    return Figure(series_id=series, **{**raw, **days, "bounded": Bounded(raw.get("bounded", ""))})


def _insert_plan(change: Change, milestones: list[dict[str, Any]], tasks: list[dict[str, Any]]) -> None:
    keys: dict[str, int] = {}
    for raw in milestones:
        day = {"day": date.fromisoformat(raw["day"])} if "day" in raw else {}
        keys[raw["name_en"]] = change.insert(Milestone(**{**raw, **day}))
    for raw in tasks:
        plain = {name: value for name, value in raw.items() if name not in ("from", "state")}
        change.insert(Task(**plain, milestone_id=keys.get(raw.get("from", "")), state=TaskState(raw["state"])))


def _insert_session(change: Change, raw: dict[str, Any], venue: int, zone: str) -> None:
    session = Session(
        venue_id=venue,
        name=raw["name"],
        starts=_moment(raw, "starts", zone),
        ends=_moment(raw, "ends", zone),
        slot_minutes=raw["slot_minutes"],
        buffer_minutes=raw["buffer_minutes"],
    )
    change.insert_all(slots_of(session, change.insert(session)))


def _event(
    raw: dict[str, Any], stops: dict[str, int], venues: dict[str, int], sectors: dict[str, int], zones: dict[str, str]
) -> Event:
    zone = zones[raw["stop"]]
    return Event(
        stop_id=stops[raw["stop"]],
        venue_id=venues.get(raw["venue"]),
        kind=EventKind(raw["kind"]),
        starts=_moment(raw, "starts", zone),
        ends=_moment(raw, "ends", zones[raw.get("to_stop", raw["stop"])]),
        audience=Audience(raw["audience"]),
        sector_id=sectors.get(raw["sector"]),
        to_stop_id=stops.get(raw.get("to_stop", "")),
        **{name: raw[name] for name in TEXTS if name in raw},
    )


def _moment(raw: dict[str, Any], name: str, zone: str) -> datetime:
    return local(date.fromisoformat(raw["day"]), parse_clock(raw[name]), zone)


def _texts(folder: Path) -> Iterable[MissionText]:
    for kind in TEXT_KINDS:
        for language in LANGUAGES:
            title, _newline, body = (folder / f"{kind}.{language}.txt").read_text(encoding="utf-8").partition("\n")
            yield MissionText(kind=kind, language=language, title=title, body=body.strip())
