"""A kind of record as a workbook that comes back changes and adds to it."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from missionplanner.domain import bounds
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.cell_edits import Edit
from missionplanner.store.change import Change
from missionplanner.store.store import Store

R = TypeVar("R")


class RowEditor(Generic[R]):
    """Changes and makes records of a kind; a kind fills in what its records are."""

    naming: ClassVar[tuple[str, ...]] = ("name",)
    """The columns that name a record."""
    needed: ClassVar[tuple[str, ...]] = ()
    """Columns that are not changed in a record, and are read in a row that was added."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def records(self, keys: Iterable[int]) -> dict[int, R]:
        """Return records by key. Raises NotImplementedError: every kind has its own."""
        raise NotImplementedError

    def changed(self, record: R, column: str, text: str) -> R:
        """Return a record with one cell changed; raises UserError when it cannot hold the text."""
        raise UserError(_("This column is worked out and cannot be typed into."))

    def save(self, change: Change, before: R, after: R) -> None:
        """Store a changed record. Raises NotImplementedError: every kind has its own."""
        raise NotImplementedError

    def new(self, edits: Sequence[Edit]) -> R:
        """Return the record of a row that was added; raises UserError when none can be made."""
        raise UserError(_("This sheet takes no new rows."))

    def note(self, record: R) -> None:
        """Remember the record of a row, so that no other row makes it once more."""

    def add(self, change: Change, edits: Sequence[Edit]) -> None:
        """Store the record of a row that was added. Raises NotImplementedError: every kind has its own."""
        raise NotImplementedError


def sound(record: R, part: Any) -> R:
    """Return a record; raises UserError where a value of the part cannot be stored."""
    for problem in bounds.problems(part).values():
        raise UserError(problem)
    return record
