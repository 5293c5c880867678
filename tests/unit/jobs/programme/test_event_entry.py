"""Events entered by forms and as texts; a transfer with its two ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.mission import Mission, Sector, Stop, Venue
from missionplanner.errors import UserError
from missionplanner.jobs.programme import event_entry
from missionplanner.messages import message
from missionplanner.store.store import Store

DAY = date(2027, 3, 27)
FLIGHT = {
    "name_en": "Flight", "kind": "transfer", "stop": "Madrid", "to_stop": "las palmas", "starts": "2027-03-27 18:00",
    "ends": "19:55",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "m.mission", Mission(name="M", starts=DAY, ends=DAY + timedelta(3))) as found:
        with found.change(message("Fill")) as change:
            for name, zone in (("Madrid", "Europe/Madrid"), ("Las Palmas", "Atlantic/Canary")):
                stop = change.insert(Stop(name_en=name, time_zone=zone, starts=DAY, ends=DAY + timedelta(3)))
                change.insert(Venue(stop_id=stop, name=f"Hall of {name}"))
            change.insert(Sector(code="AM", name_en="Manufacturing", name_fr="Fabrication"))
        found.steps.seal()
        yield found


def test_a_flight_leaves_and_arrives_on_the_clocks_of_its_ends_and_is_one_step(store: Store) -> None:
    made = event_entry.enter_texts(store, None, {**FLIGHT, "to_venue": "Hall of Las Palmas", "meeting_point": " Gate "})
    assert (made.starts, made.ends) == (
        datetime(2027, 3, 27, 17, tzinfo=UTC),
        datetime(2027, 3, 27, 19, 55, tzinfo=UTC),
    )
    assert (made.kind, made.stop_id, made.to_stop_id, made.to_venue_id) == (EventKind.TRANSFER, 1, 2, 2)
    assert (made.meeting_point, made.unconfirmed) == ("Gate", False)
    assert (store.undo(), store.all(Event), store.redo(), len(store.all(Event))) == ("Add event", [], "Add event", 1)


def test_what_is_changed_is_changed_alone_and_confirms_a_transfer(store: Store) -> None:
    made = event_entry.enter_texts(store, None, FLIGHT)
    with store.change(message("Old")) as change:
        change.update(replace(made, unconfirmed=True))
    held = store.get(Event, made.id)
    changed = event_entry.enter_texts(store, held, {"ends": "20:10", "organiser_es": "Cámara", "capacity": "12"})
    assert (changed.ends - made.ends, changed.starts, changed.unconfirmed) == (
        timedelta(minutes=15),
        made.starts,
        False,
    )
    assert (changed.organiser_es, changed.capacity, changed.name_en) == ("Cámara", 12, "Flight")
    event_entry.enter_texts(store, changed, {"capacity": ""})
    assert store.get(Event, made.id).capacity is None


def test_only_a_transfer_goes_elsewhere(store: Store) -> None:
    made = event_entry.enter_texts(store, None, {**FLIGHT, "to_place": "Airport"})
    plain = event_entry.enter_texts(store, made, {"kind": "reception"})
    assert (plain.to_stop_id, plain.to_venue_id, plain.to_place) == (None, None, "")
    assert plain.ends == datetime(2027, 3, 27, 18, 55, tzinfo=UTC)
    home = event_entry.enter_texts(store, plain, {"kind": "transfer", "to_stop": "Madrid"})
    assert home.to_stop_id is None


def test_audience_and_sector_are_taken_by_code_or_name(store: Store) -> None:
    wanted = {**FLIGHT, "audience": "sector", "sector": "fabrication"}
    made = event_entry.enter_texts(store, None, wanted)
    assert (made.audience, made.sector_id) == (Audience.SECTOR, 1)
    made = event_entry.enter_texts(store, made, {"audience": "status", "status": "confirmed", "sector": ""})
    assert (made.audience, made.status, made.sector_id) == (Audience.STATUS, "confirmed", None)


@pytest.mark.parametrize(
    ("more", "words", "hint"),
    [
        ({"ends": "16:30"}, "The event ends before it starts.", "It leaves on the clocks of Madrid and arrives on those of"
         " Las Palmas, where it is 17:00 then."),
        ({"ends": "17:00", "to_stop": ""}, "The event ends before it starts.", "Correct one of the two times."),
        ({"venue": "Hall of Las Palmas"}, "Hall of Las Palmas is in Las Palmas, not in Madrid.", "Choose the stop or the"
         " venue of that end anew."),
        ({"to_venue": "Hall of Madrid"}, "Hall of Madrid is in Madrid, not in Las Palmas.", "Choose the stop or the venue"
         " of that end anew."),
        ({"stop": ""}, "An event needs a stop.", "Add a stop in the mission settings first."),
        ({"stop": "Lima"}, "“Lima” is not in the mission.", "Madrid, Las Palmas"),
        ({"kind": "party"}, "“party” is not one of the choices.", "plenary, reception, site_visit, transfer, briefing, call, signing"),
        ({"capacity": "many"}, "“many” is no number.", "Type how many people."),
        ({"starts": "soon"}, "“soon” is no day with a time.", "Write it as 2026-02-16T10:00."),
        ({"name_en": " "}, "An event needs a name.", "Add name_en=…."),
        ({"audience": "sector"}, "Which sector attends?", "Choose the sector below."),
        ({"audience": "status"}, "Which status attends?", "Choose the status below."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(store: Store, more: dict[str, str], words: str, hint: str) -> None:
    with pytest.raises(UserError) as found:
        event_entry.enter_texts(store, None, {**FLIGHT, **more})
    assert (found.value.text, found.value.hint, store.all(Event)) == (words, hint, [])


def test_a_new_event_needs_its_times(store: Store) -> None:
    with pytest.raises(UserError, match="An event needs a beginning and an end"):
        event_entry.enter_texts(store, None, {"name_en": "Dinner", "starts": "2027-03-27 20:00"})


def test_an_event_is_found_by_its_uid_or_name(store: Store) -> None:
    made = event_entry.enter_texts(store, None, {**FLIGHT, "name_es": "Vuelo"})
    assert event_entry.called(store, "vuelo") == event_entry.called(store, made.uid) == made
    with pytest.raises(UserError, match="There is no event “Bus”"):
        event_entry.called(store, "Bus")
    event_entry.enter_texts(store, None, FLIGHT)
    with pytest.raises(UserError, match="Several events are called “Flight”") as found:
        event_entry.called(store, "Flight")
    assert made.uid in found.value.hint
