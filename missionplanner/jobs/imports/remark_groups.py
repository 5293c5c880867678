"""The remarks on a file, equal ones and many of one kind as one, as people read them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from missionplanner.domain.issues import Issue
from missionplanner.i18n import _, count, current

_MOST_OF_A_KIND = 5
"""Different remarks of one kind on one column that are shown one by one."""
_MOST_RUNS = 8
"""Runs of row numbers that are listed."""


@dataclass(frozen=True, slots=True)
class RemarkGroup:
    """A remark with the rows it is on, or the first of many of its kind."""

    issue: Issue
    rows: tuple[int, ...]
    """The numbers of the rows in their order, each once; empty for a remark on the file."""
    others: int = 0
    """How many other remarks of the kind it stands for."""

    @property
    def text(self) -> str:
        """The remark in a line, with its rows and column."""
        text = self.issue.text
        if self.others:
            more = count("{n} more remark of this kind", "{n} more remarks of this kind", self.others)
            text = f"{text} ({more})"
        if not self.rows:
            return text
        if len(self.rows) == 1:
            place = _("row {row}").format(row=self.rows[0])
        else:
            place = _("rows {rows}").format(rows=listed(self.rows))
        column = f", {self.issue.column}" if self.issue.column else ""
        return f"{place}{column}: {text}"


def grouped(issues: Iterable[Issue]) -> list[RemarkGroup]:
    """Return the remarks, each once with all its rows; of many of a kind on one column only the first."""
    kinds: dict[tuple[str, str, str], dict[str, list[Issue]]] = {}
    for issue in issues:
        kinds.setdefault((issue.code, issue.column, issue.severity), {}).setdefault(issue.text, []).append(issue)
    found = []
    for texts in kinds.values():
        if len(texts) > _MOST_OF_A_KIND:
            everything = [issue for same in texts.values() for issue in same]
            found.append(_group(everything, len(texts) - 1))
        else:
            found += [_group(same, 0) for same in texts.values()]
    return found


def listed(numbers: Sequence[int]) -> str:
    """Return numbers in ascending order, with dashes for those that follow one another: 3–5, 9; of many the first."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][-1] = number
        else:
            runs.append([number, number])
    words = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:_MOST_RUNS]]
    if len(runs) <= _MOST_RUNS:
        return ", ".join(words)
    return _("{rows} and others, {n} in all").format(rows=", ".join(words), n=current().number(len(numbers)))


def _group(issues: list[Issue], others: int) -> RemarkGroup:
    return RemarkGroup(issues[0], tuple(sorted({issue.row for issue in issues} - {0})), others)
