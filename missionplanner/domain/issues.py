"""What validation says instead of raising: a code, a severity and a sentence."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a thing out or breaks a plan; a warning is told and kept."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding. row, column and value are of the source file where there is one."""

    code: str
    text: str
    severity: Severity = Severity.ERROR
    row: int = 0
    column: str = ""
    value: str = ""
    subjects: tuple[tuple[str, int], ...] = ()
    """What it is about, as (table name, record id) pairs."""
