"""Files of before transfers had two ends: each has both now, and is to be confirmed where that was not sure."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from missionplanner.domain import checks
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.mission import Mission, Stop, Venue
from missionplanner.jobs.programme import event_entry, programme
from missionplanner.messages import message
from missionplanner.store.seventh_format import FormerStop, FormerTransfer, ends_of
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests.builders import damage_of
from tests.unit.store.first_file import write_sixth_format
from tests.unit.store.merging.two_copies import take_in

DAY = date(2027, 3, 20)


def stop(key: int, name: str, first: int, last: int, zone: str = "Europe/Madrid") -> FormerStop:
    return FormerStop(key, (name,), zone, DAY + timedelta(first), DAY + timedelta(last))


STOPS = {1: stop(1, "Madrid", 0, 2), 2: stop(2, "Las Palmas", 3, 5, "Atlantic/Canary"), 3: stop(3, "Sevilla", 3, 5)}
VENUES = {10: 1, 20: 2, 30: 3}


@pytest.mark.parametrize(
    ("own", "day", "name", "venues", "ends"),
    [
        (2, 2, "Flight", (10, None), (1, 2)),  # it leaves from a venue elsewhere
        (1, 2, "Flight", (None, 20), (1, 2)),  # it leads to a venue elsewhere
        (2, 4, "Bus", (20, 20), (2, 2)),
        (1, 2, "Flight", (10, 30), (1, 3)),
        (2, 2, "Flight Madrid – Las Palmas", (None, None), (1, 2)),
        (2, 5, "From Las Palmas (airport) to MADRID", (None, None), (2, 1)),
        (2, 4, "Las Palmas by bus", (None, None), (2, 2)),
        (3, 2, "Madrid, Las Palmas and Sevilla", (None, None), (1, 3)),  # three cities say nothing
        (2, 2, "Flight", (None, None), (1, 2)),
        (2, 3, "Flight", (None, None), (1, 2)),  # on its first day it arrives
        (1, 2, "Flight", (None, None), (1, 2)),  # on its last day it leaves
        (1, 1, "Bus", (None, None), (1, 1)),
        (2, 6, "Home", (None, None), (2, 2)),
        (2, 2, "To Madridejos from Las Palmas", (None, None), (1, 2)),  # the name of another town is no name of a stop
    ],
)
def test_the_ends_are_those_of_venues_names_or_days(
    own: int, day: int, name: str, venues: tuple[int | None, int | None], ends: tuple[int, int]
) -> None:
    starts = datetime(2027, 3, 20, 12, tzinfo=UTC) + timedelta(day)
    assert ends_of(FormerTransfer(own, (name,), *venues, starts), STOPS, VENUES) == ends


def fill(path: Path) -> None:
    """Make a mission with a flight and a bus, of which the flight was moved and moved back."""
    days = {"starts": DAY, "ends": DAY + timedelta(5)}
    with Store.create(path, Mission(name="M", **days)) as store:
        with store.change(message("Fill")) as change:
            for one in STOPS.values():
                change.insert(Stop(name_en=one.names[0], time_zone=one.zone, starts=one.starts, ends=one.ends))
            hall = change.insert(Venue(stop_id=1, name="Hall"))
            at = datetime(2027, 3, 22, 18, tzinfo=UTC)
            plain = {"kind": EventKind.TRANSFER, "starts": at, "ends": at + timedelta(hours=2)}
            key = change.insert(Event(stop_id=2, name_en="Flight", **plain))  # type: ignore[arg-type]
            change.insert(Event(stop_id=1, venue_id=hall, to_venue_id=hall, name_en="Bus", **plain))  # type: ignore[arg-type]
            change.insert(Event(stop_id=2, name_en="Dinner", starts=at, ends=at + timedelta(hours=1), place="Bar"))
        flight = store.get(Event, key)
        programme.move_event(store, flight, at + timedelta(hours=1), at + timedelta(hours=3), 2)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a file as it is made today, and as it was, made once."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        fill(folder / "today.mission")
        write_sixth_format(folder / "today.mission", folder / "old.mission")
        yield folder


@pytest.fixture
def old(made: Path, tmp_path: Path) -> Path:
    for name in ("today", "old"):
        shutil.copy(made / f"{name}.mission", tmp_path)
    return tmp_path / "old.mission"


def test_transfers_leave_where_they_left_at_the_time_they_did(old: Path) -> None:
    with Store.open(old) as store:
        flight, bus, dinner = store.all(Event)
        assert (flight.stop_id, flight.to_stop_id, flight.unconfirmed) == (1, 2, True)
        assert (bus.stop_id, bus.to_stop_id, bus.unconfirmed) == (1, None, False)
        assert (dinner.stop_id, dinner.to_stop_id, dinner.unconfirmed, dinner.place) == (2, None, False, "Bar")
        assert flight.starts == datetime(2027, 3, 22, 19, tzinfo=UTC)
        assert [issue.text for issue in checks.transfers_confirmed(store.snapshot())] == [
            "Please confirm “Flight”: it leaves Madrid on March 22 at 20:00 and arrives in Las Palmas on March 22 at 21:00."
        ]
    assert damage_of(old) == []


def test_steps_of_before_are_undone_with_both_ends(old: Path) -> None:
    with Store.open(old) as store:
        assert store.undo() == "Move event"
        flight = store.all(Event)[0]
        assert (flight.stop_id, flight.to_stop_id, flight.starts.astimezone(UTC).hour) == (1, 2, 18)
        assert store.redo() == "Move event"
        event_entry.confirm(store, store.all(Event)[0])
        assert list(checks.transfers_confirmed(store.snapshot())) == []
        assert store.undo() == "Edit event"
        assert store.all(Event)[0].unconfirmed


def test_copies_brought_to_the_format_apart_are_the_same(old: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    copy = Path(shutil.copy(old, tmp_path / "other" / "old.mission"))
    with Store.open(old) as mine, Store.open(copy) as theirs:
        assert mine.all(Event) == theirs.all(Event)
        event_entry.confirm(theirs, theirs.all(Event)[0])
        take_in(mine, theirs)
        assert mine.all(Event) == theirs.all(Event)
        assert joining.open_clashes(mine) == []


def test_a_transfer_whose_stop_of_arrival_goes_stays_where_it_begins(old: Path) -> None:
    with Store.open(old) as store:
        programme.remove_stops(store, [2])
        assert [(event.name_en, event.stop_id, event.to_stop_id) for event in store.all(Event)] == [
            ("Flight", 1, None), ("Bus", 1, None),
        ]  # fmt: skip
        store.undo()
        assert store.all(Event)[0].to_stop_id == 2
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
