"""Scores of applications: criteria with weights, a mark per reviewer and criterion, mean and median."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median

MARKS = (1, 2, 3, 4, 5)
"""The marks a reviewer can give, the best last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What applications are marked by; its weight counts against the other criteria's."""

    id: int = 0
    uid: str = ""
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    weight: float = 1.0
    position: int = 0

    def name(self, language: str) -> str:
        """The criterion's name in `language`, in English where it has no other."""
        return {"fr": self.name_fr, "es": self.name_es}.get(language) or self.name_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A reviewer's mark (1-5) of a company by a criterion; None is an abstention."""

    id: int = 0
    uid: str = ""
    company_id: int
    criterion_id: int
    reviewer: str
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class ReviewScore:
    """What reviewers make of a company, in points of 100; None where nobody gave a mark."""

    by_reviewer: Mapping[str, float]
    abstained: tuple[str, ...]

    @property
    def mean(self) -> float | None:
        """The mean over reviewers."""
        return fmean(self.by_reviewer.values()) if self.by_reviewer else None

    @property
    def median(self) -> float | None:
        """The median over reviewers, which one odd mark does not move."""
        return median(self.by_reviewer.values()) if self.by_reviewer else None


def scores(criteria: Iterable[Criterion], reviews: Iterable[Review]) -> dict[int, ReviewScore]:
    """The score of every reviewed company, by its key.

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
