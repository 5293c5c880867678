"""The check of a mission file: what is unsound in it, a line each, and what can be repaired on a copy."""

from dataclasses import dataclass
from pathlib import Path

from missionplanner.domain.record_labels import record_label
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.jobs.column_labels import label
from missionplanner.store.faults import Fault
from missionplanner.store.file.fault_words import shown
from missionplanner.store.upkeep.examining import NamedFault, examine
from missionplanner.store.upkeep.salvage import Salvaged, salvage


@dataclass(frozen=True, slots=True)
class FileFinding:
    """One thing that is unsound in a file, in words."""

    fault: Fault
    record: str
    """The kind of record and its name, or its number."""
    field: str
    """The name of the column; empty where it is the whole record."""
    value: str
    """In short."""

    @property
    def line(self) -> str:
        """All of it on one line."""
        if not self.fault.table:
            return self.fault.problem
        where = f"{self.record}, {self.field}" if self.field else self.record
        value = f" ({self.value})" if self.value else ""
        return _("{record}: {problem}{value}").format(record=where, problem=self.fault.problem, value=value)


def check(path: Path, password: str = "") -> list[FileFinding]:
    """Return what is unsound in a mission file, nothing for a sound one.

    Raises UserError where it is no mission file, the password is wrong, or nothing of it can be read.
    """
    return [_finding(one) for one in examine(path, password)]


def repair(path: Path, target: Path, password: str = "") -> Salvaged:
    """Write what can be kept of a file into a new one, with what was corrected and what was left out.

    Raises UserError when nothing can be read or the target cannot be made.
    """
    return salvage(path, target, password)


def place_for_copy(path: Path) -> Path:
    """Return a name beside a file, which nothing has, for its repaired copy.

    Raises UserError when there are too many of them.
    """
    word = _("repaired")
    names = (
        path.with_name(f"{path.stem} {word}{number}.mission") for number in ("", *map(" {}".format, range(2, 1000)))
    )
    for name in names:
        if not name.exists():
            return name
    raise UserError(
        _("There are too many repaired copies of {name}.").format(name=path.name), _("Delete the ones you do not need.")
    )


def outcome(found: Salvaged) -> str:
    """Return how many values a repair corrected and how many records it left out, as a text."""
    left_out = sum(one.is_left_out for one in found.mendings)
    parts = (
        count("{n} value was corrected", "{n} values were corrected", len(found.mendings) - left_out),
        count("{n} record was left out", "{n} records were left out", left_out),
        _("the history, and what cannot be read any more, are not in it"),
    )
    return ", ".join(parts)


def _finding(found: NamedFault) -> FileFinding:
    fault = found.fault
    name = f"“{found.name}”" if found.name else str(fault.key or "")
    record = f"{record_label(fault.table)} {name}".strip() if fault.table else _("The file")
    field = label(fault.column) if fault.column not in ("", "id", "uid") else ""
    return FileFinding(fault, record, field, "" if fault.value in (None, "") else shown(fault.value))
