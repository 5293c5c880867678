"""Advice on a mission, carried out as steps that are undone; on the example, the numbers that are proved."""

from dataclasses import replace
from datetime import timedelta

import pytest

from missionplanner.domain import alterations
from missionplanner.domain.advice import Advice, AdviceKind
from missionplanner.domain.companies import Company, CompanyStop
from missionplanner.domain.mission import Sector, SectorStop, Stop, Table, Venue
from missionplanner.domain.people import Role
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Session, Slot
from missionplanner.errors import UserError
from missionplanner.jobs.advice import advising
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.scheduling import asking as asking_model
from missionplanner.scheduling import trials
from missionplanner.scheduling.formulation import formulate
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.stop_options import question
from missionplanner.store.store import Store
from tests.builders import DAY, ask, check_undo, key_of


@pytest.fixture
def other_stop(store: Store) -> int:
    """The key of a second stop."""
    with store.change(message("Stop")) as change:
        return change.insert(Stop(name_en="Monterrey", starts=DAY, ends=DAY))


def test_advice_comes_with_the_mission_it_is_for(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    found = run_now(advising.advise(0.5), store)
    assert [one.kind for one in found.findings.advice] == [AdviceKind.REPLAN, AdviceKind.SPARE]
    assert found.snapshot.requests == store.snapshot().requests


def test_without_sessions_there_is_nothing_to_advise(empty: Store) -> None:
    with empty.change(message("Clear")) as change:
        change.delete(Session, [one.id for one in empty.all(Session)])
    with pytest.raises(UserError, match="There are no sessions to meet in"):
        run_now(advising.advise(0.5), empty)


def test_who_agreed_goes_to_the_stop_as_well(store: Store, other_stop: int) -> None:
    asks = [(key_of(store, name), other_stop) for name in ("D1", "C2")]
    check_undo(store, lambda s: advising.add_stops(s, asks), "Add stops to 2 companies")
    assert advising.add_stops(store, asks) == 0
    snapshot = store.snapshot()
    assert [snapshot.stops_for(key) for key, _stop in asks] == [{1, other_stop}] * 2


def test_one_company_is_named(store: Store, other_stop: int) -> None:
    advising.add_stops(store, [(key_of(store, "D1"), other_stop)])
    assert store.steps.undo_label == "Add stops to D1"


def test_the_stops_of_its_sector_are_named_too(store: Store, other_stop: int) -> None:
    key = key_of(store, "D1")
    with store.change(message("Sector")) as change:
        change.insert(SectorStop(sector_id=store.all(Sector)[0].id, stop_id=1))
    advising.add_stops(store, [(key, other_stop)])
    assert sorted(row.stop_id for row in store.where(CompanyStop, "company_id", [key])) == [1, other_stop]


def test_a_company_that_is_gone_goes_nowhere(store: Store, other_stop: int) -> None:
    key = key_of(store, "D1")
    with store.change(message("Gone")) as change:
        change.delete(Company, [key])
    with pytest.raises(UserError, match="deleted meanwhile"):
        advising.add_stops(store, [(key, other_stop)])


def test_tables_are_added(store: Store) -> None:
    advice = Advice(AdviceKind.TABLES, number=2, place=store.all(Venue)[0].id)
    check_undo(store, lambda s: advising.add_tables(s, advice), "Add 2 tables")
    assert [table.number for table in store.all(Table)] == [1, 2, 3, 4]


def test_tables_of_a_venue_that_is_gone_are_not(store: Store) -> None:
    with pytest.raises(UserError, match="The venue was deleted meanwhile"):
        advising.add_tables(store, Advice(AdviceKind.TABLES, number=2, place=99))


def test_a_slot_is_added_at_the_end_of_every_day(store: Store) -> None:
    advice = Advice(AdviceKind.SLOTS, number=1, place=1)
    last, session = store.all(Slot)[-1], store.all(Session)[0]
    check_undo(store, lambda s: advising.add_slots(s, advice), "Add 1 slot")
    added = store.all(Slot)[-1]
    assert (added.starts - last.starts, added.ends - last.ends) == (timedelta(minutes=25), timedelta(minutes=25))
    assert (added.session_id, store.all(Session)[0].ends) == (session.id, max(session.ends, added.ends))


def test_slots_are_not_added_where_no_sessions_are_left(store: Store) -> None:
    with pytest.raises(UserError, match="The sessions of the stop were deleted meanwhile"):
        advising.add_slots(store, Advice(AdviceKind.SLOTS, number=1, place=99))


def test_interpreters_are_added_by_numbers(store: Store) -> None:
    advice = Advice(AdviceKind.INTERPRETERS, number=2, languages="en,es")
    check_undo(store, lambda s: advising.add_interpreters(s, advice), "Add 2 interpreters")
    found = [(one.full_name, one.languages) for one in store.snapshot().interpreters]
    assert found == [("Interpreter 1", "en,es"), ("Interpreter 2", "en,es")]
    advising.add_interpreters(store, replace(advice, number=1))
    assert store.snapshot().interpreters[-1].full_name == "Interpreter 3"


def test_without_a_role_that_interprets_nobody_is_added(store: Store) -> None:
    with store.change(message("Roles")) as change:
        change.delete(Role, [role.id for role in store.all(Role) if role.interprets])
    with pytest.raises(UserError, match="No role of the mission interprets"):
        advising.add_interpreters(store, Advice(AdviceKind.INTERPRETERS, number=1, languages="en"))


def test_half_a_day_is_added_with_its_slots(store: Store) -> None:
    session = alterations.half_day(store.snapshot(), 1)
    advice = Advice(AdviceKind.HALF_DAY, number=1, place=1, session=session)
    before = len(store.all(Slot))
    check_undo(store, lambda s: advising.add_half_day(s, advice), "Add session")
    assert (len(store.all(Session)), len(store.all(Slot))) == (2, before + 9)


def test_the_example_needs_25_companies_for_its_must_meets_and_57_for_all(example: Store) -> None:
    """Proved to be the fewest, with all that is placed staying possible."""
    snapshot = example.snapshot()
    stated = formulate(snapshot)
    placed = trials.place_quickly(stated.problem, Limits(2.0), Progress())
    kept = {stated.requests[number].pair for number in placed}
    apart = {r.pair: r.priority for r in stated.requests if r.pair not in kept}
    must = [pair for pair, priority in apart.items() if priority is Priority.MUST_MEET]
    asking = question(snapshot, stated, kept, apart)
    covers = [asking_model.fewest(asking, wanted, Limits(3.0), Progress()) for wanted in (must, list(apart))]
    assert [(len(c.companies), c.bound, len(c.held)) for c in covers if c] == [(25, 25, 34), (57, 57, 124)]


@pytest.mark.soak
def test_a_trial_timetable_of_the_example_holds_all_that_is_said(example: Store) -> None:
    found = run_now(advising.advise(), example).findings
    by_kind = {one.kind: (one.number, one.gain) for one in reversed(found.advice)}
    assert (by_kind[AdviceKind.ASK_MUST], by_kind[AdviceKind.ASK], by_kind[AdviceKind.INVITE]) == (
        (25, 34),
        (57, 124),
        (68, 124),
    )
    assert max(one.number for one in found.advice if one.kind is AdviceKind.SPARE) <= 17
