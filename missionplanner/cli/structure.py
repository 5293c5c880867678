"""The commands stops and sectors: listed, added, changed, deleted, with the meetings that would lose their place."""

import argparse
from typing import Any

from missionplanner.cli import output, outside
from missionplanner.cli.opening import opened
from missionplanner.cli.options import RecordVerb, add_command, add_csv, add_record_verbs, field_values
from missionplanner.cli.stranding import add_take_out, unless_stranding
from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector, SectorStop, Stop, Venue
from missionplanner.domain.regions import country_in
from missionplanner.i18n import _, count, current
from missionplanner.jobs.programme import programme
from missionplanner.jobs.starts import typed_structure
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add stops and sectors with their verbs."""
    stops = add_command(commands, "stops", _("list the cities, or add, change or delete one"), show_stops)
    named = ("name", _("NAME"), _("its name in any language, or its uid"))
    verbs = (
        RecordVerb("add", _("add one"), add_stop, of_record=False, with_values=True),
        RecordVerb("set", _("change one"), change_stop, with_values=True),
        RecordVerb("remove", _("delete one"), remove_stop),
    )
    made = add_record_verbs(stops, verbs, named, typed_structure.STOP)
    add_take_out(made["remove"])
    sectors = add_command(commands, "sectors", _("list the sectors, or add, change or delete one"), show_sectors)
    verbs = (
        RecordVerb("add", _("add one"), add_sector, of_record=False, with_values=True),
        RecordVerb("set", _("change one"), change_sector, with_values=True),
        RecordVerb("remove", _("delete one"), remove_sector),
    )
    named = ("name", _("NAME"), _("its code, its name in any language, or its uid"))
    add_record_verbs(sectors, verbs, named, typed_structure.SECTOR)
    for command in (stops, sectors):
        add_csv(command)


def show_stops(arguments: argparse.Namespace) -> int:
    """Print the stops in the order of their days."""
    t = current()
    with opened(arguments, read_only=True) as store:
        known = sorted(store.all(Stop), key=lambda one: (one.starts, one.id))
        found = [_stop(store, one) for one in known]
    shown = [
        {
            _("Stop"): one.name(t.language),
            _("Dates"): t.day_range(one.starts, one.ends),
            _("Country"): country_in(one.country, t.language),
            _("Time zone"): one.time_zone,
            _("Venues"): str(row["venues"]),
        }
        for one, row in zip(known, found, strict=True)
    ]
    return output.listed(arguments, found, shown, count("{n} stop", "{n} stops", len(found)))


def show_sectors(arguments: argparse.Namespace) -> int:
    """Print the sectors, each followed by its subsectors."""
    language = current().language
    with opened(arguments, read_only=True) as store:
        known = sorted(store.all(Sector), key=lambda one: (one.parent_id or one.id, one.id))
        found = [_sector(store, one) for one in known]
        stops = {one.name_en: one.name(language) for one in store.all(Stop)}
    shown = [
        {
            _("Code"): one.code,
            _("Sector"): ("  " if one.parent_id else "") + one.name(language),
            _("Reviewing department"): one.owner,
            _("Quota"): str(one.quota or ""),
            _("Programme at"): ", ".join(stops[name] for name in row["stops"]),
            _("Companies"): str(row["companies"]),
        }
        for one, row in zip(known, found, strict=True)
    ]
    return output.listed(arguments, found, shown, count("{n} sector", "{n} sectors", len(found)))


def add_stop(arguments: argparse.Namespace) -> int:
    """Add a stop as one step."""
    texts = field_values(arguments.fields, typed_structure.STOP)
    with opened(arguments) as store:
        made = typed_structure.enter_stop(store, None, texts)
        outside.warn(store, "stops", made.id)
        return _say(arguments, _stop(store, made), _("{name} was added."), made)


def change_stop(arguments: argparse.Namespace) -> int:
    """Change a stop as one step; what lies outside its days afterwards is named."""
    texts = field_values(arguments.fields, typed_structure.STOP)
    with opened(arguments) as store:
        before = typed_structure.stop_called(store, arguments.name)
        with outside.told(store):
            made = typed_structure.enter_stop(store, before, texts)
        return _say(arguments, _stop(store, made), _("{name} was changed."), made)


def remove_stop(arguments: argparse.Namespace) -> int:
    """Delete a stop with its venues and sessions as one step."""
    with opened(arguments) as store:
        gone = typed_structure.stop_called(store, arguments.name)
        row = _stop(store, gone)
        unless_stranding(arguments, store, lambda: programme.remove_stops(store, [gone.id], arguments.take_out))
        return _say(arguments, row, _("{name} was deleted."), gone)


def add_sector(arguments: argparse.Namespace) -> int:
    """Add a sector as one step."""
    texts = field_values(arguments.fields, typed_structure.SECTOR)
    with opened(arguments) as store:
        made = typed_structure.enter_sector(store, None, texts)
        return _say(arguments, _sector(store, made), _("{name} was added."), made)


def change_sector(arguments: argparse.Namespace) -> int:
    """Change a sector as one step."""
    texts = field_values(arguments.fields, typed_structure.SECTOR)
    with opened(arguments) as store:
        made = typed_structure.enter_sector(store, typed_structure.sector_called(store, arguments.name), texts)
        return _say(arguments, _sector(store, made), _("{name} was changed."), made)


def remove_sector(arguments: argparse.Namespace) -> int:
    """Delete a sector with its subsectors as one step."""
    with opened(arguments) as store:
        gone = typed_structure.sector_called(store, arguments.name)
        row = _sector(store, gone)
        typed_structure.remove_sector(store, gone)
        return _say(arguments, row, _("{name} was deleted."), gone)


def _say(arguments: argparse.Namespace, row: dict[str, Any], sentence: str, record: Stop | Sector) -> int:
    if arguments.json:
        output.document(row)
    else:
        output.say(sentence.format(name=record.name(current().language)))
    return 0


def _stop(store: Store, stop: Stop) -> dict[str, Any]:
    return {
        "name_en": stop.name_en,
        "name_fr": stop.name_fr,
        "name_es": stop.name_es,
        "uid": stop.uid,
        "spellings": stop.spellings,
        "country": stop.country,
        "time_zone": stop.time_zone,
        "starts": stop.starts.isoformat(),
        "ends": stop.ends.isoformat(),
        "meets_at": stop.meets_at.value,
        "visit_margin": stop.visit_margin,
        "venues": len(store.where(Venue, "stop_id", [stop.id])),
    }


def _sector(store: Store, sector: Sector) -> dict[str, Any]:
    stops = {one.id: one.name_en for one in store.all(Stop)}
    codes = {one.id: one.code for one in store.all(Sector)}
    return {
        "code": sector.code,
        "name_en": sector.name_en,
        "name_fr": sector.name_fr,
        "name_es": sector.name_es,
        "uid": sector.uid,
        "spellings": sector.spellings,
        "parent": codes.get(sector.parent_id or 0, ""),
        "owner": sector.owner,
        "quota": sector.quota,
        "colour": sector.colour,
        "stops": [stops[row.stop_id] for row in store.where(SectorStop, "sector_id", [sector.id])],
        "companies": len(store.where(CompanySector, "sector_id", [sector.id])),
    }
