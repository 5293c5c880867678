"""The order of candidates, what narrows it, and what a row says."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Alias, Company
from missionplanner.domain.mission import Sector
from missionplanner.domain.reviews import Criterion
from missionplanner.gui.selection.ranking import Ranking, columns
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.selection import decisions, letters
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def mark(store: Store, name: str, reviewer: str, given: int) -> None:
    decisions.give_marks(store, key_of(store, name), reviewer, {store.all(Criterion)[0].id: given})


def ranked(workspace: Workspace, sector: int = 0, by_median: bool = False, shown: str = "all") -> list[str]:
    ranking = Ranking(workspace)
    ranking.refresh()
    ranking.order(sector, by_median)
    return [row.candidate.name for row in ranking.rows(ranking.keys(shown))]


def test_candidates_are_ranked_by_the_mean_or_the_median_of_their_points(workspace: Workspace, store: Store) -> None:
    for reviewer, d2, d3 in (("Ana", 3, 4), ("Bob", 3, 4), ("Cy", 5, 1)):
        mark(store, "D2", reviewer, d2)
        mark(store, "D3", reviewer, d3)
    assert ranked(workspace) == ["D2", "D3", "D1"]
    assert ranked(workspace, by_median=True) == ["D3", "D2", "D1"]


def test_a_sector_has_its_own_places(workspace: Workspace, store: Store) -> None:
    assert ranked(workspace, store.all(Sector)[0].id) == ["D1", "D2", "D3"]
    assert ranked(workspace, 99) == []


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("all", ["D1", "D2", "D3"]),
        ("open", ["D2"]),
        ("taken", ["D1"]),
        ("reserve", ["D3"]),
        ("edited", ["D1"]),
        ("untold", ["D1", "D3"]),
    ],
)
def test_the_filter_shows_those_it_names(workspace: Workspace, store: Store, shown: str, expected: list[str]) -> None:
    decisions.set_status(store, [key_of(store, "D2")], Status.UNDER_REVIEW)
    decisions.set_status(store, [key_of(store, "D3")], Status.RESERVE)
    application = store.snapshot().application[key_of(store, "D1")]
    with store.change(message("Edit")) as change:
        change.update(replace(application, edited="city"))
    assert ranked(workspace, shown=shown) == expected


def test_the_reserve_list_keeps_its_own_order(workspace: Workspace, store: Store) -> None:
    decisions.set_status(store, [key_of(store, name) for name in ("D3", "D1", "D2")], Status.RESERVE)
    assert ranked(workspace, shown="reserve") == ["D3", "D1", "D2"]


def test_a_row_says_what_is_known_of_a_candidate(workspace: Workspace, store: Store) -> None:
    mark(store, "D2", "Ana", 4)
    key = key_of(store, "D2")
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key), city="Laval", region="Quebec", employees=12))
    decisions.assign_reviewer(store, [key], "Bob")
    ranking = Ranking(workspace)
    ranking.refresh()
    ranking.order(0, False)
    (row,) = ranking.rows([key])
    texts = {column.heading: column.text(row) for column in columns()}
    complete = texts.pop("Complete")
    assert complete == f"{row.line.complete} %"
    assert texts == {
        "Rank": "1", "Company": "D2", "Sector": "Advanced manufacturing", "Status": "Accepted", "Mean": "80",
        "Median": "80", "Reviews": "1", "Reserve": "", "Informed of": "not informed yet", "Sector owner": "Eva",
        "Reviewer": "Bob", "Reason": "",
    }  # fmt: skip
    assert row.about == "Advanced manufacturing  ·  Laval, Quebec  ·  12 employees"


def test_a_row_nothing_is_known_of_is_empty(workspace: Workspace, store: Store) -> None:
    with store.change(message("Leave the sectors")) as change:
        change.delete(Sector, [one.id for one in store.all(Sector)])
    ranking = Ranking(workspace)
    ranking.refresh()
    ranking.order(0, False)
    row = ranking.rows([key_of(store, "D1")])[0]
    assert (row.score, row.sector, row.owner, row.about) == (None, "", "", "")
    assert [column.text(row) for column in columns() if column.heading in ("Mean", "Median", "Reviews")] == ["", "", ""]


def test_who_was_told_is_no_longer_waiting(workspace: Workspace, store: Store) -> None:
    ranking = Ranking(workspace)
    ranking.refresh()
    assert ranking.number_waiting == 3
    composed = letters.compose(store, [key_of(store, "D1")])
    letters._journal(store, letters.Announced(workspace.store.path.parent, tuple(composed), ()))
    ranking.refresh()
    ranking.order(0, False)
    assert ranking.number_waiting == 2
    told = next(column for column in columns() if column.heading == "Informed of")
    assert [told.text(row) for row in ranking.rows(ranking.keys("all"))] == [
        "Accepted",
        "not informed yet",
        "not informed yet",
    ]


def test_a_letter_to_a_company_that_was_merged_told_the_one_it_became(workspace: Workspace, store: Store) -> None:
    composed = letters.compose(store, [key_of(store, "D2")])
    letters._journal(store, letters.Announced(workspace.store.path.parent, tuple(composed), ()))
    with store.change(message("Merge")) as change:
        change.insert(Alias(company_id=key_of(store, "D1"), name="D2", merged_id=key_of(store, "D2")))
        change.delete(Company, [key_of(store, "D2")])
    assert ranked(workspace, shown="untold") == ["D3"]


def test_nobody_moves_up_without_room_or_without_a_limit(workspace: Workspace, store: Store) -> None:
    decisions.set_status(store, [key_of(store, "D3")], Status.RESERVE)
    ranking = Ranking(workspace)
    for quota in (None, 2):
        with store.change(message("Quota")) as change:
            change.update(replace(store.all(Sector)[0], quota=quota))
        ranking.refresh()
        assert ranking.successor() is None


def test_the_first_in_reserve_moves_up_where_there_is_room(workspace: Workspace, store: Store) -> None:
    with store.change(message("Quota")) as change:
        change.update(replace(store.all(Sector)[0], quota=3))
    ranking = Ranking(workspace)
    ranking.refresh()
    assert ranking.successor() is None
    decisions.set_status(store, [key_of(store, "D3"), key_of(store, "D2")], Status.RESERVE)
    ranking.refresh()
    found = ranking.successor()
    assert found
    assert (found[0].room, found[1].name) == (2, "D3")
