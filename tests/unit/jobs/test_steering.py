"""The timetable steered by hand: every act does what it says and is undone and redone exactly."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from missionplanner.domain import day, outcomes, timetable
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Delegate, Side
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.mission import MatchWeight, Stop, Synonyms, Table, Travel, Venue
from missionplanner.domain.moves import Moves, MoveVerdict
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Half, Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import (
    Availability,
    FollowUp,
    Interpreter,
    Keep,
    Meeting,
    MeetingStatus,
    Outcome,
    Owner,
    Scope,
    Session,
    Slot,
    Version,
)
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.outcomes import entering
from missionplanner.jobs.programme import attendance, programme
from missionplanner.jobs.requests import entering as wishes
from missionplanner.jobs.requests import suggestions
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import availability, planning, repairing, versions
from missionplanner.jobs.timetable import meetings as steering
from missionplanner.store.store import Store
from missionplanner.store.tables import UNDOABLE
from tests.builders import DAY, ask, ask_all, key_of, meet, moment, small_mission

MEET = Priority.MEET


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def whole(store: Store) -> dict[str, object]:
    """Everything undo reaches."""
    return {table.name: store.all(table.kind) for table in UNDOABLE}


def verdict(store: Store, key: int, slot: int, table: int = 0) -> MoveVerdict:
    snapshot = store.snapshot()
    held = next(m for m in snapshot.meetings if m.id == key)
    other = next(
        (
            m
            for m in snapshot.meetings
            if table and m.slot_id == snapshot.slots[slot].id and m.table_id == snapshot.tables[table - 1].id
        ),
        None,
    )
    table_id = snapshot.tables[table - 1].id if table else 0
    return Moves(Plan(snapshot, snapshot.meetings), held).verdict(snapshot.slots[slot].id, table_id, other)


def first(store: Store) -> Meeting:
    return store.all(Meeting)[0]


def place(store: Store) -> None:
    ask(store, ("D3", "C3", MEET))
    snapshot = store.snapshot()
    moves = Moves.of_request(Plan(snapshot, snapshot.meetings), snapshot.requests[-1])
    steering.drop(store, moves.verdict(snapshot.slots[3].id))


def walk_in(store: Store) -> None:
    snapshot = store.snapshot()
    moves = day.imagined(snapshot, (key_of(store, "D3"), key_of(store, "C3")))
    found = day.next_place(snapshot, moves, moment(9))
    assert found is not None
    steering.walk_in(store, found)


def reception(store: Store, **more: object) -> int:
    event = Event(stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), **more)  # type: ignore[arg-type]
    with store.change("Event") as change:
        return change.insert(event)


def invite(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED, capacity=2)
    attendance.invite(store, key, [key_of(store, name) for name in ("D1", "D2", "D3", "C1")])


def excuse(store: Store) -> None:
    invite(store)
    attendance.excuse(store, store.all(Event)[0].id, [key_of(store, "D1")])


def suggested(store: Store) -> None:
    found = run_now(suggestions.suggest(), store)
    assert found is not None
    suggestions.accept(store, found, [(key_of(store, "D3"), key_of(store, "C2"))], Side.DELEGATION)


def interpreted(store: Store) -> None:
    with store.change("Interpreter") as change:
        key = change.insert(Interpreter(name="Ana", languages="en,es"))
    steering.give_interpreter(store, [first(store).id], key)


def pairs(store: Store, *names: str) -> list[tuple[int, int]]:
    keys = [key_of(store, name) for name in names]
    return list(zip(keys[::2], keys[1::2], strict=True))


def rebooked(store: Store) -> None:
    steering.no_show(store, [first(store).id], Side.COUNTERPART, "Flight")
    found = day.rebooking(store.snapshot(), first(store), moment(9), 1)
    assert found is not None
    steering.drop(store, found)
    assert first(store).status is MeetingStatus.PLANNED


def ordered(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    wanted = replace(store.all(Request)[-1], half=Half.MORNING)
    wishes.save(store, wanted, {key_of(store, "D1"): [key_of(store, "C2")]})


def painted(store: Store) -> None:
    edits = availability.Edits({Range(moment(9), moment(9, 15)): "visit", Range(moment(9, 15), moment(9, 30)): "visit"})
    assert availability.paint(store, {(Owner.COMPANY, key_of(store, "D1")): edits})
    assert [(a.starts, a.ends) for a in store.all(Availability)] == [(moment(9), moment(9, 30))]


def copied(store: Store) -> None:
    invite(store)
    programme.copy_event(store, store.all(Event)[0], moment(21), 1)


def travelled(store: Store) -> None:
    with store.change("Venue") as change:
        other = change.insert(Venue(stop_id=1, name="Other hall"))
    programme.save_travel(store, Travel(venue_id=store.all(Venue)[0].id, other_id=other, minutes=20))


ACTS: dict[str, Callable[[Store], object]] = {
    "Move a meeting": lambda s: steering.drop(s, verdict(s, first(s).id, 3)),
    "Swap two meetings": lambda s: steering.drop(s, verdict(s, first(s).id, 1, 2)),
    "Place a meeting": place,
    "Take 1 meeting out": lambda s: steering.take_out(s, [first(s).id]),
    "Cancel 1 meeting": lambda s: steering.cancel(s, [first(s).id], "Ill"),
    "Set meetings to Held": lambda s: steering.set_status(s, [first(s).id], MeetingStatus.HELD),
    "No-show": lambda s: steering.no_show(s, [first(s).id], Side.COUNTERPART, "Flight"),
    "Late for a meeting": lambda s: steering.late(s, [first(s).id], Side.DELEGATION, 15),
    "Reconfirm 2 meetings": lambda s: steering.reconfirm(s, [m.id for m in s.all(Meeting)], DAY, Side.COUNTERPART),
    "Say who attends a meeting": lambda s: steering.attend(s, first(s).id, [s.all(Delegate)[0].id]),
    "Book an interpreter": interpreted,
    "Walk-in meeting D3 – C3": walk_in,
    "Lock meetings": lambda s: planning.set_locked(s, [first(s).id], True),
    "Keep version Before": lambda s: versions.keep(s, "Before"),
    "Publish version 1": lambda s: versions.publish(s),
    "Invite to Reception": invite,
    "Excuse from Reception": excuse,
    "Accept 1 suggestion": suggested,
    "Edit a cell": lambda s: entering.save_cells(
        s, [(first(s).id, "kind", "lead"), (first(s).id, "value", "5000")], "Edit a cell"
    ),
    "Note follow-ups": lambda s: entering.note_follow_ups(s, [(first(s).id, 30)], DAY + timedelta(31), "asked"),
    "Move a meeting after it was missed": rebooked,
    "As planned again": lambda s: (
        steering.set_status(s, [first(s).id], MeetingStatus.HELD),
        steering.reset(s, [first(s).id]),
    ),
    "Set 2 requests": lambda s: wishes.set_priorities(
        s, dict.fromkeys(pairs(s, "D1", "C2", "D2", "C1"), MEET), Side.DELEGATION
    ),
    "Edit request": ordered,
    "Add absence": lambda s: availability.add_absence(
        s,
        Owner.TABLE,
        s.all(Table)[0].id,
        (moment(9).replace(tzinfo=None), moment(10).replace(tzinfo=None)),
        "America/Mexico_City",
        "broken",
    ),
    "Paint availability": painted,
    "Edit session": lambda s: programme.save_session(s, replace(s.all(Session)[0], slot_minutes=30), take_out=True),
    "Delete 1 session": lambda s: programme.remove_sessions(s, [s.all(Session)[0].id], take_out=True),
    "Delete 1 slot": lambda s: programme.remove_slots(s, [s.all(Slot)[0].id], take_out=True),
    "Edit slot": lambda s: programme.save_slot(s, replace(s.all(Slot)[3], ends=moment(11))),
    "Edit venue": lambda s: programme.save_venue(s, s.all(Venue)[0], 1, take_out=True),
    "Move event": lambda s: programme.move_event(s, s.get(Event, reception(s)), moment(19), moment(21), 1),
    "Copy event": copied,
    "Add travel time": travelled,
    "Weigh the suggestions": lambda s: suggestions.save_weights(s, {"offers": 90}),
    "Edit the synonyms": lambda s: suggestions.save_synonyms(s, [Synonyms(words="a; b"), Synonyms(words="alone")]),
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    ACTS[label](store)
    assert store.undo_label == label.partition(" after ")[0]
    after = whole(store)
    store.undo()
    before = whole(store)
    assert before != after
    for _round in range(2):
        store.redo()
        assert whole(store) == after
        store.undo()
        assert whole(store) == before


def test_a_refused_place_changes_nothing(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    before = whole(store)
    with pytest.raises(UserError, match="D1 has two meetings"):
        steering.drop(store, verdict(store, first(store).id, 1))
    assert whole(store) == before


def test_what_was_cancelled_can_be_placed_again_by_hand(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    steering.cancel(store, [meet(store, "D1", "C1", 0, 0)], "Ill")
    assert run_now(planning.plan(1), store).meetings == ()
    snapshot = store.snapshot()
    moves = Moves.of_request(Plan(snapshot, snapshot.meetings), snapshot.requests[0])
    steering.drop(store, moves.verdict(snapshot.slots[2].id))
    assert [m.stands for m in store.all(Meeting)] == [True]


# -- scopes


def two_days(store: Store) -> None:
    with store.change("Second day") as change:
        session = Session(venue_id=1, starts=moment(9) + timedelta(1), ends=moment(9) + timedelta(days=1, minutes=100))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
        stop = store.all(Stop)[0]
        change.update(replace(stop, ends=DAY + timedelta(1)))
        change.update(replace(store.mission, ends=DAY + timedelta(1)))


def test_only_selected_companies_are_planned_and_nobody_else_moves(store: Store) -> None:
    ask_all(store)
    meet(store, "D2", "C2", 3, 1)
    mine = key_of(store, "D1")
    planning.accept(store, run_now(planning.plan(1, Keep.NONE, Scope(companies=frozenset({mine}))), store))
    assert all(mine in m.pair or m.pair == (key_of(store, "D2"), key_of(store, "C2")) for m in store.all(Meeting))
    assert len(store.all(Meeting)) == 4


def test_only_one_stop_is_planned(store: Store) -> None:
    with store.change("Stop") as change:
        stop = change.insert(Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
        venue = change.insert(Venue(stop_id=stop, name="There"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(9), ends=moment(10))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
    ask_all(store)
    proposal = run_now(planning.plan(1, scope=Scope(stop_id=stop)), store)
    there = store.snapshot().stop_of_slot
    assert proposal.meetings
    assert {there[m.slot_id].id for m in proposal.meetings} == {stop}


def test_a_whole_day_of_a_company_moves_and_nobody_else(store: Store) -> None:
    two_days(store)
    ask_all(store)
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    other = meet(store, "D2", "C1", 4, 0)
    job = planning.move_day(key_of(store, "D1"), DAY, DAY + timedelta(1))
    planning.accept(store, run_now(job, store))
    snapshot = store.snapshot()
    days = {m.id: snapshot.slot[m.slot_id].day for m in snapshot.meetings}
    assert set(days.values()) == {DAY + timedelta(1)}
    assert snapshot.meetings[2].id == other
    assert snapshot.meetings[2].slot_id == snapshot.slots[4].id
    assert planning.conflicts(snapshot) == []
    with pytest.raises(UserError, match="no meetings on 2026-02-16 that can be moved"):
        run_now(job, store)


# -- versions


def test_versions_are_compared_brought_back_and_published(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    published = versions.publish(store)
    assert (published.number, published.changes) == (1, "")
    before = store.all(Meeting)
    steering.drop(store, verdict(store, before[0].id, 2))
    steering.take_out(store, [before[1].id])
    meet(store, "D3", "C3", 3, 0)
    second = versions.publish(store, "After lunch")
    assert second.changes.splitlines() == [
        "D2 – C2: dropped, was 2026-02-16 09:25, Hall, table 2",
        "D1 – C1: 2026-02-16 09:00, Hall, table 1 → 2026-02-16 09:50, Hall, table 1",
        "D3 – C3: new, 2026-02-16 10:15, Hall, table 1",
    ]
    assert versions.bring_back(store, published.id) == versions.Restored(2, ())
    places = {(m.pair, m.slot_id, m.table_id) for m in store.all(Meeting)}
    assert places == {(m.pair, m.slot_id, m.table_id) for m in before}


def test_a_version_outlives_its_slots_and_says_what_it_could_not_bring_back(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    key = versions.keep(store, "Kept")
    steering.take_out(store, [m.id for m in store.all(Meeting)])
    session = store.all(Session)[0]
    with store.change("Cut anew") as change:
        change.delete(Slot, [slot.id for slot in store.all(Slot)])
        change.insert_all(timetable.slots_of(replace(session, slot_minutes=45), session.id))
    found = versions.bring_back(store, key)
    assert found == versions.Restored(1, ("D2 – C2: 2026-02-16 09:25, Hall, table 2",))
    with pytest.raises(UserError, match="already"):
        versions.keep(store, "kept")
    with pytest.raises(UserError, match="needs a name"):
        versions.keep(store, "  ")
    assert [v.name for v in store.all(Version)] == ["Kept"]


# -- repair


def test_ways_to_repair_are_offered_those_that_disturb_least_first(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))
    meeting = first(store)
    with store.change("Ill") as change:
        span = store.get(Slot, meeting.slot_id)
        change.insert(
            Availability(owner=Owner.COMPANY, owner_id=meeting.delegation_id, starts=span.starts, ends=span.ends)
        )
    found = run_now(repairing.options(1), store)
    assert len(found) >= 2
    assert [repair.told for repair in found] == sorted(repair.told for repair in found)
    for repair in found:
        planning.accept(store, repair.proposal)
        assert planning.conflicts(store.snapshot()) == []
        store.undo()


def test_after_a_withdrawal_the_freed_places_are_offered_to_requests(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))
    assert len(store.all(Meeting)) == 8
    decisions.set_status(store, [key_of(store, "C3")], Status.WITHDRAWN)
    found = run_now(repairing.options(1), store)
    assert [(repair.broken, repair.told) for repair in found] == [(0, 0)]


def test_those_who_lost_a_meeting_with_a_withdrawal_are_counted_and_listed(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))
    past = store.snapshot()
    key = key_of(store, "C3")
    decisions.set_status(store, [key], Status.WITHDRAWN)
    found = run_now(repairing.options(1, past), store)[0]
    assert {m.pair for m in found.lost} == {m.pair for m in past.meetings_of[key]}
    partners = {company for m in found.lost for company in m.pair} - {key}
    assert found.told == sum(len(past.delegates_of[company]) for company in partners) > 0


def test_who_only_gets_another_table_is_told_too(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    table = store.get(Meeting, key).table_id
    with store.change("Lost") as change:
        change.insert(Availability(owner=Owner.TABLE, owner_id=table, starts=moment(8), ends=moment(20)))
    found = {repair.reseated: repair.told for repair in run_now(repairing.options(1), store)}
    assert found[1] == 2


# -- attendance


# -- the day itself


def test_a_proposal_is_not_written_over_what_happened_meanwhile(store: Store) -> None:
    ask_all(store)
    key = meet(store, "D1", "C1", 0, 0)
    proposal = run_now(planning.plan(1), store)
    steering.set_status(store, [key], MeetingStatus.HELD)
    before = whole(store)
    with pytest.raises(UserError, match="changed while"):
        planning.accept(store, proposal)
    assert whole(store) == before


def test_a_meeting_nobody_asked_for_is_planned_like_a_request(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0, walk_in=True)
    proposal = run_now(planning.plan(1), store)
    assert proposal.dropped == 0
    assert len(proposal.meetings) == 2


def test_a_version_brought_back_is_exact(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    cancelled = meet(store, "D2", "C2", 1, 0)
    steering.attend(store, cancelled, [store.all(Delegate)[1].id])
    version = versions.keep(store, "Before")
    steering.cancel(store, [cancelled], "Ill")
    steering.drop(store, verdict(store, key, 3))
    steering.reconfirm(store, [key], DAY, Side.DELEGATION)
    found = versions.bring_back(store, version)
    assert (found.meetings, found.refused) == (2, ())
    meetings = {m.pair: m for m in store.all(Meeting)}
    assert len(meetings) == store.count(Meeting) == 2
    one = meetings[key_of(store, "D1"), key_of(store, "C1")]
    assert (one.status, one.reconfirmed) == (MeetingStatus.PLANNED, None)
    two = meetings[key_of(store, "D2"), key_of(store, "C2")]
    assert store.snapshot().attending[two.id] == frozenset({store.all(Delegate)[1].id})


# -- outcomes


def test_outcomes_are_typed_fast_and_wrong_ones_refused(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    assert entering.typed("kind", "3") == entering.typed("kind", "serious") == "lead"
    assert entering.typed("kind", "Piste sérieuse") == entering.typed("kind", "PROSPECTO SERIO") == "lead"
    assert entering.typed("kind", "") == ""
    assert entering.typed("value", "25,000.50") == 25000.5
    assert entering.typed("second_meeting", "x") is True
    assert entering.typed("second_meeting", "no") is False
    assert entering.typed("currency", "cad") == "CAD"
    for name, text in (("kind", "nonsense"), ("value", "much"), ("value", "-5"), ("due", "soon"), ("currency", "XYZ")):
        with pytest.raises(UserError):
            entering.typed(name, text)
    typed = [(key, "kind", "6"), (key, "value", "1000"), (key, "currency", "mxn"), (key, "second_meeting", "yes")]
    assert entering.save_cells(store, typed, "Type") == []
    assert store.get(Meeting, key).status is MeetingStatus.HELD
    refused = entering.save_cells(store, [(key, "due", "2026-03-31"), (key, "value", "much")], "Type")
    assert [(one.text, one.reason) for one in refused] == [("much", "“much” is no amount.")]
    assert [(o.kind, o.value, o.due) for o in store.all(Outcome)] == [("sale", 1000.0, date(2026, 3, 31))]
    assert steering.cancel(store, [key], "Ill") == 0
    steering.reset(store, [key])
    assert steering.cancel(store, [key], "Ill") == 1
    refused = entering.save_cells(store, [(key, "kind", "lead")], "Type")
    assert [one.reason for one in refused] == ["This meeting was cancelled."]


def test_an_empty_cell_makes_no_outcome(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    assert entering.save_cells(store, [(key, "kind", ""), (key, "due", "")], "Type") == []
    assert store.all(Outcome) == []
    assert store.get(Meeting, key).status is MeetingStatus.PLANNED


def test_the_scorecard_measures_what_it_says(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MEET), ("D2", "C2", MEET), ("D3", "C1", Priority.NO_THANKS))
    one, two = meet(store, "D1", "C1", 0, 0), meet(store, "D1", "C2", 1, 0)
    typed = [(one, "kind", "sale"), (one, "value", "1000"), (one, "currency", "CAD"), (one, "second_meeting", "x")]
    assert entering.save_cells(store, [(k, n, "6" if n == "kind" else t) for k, n, t in typed], "Type") == []
    steering.no_show(store, [two], Side.COUNTERPART)
    card = outcomes.scorecard(store.snapshot(), store.all(Outcome))
    assert [(m.name, m.part, m.whole, m.is_good) for m in card.measures] == [
        ("accepted", 2, 3, True),
        ("kept", 1, 2, False),
        ("second", 1, 1, True),
    ]
    assert card.values == {"CAD": 1000.0}
    assert card.kinds["sale"] == 1
    assert dict(card.no_shows) == {"counterpart": 1}


def test_follow_ups_come_due_one_after_the_other(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    snapshot = store.snapshot()
    assert outcomes.follow_ups(snapshot, [], DAY + timedelta(29)) == []
    due = outcomes.follow_ups(snapshot, [], DAY + timedelta(200))
    assert [(d.days, d.on) for d in due] == [(n, DAY + timedelta(n)) for n in (30, 90, 180)]
    entering.note_follow_ups(store, [(key, 30)], DAY + timedelta(40), "sent")
    due = outcomes.follow_ups(snapshot, store.all(FollowUp), DAY + timedelta(100))
    assert [(d.days, d.done is None) for d in due] == [(90, True), (30, False)]


# -- suggestions


def test_suggestions_explain_themselves_and_are_fair(example: Store) -> None:
    found = run_now(suggestions.suggest(), example)
    assert found is not None
    assert all(0 <= score <= 100 for score, _pair in found.open)
    score, pair = found.open[0]
    shares = found.explain(pair)
    assert round(sum(share.points for share in shares)) == score
    assert sum(share.most for share in shares) == pytest.approx(100)
    assert "offers “" in found.why(pair)
    asked = {request.pair for request in example.all(type(found.snapshot.requests[0]))}
    assert not asked & {pair for _score, pair in found.open}
    chosen = found.give_everyone(6)
    counts: dict[int, int] = {}
    for one in {*chosen, *found.snapshot.wishes}:
        for key in one:
            counts[key] = counts.get(key, 0) + 1
    able = [key for key in counts if len(found.of_company(key)) >= 6]
    assert min(counts[key] for key in able) >= 6
    assert suggestions.accept(example, found, chosen, Side.DELEGATION) == len(chosen)
    assert suggestions.accept(example, found, chosen, Side.DELEGATION) == 0


def test_other_weights_give_other_scores_and_vetoes_are_not_suggested(example: Store) -> None:
    usual = run_now(suggestions.suggest(), example)
    suggestions.save_weights(example, {part: 100 if part == "language" else 0 for part in suggestions.PARTS})
    other = run_now(suggestions.suggest(), example)
    assert usual is not None
    assert other is not None
    pair = usual.open[0][1]
    assert other.score(pair) in (0, 50, 100)
    assert {row.part for row in example.all(MatchWeight)} == set(suggestions.PARTS)


def test_synonyms_make_texts_of_three_languages_meet(store: Store) -> None:
    from missionplanner.domain.companies import Offering, OfferingKind
    from missionplanner.matching.concepts import Thesaurus, stems

    assert set(stems("Solutions de filtration membranaire")) & set(stems("membrane filtration"))
    thesaurus = Thesaurus([(None, ("water", "eau", "agua")), (7, ("frozen berries", "petits fruits surgelés"))])
    assert thesaurus.concepts("Traitement de l’eau", ()) & thesaurus.concepts("tratamiento de agua", ())
    assert thesaurus.concepts("frozen berries", (7,)) == thesaurus.concepts("petits fruits surgelés", (7,))
    assert thesaurus.concepts("frozen berries", (8,)) != thesaurus.concepts("petits fruits surgelés", (8,))
    with store.change("Offer") as change:
        change.insert(Offering(company_id=key_of(store, "D1"), kind=OfferingKind.OFFERS, text="Traitement de l’eau"))
        change.insert(Offering(company_id=key_of(store, "C2"), kind=OfferingKind.SEEKS, text="agua limpia"))
    suggestions.save_synonyms(store, [Synonyms(words="water; eau; agua")])
    found = run_now(suggestions.suggest(), store)
    assert found is not None
    scores = {pair: found.score(pair) for pair in ((1, 5), (1, 4))}
    assert scores[1, 5] > scores[1, 4]
    assert isinstance(found.snapshot, Snapshot)


def test_who_works_together_already_is_suggested_less(store: Store) -> None:
    from missionplanner.domain.companies import Partner

    before = run_now(suggestions.suggest(), store)
    with store.change("Partner") as change:
        change.insert(Partner(company_id=key_of(store, "D1"), name="c1"))
    after = run_now(suggestions.suggest(), store)
    assert before is not None
    assert after is not None
    pair = (key_of(store, "D1"), key_of(store, "C1"))
    assert after.score(pair) < before.score(pair)
    assert "they work together already" in [share.words for share in after.explain(pair)]


def test_the_value_of_what_came_to_nothing_does_not_count(store: Store) -> None:
    rows = [Outcome(meeting_id=n, kind=kind, value=100.0, currency="CAD") for n, kind in enumerate(("none", "sale"))]
    assert outcomes.scorecard(store.snapshot(), rows).values == {"CAD": 100.0}
