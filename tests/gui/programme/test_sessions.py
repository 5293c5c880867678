"""Sessions and their slots as records."""

import pytest

from missionplanner import i18n
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.errors import UserError
from missionplanner.gui.programme.sessions import Sessions, Slots
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.store.store import Store
from tests.builders import meet, moment


def test_a_session_says_where_when_and_how_long_its_slots_are(store: Store) -> None:
    sessions = Sessions(store)
    assert [column.text(sessions.rows()[0]) for column in sessions.kind.columns] == [
        "Mon, Feb 16, 09:00–10:40",
        "",
        "Hall",
        "20 + 5 min",
    ]


def test_a_session_is_added_with_its_slots(store: Store) -> None:
    sessions = Sessions(store)
    values = {**sessions.values(None), "starts": moment(14).replace(tzinfo=None), "name": "Afternoon"}
    sessions.save(None, {**values, "ends": moment(15).replace(tzinfo=None)})
    made = sessions.rows()[-1]
    assert (made.name, made.venue_id, made.starts, made.ends) == ("Afternoon", 1, moment(14), moment(15))
    assert [slot.starts for slot in store.all(Slot) if slot.session_id == made.id] == [moment(14), moment(14, 25)]


def test_what_the_form_shows_is_stored_unchanged(store: Store) -> None:
    sessions, slots = Sessions(store), store.all(Slot)
    before = sessions.rows()[0]
    sessions.save(before, {**sessions.values(before), "slot_minutes": "20", "buffer_minutes": "5"})
    assert (sessions.rows()[0], store.all(Slot)) == (before, slots)


def test_a_session_needs_a_venue(store: Store) -> None:
    sessions = Sessions(store)
    with pytest.raises(UserError, match="A session needs a venue"):
        sessions.save(None, {**sessions.values(None), "venue_id": None, "name": ""})


def test_a_session_that_would_strand_meetings_is_not_changed(store: Store) -> None:
    meet(store, "D2", "C2", 1, 0)
    sessions = Sessions(store)
    with pytest.raises(StrandedError) as found:
        sessions.save(sessions.rows()[0], {**sessions.values(sessions.rows()[0]), "slot_minutes": "30"})
    assert [meeting.slot_id for meeting in found.value.meetings] == [store.all(Slot)[1].id]
    assert store.all(Session)[0].slot_minutes == 20


def test_a_session_with_meetings_is_not_deleted(store: Store) -> None:
    with pytest.raises(StrandedError):
        Sessions(store).kind.remove([store.all(Session)[0].id])
    assert store.count(Session) == 1


def test_a_slot_says_its_session_and_meetings(store: Store) -> None:
    slots = Slots(store)
    rows = [[column.text(row) for column in slots.kind.columns] for row in slots.rows()]
    assert [row[3] for row in rows] == ["1", "0", "0", "0"]
    assert rows[0] == ["Mon, Feb 16, 09:00–09:20", "", "Hall", "1"]


def test_a_slot_takes_its_meetings_along(store: Store) -> None:
    slots = Slots(store)
    first = slots.rows()[0]
    slots.save(first, {**slots.values(first), "ends": moment(9, 15).replace(tzinfo=None)})
    assert store.get(Slot, first.id).ends == moment(9, 15)
    assert store.all(Meeting)[0].slot_id == first.id


def test_a_new_slot_lies_in_the_first_session(store: Store) -> None:
    slots = Slots(store)
    values = slots.values(None)
    assert (values["starts"].hour, values["ends"].minute, values["session_id"]) == (9, 20, store.all(Session)[0].id)


def test_a_slot_needs_a_session(store: Store) -> None:
    slots = Slots(store)
    with pytest.raises(UserError, match="A slot needs a session"):
        slots.save(None, {**slots.values(None), "session_id": None})


def test_slots_with_meetings_are_not_deleted(store: Store) -> None:
    slots = Slots(store)
    with pytest.raises(StrandedError):
        slots.kind.remove([slots.rows()[0].id])
    slots.kind.remove([slots.rows()[3].id])
    assert store.count(Slot) == 3


def test_names_the_program_gives_are_shown_and_read_in_the_language_of_the_screen(store: Store) -> None:
    sessions = Sessions(store)
    before = sessions.rows()[0]
    sessions.save(before, {**sessions.values(before), "name": "Morning"})
    i18n.use("es")
    given = sessions.rows()[0]
    assert (given.name, sessions.values(given)["name"]) == ("Morning", "Mañana")
    sessions.save(given, {**sessions.values(given), "name": "Tarde"})
    assert sessions.rows()[0].name == "Afternoon"
    sessions.save(sessions.rows()[0], {**sessions.values(given), "name": "Noche"})
    assert sessions.rows()[0].name == "Noche"
