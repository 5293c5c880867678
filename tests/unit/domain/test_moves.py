"""What is said of a place before a meeting is put there agrees with what `check` says afterwards."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from missionplanner.domain import rules, timetable
from missionplanner.domain.companies import AttendeesBy, Company, Side
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Mission, Stop, Table, Venue, ZoneWay
from missionplanner.domain.moves import Grade, Moves, MoveVerdict, why_immovable
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Availability, Meeting, MeetingDelegate, MeetingStatus, Owner, Session, Slot
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, interpreter, key_of, meet, meeting, moment, other_day, small_mission, snapshot_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", slots=3, tables=2) as found:
        yield found


def _absences(store: Store, chance: Random) -> None:
    owners = (
        *((Owner.COMPANY, c.id) for c in store.all(Company)),
        *((Owner.DELEGATE, d.id) for d in store.all(Person)),
        *((Owner.TABLE, t.id) for t in store.all(Table)),
    )
    with store.change(message("Away")) as change:
        for owner, key in chance.sample(owners, 5):
            start = moment(9 + chance.randrange(3), 10)
            change.insert(Availability(owner=owner, owner_id=key, starts=start, ends=start + timedelta(minutes=40)))


def _wishes(store: Store, chance: Random) -> None:
    companies = store.all(Company)
    ours, theirs = ([c.id for c in companies if c.name[0] == letter] for letter in "DC")
    with store.change(message("Wish")) as change:
        for pair in chance.sample([(d, c) for d in ours for c in theirs], 12):
            half = chance.choice([Half.ANY, Half.ANY, Half.MORNING, Half.AFTERNOON])
            strength = chance.choice([Priority.MEET, Priority.MEET, Priority.MUST_MEET, Priority.NO_THANKS])
            change.insert(Request(delegation_id=pair[0], counterpart_id=pair[1], half=half, priority=strength))
        change.insert(Precedence(company_id=ours[0], first_id=theirs[0], then_id=theirs[1]))
        change.insert(Precedence(company_id=theirs[2], first_id=ours[1], then_id=ours[2]))


def _places(store: Store) -> None:
    """A second venue of the stop, and a second stop in parallel, each with a session."""
    with store.change(message("Places")) as change:
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
    with store.change(message("Settings")) as change:
        settings = {
            "travel_minutes": chance.choice([None, 10]),
            "meetings_a_day": chance.choice([None, 3]),
            "several_at_once": chance.random() < 0.3,
            "lunch_starts": "11:00",
            "lunch_ends": "12:00",
        }
        change.update(replace(store.mission, **settings))
        if chance.random() < 0.5:
            for person in store.all(Person):
                change.update(replace(person, languages=chance.choice(["en", "es", "en,es"])))
            change.insert(interpreter("One", languages="en,es"))
        if chance.random() < 0.7:
            people, others = store.all(Person), store.all(Company)
            for person, other in zip(chance.sample(people, 3), chance.sample(others, 3), strict=True):
                if person.company_id != other.id:
                    change.insert(Membership(person_id=person.id, company_id=other.id))
    snapshot = store.snapshot()
    companies = store.all(Company)
    ours, theirs = ([c.id for c in companies if c.name[0] == letter] for letter in "DC")
    with store.change(message("Visits")) as change:
        for company in chance.sample([c for c in companies if c.name[0] == "C"], 2):
            change.update(replace(company, meets_at=MeetsAt.OFFICE, zone=chance.choice(("Centro", "Polanco"))))
        change.insert(ZoneWay(stop_id=1, zone="Centro", other="Polanco", minutes=chance.choice((5, 15, 40))))
    with store.change(message("Meetings")) as change:
        for pair in chance.sample([(d, c) for d in ours for c in theirs], 9):
            slot = chance.choice(snapshot.slots)
            table = chance.choice(snapshot.tables_of[snapshot.venue_of_slot[slot.id].id])
            place = None if snapshot.company[pair[1]].meets_at and chance.random() < 0.8 else table.id
            change.insert(Meeting(delegation_id=pair[0], counterpart_id=pair[1], slot_id=slot.id, table_id=place))
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


@pytest.mark.parametrize("seed", range(8))
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
            meeting_edits.drop(store, verdict)
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
    meeting_edits.drop(store, verdict)
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
    key = meeting_edits.drop(store, moves.verdict(slot.id))[0]
    made = next(m for m in store.all(Meeting) if m.id == key)
    assert (made.slot_id, made.table_id) == (slot.id, snapshot.meetings[0].table_id)
    assert planning.conflicts(store.snapshot()) == []


def test_an_interpreter_who_is_busy_is_replaced_by_another(store: Store) -> None:
    with store.change(message("Speak")) as change:
        for person in store.all(Person):
            change.update(replace(person, languages="en" if person.family_name[0] == "D" else "es"))
        first = change.insert(interpreter("First", languages="en,es"))
        second = change.insert(interpreter("Second", languages="en,es"))
    meet(store, "D1", "C1", 0, 0, interpreter_id=first)
    meet(store, "D2", "C2", 1, 0, interpreter_id=first)
    snapshot = store.snapshot()
    one, two = snapshot.meetings
    verdict = Moves(Plan(snapshot, snapshot.meetings), one).verdict(two.slot_id, store.all(Table)[1].id)
    assert (verdict.grade, verdict.meetings[0].interpreter_id) == (Grade.FREE, second)


def test_the_most_a_day_counts_each_day_for_itself(store: Store) -> None:
    with store.change(message("Tuesday")) as change:
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
    with store.change(message("No tables")) as change:
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


def moves_of(snapshot: Snapshot, key: int, printed: Iterable[int] = ()) -> Moves:
    """The moves of the meeting of this key in a mission in memory."""
    held = next(m for m in snapshot.meetings if m.id == key)
    return Moves(Plan(snapshot, snapshot.meetings), held, printed)


def places(verdict: MoveVerdict) -> list[tuple[int, int, int]]:
    return [(m.id, m.slot_id, m.table_id) for m in verdict.meetings]


def test_only_a_meeting_with_a_key_is_in_the_timetable() -> None:
    plan = Plan(snapshot_of(), [])
    assert [Moves(plan, meeting(key, 1, 3, slot=1)).is_new for key in (-1, 0, 1)] == [True, True, False]
    request = Request(delegation_id=2, counterpart_id=3)
    moves = Moves.of_request(plan, request, [3])
    assert (moves.held.pair, moves.is_new, moves.held.slot_id, moves.held.table_id) == ((2, 3), True, 0, 0)
    assert moves.verdict(1).text == "Their packs are printed already: C1."


def test_the_place_a_meeting_has_is_free() -> None:
    moves = moves_of(snapshot_of(meetings=[meeting(1, 1, 3, slot=2, table=2)]), 1)
    here = MoveVerdict(Grade.FREE, "It is here now.")
    assert [moves.verdict(2), moves.verdict(2, 2)] == [here, here]
    assert [moves.grade(2), moves.grade(2, 2)] == [Grade.FREE, Grade.FREE]
    assert places(moves.verdict(2, 1)) == [(1, 2, 1)]
    assert places(moves.verdict(3, 2)) == [(1, 3, 2)]


def test_a_venue_without_tables_is_refused_before_anything_else() -> None:
    snapshot = snapshot_of(meetings=[meeting(1, 1, 3, slot=1)], tables=[Table(id=1, venue_id=1, number=1)])
    moves = moves_of(snapshot, 1)
    assert moves.verdict(4) == MoveVerdict(Grade.REFUSED, "Plant has no tables.")
    assert (moves.grade(4), moves.grade(2)) == (Grade.REFUSED, Grade.FREE)


@pytest.mark.parametrize(("absences", "more"), [(1, ""), (2, " (1 more reason)"), (3, " (2 more reasons)")])
def test_the_first_reason_is_named_and_the_others_are_counted(absences: int, more: str) -> None:
    owners = ((Owner.TABLE, 1), (Owner.COMPANY, 3), (Owner.DELEGATE, 1))[3 - absences :]
    rows = [Availability(owner=o, owner_id=key, starts=moment(9, 25), ends=moment(9, 26)) for o, key in owners]
    snapshot = snapshot_of(meetings=[meeting(1, 1, 3, slot=1)], availabilities=rows)
    verdict = moves_of(snapshot, 1).verdict(2, 1)
    assert verdict.text == f"No delegate of D1 is available on February 16 at 09:25.{more}"
    assert (verdict.grade, places(verdict)) == (Grade.REFUSED, [(1, 2, 1)])


def test_a_fault_that_is_there_already_refuses_nothing() -> None:
    absent = [Availability(owner=Owner.COMPANY, owner_id=2, starts=moment(9), ends=moment(9, 20))]
    meetings = [meeting(1, 1, 3, slot=2), meeting(2, 2, 4, slot=1)]
    snapshot = snapshot_of(meetings=meetings, availabilities=absent)
    assert moves_of(snapshot, 1).verdict(3).grade is Grade.FREE
    assert moves_of(snapshot, 1).verdict(1, 2).grade is Grade.FREE


def test_two_meetings_change_places_where_both_can_move() -> None:
    meetings = [
        meeting(1, 1, 3, slot=1),
        meeting(2, 2, 4, slot=2, table=2),
        meeting(3, 2, 3, slot=3, locked=True),
        meeting(4, 1, 4, slot=3, table=2, status=MeetingStatus.HELD),
    ]
    snapshot = snapshot_of(meetings=meetings)
    moves = moves_of(snapshot, 1)
    swap = moves.verdict(2, 2, meetings[1])
    assert places(swap) == [(1, 2, 2), (2, 1, 1)]
    assert swap.text == "Changes places with D2 – C2, which goes to February 16 at 09:00, table 1."
    assert (swap.grade, moves.grade(2, 2, meetings[1])) == (Grade.WARY, Grade.WARY)
    assert places(moves.verdict(3, 1, meetings[2])) == [(1, 3, 1)]
    assert places(moves.verdict(3, 2, meetings[3])) == [(1, 3, 2)]
    assert places(moves.verdict(2, 1, meetings[0])) == [(1, 2, 1)]
    new = Moves.of_request(moves.plan, Request(delegation_id=1, counterpart_id=4))
    assert places(new.verdict(2, 2, meetings[1])) == [(-1, 2, 2)]


def test_a_swap_is_refused_where_the_other_cannot_go() -> None:
    absent = [Availability(owner=Owner.COMPANY, owner_id=4, starts=moment(9), ends=moment(9, 20))]
    meetings = [meeting(1, 1, 3, slot=1), meeting(2, 2, 4, slot=2)]
    snapshot = snapshot_of(meetings=meetings, availabilities=absent)
    moves = moves_of(snapshot, 1)
    assert moves.verdict(2, 1, meetings[1]).text == "C2 is not available on February 16 at 09:00."
    assert moves.grade(2, 1, meetings[1]) is Grade.REFUSED
    assert moves.grade(2, 2) is Grade.FREE


def test_an_order_is_broken_by_moving_the_later_meeting() -> None:
    snapshot = snapshot_of(
        meetings=[meeting(1, 1, 3, slot=2), meeting(2, 1, 4, slot=3)],
        precedences=[Precedence(company_id=1, first_id=3, then_id=4)],
    )
    moves = moves_of(snapshot, 2)
    text = "D1 should meet C1 before C2, but meets them on February 16 at 09:25 and February 16 at 09:00."
    assert (moves.verdict(1).text, moves.grade(1)) == (text, Grade.REFUSED)


def test_a_meeting_over_the_most_of_its_day_is_refused_with_a_finding_of_the_company() -> None:
    snapshot = snapshot_of(
        mission=Mission(starts=DAY, ends=DAY, meetings_a_day=1),
        meetings=[meeting(1, 1, 3, slot=1), meeting(2, 1, 4, slot=5, table=4)],
    )
    moves = moves_of(snapshot, 2)
    assert (moves.verdict(2).text, moves.grade(2)) == (
        "D1 has 2 meetings on February 16; the most is 1.",
        Grade.REFUSED,
    )


def test_companies_with_printed_packs_are_named_in_their_order_once() -> None:
    companies = [
        Company(id=n, side=Side.DELEGATION if n < 3 else Side.COUNTERPART, name=name)
        for n, name in ((1, "Zinc Inc."), (2, "B"), (3, "Alu"), (4, "C"))
    ]
    meetings = [meeting(1, 1, 3, slot=1), meeting(2, 1, 4, slot=2)]
    snapshot = snapshot_of(companies=companies, meetings=meetings)
    assert moves_of(snapshot, 1, [1, 2, 3]).verdict(3).text == "Their packs are printed already: Alu, Zinc Inc."
    assert moves_of(snapshot, 1, [2, 4]).verdict(3).text == "Free: February 16 at 09:50, table 1."


@pytest.mark.parametrize(("which", "told"), [(0, True), (1, True), (2, False)])
def test_a_confirmed_meeting_that_gets_another_time_has_to_be_confirmed_again(which: int, told: bool) -> None:
    meetings = [meeting(1, 1, 3, slot=1), meeting(2, 2, 4, slot=2)]
    if which < 2:
        meetings[which] = replace(meetings[which], status=MeetingStatus.CONFIRMED)
    verdict = moves_of(snapshot_of(meetings=meetings), 1).verdict(2, 1, meetings[1])
    assert verdict.text.endswith("It was confirmed and has to be confirmed again.") is told
    assert [m.status for m in verdict.meetings] == [MeetingStatus.PLANNED] * 2


def test_a_meeting_keeps_its_table_or_goes_where_its_companies_sit_or_to_the_first_free_one() -> None:
    tables = [Table(id=n, venue_id=venue, number=n) for n, venue in ((1, 1), (2, 1), (5, 1), (3, 2), (4, 3))]
    away = Availability(owner=Owner.TABLE, owner_id=1, starts=moment(9, 50), ends=moment(10))
    meetings = [
        meeting(1, 1, 3, slot=1, table=1),
        meeting(2, 1, 4, slot=3, table=5),
        meeting(3, 2, 4, slot=2, table=1),
        meeting(4, 2, 3, slot=5, table=4),
    ]
    snapshot = snapshot_of(tables=tables, meetings=meetings, availabilities=[away])
    table = {slot: moves_of(snapshot, 1).verdict(slot).meetings[0].table_id for slot in (2, 3, 4, 5)}
    assert table == {2: 5, 3: 2, 4: 3, 5: 4}
    full = [*meetings[:1], *(meeting(9 + n, 2, 4, slot=2, table=n) for n in (1, 2, 5))]
    crowded = snapshot_of(tables=tables, meetings=full)
    assert moves_of(crowded, 1).verdict(2).meetings[0].table_id == 1


def _interpreted(**parts: object) -> Snapshot:
    people = [Person(id=n, company_id=n, languages="en" if n < 3 else "es") for n in (1, 2, 3, 4)]
    both = [interpreter(name, id=n, languages="en,es") for n, name in ((7, "Ana"), (8, "Ben"))]
    wrong = interpreter("Cleo", id=6, languages="en")
    return snapshot_of(people=people, interpreters=[wrong, *both], **parts)


def test_an_interpreter_stays_where_free_and_another_who_can_takes_over() -> None:
    one, two = meeting(1, 1, 3, slot=1, interpreter_id=8), meeting(2, 2, 4, slot=2, table=2, interpreter_id=8)

    def given(snapshot: Snapshot, slot: int) -> int | None:
        return moves_of(snapshot, 1).verdict(slot, 1).meetings[0].interpreter_id

    snapshot = _interpreted(meetings=[one, two])
    assert [given(snapshot, slot) for slot in (2, 3)] == [7, 8]
    absent = [Availability(owner=Owner.DELEGATE, owner_id=7, starts=moment(9, 25), ends=moment(9, 30))]
    assert given(_interpreted(meetings=[one, two], availabilities=absent), 2) == 8
    assert given(_interpreted(meetings=[replace(one, interpreter_id=None), two]), 3) == 7


def test_meetings_that_change_places_do_not_need_each_others_interpreters() -> None:
    one, two = meeting(1, 1, 3, slot=1, interpreter_id=7), meeting(2, 2, 4, slot=2, table=2, interpreter_id=7)
    verdict = moves_of(_interpreted(meetings=[one, two]), 1).verdict(2, 2, two)
    assert [m.interpreter_id for m in verdict.meetings] == [7, 7]
    assert verdict.grade is Grade.WARY


def test_nobody_interprets_where_nobody_is_needed_but_who_was_asked_for_stays() -> None:
    ana = [interpreter("Ana", id=7, languages="en,es")]
    for asked in (None, 7):
        snapshot = snapshot_of(meetings=[meeting(1, 1, 3, slot=1, interpreter_id=asked)], interpreters=ana)
        assert moves_of(snapshot, 1).verdict(2).meetings[0].interpreter_id == asked


def test_only_meetings_ahead_that_are_not_locked_can_be_taken_up() -> None:
    found = {status: why_immovable(meeting(1, 1, 3, 1, status=status)) for status in MeetingStatus}
    over = "This meeting is over or cancelled."
    assert found == {
        MeetingStatus.PLANNED: "", MeetingStatus.CONFIRMED: "", MeetingStatus.HELD: over,
        MeetingStatus.CANCELLED: over, MeetingStatus.NO_SHOW: over,
    }  # fmt: skip


def test_a_grade_is_remembered_by_slot_table_and_the_meeting_that_is_there() -> None:
    meetings = [meeting(1, 1, 3, slot=1), meeting(2, 2, 4, slot=2), meeting(3, 2, 3, slot=2, table=2)]
    moves = moves_of(snapshot_of(meetings=meetings), 1)
    for _again in range(2):
        assert moves.grade(3) is Grade.FREE
        assert moves.grade(2, 2) is Grade.REFUSED
        assert moves.grade(2, 1, meetings[1]) is Grade.REFUSED
        assert moves.grade(3, 2) is Grade.FREE


def test_a_place_beside_a_meeting_is_not_remembered_as_a_change_of_places_with_it() -> None:
    meetings = [meeting(7, 1, 3, slot=1), meeting(1, 2, 4, slot=2)]
    moves = moves_of(snapshot_of(meetings=meetings), 7)
    assert moves.grade(2, 1) is Grade.REFUSED
    assert moves.grade(2, 1, meetings[1]) is Grade.WARY


TEAM = [
    Person(id=n, company_id=key, given_name=name, languages=spoken)
    for n, key, name, spoken in ((1, 1, "Ana", "en"), (2, 1, "Ben", "fr"), (8, 3, "Cleo", "en"), (9, 4, "Dan", "en"))
]
APART = [meeting(1, 1, 3, slot=1), meeting(2, 1, 4, slot=2, table=2)]


@pytest.mark.parametrize(
    ("rule", "parts", "sentence"),
    [
        (AttendeesBy.ALL, {}, ""),
        (
            AttendeesBy.LANGUAGE,
            {},
            "D1 has more meetings on February 16 at 09:25 than people who can attend them.",
        ),
        (
            AttendeesBy.ALL,
            {"meeting_delegates": [MeetingDelegate(id=n, meeting_id=n, delegate_id=1) for n in (1, 2)]},
            "Ana is expected in two meetings on February 16 at 09:25.",
        ),
        (
            AttendeesBy.LANGUAGE,
            {
                "availabilities": [
                    Availability(owner=Owner.DELEGATE, owner_id=1, starts=moment(9, 25), ends=moment(9, 40))
                ]
            },
            "Nobody of D1 who speaks a language of C1 is available on February 16 at 09:25.",
        ),
    ],
)
def test_where_nobody_could_attend_a_place_is_refused_in_words(
    rule: AttendeesBy, parts: dict[str, object], sentence: str
) -> None:
    companies = [replace(one, attendees_by=rule if one.id == 1 else AttendeesBy.ALL) for one in snapshot_of().companies]
    mission = Mission(starts=DAY, ends=DAY, several_at_once=True)
    snapshot = snapshot_of(people=TEAM, meetings=APART, companies=companies, mission=mission, **parts)
    verdict = moves_of(snapshot, 1).verdict(2, 1)
    assert (verdict.grade is Grade.REFUSED, verdict.text.partition(" (")[0] if sentence else "") == (
        bool(sentence),
        sentence,
    )


def test_another_day_for_a_company_is_said_and_makes_wary(store: Store) -> None:
    other_day(store)
    meet(store, "D1", "C1", 0, 0)
    key = meet(store, "D1", "C2", 1, 0)
    snapshot = store.snapshot()
    moves = Moves(Plan(snapshot, snapshot.meetings), store.get(Meeting, key))
    tuesday = store.all(Slot)[3].id
    verdict = moves.verdict(tuesday)
    assert (verdict.grade, verdict.text) == (Grade.WARY, "This adds a day for D1.")
    assert moves.grade(tuesday) is Grade.WARY


def test_a_day_that_is_saved_is_told_where_nothing_speaks_against_it(store: Store) -> None:
    other_day(store)
    meet(store, "D1", "C1", 0, 0)
    key = meet(store, "D1", "C2", 3, 0)
    snapshot = store.snapshot()
    verdict = Moves(Plan(snapshot, snapshot.meetings), store.get(Meeting, key)).verdict(store.all(Slot)[1].id)
    assert verdict.grade is Grade.FREE
    assert verdict.text.endswith("It saves a day for D1.")


def test_the_only_day_of_a_company_is_no_day_more(store: Store) -> None:
    other_day(store)
    key = meet(store, "D1", "C1", 0, 0)
    snapshot = store.snapshot()
    moves = Moves(Plan(snapshot, snapshot.meetings), store.get(Meeting, key))
    assert moves.grade(store.all(Slot)[3].id) is Grade.FREE


def at_offices(*meetings: Meeting, margin: int = 10) -> Snapshot:
    """C1 and C2 receive at their offices in Mexico City, 25 minutes apart; table meetings of theirs stay possible."""
    usual = snapshot_of()
    zones = {3: "Centro", 4: "Polanco"}
    companies = [replace(c, zone=zones[c.id], meets_at=MeetsAt.OFFICE) if c.id in zones else c for c in usual.companies]
    ways = [ZoneWay(id=1, stop_id=1, zone="Centro", other="Polanco", minutes=5)]
    stops = [replace(stop, visit_margin=margin) for stop in usual.stops]
    return snapshot_of(companies=companies, zone_ways=ways, stops=stops, meetings=list(meetings))


def visit(key: int, one: int, other: int, slot: int) -> Meeting:
    return replace(meeting(key, one, other, slot=slot), table_id=None)


def test_a_visit_stays_a_visit_whatever_table_it_is_dragged_to() -> None:
    moves = moves_of(at_offices(visit(1, 1, 3, slot=1)), 1)
    assert places(moves.verdict(3, 2)) == [(1, 3, None)]
    assert moves.verdict(3).text == "Free: February 16 at 09:50, at the office of C1."
    assert moves.verdict(1, 2).text == "It is here now."


def test_a_request_for_a_visit_needs_no_table_and_a_venue_without_any_will_do() -> None:
    snapshot = replace(at_offices(), tables=[Table(id=1, venue_id=1, number=1)])
    moves = Moves.of_request(Plan(snapshot, []), Request(delegation_id=1, counterpart_id=3))
    assert [places(moves.verdict(slot)) for slot in (1, 4)] == [[(-1, 1, None)], [(-1, 4, None)]]


@pytest.mark.parametrize(("margin", "grade"), [(12, Grade.FREE), (13, Grade.REFUSED)])
def test_a_visit_keeps_way_and_margins_to_the_next_one(margin: int, grade: Grade) -> None:
    # From 9:20 to 9:50 there are 30 minutes for a way of 5 and two margins.
    moves = moves_of(at_offices(visit(1, 1, 3, slot=1), visit(2, 1, 4, slot=5), margin=margin), 2)
    assert moves.grade(3) is grade
    if grade is Grade.REFUSED:
        assert moves.verdict(3).text == (
            "D1 cannot get from the office of C1 to the office of C2 between its meetings on February 16 at 09:00"
            " and February 16 at 09:50."
        )


def test_a_visit_and_a_meeting_at_a_table_change_places_and_each_is_where_it_belongs() -> None:
    known = at_offices(visit(1, 1, 3, slot=1), meeting(2, 1, 4, slot=3, table=2))
    companies = [replace(c, meets_at=MeetsAt.UNSAID) if c.id == 4 else c for c in known.companies]
    moves = moves_of(replace(known, companies=companies), 1)
    other = moves.plan.meetings[1]
    assert places(moves.verdict(3, 2, other)) == [(1, 3, None), (2, 1, 2)]


def test_a_visit_takes_no_place_from_a_meeting_of_others() -> None:
    moves = moves_of(at_offices(visit(1, 1, 3, slot=1), visit(2, 2, 4, slot=3)), 1)
    assert places(moves.verdict(3, 0, moves.plan.meetings[1])) == [(1, 3, None)]
