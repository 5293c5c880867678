"""Scenarios as they are typed, tried and answered."""

import pytest

from missionplanner.domain.scenarios import Outlook, Scenario
from missionplanner.domain.timetable import Session
from missionplanner.errors import UserError
from missionplanner.jobs.advice import what_if
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask_all


def outlook(companies: int, must: int = 0, least: int = 2, bound: int = 0) -> Outlook:
    """All but `must` of two must-meets that can be held have a place, and all but `bound` of the requests."""
    return Outlook(
        Scenario(companies), companies=companies, counterparts=9, requested=999, possible=companies * 2 + bound,
        must_requested=3, must_possible=2, meetings=companies * 2,
        meetings_bound=companies * 2 + bound, must_unplaced=must + 1, must_unplaced_bound=1, shares={least: companies},
        company_days=7, company_days_bound=7, peak_tables=3, peak_tables_bound=3 - bound,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("", []), ("40", [40]), ("40, 60;60", [40, 60]), ("3-5", [3, 4, 5]), ("40–80/20", [40, 60, 80]), (" 1 - 2 ,", [1, 2])],
)  # fmt: skip
def test_numbers_are_typed_singly_or_as_ranges(text: str, numbers: list[int]) -> None:
    assert what_if.numbers_in(text) == numbers


@pytest.mark.parametrize("text", ["x", "-3", "3-", "5-3", "3-9/0", "1.5", "٣", "12345678"])
def test_what_is_no_list_of_numbers_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="is no list of whole numbers"):
        what_if.numbers_in(text)


def test_a_long_range_is_not_made_whole() -> None:
    assert len(what_if.numbers_in("1-999999")) == what_if.MOST + 1


def test_every_combination_is_tried_in_order(store: Store) -> None:
    ask_all(store)
    found = run_now(what_if.try_scenarios({"companies": [1, 3], "tables": [1]}, 0.2), store)
    assert [one.scenario for one in found] == [Scenario(1, 1), Scenario(3, 1)]
    assert [(one.companies, one.meetings, one.meetings_bound) for one in found] == [(1, 3, 3), (3, 4, 4)]


def test_without_a_number_steps_up_to_everybody_are_tried(store: Store) -> None:
    ask_all(store)
    assert [one.companies for one in run_now(what_if.try_scenarios({}, 0.2), store)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ({"slots": [0]}, "Slots a day: 0 cannot be."),
        ({"tables": [9999]}, "Tables of a venue: 9999 cannot be."),
        ({"companies": [0]}, "Companies: 0 cannot be."),
    ],
)
def test_numbers_that_cannot_be_are_refused(numbers: dict[str, list[int]], sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        what_if.try_scenarios(numbers)


def test_more_companies_than_applied_are_refused(store: Store) -> None:
    with pytest.raises(UserError, match="There are 3 candidates"):
        run_now(what_if.try_scenarios({"companies": [4]}), store)


def test_too_many_scenarios_are_refused(store: Store) -> None:
    wanted = {"companies": [1, 2, 3], "tables": list(range(1, 70))}
    with pytest.raises(UserError, match="These are 207 scenarios"):
        run_now(what_if.try_scenarios(wanted), store)


def test_without_candidates_nothing_is_tried(empty: Store) -> None:
    with pytest.raises(UserError, match="Nobody of the delegation has applied yet"):
        run_now(what_if.try_scenarios({}), empty)


def test_without_sessions_nothing_is_tried(store: Store) -> None:
    with store.change(message("Clear")) as change:
        change.delete(Session, [one.id for one in store.all(Session)])
    with pytest.raises(UserError, match="There are no sessions to meet in"):
        run_now(what_if.try_scenarios({}), store)


def test_the_answer_is_the_most_companies_with_everything_held() -> None:
    found = [outlook(10), outlook(20), outlook(30, bound=1), outlook(40, must=1, bound=1)]
    must = "With up to 30 companies every must-meet that can be held has a place"
    assert what_if.answer(found) == f"{must}; with up to 20 companies every request that can be held has one."
    assert what_if.answer(found[2:]) == f"{must}."
    assert what_if.answer(found[3:]) == "In none of these does every must-meet that can be held have a place."


def test_scenarios_are_said_in_words() -> None:
    assert (
        what_if.in_words(Scenario(40, tables=1200, interpreters=0))
        == "40 companies, 1,200 tables a venue, 0 interpreters"
    )
    assert what_if.in_words(Scenario()) == "As it is"


def test_figures_show_bounds_where_they_are_not_met() -> None:
    assert what_if.figures(outlook(10)) == {
        "Meetings": "20", "Per company": "2", "Fewest": "2", "Must-meets left": "1", "Company-days": "7",
        "Tables in use": "3",
    }  # fmt: skip
    found = what_if.figures(outlook(10, bound=2, must=1))
    assert (found["Meetings"], found["Must-meets left"], found["Tables in use"]) == ("20 (≤ 22)", "2 (≥ 1)", "3 (≥ 1)")
