"""The commands venues and sessions: each act one step, and what would be stranded is listed before anything changes."""

import json
from pathlib import Path

import pytest

from missionplanner.domain.mission import Venue
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run

LINKS = "https://meet.example/1 https://meet.example/2 https://meet.example/3"


@pytest.fixture
def planned(mission: Path) -> Path:
    """The mission with a meeting in its first slot and one in its last."""
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D2", "C2", 3, 1)
    return mission


def test_a_venue_is_added_changed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    _code, out, _error = run(capsys, "venues", mission, "add", "name=Rooms", "tables=2", "online=yes")
    assert out == "Rooms was added.\n"
    row = document(capsys, "venues", mission, "set", "rooms", f"links={LINKS}", "address=Everywhere")
    assert (row["tables"], row["online"], row["address"]) == (3, True, "Everywhere")
    assert row["links"] == LINKS.split()
    assert [one["name"] for one in document(capsys, "venues", mission)] == ["Hall", "Rooms"]
    _code, out, _error = run(capsys, "venues", mission)
    assert out.splitlines()[-1] == "2 venues"
    assert document(capsys, "venues", mission, "remove", row["uid"])["name"] == "Rooms"
    with Store.open(mission, read_only=True) as store:
        assert [venue.name for venue in store.all(Venue)] == ["Hall"]


def test_sessions_are_added_changed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    typed = ("starts=2026-02-16 15:00", "ends=16:00", "slot_minutes=30", "buffer_minutes=0", "name=Late")
    _code, out, _error = run(capsys, "sessions", mission, "add", *typed)
    assert out == "Mon, Feb 16, 15:00–16:00 was added.\n"
    row = document(capsys, "sessions", mission, "set", "late", "starts=14:30")
    assert (row["starts"], row["ends"]) == ("2026-02-16T14:30:00-06:00", "2026-02-16T16:00:00-06:00")
    assert (row["slots"], row["venue"], row["meetings"]) == (3, "Hall", 0)
    moved = document(capsys, "sessions", mission, "set", "2026-02-16T14:30", "starts=2026-02-17 14:30")
    assert (moved["starts"][:10], moved["ends"][:16]) == ("2026-02-17", "2026-02-17T16:00")
    _code, out, _error = run(capsys, "sessions", mission)
    assert [line.split()[-1] for line in out.splitlines()[1:]] == ["0", "0", "sessions"]
    run(capsys, "sessions", mission, "remove", "Late")
    assert [one["slots"] for one in document(capsys, "sessions", mission)] == [4]


@pytest.mark.parametrize(
    ("command", "stranded"),
    [
        (("venues", "set", "Hall", "tables=1"), ["D2"]),
        (("venues", "remove", "Hall"), ["D1", "D2"]),
        (("sessions", "set", "2026-02-16T09:00", "ends=10:00"), ["D2"]),
        (("sessions", "remove", "2026-02-16T09:00"), ["D1", "D2"]),
    ],
)
def test_what_would_be_stranded_is_listed_first(
    capsys: pytest.CaptureFixture[str], planned: Path, command: tuple[str, ...], stranded: list[str]
) -> None:
    what, *words = command
    code, out, error = run(capsys, what, planned, *words)
    assert (code, [name for name in ("D1", "D2") if f"  {name}  " in out]) == (3, stranded)
    assert "--take-out" in error
    code, out, _error = run(capsys, what, planned, *words, "--json")
    assert (code, [row["delegation"] for row in json.loads(out)["stranded"]]) == (3, stranded)
    with Store.open(planned, read_only=True) as store:
        assert (store.count(Meeting), store.count(Session), store.count(Slot)) == (2, 1, 4)
    assert run(capsys, what, planned, *words, "--take-out")[0] == 0
    with Store.open(planned) as store:
        assert store.count(Meeting) == 2 - len(stranded)
        store.undo()
        assert store.count(Meeting) == 2


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (("venues", "add", "tables=3"), "A venue needs a name."),
        (("venues", "add", "name=X", "stop=Atlantis"), "“Atlantis” is not in the mission."),
        (("venues", "add", "name=X", "tables=many"), "“many” is no number."),
        (("venues", "add", "name=X", "online=perhaps"), "“perhaps” is neither yes nor no."),
        (("venues", "set", "Hall", "links=javascript:x"), "“javascript:x” is no web address."),
        (("venues", "set", "Nowhere", "tables=3"), "There is no venue “Nowhere”."),
        (("venues", "add", "room=3"), "“room=3” names no field with a value."),
        (("sessions", "add", "starts=2026-02-16 9:00"), "A session needs a beginning and an end."),
        (("sessions", "add", "starts=soon", "ends=10:00"), "“soon” is no day with a time."),
        (("sessions", "add", "starts=2026-02-16 15:00", "ends=14:00"), "The session has no room for a slot."),
        (("sessions", "remove", "Never"), "There is no session “Never”."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    capsys: pytest.CaptureFixture[str], mission: Path, typed: tuple[str, ...], problem: str
) -> None:
    what, *words = typed
    code, _out, error = run(capsys, what, mission, *words)
    assert (code, error.startswith(f"{problem} ")) == (3, True)
