"""Venues and sessions as texts: what is left out stays, and what is found by its name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.mission import Stop, Venue
from missionplanner.domain.timetable import Session
from missionplanner.errors import UserError
from missionplanner.jobs.programme import programme, typed_places
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def test_a_venue_is_made_at_the_only_stop_with_usual_tables(store: Store) -> None:
    made = typed_places.enter_venue(store, None, {"name": " Plant ", "phone": "55 5000 1200"})
    assert (made.name, made.stop_id, made.online) == ("Plant", 1, False)
    links = "https://meet.example/1 https://meet.example/2"
    changed = typed_places.enter_venue(store, made, {"online": "yes", "links": links, "tables": "2"})
    assert (changed.id, changed.name, changed.phone, changed.online) == (made.id, "Plant", made.phone, True)
    check_undo(store, lambda s: typed_places.enter_venue(s, changed, {"name": "Mill"}), "Edit venue")


def test_a_stop_has_to_be_named_where_there_are_several(store: Store) -> None:
    programme.save_stop(store, Stop(name_en="Puebla", time_zone="America/Mexico_City", starts=DAY, ends=DAY))
    with pytest.raises(UserError):
        typed_places.enter_venue(store, None, {"name": "X"})
    assert typed_places.enter_venue(store, None, {"name": "X", "stop": "puebla"}).stop_id == 2


def test_a_session_keeps_its_clocks_on_another_day(store: Store) -> None:
    (before,) = store.all(Session)
    moved = typed_places.enter_session(store, before, {"starts": "2026-02-17 9:00"})
    assert (moved.starts.isoformat(), moved.ends.isoformat()) == (
        "2026-02-17T09:00:00-06:00",
        "2026-02-17T10:40:00-06:00",
    )
    shorter = typed_places.enter_session(store, moved, {"starts": "9:25"})
    assert (shorter.starts.hour, shorter.starts.minute, shorter.ends) == (9, 25, moved.ends)


def test_places_are_found_by_name_uid_and_beginning(store: Store) -> None:
    (venue,), (session,) = store.all(Venue), store.all(Session)
    for text in ("hall", venue.uid):
        assert typed_places.venue_called(store, text) == venue
    for text in (session.uid, "2026-02-16 09:00"):
        assert typed_places.session_called(store, text) == session
    typed_places.enter_venue(store, None, {"name": "HALL"})
    with pytest.raises(UserError) as several:
        typed_places.venue_called(store, "hall")
    assert venue.uid in several.value.hint
