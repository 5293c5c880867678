"""New mission files: as a dialog asks for them, and of an example."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.events import Event
from missionplanner.domain.figures import Figure
from missionplanner.domain.mission import Mission, MissionText, Sector, SectorStop, Stop, Table, Venue
from missionplanner.domain.timetable import Session, Slot
from missionplanner.errors import UserError
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.programme.new_mission import NewMission
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from tests.builders import EXAMPLE

MISSION = Mission(
    name="Chile 2027",
    home_country="Canada",
    host_country="Chile",
    starts=date(2027, 3, 1),
    ends=date(2027, 3, 5),
)

SECTORS = (Sector(code="FO", name_en="Food"), Sector(code="MI", name_en="Mining"))


def test_a_new_mission_has_its_stops_and_sectors_and_nothing_to_undo(tmp_path: Path) -> None:
    stop = Stop(name_en="Santiago", time_zone="America/Santiago", starts=MISSION.starts, ends=MISSION.ends)
    with new_mission.create(tmp_path / "m.mission", NewMission(MISSION, (stop,), SECTORS)) as store:
        assert store.mission.name == "Chile 2027"
        assert [one.name_en for one in store.all(Stop)] == ["Santiago"]
        assert [(one.code, one.name_en) for one in store.all(Sector)] == [("FO", "Food"), ("MI", "Mining")]
        assert store.undo() == ""


@pytest.mark.parametrize("kind", ["new", "example"])
def test_a_mission_that_cannot_be_filled_leaves_no_file(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.mission"

    def full(*_values: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(Change, "insert_all", full)
    act = (lambda: new_mission.create(path, NewMission(MISSION))) if kind == "new" else None
    with pytest.raises(UserError, match="full"):
        (act or (lambda: new_mission.from_example(path, EXAMPLE)))()
    assert list(tmp_path.iterdir()) == []


def test_a_mission_that_ends_before_it_starts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="ends before it starts"):
        new_mission.create(tmp_path / "m.mission", NewMission(replace(MISSION, ends=date(2027, 2, 28))))
    assert not (tmp_path / "m.mission").exists()
    with new_mission.create(tmp_path / "m.mission", NewMission(replace(MISSION, ends=MISSION.starts))) as store:
        assert store.mission.ends == MISSION.starts


def test_an_unknown_example_is_refused() -> None:
    assert new_mission.examples() == [EXAMPLE]
    with pytest.raises(UserError, match="no example “chile”") as refused:
        new_mission.example_folder("chile")
    assert refused.value.hint == f"The examples are: {EXAMPLE}."


def test_an_example_holds_everything_but_companies(tmp_path: Path) -> None:
    with new_mission.from_example(tmp_path / "m.mission", EXAMPLE) as store:
        snapshot = store.snapshot()
        assert store.undo() == ""
        assert [stop.name_en for stop in snapshot.stops] == ["Mexico City", "Guadalajara", "Monterrey"]
        assert snapshot.companies == []
        assert len([one for one in snapshot.sectors if one.parent_id is None]) == 5
        assert {one.parent_id for one in snapshot.sectors} >= {None, snapshot.sectors[0].id}
        assert len(store.all(SectorStop)) > 0
        assert all(figure.is_sourced for figure in store.all(Figure))
        assert [one.code for one in store.snapshot().numbers.series] == ["trade", "agri_food"]
        assert {(text.kind, text.language) for text in store.all(MissionText)} >= {
            ("welcome", language) for language in ("en", "fr", "es")
        }
        assert all(text.title and text.body == text.body.strip() for text in store.all(MissionText))


def test_sessions_and_events_of_an_example_are_on_the_clocks_of_their_stop(tmp_path: Path) -> None:
    with new_mission.from_example(tmp_path / "m.mission", EXAMPLE) as store:
        zones = {stop.id: stop.time_zone for stop in store.all(Stop)}
        numbers = {
            venue.id: [t.number for t in store.all(Table) if t.venue_id == venue.id] for venue in store.all(Venue)
        }
        assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())
        described = json.loads((new_mission.example_folder(EXAMPLE) / "mission.json").read_text(encoding="utf-8"))
        assert [len(found) for found in numbers.values()] == [venue["tables"] for venue in described["venues"]]
        session = store.all(Session)[0]
        slots = [slot for slot in store.all(Slot) if slot.session_id == session.id]
        assert slots[0].starts == session.starts
        assert slots[0].ends - slots[0].starts == slots[-1].ends - slots[-1].starts
        assert {event.stop_id for event in store.all(Event)} <= zones.keys()
        assert any(event.venue_id for event in store.all(Event))
        assert isinstance(store, Store)
