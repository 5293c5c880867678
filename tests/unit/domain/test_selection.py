"""Marks, completeness, standings, letters: the plain rules of choosing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.applications import Application, Decision, Status, decide
from missionplanner.domain.completeness import ITEMS, Facts, missing, percent
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import FIELDS, fill, pending, unknown_fields
from missionplanner.domain.mission import Sector
from missionplanner.domain.reviews import Criterion, Review, scores
from missionplanner.domain.selection import Candidate, ranking, reserve_list, standing
from tests.builders import small_mission

NOW = datetime(2025, 12, 1, tzinfo=UTC)
CRITERIA = [Criterion(id=1, name_en="Market", weight=2), Criterion(id=2, name_en="Fit", weight=1)]


def mark(reviewer: str, criterion: int, value: int | None, company: int = 1) -> Review:
    return Review(company_id=company, criterion_id=criterion, reviewer=reviewer, mark=value)


def candidate(key: int, status: Status = Status.APPLIED, sector: int = 7, rank: int | None = None) -> Candidate:
    return Candidate(key, f"C{key}", sector, Application(id=key, company_id=key, status=status, rank=rank))


def test_points_are_the_weighted_mean_of_the_marks_as_a_share_of_the_best() -> None:
    found = scores(CRITERIA, [mark("ana", 1, 5), mark("ana", 2, 2)])[1]
    assert found.by_reviewer == {"ana": pytest.approx(100 * (2 * 5 + 1 * 2) / (3 * 5))}


def test_mean_and_median_are_over_reviewers_and_abstentions_do_not_count() -> None:
    given_ = [mark("ana", 1, 5), mark("ben", 1, 1), mark("cleo", 1, 4), mark("dan", 1, None), mark("ana", 2, None)]
    found = scores(CRITERIA, given_)[1]
    assert found.by_reviewer == {"ana": 100, "ben": 20, "cleo": 80}
    assert found.abstained == ("dan",)
    assert found.mean == pytest.approx(200 / 3)
    assert found.median == 80


def test_a_criterion_that_is_gone_counts_no_more() -> None:
    assert scores(CRITERIA[:1], [mark("ana", 1, 3), mark("ana", 2, 5)])[1].mean == 60
    assert scores([], [mark("ana", 1, 3)]) == {}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 2), st.integers(1, 5)), min_size=1))
def test_points_stay_between_the_worst_and_the_best_mark(marks: list[tuple[str, int, int]]) -> None:
    unique = {(reviewer, criterion): value for reviewer, criterion, value in marks}
    found = scores(CRITERIA, [mark(r, c, v) for (r, c), v in unique.items()])[1]
    assert min(unique.values()) * 20 - 1e-9 <= (found.mean or 0) <= max(unique.values()) * 20 + 1e-9


def test_completeness_counts_what_is_there_by_weight() -> None:
    assert percent(missing(Facts({}))) == 0
    assert percent(()) == 100
    full = {
        "description": "x",
        "city": "x",
        "country": "x",
        "website": "x",
        "employees": 3,
        "consent": False,
        "objectives": "x",
    }
    assert missing(Facts(full, 1, 1, 1, 1, 1, 1)) == ()
    assert missing(Facts({**full, "employees": 0}, 1, 1, 1, 1, 0, 1)) == ("email",)
    assert len({item.code for item in ITEMS}) == len(ITEMS)


def test_standing_counts_against_quota_and_size(tmp_path: object) -> None:
    with small_mission(tmp_path / "m.mission") as store:  # type: ignore[operator]
        mission = store.mission
    everyone = [
        candidate(1, Status.ACCEPTED),
        candidate(2, Status.CONFIRMED),
        candidate(3, Status.RESERVE),
        candidate(4),
        candidate(5, Status.ACCEPTED, sector=8),
    ]
    found = standing(Sector(id=7, code="AM", name_en="AM", quota=3), everyone, mission)
    assert (found.taken, found.reserve, found.open, found.room) == (2, 1, 1, 1)
    assert standing(None, everyone, mission).taken == 3
    assert standing(None, everyone, mission).room is None


def test_ranking_puts_the_best_first_and_the_unmarked_last() -> None:
    order = ranking([candidate(1), candidate(2), candidate(3)], {2: 50.0, 3: 90.0, 1: None})
    assert [c.company_id for c in order] == [3, 2, 1]


def test_reserve_list_is_in_its_own_order() -> None:
    waiting = [candidate(1, Status.RESERVE, rank=2), candidate(2, Status.RESERVE, rank=1), candidate(3, Status.RESERVE)]
    assert [c.company_id for c in reserve_list([*waiting, candidate(4)])] == [2, 1, 3]


def test_a_decision_notes_who_when_and_why_and_ends_the_need_to_approve_again() -> None:
    before = Application(company_id=1, status=Status.ACCEPTED, edited="name", rank=4)
    after = decide(before, Decision(Status.RESERVE, "ana", NOW, "no room"))
    assert (after.status, after.decided_by, after.decided_at, after.reason, after.edited, after.rank) == (
        Status.RESERVE,
        "ana",
        NOW,
        "no room",
        "",
        4,
    )


def test_fields_are_filled_in_and_empty_lines_go() -> None:
    assert fill("Dear {delegate},\n\n{reason}\n\nBye {x}", {"delegate": "Zoë", "reason": ""}) == "Dear Zoë,\n\nBye {x}"
    assert fill("{company}", {"company": "{reason} & <b>"}) == "{reason} & <b>"
    assert unknown_fields("{company} {nothing} {today}") == ["nothing"]
    assert len(set(FIELDS)) == len(FIELDS)


def letter(company: int, kind: Status, decided_at: datetime | None = None) -> Letter:
    return Letter(company_id=company, kind=kind.value, language="en", sent_at=NOW, decided_at=decided_at)


def test_a_decision_is_told_once_and_a_new_one_anew() -> None:
    accepted = Application(company_id=1, status=Status.ACCEPTED, decided_at=NOW)
    assert pending([accepted], []) == [accepted]
    assert pending([accepted], [letter(1, Status.ACCEPTED)]) == []
    assert pending([accepted], [letter(1, Status.ACCEPTED), letter(1, Status.DECLINED)]) == [accepted]
    assert pending([Application(company_id=2)], []) == []


def test_information_is_asked_for_again_only_when_it_was_decided_again() -> None:
    asked = Application(company_id=1, status=Status.INFORMATION_REQUESTED, decided_at=NOW)
    assert pending([asked], [letter(1, Status.INFORMATION_REQUESTED, NOW)]) == []
    assert pending([asked], [letter(1, Status.INFORMATION_REQUESTED, NOW.replace(day=2))]) == [asked]
