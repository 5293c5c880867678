"""Scores are weighted means over those who gave a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.reviews import MARKS, Criterion, Review, ReviewScore, scores
from tests.builders import defaults

CRITERIA = [Criterion(id=1, name_en="Market", weight=2), Criterion(id=2, name_en="Fit", weight=1)]


def mark(reviewer: str, criterion: int, value: int | None, company: int = 1) -> Review:
    return Review(company_id=company, criterion_id=criterion, reviewer=reviewer, mark=value)


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


def test_who_only_abstained_gives_no_points() -> None:
    found = scores(CRITERIA, [mark("ben", 1, None), mark("ana", 1, None)])
    assert found == {1: ReviewScore({}, ("ana", "ben"))}
    assert (found[1].mean, found[1].median) == (None, None)


def test_criteria_without_weight_do_not_count() -> None:
    weightless = [Criterion(id=1, name_en="Market", weight=0)]
    assert scores(weightless, [mark("ana", 1, 5)]) == {1: ReviewScore({}, ("ana",))}


def test_companies_are_scored_for_themselves() -> None:
    found = scores(CRITERIA, [mark("ben", 1, 5), mark("ana", 1, 1), mark("ana", 2, 4, company=2)])
    assert {company: score.by_reviewer for company, score in found.items()} == {
        1: {"ana": 20.0, "ben": 100.0},
        2: {"ana": 80.0},
    }
    assert list(found[1].by_reviewer) == ["ana", "ben"]


def test_a_criterion_is_called_by_its_name_in_the_language_or_in_english() -> None:
    one = Criterion(name_en="Market", name_fr="Marché")
    assert [one.name(language) for language in ("en", "fr", "es")] == ["Market", "Marché", "Market"]
    assert Criterion(name_en="Market", name_es="Mercado").name("es") == "Mercado"
    assert defaults(Criterion) == {"id": 0, "weight": 1.0, "position": 0}
    assert defaults(Review) == {"id": 0}
    assert MARKS == (1, 2, 3, 4, 5)


def test_marks_read_from_fields_count_for_every_reviewer_and_alone() -> None:
    criteria = [Criterion(id=1, name_en="A", weight=3), Criterion(id=2, name_en="B", weight=1, field_id=7)]
    reviews = [
        Review(company_id=1, criterion_id=1, reviewer="Ana", mark=5),
        Review(company_id=1, criterion_id=2, reviewer="Ana", mark=5),
        Review(company_id=1, criterion_id=1, reviewer="Bo", mark=None),
        Review(company_id=3, criterion_id=1, reviewer="Bo", mark=5),
    ]
    found = scores(criteria, reviews, {1: {2: 1}, 2: {2: 4}})
    assert found[1].by_reviewer == {"Ana": 80.0}  # three fifths of the best mark, and a fifth of it once
    assert (found[1].abstained, found[1].mean, found[1].from_fields) == (("Bo",), 80.0, 20.0)
    assert (found[2].by_reviewer, found[2].mean, found[2].median) == ({}, 80.0, 80.0)
    assert (found[3].mean, found[3].from_fields) == (100.0, None)
