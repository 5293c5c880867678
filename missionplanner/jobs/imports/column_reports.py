"""The columns of a file as they were understood: the field, why, how sure, and some values of each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice

from missionplanner.domain.own_fields import NO_FIELDS, OwnFields, Subject
from missionplanner.domain.own_values import is_own
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.exchange import own_columns
from missionplanner.exchange.columns import SourceColumn, SourceTable, may_be_sensitive
from missionplanner.exchange.fields import BY_NAME
from missionplanner.exchange.private_fields import may_feed
from missionplanner.exchange.reasons import sentence
from missionplanner.i18n import _

_EXAMPLES = 3
_LONGEST_EXAMPLE = 80
"""Characters of an example; the rest of a long answer tells nothing new."""
_ROWS_SEARCHED = 2000
_NAMES = ("full_name", "given_name", "family_name")
"""The fields of which a list of people needs one."""


@dataclass(frozen=True, slots=True)
class ColumnReport:
    """A column and what was understood of it."""

    number: int
    """Its place in the file, from 1."""
    heading: str
    target: str
    """The field it is imported as, or would be if that was sure ("email", "email#2"); empty for none."""
    confidence: float
    sure: bool
    sensitive: bool
    reason: str
    examples: tuple[str, ...]
    """The first different values."""
    kept_as: str = ""
    """The own field it is kept as; then it has no target of another."""
    is_unknown: bool = False
    """Whether it is left out as neither its heading nor its cells say anything."""

    @property
    def needs(self) -> bool:
        """Whether the import cannot do without knowing what it is."""
        return not self.sure and self.target == "name"


def reports(table: SourceTable) -> list[ColumnReport]:
    """Return a report of each column that has a heading or holds anything, in the order of the file."""
    found = [_report(column, table) for column in table.columns]
    return [report for report in found if report.heading or report.examples]


def targets_for(report: ColumnReport, fields: Iterable[str], own: OwnFields = NO_FIELDS) -> list[tuple[str, str]]:
    """Return the fields a column may be imported as, by their labels in the language of the screen: name and label."""
    names = [name for name in fields if not report.sensitive or may_feed(report.heading, name)]
    names = [name for name in names if not is_own(name) or _may_hold(report, name, own)]
    return sorted(((name, target_label(name, own)) for name in names), key=lambda pair: fold(pair[1]))


def lost(table: SourceTable) -> list[int]:
    """Return the places (from 0) of the columns that hold something and feed nothing."""
    return [column.index for column in table.columns if own_columns.is_lost(column, table) and column.sure]


def new_targets(fields: Iterable[str]) -> list[tuple[str, str]]:
    """Return the targets that make an own field of a column, with what they are called."""
    labels = {
        own_columns.NEW[Subject.COMPANY]: _("Keep it as a field of our own, of the company"),
        own_columns.NEW[Subject.PERSON]: _("Keep it as a field of our own, of the person"),
    }
    return [(name, labels[name]) for name in fields if name in labels]


def _may_hold(report: ColumnReport, name: str, own: OwnFields) -> bool:
    field = own.get(name)
    return field is not None and (field.sensitive or not report.sensitive)


def target_label(target: str, own: OwnFields = NO_FIELDS) -> str:
    """Return a target in the language of the screen: "E-mail", or "E-mail (2)" for the second delegate."""
    name, _sep, number = target.partition("#")
    field = own.get(name)
    label = field.label if field else _(BY_NAME[name].label) if name in BY_NAME else name
    if field and field.subject is Subject.PERSON:
        label = _("{field} (of the person)").format(field=label)
    return f"{label} ({number})" if number else label


def refusal(table: SourceTable, strict: bool = False) -> UserError | None:
    """Return why a file cannot be imported without somebody who answers: the company's name is not sure.

    strict: also where something that may be sensitive is not sure.
    """
    if all(column.field != "name" for column in table.columns):
        hint = _('Say which one it is with --columns and a file such as {"Heading in the file": "name"}.')
        return UserError(_("No column is surely the name of the company."), _with_perhaps(hint, table, ("name",)))
    return _strictly(table, ("name",)) if strict else None


def refusal_of_people(table: SourceTable, strict: bool = False) -> UserError | None:
    """Return why a list of people cannot be imported without somebody who answers: their names are not sure.

    strict: also where something that may be sensitive is not sure.
    """
    asked = [column for column in table.columns if column.asked in _NAMES]
    if asked and all(column.field not in _NAMES for column in table.columns):
        hint = _('Say which one it is with --columns and a file such as {"Heading in the file": "full_name"}.')
        return UserError(_("No column is surely the name of the people."), _with_perhaps(hint, table, _NAMES))
    return _strictly(table, _NAMES) if strict else None


def _with_perhaps(hint: str, table: SourceTable, needed: Collection[str]) -> str:
    """Return a hint with the columns that may be what is needed."""
    perhaps = [column.heading.strip() for column in table.columns if column.asked in needed]
    more = _("Perhaps: {headings}.").format(headings=", ".join(perhaps)) if perhaps else ""
    return f"{hint} {more}".strip()


def _strictly(table: SourceTable, needed: Collection[str]) -> UserError | None:
    """Return why a file is refused by whoever wants no doubt about needed and sensitive columns."""
    unsure = [column for column in table.columns if not column.sure]
    private = [column.heading.strip() for column in unsure if column.asked in needed or may_be_sensitive(column)]
    if private:
        text = _("Columns that are needed or may be sensitive are not sure: {headings}.")
        hint = _("Say what they are with --columns; an empty field leaves a column out.")
        return UserError(text.format(headings=", ".join(private)), hint)
    return None


def _report(column: SourceColumn, table: SourceTable) -> ColumnReport:
    return ColumnReport(
        column.index + 1,
        column.heading.strip(),
        column.target or column.asked,
        round(min(1.0, column.confidence), 2),
        column.sure,
        column.sensitive,
        sentence(column.reason),
        _examples(column.index, table),
        column.field if is_own(column.field) else "",
        column.reason.kind == "unknown",
    )


def _examples(index: int, table: SourceTable) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in islice(table.rows, _ROWS_SEARCHED):
        cell = row.cells[index].strip() if index < len(row.cells) else ""
        if cell:
            found[cell if len(cell) <= _LONGEST_EXAMPLE else f"{cell[: _LONGEST_EXAMPLE - 1]}…"] = None
            if len(found) == _EXAMPLES:
                break
    return tuple(found)
