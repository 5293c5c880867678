"""The findings of validation, which are returned rather than raised: a code, a severity and a sentence."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps data out or breaks a plan; a warning is shown, and the data are kept."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding."""

    code: str
    text: str
    severity: Severity = Severity.ERROR
    row: int = 0
    """The row of the source file, from 1; 0 where there is none."""
    column: str = ""
    """The heading of the column of the source file."""
    value: str = ""
    """The content of the cell of the source file."""
    subjects: tuple[tuple[str, int], ...] = ()
    """The records it is about, as pairs of table name and key."""
