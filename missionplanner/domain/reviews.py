"""Scores of applications: criteria with weights, a mark for each reviewer and criterion, mean and median."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median

from missionplanner.domain.translated_names import TranslatedName

MARKS = (1, 2, 3, 4, 5)
"""The marks a reviewer can give, the best last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(TranslatedName):
    """A criterion that applications are marked by."""

    id: int = 0
    uid: str = ""
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    weight: float = 1.0
    """Relative to the weights of the other criteria."""
    position: int = 0
    field_id: int | None = None
    """The own field of companies that marks are read from; None where people mark."""
    points: str = ""
    """The mark of each value, one a line: "Yes = 5", "100 = 4" for a number from 100 on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A reviewer's mark of a company by a criterion."""

    id: int = 0
    uid: str = ""
    company_id: int
    criterion_id: int
    reviewer: str
    mark: int | None = None
    """One of MARKS; None for an abstention."""


@dataclass(frozen=True, slots=True)
class ReviewScore:
    """The reviewers' opinion of a company."""

    by_reviewer: Mapping[str, float]
    """Points of 100 by the names of those who gave any mark."""
    abstained: tuple[str, ...]
    """The reviewers who gave none."""

    @property
    def mean(self) -> float | None:
        """The mean over reviewers; None where nobody gave a mark."""
        return fmean(self.by_reviewer.values()) if self.by_reviewer else None

    @property
    def median(self) -> float | None:
        """The median over reviewers, which one odd mark does not move; None where nobody gave a mark."""
        return median(self.by_reviewer.values()) if self.by_reviewer else None


def scores(criteria: Iterable[Criterion], reviews: Iterable[Review]) -> dict[int, ReviewScore]:
    """Return the score of every reviewed company by its key.

    A reviewer's points are the weighted mean of the marks given, as a share of the best mark; a criterion somebody
    abstained from does not count for them, and one who abstained from all gives no points.
    """
    weight = {criterion.id: criterion.weight for criterion in criteria}
    marks: dict[int, dict[str, list[Review]]] = defaultdict(lambda: defaultdict(list))
    for review in reviews:
        if review.criterion_id in weight:
            marks[review.company_id][review.reviewer].append(review)
    return {company: _score(by_reviewer, weight) for company, by_reviewer in marks.items()}


def _score(by_reviewer: Mapping[str, list[Review]], weight: Mapping[int, float]) -> ReviewScore:
    points: dict[str, float] = {}
    abstained: list[str] = []
    for reviewer, given in sorted(by_reviewer.items()):
        counted = [(weight[r.criterion_id], r.mark) for r in given if r.mark is not None]
        total = sum(w for w, _mark in counted)
        if total > 0:
            points[reviewer] = 100 * sum(w * mark for w, mark in counted) / (total * MARKS[-1])
        else:
            abstained.append(reviewer)
    return ReviewScore(points, tuple(abstained))
