"""The seventh format: a transfer has two ends, and what is said of an event has three languages."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from missionplanner.domain.spelling import fold
from missionplanner.store.database import Database

_TEXTS = (
    "place_fr", "place_es", "to_place", "to_place_fr", "to_place_es", "meeting_point", "meeting_point_fr",
    "meeting_point_es", "organiser", "organiser_fr", "organiser_es",
)  # fmt: skip
_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class FormerStop:
    """A stop as the file knows it."""

    key: int
    names: tuple[str, ...]
    zone: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class FormerTransfer:
    """A transfer as it was kept: with one stop, which may be either of its ends."""

    stop: int
    names: tuple[str, ...]
    venue: int | None
    to_venue: int | None
    starts: datetime


def bring_to(db: Database) -> None:
    """Give events the stop where they end and texts in three languages, and transfers the stops they lead between."""
    for table, link in (("events", " REFERENCES stops(id) ON DELETE SET NULL"), ("events_history", "")):
        for column in _TEXTS:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
        db.execute(f"ALTER TABLE {table} ADD COLUMN to_stop_id INTEGER{link}")
        db.execute(f"ALTER TABLE {table} ADD COLUMN unconfirmed INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX events_to_stop_id ON events(to_stop_id)")
    stops = _stops(db)
    venues = dict(db.execute("SELECT id, stop_id FROM venues").fetchall())
    for table in ("events", "events_history"):
        _part_ends(db, table, stops, venues)


def _part_ends(db: Database, table: str, stops: dict[int, FormerStop], venues: dict[int, int]) -> None:
    sql = f"SELECT rowid, stop_id, name_en, name_fr, name_es, venue_id, to_venue_id, starts FROM {table}"
    for row in db.execute(f"{sql} WHERE kind = 'transfer'").fetchall():
        key, stop, *names, venue, to_venue, starts = row
        if stop not in stops or starts is None:
            continue
        transfer = FormerTransfer(stop, tuple(filter(None, names)), venue, to_venue, datetime.fromisoformat(starts))
        start, end = ends_of(transfer, stops, venues)
        known = venues.get(venue or 0) == venues.get(to_venue or 0) == stop
        db.execute(
            f"UPDATE {table} SET stop_id = ?, to_stop_id = ?, unconfirmed = ? WHERE rowid = ?",
            (start, end if end != start else None, int(len(stops) > 1 and not known), key),
        )


def ends_of(transfer: FormerTransfer, stops: dict[int, FormerStop], venues: dict[int, int]) -> tuple[int, int]:
    """Return the stops a transfer leaves and reaches: as its venues say, else its names, else the days of the stops."""
    start, end = venues.get(transfer.venue or 0), venues.get(transfer.to_venue or 0)
    if start and end:
        return start, end
    if start and start != transfer.stop:
        return start, transfer.stop
    if end and end != transfer.stop:
        return transfer.stop, end
    return _by_names(transfer, stops) or _by_days(transfer, stops)


def _by_names(transfer: FormerTransfer, stops: dict[int, FormerStop]) -> tuple[int, int] | None:
    """Return the two stops a name of the transfer tells, in their order, where one of them is its own."""
    for name in transfer.names:
        words = f" {' '.join(_words(name))} "
        places = {key: _place_in(words, stop) for key, stop in stops.items()}
        named = sorted((place, key) for key, place in places.items() if place >= 0)
        if len(named) == 2 and transfer.stop in (key for _place, key in named):
            return named[0][1], named[1][1]
    return None


def _place_in(words: str, stop: FormerStop) -> int:
    found = [words.find(f" {' '.join(_words(name))} ") for name in stop.names]
    return min((place for place in found if place >= 0), default=-1)


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()


def _by_days(transfer: FormerTransfer, stops: dict[int, FormerStop]) -> tuple[int, int]:
    """Return the stop and another: one reached where it begins about then, one left where it ends about then."""
    own = stops[transfer.stop]
    day = transfer.starts.astimezone(ZoneInfo(own.zone)).date()
    others = [stop for stop in stops.values() if stop.key != own.key]
    if day <= own.starts:
        before = [stop for stop in others if stop.starts <= day <= stop.ends + _DAY and stop.starts < own.starts]
        if before:
            return max(before, key=lambda stop: (stop.ends, stop.key)).key, own.key
    if day >= own.ends:
        after = [stop for stop in others if stop.starts - _DAY <= day <= stop.ends and stop.ends > own.ends]
        if after:
            return own.key, min(after, key=lambda stop: (stop.starts, stop.key)).key
    return own.key, own.key


def _stops(db: Database) -> dict[int, FormerStop]:
    sql = "SELECT id, name_en, name_fr, name_es, time_zone, starts, ends FROM stops"
    return {
        key: FormerStop(key, tuple(filter(None, names)), zone, date.fromisoformat(first), date.fromisoformat(last))
        for key, *names, zone, first, last in db.execute(sql).fetchall()
    }
