"""Columns in which people state their gender: known by heading and cells together, and read as a whole.

A heading that asks for more (identity, orientation, pronouns) is private and feeds nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

from missionplanner.domain.people import Gender
from missionplanner.domain.spelling import words
from missionplanner.exchange import values
from missionplanner.exchange.columns import SourceColumn, SourceTable
from missionplanner.exchange.fields import BY_NAME, GENDER, normal_heading
from missionplanner.exchange.private_fields import asks_gender
from missionplanner.exchange.reasons import Reason

_WORDS = {
    Gender.FEMALE: "f,female,fem,woman,women,lady,femme,feminin,feminine,dame,mujer,femenino,femenina,dama,w,female f",
    Gender.MALE: "h,male,masc,man,men,gentleman,homme,masculin,hombre,masculino,varon,caballero,male m",
    Gender.OTHER: "x,other,another,nonbinary,non binary,nb,autre,non binaire,otro,otra,otre,no binario,no binaria,"
                  "gender x,two spirit,bispirituel,diverse,divers",
    Gender.UNKNOWN: "prefer not to say,prefer not to answer,prefer not to disclose,rather not say,not said,unknown,"
                    "not specified,undisclosed,je prefere ne pas repondre,prefere ne pas repondre,"
                    "je prefere ne pas le dire,non precise,non dit,prefiero no decirlo,prefiero no responder,"
                    "prefiero no contestar,no especificado,sin especificar,desconocido,inconnu",
}  # fmt: skip
_KNOWN = {text: gender for gender, listed in _WORDS.items() for text in listed.split(",")}
_M = "m"
"""Male in English and French, and beside F; "mujer" beside H."""
_LEAST = 0.9
"""The share of filled cells that state a gender, or that nothing is to be said of it."""


def with_genders(table: SourceTable) -> SourceTable:
    """Return the table with the columns that state genders, and whom "M" stands for in each."""
    columns: list[SourceColumn] = []
    for column in table.columns:
        cells = _cells(table, column)
        told = _told(column, cells, columns)
        columns.append(replace(told, letter=_letter(column.heading, cells)) if told.field == GENDER.name else told)
    return replace(table, columns=tuple(columns))


def _told(column: SourceColumn, cells: Sequence[str], before: Sequence[SourceColumn]) -> SourceColumn:
    """Return the column as one of genders where it states them and no column before it does of the same person."""
    number = _number(before)
    if not _is_stated(column, cells) or any((one.field, one.number) == (GENDER.name, number) for one in before):
        return column
    reason = Reason("listed", GENDER.name, share=sum(map(_is_known, cells)) / len(cells))
    return replace(column, field=GENDER.name, number=number, asked="", reason=reason)


def read(cell: str, letter: str) -> Gender | None:
    """Return the gender a cell states; None for a text that states none. letter: the gender "M" stands for, if any."""
    text = words(cell)
    if text == _M:
        return Gender(letter) if letter else None
    return _KNOWN.get(text)


def _is_stated(column: SourceColumn, cells: Sequence[str]) -> bool:
    """Whether a column that feeds nothing yet, because it is private, states genders."""
    if column.field or not cells or column.reason.kind in ("chosen", "before") or not asks_gender(column.heading):
        return False
    return sum(map(_is_known, cells)) >= _LEAST * len(cells)


def _is_known(cell: str) -> bool:
    return words(cell) == _M or words(cell) in _KNOWN


def _cells(table: SourceTable, column: SourceColumn) -> list[str]:
    rows = (row.cells for row in table.rows if column.index < len(row.cells))
    return [text for cells in rows if (text := values.text(cells[column.index]))]


def _number(before: Sequence[SourceColumn]) -> int:
    """Return whose column it is: that of the person in the columns before it."""
    people = (one.number for one in reversed(before) if one.field in BY_NAME and BY_NAME[one.field].person)
    return next(people, 1)


def _letter(heading: str, cells: Sequence[str]) -> str:
    """Return the gender "M" stands for beside the other letters of a column, or of its heading; empty for a doubt."""
    letters = {words(cell) for cell in cells} | {*normal_heading(heading).split()}
    if letters & {"f", "female", "male", "femme", "femenino", "masculino", "x"}:
        return Gender.MALE
    return Gender.FEMALE if "h" in letters else ""
