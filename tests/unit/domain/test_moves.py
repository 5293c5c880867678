"""What is said of a place before a meeting is put there agrees with what `check` says afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from missionplanner.domain import rules, timetable
from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.moves import Grade, Moves, MoveVerdict, why_immovable
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.domain.timetable import Availability, Interpreter, Meeting, MeetingStatus, Owner, Session, Slot
from missionplanner.jobs.timetable import meetings as steering
from missionplanner.jobs.timetable import planning
from missionplanner.store.store import Store
from tests.builders import DAY, ask, key_of, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", slots=3, tables=2) as found:
        yield found


def _absences(store: Store, chance: Random) -> None:
    owners = (
        *((Owner.COMPANY, c.id) for c in store.all(Company)),
        *((Owner.DELEGATE, d.id) for d in store.all(Delegate)),
        *((Owner.TABLE, t.id) for t in store.all(Table)),
    )
    with store.change("Away") as change:
        for owner, key in chance.sample(owners, 5):
            start = moment(9 + chance.randrange(3), 10)
            change.insert(Availability(owner=owner, owner_id=key, starts=start, ends=start + timedelta(minutes=40)))


def _wishes(store: Store, chance: Random) -> None:
    companies = store.all(Company)
    ours, theirs = ([c.id for c in companies if c.name[0] == letter] for letter in "DC")
    with store.change("Wish") as change:
        for pair in chance.sample([(d, c) for d in ours for c in theirs], 12):
            half = chance.choice([Half.ANY, Half.ANY, Half.MORNING, Half.AFTERNOON])
            strength = chance.choice([Priority.MEET, Priority.MEET, Priority.MUST_MEET, Priority.NO_THANKS])
            change.insert(Request(delegation_id=pair[0], counterpart_id=pair[1], half=half, priority=strength))
        change.insert(Precedence(company_id=ours[0], first_id=theirs[0], then_id=theirs[1]))
        change.insert(Precedence(company_id=theirs[2], first_id=ours[1], then_id=ours[2]))


def _places(store: Store) -> None:
    """A second venue of the stop, and a second stop in parallel, each with a session."""
    with store.change("Places") as change:
        stop = change.insert(Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
        for number, where in enumerate((1, stop)):
            venue = change.insert(Venue(stop_id=where, name=f"Hall {number + 2}"))
            change.insert_all(Table(venue_id=venue, number=n + 1) for n in range(2))
            session = Session(venue_id=venue, starts=moment(9), ends=moment(11))
            change.insert_all(timetable.slots_of(session, change.insert(session)))
        change.insert(Event(stop_id=1, name_en="Lunch talk", starts=moment(9), ends=moment(9, 20), venue_id=2))
        change.insert(
            Event(stop_id=1, name_en="Tour", starts=moment(10), ends=moment(10, 30), audience=Audience.DELEGATION)
        )


def _random_mission(path: Path, chance: Random) -> Store:
    store = small_mission(path, 4, 4, slots=8, tables=3)
    _places(store)
    _absences(store, chance)
    _wishes(store, chance)
    with store.change("Settings") as change:
        settings = {
            "travel_minutes": chance.choice([None, 10]),
            "meetings_a_day": chance.choice([None, 3]),
            "several_at_once": chance.random() < 0.3,
            "lunch_starts": "11:00",
            "lunch_ends": "12:00",
        }
        change.update(replace(store.mission, **settings))
        if chance.random() < 0.5:
            for person in store.all(Delegate):
                change.update(replace(person, languages=chance.choice(["en", "es", "en,es"])))
            change.insert(Interpreter(name="One", languages="en,es"))
    snapshot = store.snapshot()
    companies = store.all(Company)
    ours, theirs = ([c.id for c in companies if c.name[0] == letter] for letter in "DC")
    with store.change("Meetings") as change:
        for pair in chance.sample([(d, c) for d in ours for c in theirs], 9):
            slot = chance.choice(snapshot.slots)
            table = chance.choice(snapshot.tables_of[snapshot.venue_of_slot[slot.id].id])
            change.insert(Meeting(delegation_id=pair[0], counterpart_id=pair[1], slot_id=slot.id, table_id=table.id))
    return store


def _keys(plan: Plan) -> dict[object, str]:
    return {(i.code, tuple(sorted(i.subjects))): i.text for i in rules.check(plan)}


def _agrees(plan: Plan, moves: Moves, verdict: MoveVerdict) -> None:
    """The verdict against the rules over the whole timetable, without and with what it changes."""
    moved = {meeting.id: meeting for meeting in verdict.meetings}
    rest = [meeting for meeting in plan.meetings if meeting.id not in moved]
    after_ = sorted([*rest, *moved.values()], key=lambda m: (m.id <= 0, m.id))
    before, after = _keys(Plan(plan.snapshot, rest)), _keys(Plan(plan.snapshot, after_))
    new = [text for key, text in after.items() if key not in before]
    assert (verdict.grade is Grade.REFUSED) is bool(new), (verdict, new)
    if new:
        assert verdict.text.startswith(new[0]), (verdict.text, new)


@pytest.mark.parametrize("seed", range(12))
def test_every_place_is_judged_as_check_judges_it_afterwards(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    grades = set()
    with _random_mission(tmp_path / "m.mission", chance) as store:
        snapshot = store.snapshot()
        plan = Plan(snapshot, snapshot.meetings)
        taken = {(m.slot_id, m.table_id): m for m in snapshot.meetings}
        held = [Moves(plan, m) for m in chance.sample(snapshot.meetings, 3)]
        met = {m.pair for m in snapshot.meetings}
        held += [Moves.of_request(plan, r) for r in snapshot.requests if r.pair not in met][:2]
        for moves in held:
            for slot in chance.sample(snapshot.slots, 9):
                for table in snapshot.tables_of[snapshot.venue_of_slot[slot.id].id]:
                    other = taken.get((slot.id, table.id))
                    verdict = moves.verdict(slot.id, table.id, other)
                    if not verdict.meetings:
                        continue
                    grades.add(verdict.grade)
                    assert moves.grade(slot.id, table.id, other) is verdict.grade
                    _agrees(plan, moves, verdict)
                verdict = moves.verdict(slot.id)
                if verdict.meetings:
                    assert moves.grade(slot.id) is verdict.grade
                    _agrees(plan, moves, verdict)
    assert Grade.REFUSED in grades


def test_a_drop_stores_what_the_verdict_says_and_check_agrees(tmp_path: Path) -> None:
    chance = Random(77)
    dropped = 0
    with small_mission(tmp_path / "m.mission", 4, 4, slots=8, tables=3) as store:
        _absences(store, chance)
        for number in range(10):
            meet(store, f"D{number % 4 + 1}", f"C{number // 3 + 1}", chance.randrange(8), number % 3)
        for _step in range(60):
            snapshot = store.snapshot()
            plan = Plan(snapshot, snapshot.meetings)
            taken = {(m.slot_id, m.table_id): m for m in snapshot.meetings}
            moves = Moves(plan, chance.choice(snapshot.meetings))
            slot = chance.choice(snapshot.slots)
            table = chance.choice(snapshot.tables_of[snapshot.venue_of_slot[slot.id].id])
            verdict = moves.verdict(slot.id, table.id, taken.get((slot.id, table.id)))
            if verdict.grade is Grade.REFUSED or not verdict.meetings:
                continue
            before = {i.text for i in planning.conflicts(snapshot)}
            steering.drop(store, verdict)
            dropped += 1
            stored = {m.id: m for m in store.all(Meeting)}
            assert all(stored[m.id] == m for m in verdict.meetings)
            gone = {m.id for m in verdict.meetings}
            rest = Plan(snapshot, [m for m in snapshot.meetings if m.id not in gone])
            allowed = before | set(_keys(rest).values())
            assert {i.text for i in planning.conflicts(store.snapshot())} <= allowed
    assert dropped >= 10


def test_what_is_said_is_the_sentence_of_the_rule(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    held = meet(store, "D1", "C2", 1, 0)
    snapshot = store.snapshot()
    moves = Moves(Plan(snapshot, snapshot.meetings), next(m for m in snapshot.meetings if m.id == held))
    first, _second, third = (slot.id for slot in snapshot.slots)
    assert moves.verdict(first, snapshot.tables[1].id).text == (
        "D1 has two meetings on February 16 at 09:00: with C1 and with C2."
    )
    assert moves.verdict(third) == MoveVerdict(
        Grade.FREE, "Free: February 16 at 09:50, table 1.", (replace(moves.held, slot_id=third, reconfirmed=None),)
    )
    assert moves.verdict(moves.held.slot_id, moves.held.table_id).text == "It is here now."


def test_two_meetings_change_places_and_say_so(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1, status=MeetingStatus.CONFIRMED)
    snapshot = store.snapshot()
    one, two = snapshot.meetings
    verdict = Moves(Plan(snapshot, snapshot.meetings), one, [key_of(store, "D2")]).verdict(
        two.slot_id, two.table_id, two
    )
    assert verdict.grade is Grade.WARY
    assert verdict.text == (
        "Changes places with D2 – C2, which goes to February 16 at 09:00, table 1. Their packs are printed already: D2. "
        "It was confirmed and has to be confirmed again."
    )
    steering.drop(store, verdict)
    after = {m.id: m for m in store.all(Meeting)}
    assert (after[one.id].slot_id, after[one.id].table_id) == (two.slot_id, two.table_id)
    assert (after[two.id].slot_id, after[two.id].status) == (one.slot_id, MeetingStatus.PLANNED)
    assert store.undo() == "Swap two meetings"


def test_locked_meetings_do_not_change_places(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 0, locked=True)
    snapshot = store.snapshot()
    one, two = snapshot.meetings
    verdict = Moves(Plan(snapshot, snapshot.meetings), one).verdict(two.slot_id, two.table_id, two)
    assert verdict.grade is Grade.REFUSED
    assert verdict.text == "Table 1 at Hall is given to two meetings on February 16 at 09:25."
    assert why_immovable(two) == "This meeting is locked; unlock it first."
    assert why_immovable(one) == ""


def test_a_request_becomes_a_meeting_at_the_table_where_its_company_sits(store: Store) -> None:
    meet(store, "D1", "C1", 0, 1)
    ask(store, ("D1", "C2", Priority.MEET))
    snapshot = store.snapshot()
    moves = Moves.of_request(Plan(snapshot, snapshot.meetings), snapshot.requests[0])
    slot = store.all(Slot)[2]
    key = steering.drop(store, moves.verdict(slot.id))[0]
    made = next(m for m in store.all(Meeting) if m.id == key)
    assert (made.slot_id, made.table_id) == (slot.id, snapshot.meetings[0].table_id)
    assert planning.conflicts(store.snapshot()) == []


def test_an_interpreter_who_is_busy_is_replaced_by_another(store: Store) -> None:
    with store.change("Speak") as change:
        for person in store.all(Delegate):
            change.update(replace(person, languages="en" if person.family_name[0] == "D" else "es"))
        first = change.insert(Interpreter(name="First", languages="en,es"))
        second = change.insert(Interpreter(name="Second", languages="en,es"))
    meet(store, "D1", "C1", 0, 0, interpreter_id=first)
    meet(store, "D2", "C2", 1, 0, interpreter_id=first)
    snapshot = store.snapshot()
    one, two = snapshot.meetings
    verdict = Moves(Plan(snapshot, snapshot.meetings), one).verdict(two.slot_id, store.all(Table)[1].id)
    assert (verdict.grade, verdict.meetings[0].interpreter_id) == (Grade.FREE, second)


def test_the_most_a_day_counts_each_day_for_itself(store: Store) -> None:
    with store.change("Tuesday") as change:
        change.update(replace(store.mission, meetings_a_day=1))
        session = Session(venue_id=1, starts=moment(9, day=DAY + timedelta(1)), ends=moment(11, day=DAY + timedelta(1)))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    meet(store, "D1", "C3", 4, 0)
    ask(store, ("D1", "C1", Priority.MEET))
    snapshot = store.snapshot()
    moves = Moves(Plan(snapshot, snapshot.meetings), snapshot.meetings[0])
    found = moves.verdict(snapshot.slots[5].id)
    assert found.grade is Grade.REFUSED
    assert found.text == "D1 has 2 meetings on February 17; the most is 1."


def test_without_tables_a_sentence_says_so(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    with store.change("No tables") as change:
        change.delete(Table, [table.id for table in store.all(Table)])
    snapshot = store.snapshot()
    moves = Moves.of_request(Plan(snapshot, snapshot.meetings), snapshot.requests[0])
    assert moves.verdict(snapshot.slots[0].id) == MoveVerdict(Grade.REFUSED, "Hall has no tables.")
    assert moves.grade(snapshot.slots[0].id) is Grade.REFUSED


def test_a_meeting_dragged_to_another_time_forgets_what_was_said_of_the_old_one(store: Store) -> None:
    meet(
        store, "D1", "C1", 0, 0, status=MeetingStatus.CONFIRMED, reconfirmed=DAY, reconfirmed_by="both",
        late_side="delegation", late_minutes=10,
    )  # fmt: skip
    snapshot = store.snapshot()
    held, slot = snapshot.meetings[0], snapshot.slots[2].id
    moves = Moves(Plan(snapshot, snapshot.meetings), held)
    elsewhere = moves.verdict(slot)
    assert elsewhere.meetings == (replace(held.as_planned(), slot_id=slot),)
    assert elsewhere.text == "It was confirmed and has to be confirmed again."
    table = snapshot.tables[1].id
    at_another_table = moves.verdict(held.slot_id, table)
    assert at_another_table.meetings == (replace(held, table_id=table),)
    assert at_another_table.grade is Grade.FREE
