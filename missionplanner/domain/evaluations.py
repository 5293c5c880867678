"""Evaluations of the mission as delegates fill them in on the last page of their pack, and their sums."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from missionplanner.i18n import N_

FORM_STATEMENTS = {
    "meetings": N_("The meetings were with the right companies."),
    "programme": N_("The programme gave me what I came for."),
    "pack": N_("The briefing pack was useful."),
    "organisation": N_("The organisation was good."),
    "again": N_("I would take part again."),
}
"""The statements of the form, in its order, by the fields of `Evaluation`."""
BOXES = (1, 2, 3, 4, 5)
"""The boxes that can be ticked, from not at all to fully."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A filled form; each mark is 1 to 5, and None where nothing is ticked."""

    id: int = 0
    uid: str = ""
    company_id: int | None = None
    """The company it is of; None where nobody wrote it on the form."""
    given_on: date
    meetings: int | None = None
    programme: int | None = None
    pack: int | None = None
    organisation: int | None = None
    again: int | None = None
    comment: str = ""

    @property
    def marks(self) -> tuple[int | None, ...]:
        """The marks in the order of the form."""
        return tuple(getattr(self, name) for name in FORM_STATEMENTS)


@dataclass(frozen=True, slots=True)
class StatementSum:
    """The marks of one statement together."""

    name: str
    """A key of FORM_STATEMENTS."""
    answers: int
    by_mark: Sequence[int]
    """How often each box was ticked, 1 first."""
    mean: float | None


def summed(found: Iterable[Evaluation]) -> list[StatementSum]:
    """Return the sums of each statement, in the order of the form."""
    known = list(found)
    sums = []
    for name in FORM_STATEMENTS:
        marks = [mark for one in known if (mark := getattr(one, name)) is not None]
        counts = [marks.count(box) for box in BOXES]
        sums.append(StatementSum(name, len(marks), counts, fmean(marks) if marks else None))
    return sums
