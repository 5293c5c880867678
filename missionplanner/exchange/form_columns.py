"""Columns of answers that a form service exported: the questions of the mission's own form are known word for word."""

from collections.abc import Mapping
from dataclasses import replace

from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.spelling import words
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.form_questions import FormQuestion
from missionplanner.exchange.reasons import Reason
from missionplanner.i18n import LANGUAGES, N_, translator

MOST_PEOPLE = 9
"""People of a company that a form of a service can ask for, each with questions of their own."""
PARTICIPANT = N_("Participant {n}")
_LEAST = 3
"""Questions by which a form is known again."""
Meanings = Mapping[str, tuple[FormQuestion, int, str]]
"""Questions by their folded words, with the number of the participant and the choice of the column, if any."""


def asked(question: FormQuestion, language: str, number: int) -> str:
    """Return a question as a form service puts it: of people with the number of the participant."""
    title = question.titles[language]
    if not question.is_person:
        return title
    return f"{translator(language)(PARTICIPANT).format(n=number)} – {title}"


def meanings(questions: Mapping[str, FormQuestion]) -> Meanings:
    """Return what every heading of the form in any language means."""
    found: dict[str, tuple[FormQuestion, int, str]] = {}
    for language in LANGUAGES:
        for one in questions.values():
            for number in range(1, MOST_PEOPLE + 1) if one.is_person else (1,):
                title = asked(one, language, number)
                found.setdefault(words(title), (one, number, ""))
                for option in one.choices(language) if one.kind is FieldKind.SEVERAL else ():
                    found.setdefault(words(f"{title} {option}"), (one, number, option))
    return found


def recognised(table: SourceTable, known: Meanings) -> SourceTable:
    """Return a table with the columns that ask a question of the mission's form, where it is an export of that."""
    said = {column.index: known.get(words(column.heading)) for column in table.columns}
    asks = [found for found in said.values() if found]
    if len(asks) < _LEAST or all(found[0].target != "name" for found in asks):
        return table
    columns = tuple(_column(column, said[column.index]) for column in table.columns)
    return replace(table, columns=columns)


def _column(column: SourceColumn, found: tuple[FormQuestion, int, str] | None) -> SourceColumn:
    # What somebody chose the last time goes before.
    if found is None or column.reason.kind == "before":
        return column
    one, number, option = found
    return replace(
        column,
        field=one.target,
        number=number,
        option=option,
        asked="",
        confidence=1.0,
        sensitive=one.sensitive,
        reason=Reason("form"),
    )
