"""Scores of applications: criteria with weights, a mark for each reviewer and criterion, mean and median."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from missionplanner.domain.exposure import ExposureMeasure
from missionplanner.domain.translated_names import TranslatedName

MARKS = (1, 2, 3, 4, 5)
"""The marks a reviewer can give, the best last."""
_NO_MARKS: Mapping[int, Mapping[int, int]] = {}


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
    exposure: ExposureMeasure = ExposureMeasure.NONE
    """The measure of the exposure of companies that marks are read from."""

    @property
    def is_read(self) -> bool:
        """Whether marks are read, so that nobody gives them."""
        return self.field_id is not None or self.exposure is not ExposureMeasure.NONE


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
    from_fields: float | None = None
    """The points of the criteria that are read from own fields alone; None where they say nothing."""

    @property
    def mean(self) -> float | None:
        """The mean over reviewers; without any that of own fields; None where there is none either."""
        return fmean(self.by_reviewer.values()) if self.by_reviewer else self.from_fields

    @property
    def median(self) -> float | None:
        """The median over reviewers, which one odd mark does not move; without any that of own fields."""
        return median(self.by_reviewer.values()) if self.by_reviewer else self.from_fields


def scores(
    criteria: Iterable[Criterion], reviews: Iterable[Review], fixed: Mapping[int, Mapping[int, int]] = _NO_MARKS
) -> dict[int, ReviewScore]:
    """Return the score of every reviewed company by its key.

    A reviewer's points are the weighted mean of the marks given, as a share of the best mark; a criterion somebody
    abstained from does not count for them, and one who abstained from all gives no points. fixed: the marks that are
    read from own fields, by company and criterion, which count for each reviewer.
    """
    known = list(criteria)
    weight = {criterion.id: criterion.weight for criterion in known}
    asked = {criterion.id for criterion in known if not criterion.is_read}
    marks: dict[int, dict[str, list[Review]]] = defaultdict(lambda: defaultdict(list))
    for review in reviews:
        if review.criterion_id in asked:
            marks[review.company_id][review.reviewer].append(review)
    return {key: _score(marks.get(key, {}), weight, fixed.get(key, {})) for key in (*marks, *(fixed.keys() - marks))}


def _score(
    by_reviewer: Mapping[str, list[Review]], weight: Mapping[int, float], fixed: Mapping[int, int]
) -> ReviewScore:
    points: dict[str, float] = {}
    abstained: list[str] = []
    read = [(weight[criterion], mark) for criterion, mark in fixed.items()]
    for reviewer, given in sorted(by_reviewer.items()):
        counted = [(weight[r.criterion_id], r.mark) for r in given if r.mark is not None]
        if sum(w for w, _mark in counted) > 0:
            points[reviewer] = _points([*counted, *read])
        else:
            abstained.append(reviewer)
    return ReviewScore(points, tuple(abstained), _points(read) if read else None)


def _points(counted: Sequence[tuple[float, int]]) -> float:
    """Return the weighted mean of marks as a share of the best, of 100."""
    return 100 * sum(w * mark for w, mark in counted) / (sum(w for w, _mark in counted) * MARKS[-1])
