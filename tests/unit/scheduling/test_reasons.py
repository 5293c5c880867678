"""Why a request has no meeting, in words that are true."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import AttendeesBy, Company, Side
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Meeting, Owner, Slot
from missionplanner.jobs.job import run_now
from missionplanner.jobs.timetable import meetings as edits
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, ask_all, key_of, meet, moment, small_mission
from tests.unit.scheduling.planning import planned

MUST, MEET = Priority.MUST_MEET, Priority.MEET


def away(store: Store, name: str, start: int, end: int) -> None:
    absence = Availability(
        owner=Owner.COMPANY, owner_id=key_of(store, name), starts=moment(9, start), ends=moment(9, end)
    )
    with store.change(message("Away")) as change:
        change.insert(absence)


def test_the_reason_names_a_meeting_that_could_move(store: Store) -> None:
    ask(store, ("D1", "C1", MUST), ("D2", "C1", MEET))
    key = meet(store, "D2", "C1", 0, 0)
    away(store, "D1", 25, 59)
    reason = planning.unplaced(store.snapshot())[0].reason
    assert "It could be on February 16 at 09:00 if D2 and C1 met on February 16 at 09:25 instead." in reason
    with store.change(message("Do as told")) as change:
        change.update(replace(store.get(Meeting, key), slot_id=store.all(Slot)[1].id))
    meet(store, "D1", "C1", 0, 0)
    assert planning.conflicts(store.snapshot()) == []


def test_nothing_is_said_to_help_that_does_not(tmp_path: Path) -> None:
    with small_mission(tmp_path / "full.mission", slots=3, tables=1) as store:
        ask_all(store)
        proposal = run_now(planning.plan(1), store)
        assert len(proposal.unplaced) == 6
        assert [u.reason for u in proposal.unplaced if "instead" in u.reason] == []


def test_vetoes_are_not_requests_but_wishes_against_them_are_explained(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.NO_THANKS), ("D2", "C1", Priority.MEET))
    with store.change(message("x")) as change:
        change.insert(
            replace(store.snapshot().requests[0], id=0, uid="", asked_by=Side.COUNTERPART, priority=Priority.MEET)
        )
    proposal = planned(store)
    assert len(proposal.meetings) == 1
    assert [u.reason for u in proposal.unplaced] == ["D1 does not want to meet C1."]


def test_who_would_have_to_attend_is_named(store: Store) -> None:
    """D1 shares its meetings out by language, and who speaks that of C1 is away."""
    ask(store, ("D1", "C1", MEET))
    key = key_of(store, "D1")
    with store.change(message("Speak")) as change:
        for name in ("D1", "C1"):
            person = store.where(Person, "company_id", [key_of(store, name)])[0]
            change.update(replace(person, languages="en"))
        change.insert(Person(company_id=key, given_name="Ben", languages="fr"))
        change.update(replace(store.get(Company, key), attendees_by=AttendeesBy.LANGUAGE))
        away_all = store.where(Person, "company_id", [key])[0].id
        change.insert(Availability(owner=Owner.DELEGATE, owner_id=away_all, starts=moment(9), ends=moment(12)))
    (found,) = planning.unplaced(store.snapshot())
    assert found.reason.endswith("Nobody of D1 who speaks a language of C1 is available on February 16 at 09:00.")


def test_a_choice_that_leaves_no_language_is_the_reason(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    with store.change(message("Speak")) as change:
        for name in ("D1", "C1"):
            person = store.where(Person, "company_id", [key_of(store, name)])[0]
            change.update(replace(person, languages="en"))
        ben = change.insert(Person(company_id=key_of(store, "D1"), given_name="Ben", languages="fr"))
    edits.attend(store, meet(store, "D1", "C1", 0, 0), [ben])
    (found,) = run_now(planning.plan(1), store).unplaced
    assert found.reason == "Ben: chosen for the meeting of D1 and C1, where nobody shares a language then."
