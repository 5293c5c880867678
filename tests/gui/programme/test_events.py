"""Events as records: listed in the order of time, on the clocks of their stop."""

from dataclasses import replace

import pytest

from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.mission import Sector, Stop
from missionplanner.errors import UserError
from missionplanner.gui.programme.events import Events
from missionplanner.gui.widgets.form import Form
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.gui.programme.conftest import change_event, event_of


def test_events_are_listed_in_the_order_of_time(store: Store) -> None:
    change_event(store, "Talk", starts=moment(15), ends=moment(16), place="Garden", capacity=12)
    events = Events(store)
    rows = [[column.text(row) for column in events.kind.columns] for row in events.rows()]
    assert rows == [
        ["Mon, Feb 16, 10:00–11:00", "Visit", "Site visit", "Mexico City", "", "Listed companies", ""],
        ["Mon, Feb 16, 15:00–16:00", "Talk", "Briefing", "Mexico City", "Garden", "Listed companies", "12"],
    ]


def test_a_new_event_begins_at_nine_at_the_first_stop(store: Store) -> None:
    values = Events(store).values(None)
    assert (values["starts"].hour, values["ends"].hour, values["stop_id"]) == (9, 10, 1)


def test_what_the_form_shows_is_stored_unchanged(store: Store) -> None:
    events, before = Events(store), event_of(store, "Talk")
    events.save(before, events.values(before))
    assert event_of(store, "Talk") == before


def test_times_are_on_the_clocks_of_the_stop(store: Store) -> None:
    events = Events(store)
    record = event_of(store, "Talk")
    events.save(record, {**events.values(record), "stop_id": 2})
    assert event_of(store, "Talk").starts == moment(12)
    assert Events(store).values(event_of(store, "Talk"))["starts"].hour == 10


def test_an_empty_room_is_no_limit(store: Store) -> None:
    events = Events(store)
    record = event_of(store, "Talk")
    events.save(record, {**events.values(record), "capacity": "30"})
    assert event_of(store, "Talk").capacity == 30
    events.save(event_of(store, "Talk"), {**events.values(record), "capacity": ""})
    assert event_of(store, "Talk").capacity is None


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"stop_id": None}, "An event needs a stop."),
        ({"ends": moment(9).replace(tzinfo=None)}, "The event ends before it starts."),
        ({"audience": Audience.SECTOR, "sector_id": None}, "Which sector attends?"),
        ({"audience": Audience.STATUS, "status": ""}, "Which status attends?"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, more: dict[str, object], words: str) -> None:
    events, record = Events(store), event_of(store, "Talk")
    with pytest.raises(UserError) as found:
        events.save(record, {**events.values(record), **more})
    assert found.value.text == words
    assert event_of(store, "Talk") == record


def test_choices_are_those_of_the_mission(store: Store) -> None:
    choices = {field.name: field.choices for field in Events(store).fields()}
    assert choices["stop_id"] == [(1, "Mexico City"), (2, "Tijuana")]
    assert choices["sector_id"] == [(None, "–"), (store.all(Sector)[0].id, "Advanced manufacturing")]
    assert choices["venue_id"] == [(None, "No venue of the mission"), (1, "Hall")]


def test_a_mission_without_stops_takes_the_first_day(store: Store) -> None:
    with store.change(message("None")) as change:
        change.delete(Event, [event.id for event in store.all(Event)])
        change.update(replace(store.all(Stop)[1]))
    assert Events(store).values(None)["starts"].date() == store.mission.starts


def test_events_are_deleted_in_one_step(store: Store) -> None:
    Events(store).kind.remove([event.id for event in store.all(Event)])
    assert store.all(Event) == []
    assert store.steps.undo_label == "Delete events"


def test_a_transfer_is_entered_with_the_clocks_of_both_ends(store: Store) -> None:
    events, record = Events(store), event_of(store, "Talk")
    change_event(store, "Talk", kind=EventKind.TRANSFER, unconfirmed=True)
    record = event_of(store, "Talk")
    form = Form(events.fields())
    form.set_values(events.values(record))
    events.prepare(form)
    form.fill({"to_stop_id": 2, "ends": record.ends.replace(hour=12, tzinfo=None), "to_place": "Tower"})
    events.save(record, form.values())
    stored = event_of(store, "Talk")
    assert (stored.to_stop_id, stored.ends, stored.unconfirmed) == (2, moment(14), False)
    assert next(column.text(stored) for column in events.kind.columns) == (
        "Mon, Feb 16, 10:00 Mexico City → 12:00 Tijuana (−2 h)"
    )
    assert (store.undo(), event_of(store, "Talk")) == ("Edit event", record)


def test_only_transfers_show_where_they_arrive(store: Store) -> None:
    events, record = Events(store), event_of(store, "Talk")
    form = Form(events.fields())
    form.set_values(events.values(record))
    events.prepare(form)
    lines = [form.editors[name] for name in ("to_stop_id", "to_venue_id", "to_place", "to_place_fr", "to_place_es")]
    form.show()
    assert [line.isVisible() for line in lines] == [False] * 5
    form.fill({"kind": EventKind.TRANSFER})
    assert [line.isVisible() for line in lines] == [True] * 5
    form.close()
