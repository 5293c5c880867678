"""A kind of record as a workbook that comes back changes and adds to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from missionplanner.domain import bounds
from missionplanner.domain.spelling import fold
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


def one_of(known: Mapping[str, Any], text: str) -> Any:
    """Return what a text means of what is known by folded spellings; raises UserError for none."""
    if fold(text) not in known:
        raise UserError(_("There is no “{name}”.").format(name=text))
    return known[fold(text)]


def changed(editor: RowEditor[R], record: R, edits: Iterable[Edit]) -> tuple[R, dict[Edit, str]]:
    """Return a record with cells changed, in whatever order they can be, and why others cannot be.

    Whoever moves a visit to the afternoon types its start first, which for a moment is after its end.
    """
    waiting = list(edits)
    while True:
        refused: dict[Edit, str] = {}
        for edit in waiting:
            try:
                record = editor.changed(record, edit.column, edit.text)
            except UserError as error:
                refused[edit] = error.text
        if not refused or len(refused) == len(waiting):
            return record, refused
        waiting = list(refused)
