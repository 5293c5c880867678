"""Stops and sectors typed on the command line: texts by the names of what they have, each act one step."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from missionplanner.domain import bounds
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Sector, SectorStop, Stop
from missionplanner.domain.spelling import words
from missionplanner.domain.time import is_zone
from missionplanner.errors import UserError
from missionplanner.i18n import _, country_name, current
from missionplanner.jobs.programme import gazetteer, programme, ready_sectors
from missionplanner.jobs.programme.sector_colours import next_colour
from missionplanner.jobs.starts import cities
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.messages import message
from missionplanner.store.store import Store

NAMES = ("name_en", "name_fr", "name_es")
STOP = ("name", *NAMES, "spellings", "country", "time_zone", "starts", "ends", "meets_at", "visit_margin")
"""The fields of a stop that can be typed; of a new one `name` is its city, from which the others follow."""
SECTOR = ("name", *NAMES, "spellings", "code", "parent", "owner", "quota", "colour", "stops")
"""The fields of a sector that can be typed; `stops` are those where it has a programme, separated by semicolons."""
_Record = TypeVar("_Record", Stop, Sector)


def enter_stop(store: Store, before: Stop | None, texts: Mapping[str, str]) -> Stop:
    """Store a stop, new or edited, with texts by the names of STOP, as one step; return it.

    Raises UserError for what it cannot have.
    """
    stop = before or _new_stop(store, texts)
    values = _texts(texts, before, ("spellings",))
    if "country" in texts:
        code = gazetteer.code_of(texts["country"])
        values["country"] = country_name(code) if code else texts["country"].strip()
    if "time_zone" in texts:
        values["time_zone"] = _zone(texts["time_zone"])
    for name in ("starts", "ends"):
        if name in texts:
            values[name] = typed_day(texts[name], (store.mission.starts, store.mission.ends)) or getattr(stop, name)
    if "meets_at" in texts:
        values["meets_at"] = _place(texts["meets_at"])
    if "visit_margin" in texts:
        values["visit_margin"] = _number(texts["visit_margin"]) or 0
    made = _bounded(replace(stop, **values))
    return _stored(store, made, before, lambda: programme.save_stop(store, made))


def enter_sector(store: Store, before: Sector | None, texts: Mapping[str, str]) -> Sector:
    """Store a sector, new or edited, with texts by the names of SECTOR, as one step; return it.

    Raises UserError for what it cannot have.
    """
    known = store.all(Sector)
    sector = before or _new_sector(store, texts)
    values = _texts(texts, before, ("spellings", "owner", "code", "colour"))
    if "quota" in texts:
        values["quota"] = _number(texts["quota"])
    if "parent" in texts:
        named = texts["parent"].strip()
        above = sector_called(store, named) if named else None
        if above is not None and (above.parent_id or above.id == sector.id):
            raise UserError(_("A sector cannot be its own subsector."), _("Choose another sector above it."))
        values["parent_id"] = above.id if above else None
    made = _bounded(replace(sector, **values))
    if any(one.code == made.code and one.id != made.id for one in known):
        raise UserError(
            _("There is a sector of the code “{code}” already.").format(code=made.code), _("Choose another one.")
        )
    at = [row.stop_id for row in store.where(SectorStop, "sector_id", [made.id])] if before else []
    if "stops" in texts:
        at = [stop_called(store, name).id for name in ready_sectors.split(texts["stops"])]
    return _stored(store, made, before, lambda: programme.save_sector(store, made, at))


def remove_sector(store: Store, sector: Sector) -> None:
    """Delete a sector, as one step; its subsectors go with it."""
    programme.remove(store, Sector, [sector.id], message("Delete sectors"))


def stop_called(store: Store, text: str) -> Stop:
    """Return the stop of this name, in any language, or uid; raises UserError for none, or several."""
    return _called(store.all(Stop), text, lambda one: (*_names(one), *one.spellings.split(";")), (
        _("There is no stop “{name}”."), _("The stops are: {names}."),
    ))  # fmt: skip


def sector_called(store: Store, text: str) -> Sector:
    """Return the sector of this code, name in any language, or uid; raises UserError for none, or several."""
    return _called(store.all(Sector), text, lambda one: (one.code, *_names(one), *one.spellings.split(";")), (
        _("There is no sector “{name}”."), _("The sectors are: {names}."),
    ))  # fmt: skip


def _called(
    known: list[_Record], text: str, names: Callable[[_Record], Iterable[str]], problems: tuple[str, str]
) -> _Record:
    wanted = words(text)
    found = [one for one in known if text == one.uid] or [
        one for one in known if wanted and wanted in map(words, names(one))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        hint = _("Name one by its uid: {uids}.").format(uids=", ".join(one.uid for one in found))
        raise UserError(_("Several are called “{name}”.").format(name=text), hint)
    listed = ", ".join(one.name(current().language) for one in known)
    raise UserError(problems[0].format(name=text), problems[1].format(names=listed) if listed else "")


def _names(record: Stop | Sector) -> tuple[str, ...]:
    return record.name_en, record.name_fr, record.name_es


def _new_stop(store: Store, texts: Mapping[str, str]) -> Stop:
    """Return the stop in a city: its names, country and zone follow where the city is known."""
    name = texts.get("name", "").strip() or texts.get("name_en", "").strip()
    if not name:
        raise UserError(_("A stop needs a name."), _("Add name=…."))
    days, visited = (store.mission.starts, store.mission.ends), [stop.country for stop in store.all(Stop)]
    found = gazetteer.find(name, {gazetteer.code_of(one) for one in (*visited, store.mission.host_country) if one})
    if len(found) == 1:
        return cities.stop_in(found[0], name, days)
    if "time_zone" not in texts:
        choices = "; ".join(city.described for city in found)
        text = _("“{city}” may be several cities.") if found else _("“{city}” is not in the list of cities.")
        raise UserError(text.format(city=name), choices or _("Add time_zone=…, such as Europe/Zurich."))
    return Stop(name_en=name, country=store.mission.host_country, starts=days[0], ends=days[1])


def _new_sector(store: Store, texts: Mapping[str, str]) -> Sector:
    """Return a sector called as it is typed; a well-known one has its translations."""
    name = texts.get("name", "").strip() or next((texts[one].strip() for one in NAMES if texts.get(one)), "")
    if not name:
        raise UserError(_("A sector needs a name."), _("Add name=…."))
    made = ready_sectors.named(name, [one.code for one in store.all(Sector)])
    return replace(made, colour=next_colour(store))


def _texts(texts: Mapping[str, str], before: object | None, names: Iterable[str]) -> dict[str, Any]:
    """Return the texts of fields; the name of what is there already is its English one."""
    found: dict[str, Any] = {name: texts[name].strip() for name in (*NAMES, *names) if name in texts}
    if "name" in texts and before is not None:
        found.setdefault("name_en", texts["name"].strip())
    return found


def _bounded(record: _Record) -> _Record:
    """Return a record all of whose fields can be stored; raises UserError for the first that cannot."""
    if not record.name_en:
        raise UserError(_("A name is needed."), _("The English one stands for the others."))
    if problems := bounds.problems(record):
        raise UserError(next(iter(problems.values())))
    return record


def _stored(store: Store, made: _Record, before: _Record | None, save: Callable[[], None]) -> _Record:
    kind = type(made)
    known = {one.id for one in store.all(kind)}
    save()
    return store.get(kind, before.id) if before else next(one for one in store.all(kind) if one.id not in known)


def _zone(text: str) -> str:
    zones = [text.strip()] if is_zone(text.strip()) else list({city.zone for city in gazetteer.find(text)})
    if len(zones) != 1:
        raise UserError(_("“{zone}” is no time zone.").format(zone=text), _("Name one such as America/Mexico_City."))
    return zones[0]


def _place(text: str) -> MeetsAt:
    try:
        return MeetsAt(text.strip().lower())
    except ValueError as error:
        hint = _("It is one of {names}.").format(names=", ".join(filter(None, MeetsAt)))
        raise UserError(_("There is no “{name}”.").format(name=text), hint) from error


def _number(text: str) -> int | None:
    if text.strip() and not text.strip().isdecimal():
        raise UserError(_("“{text}” is no number.").format(text=text), _("Type a whole number."))
    return int(text) if text.strip() else None
