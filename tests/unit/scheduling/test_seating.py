"""Tables and interpreters of the meetings of an assignment."""

from dataclasses import replace

from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.messages import message
from missionplanner.scheduling import formulation, seating
from missionplanner.store.store import Store
from tests.builders import ask, interpreter, key_of, meet, moment

MEET = Priority.MEET


def tables(store: Store, **slots: int) -> dict[str, int]:
    """The number of the table of each pair ("D1C1") that is placed in a slot (0 to 3)."""
    snapshot = store.snapshot()
    stated = formulation.formulate(snapshot)
    number = {
        snapshot.company[r.delegation_id].name + snapshot.company[r.counterpart_id].name: n
        for n, r in enumerate(stated.requests)
    }
    seats = seating.seat(snapshot, stated, {number[pair]: slot for pair, slot in slots.items()})
    return {pair: snapshot.table[seats[n]].number for pair, n in number.items() if n in seats}


def test_meetings_of_one_time_get_tables_of_their_own(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET))
    assert tables(store, D1C1=0, D2C2=0) == {"D1C1": 1, "D2C2": 2}


def test_a_company_stays_at_its_table(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET), ("D3", "C2", MEET))
    assert tables(store, D1C1=0, D2C2=0, D3C2=1) == {"D1C1": 1, "D2C2": 2, "D3C2": 2}


def test_a_table_that_is_away_is_not_given(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET))
    with store.change(message("x")) as change:
        change.insert(Availability(owner=Owner.TABLE, owner_id=1, starts=moment(9), ends=moment(9, 20)))
    assert tables(store, D1C1=0, D2C2=0) == {"D1C1": 2}


def test_a_meeting_in_its_slot_keeps_its_table(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    meet(store, "D1", "C1", slot=0, table=1)
    assert tables(store, D1C1=0) == {"D1C1": 2}
    assert tables(store, D1C1=1) == {"D1C1": 1}


def booked(store: Store, *languages: str) -> list[int | None]:
    """Who interprets D1-C1, then D2-C2, both at nine, of interpreters of these languages (numbered from 1); D speak en."""
    with store.change(message("x")) as change:
        for name, spoken in (("D1", "en"), ("C1", "es"), ("D2", "en"), ("C2", "fr")):
            person = store.where(Person, "company_id", [key_of(store, name)])[0]
            change.update(replace(person, languages=spoken))
        for spoken in languages:
            change.insert(interpreter("Ana", languages=spoken))
    meetings = [
        Meeting(delegation_id=key_of(store, d), counterpart_id=key_of(store, c), slot_id=1, table_id=table)
        for d, c, table in (("D1", "C1", 1), ("D2", "C2", 2))
    ]
    first = store.snapshot().interpreters[0].id
    found = seating.interpret(store.snapshot(), meetings)
    return [meeting.interpreter_id - first + 1 if meeting.interpreter_id else None for meeting in found]


def test_each_meeting_gets_an_interpreter_of_its_languages(store: Store) -> None:
    assert booked(store, "en,fr", "en,es") == [2, 1]


def test_an_interpreter_of_both_goes_where_nobody_else_can(store: Store) -> None:
    assert booked(store, "en,es,fr", "en,es") == [2, 1]


def test_a_meeting_for_which_nobody_is_left_is_dropped(store: Store) -> None:
    assert booked(store, "en,es,fr") == [1]


def test_kept_meetings_stay_without_an_interpreter(store: Store) -> None:
    snapshot = store.snapshot()
    held = Meeting(id=7, delegation_id=key_of(store, "D1"), counterpart_id=key_of(store, "C1"), slot_id=1, table_id=1)
    assert seating.interpret(snapshot, [held]) == [held]


def test_meetings_of_an_assignment_are_new_or_kept(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET))
    key = meet(store, "D1", "C1", slot=0, table=0, locked=True)
    stated = formulation.formulate(store.snapshot())
    found = seating.to_meetings(stated, {0: 0, 1: 2}, {0: 1, 1: 2})
    assert found == [
        store.get(Meeting, key),
        Meeting(
            delegation_id=key_of(store, "D2"),
            counterpart_id=key_of(store, "C2"),
            slot_id=stated.slots[2].id,
            table_id=2,
        ),
    ]


def test_who_was_booked_by_hand_stays_at_a_meeting_that_stays_at_its_time(store: Store) -> None:
    with store.change(message("Interpreters")) as change:
        ana = change.insert(interpreter("Ana", languages="en,es"))
    meet(store, "D1", "C1", 0, 0, interpreter_id=ana)
    snapshot = store.snapshot()
    again = replace(snapshot.meetings[0], id=0, uid="", interpreter_id=None)
    later = replace(again, slot_id=snapshot.slots[1].id)
    assert [one.interpreter_id for one in seating.interpret(snapshot, [again])] == [ana]
    assert [one.interpreter_id for one in seating.interpret(snapshot, [later])] == [None]
    elsewhere = replace(again, delegation_id=key_of(store, "D2"), interpreter_id=ana)
    assert [one.interpreter_id for one in seating.interpret(snapshot, [again, elsewhere])] == [None, ana]
