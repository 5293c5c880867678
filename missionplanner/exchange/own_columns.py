"""Columns that feed own fields: known again by their headings, kept where they mean nothing here, read row by row."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from missionplanner.domain.own_fields import OwnField, OwnFields, Subject, code_of
from missionplanner.domain.own_kinds import SEPARATOR, FieldKind
from missionplanner.domain.own_values import is_own
from missionplanner.domain.spelling import tidy, words
from missionplanner.exchange import own_cells, places
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.fields import BY_NAME, FIELDS, language_of, normal_heading
from missionplanner.exchange.own_guesses import suited
from missionplanner.exchange.reader import Reader
from missionplanner.exchange.reasons import Reason
from missionplanner.i18n import LANGUAGES, _, currency_of_country, translator

NEW = {subject: f"{subject.value}." for subject in (Subject.COMPANY, Subject.PERSON)}
"""The targets of columns that are to become new fields."""
_LEFT_OUT = frozenset(("own", "parts", "chosen", "before", "second address", "box"))
"""Why columns feed nothing that is lost: it stands elsewhere, or somebody said so."""
_LONGEST_NAME = 200


def targets(own: OwnFields, subjects: Collection[Subject]) -> tuple[str, ...]:
    """Return the names of own fields that columns may feed, and those that make new ones."""
    known = (field.name for subject in subjects for field in own.of(subject))
    return *known, *(NEW[subject] for subject in subjects)


def understood(
    table: SourceTable, own: OwnFields, subjects: Collection[Subject], country: str, keep_unknown: bool = False
) -> SourceTable:
    """Return a table with the columns of own fields: those that are called so, were chosen, or are to be kept.

    subjects: of what the fields of its columns may be, the usual one first. keep_unknown: whether every column that
    would be lost becomes a field.
    """
    usual = NEW[next(iter(subjects))]
    found = (_known_again(column, own, subjects) for column in table.columns)
    columns = [replace(c, field=usual, asked="") if keep_unknown and is_lost(c, table) else c for c in found]
    return _with_new(replace(table, columns=tuple(columns)), own, country)


def is_lost(column: SourceColumn, table: SourceTable) -> bool:
    """Whether a column holds something and feeds nothing."""
    if column.field or column.asked == "name" or column.reason.kind in _LEFT_OUT:
        return False
    if normal_heading(column.heading) == "side":
        return False
    return any(cell.strip() for cell in _cells(column, table))


def is_day(name: str, own: OwnFields) -> bool:
    """Whether the field of this name is an own one of days."""
    field = own.get(name)
    return field is not None and field.kind is FieldKind.DATE


def is_of_person(name: str) -> bool:
    """Whether the field of this name, own or not, is of a person."""
    return name.startswith(NEW[Subject.PERSON]) or (name in BY_NAME and BY_NAME[name].person)


def read(reader: Reader, subject: Subject, country: str, number: int = 1) -> dict[str, str]:
    """Return the values of own fields of a subject in a row, by name; what does not fit is kept, and reported.

    country: the ISO code of telephone numbers without one. number: which person of the row.
    """
    found: dict[str, str] = {}
    for field in reader.context.own.of(subject):
        if (field.name, number) not in reader.layout.by_field:
            continue
        texts = [
            text
            for column, cell in reader.cells(field.name, number)
            if (text := _text(reader, field, column, cell, country))
        ]
        if texts:
            found[field.name] = SEPARATOR.join(dict.fromkeys(texts))
    return found


def _text(reader: Reader, field: OwnField, column: SourceColumn, cell: str, country: str) -> str:
    day_first = reader.context.orders.get(column.index, reader.context.day_first)
    text, fits = own_cells.kept(field, cell, country, day_first)
    if not fits:
        said = _("“{value}” is kept as it was written: “{field}” takes another kind of value ({kind}).")
        said = said.format(value=text[:60], field=field.label, kind=field.kind.label)
        reader.say("does_not_fit", said, column, cell)
    return text


def _known_again(column: SourceColumn, own: OwnFields, subjects: Collection[Subject]) -> SourceColumn:
    """Return a column with the own field it is called as; a field that is gone, or may not have it, is none."""
    name = column.field
    if is_own(name) and name not in NEW.values():
        known = own.get(name)
        return column if known and _may_hold(known, column) else replace(column, field="", number=1)
    if column.reason.kind in ("chosen", "before", "form") or column.option or words(column.heading) in _taken_names():
        return column
    called = next((found for subject in subjects if (found := own.called(column.heading.strip(), subject))), None)
    if called is None or not _may_hold(called, column):
        return column
    reason = Reason("own field", called.label)
    return replace(column, field=called.name, number=1, asked="", confidence=1.0, reason=reason)


def _may_hold(field: OwnField, column: SourceColumn) -> bool:
    return field.sensitive or not column.sensitive


def _taken_names() -> frozenset[str]:
    return frozenset(words(translator(language)(field.label)) for field in FIELDS for language in LANGUAGES)


def _with_new(table: SourceTable, own: OwnFields, country: str) -> SourceTable:
    """Return a table with new fields for the columns that are to become some."""
    language = language_of(column.heading for column in table.columns) or LANGUAGES[0]
    every, new, columns = list(own), list[OwnField](), []
    for column in table.columns:
        if column.field in NEW.values():
            made = _made(column, every, language)
            made = replace(made, id=-len(new) - 1, currency=currency_of_country(country))
            made = suited(made, list(_cells(column, table)), places.country_code(country))
            made = made if made.kind is FieldKind.MONEY else replace(made, currency="")
            every.append(made)
            new.append(made)
            column = replace(column, field=made.name)
        columns.append(column)
    return replace(table, columns=tuple(columns), own=OwnFields(every), new_fields=tuple(new))


def _made(column: SourceColumn, known: Collection[OwnField], language: str) -> OwnField:
    subject = next(subject for subject, target in NEW.items() if target == column.field)
    mine = [one for one in known if one.subject is subject]
    heading = " ".join(tidy(column.heading).split())[:_LONGEST_NAME] or _("Column {number}").format(
        number=column.index + 1
    )
    taken = {words(title) for one in mine for title in one.titles}
    title, number = heading, 1
    while words(title) in taken:
        number += 1
        title = f"{heading} ({number})"
    position = max((one.position for one in known), default=-1) + 1
    code = code_of(title, (one.code for one in mine))
    made = OwnField(subject=subject, code=code, sensitive=column.sensitive, position=position)
    names: dict[str, Any] = {f"name_{language}": title}
    return replace(made, **names)


def _cells(column: SourceColumn, table: SourceTable) -> Iterator[str]:
    return (row.cells[column.index] for row in table.rows if column.index < len(row.cells))
