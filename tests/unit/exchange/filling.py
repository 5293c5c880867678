"""Fills in forms as somebody with a spreadsheet does: into the light cells beside and below the questions."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from missionplanner.exchange import workbooks
from missionplanner.exchange.form_marks import people_mark

Answers = Mapping[str, str | Sequence[str]]
"""By question: a text, or one for each cell."""


def fill(path: Path, company: Answers, people: Sequence[Answers] = ()) -> Path:
    """Write answers into a form that lies there; return its path."""
    content = path.read_bytes()
    first, second, *_others = workbooks.read(path.name, content)
    cells: dict[int, dict[str, str]] = {1: {}, 2: {}}
    rows = defaultdict(list)
    for number, row in enumerate(first.rows, start=1):
        rows[row[0]].append(number)
    for target, said in company.items():
        for number, text in zip(rows[target], _texts(said), strict=False):
            cells[1][f"C{number}"] = text
    if people:
        marks = next(row for row in second.rows if people_mark() in row)
        for number, answers in enumerate(people, start=6):
            for target, said in answers.items():
                columns = [place for place, mark in enumerate(marks) if mark == target]
                for column, text in zip(columns, _texts(said), strict=False):
                    cells[2][f"{_letters(column)}{number}"] = text
    path.write_bytes(with_cells(content, cells))
    return path


def with_cells(content: bytes, cells: Mapping[int, Mapping[str, str]]) -> bytes:
    """Return a workbook with texts in cells, by the number of the sheet and the name of the cell."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            for number, texts in cells.items():
                if name == f"xl/worksheets/sheet{number}.xml":
                    part = _with(part.decode(), texts).encode()
            target.writestr(name, part)
    return out.getvalue()


def _with(sheet: str, texts: Mapping[str, str]) -> str:
    for cell, text in texts.items():
        said = f't="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        pattern = rf'<c r="{cell}"( s="\d+")?(/>|[^>]*>.*?</c>)'
        sheet, found = re.subn(pattern, lambda m, c=cell, s=said: f'<c r="{c}"{m.group(1) or ""} {s}', sheet, count=1)
        assert found, f"no cell {cell}"
    return sheet


def _texts(said: str | Sequence[str]) -> Sequence[str]:
    return [said] if isinstance(said, str) else said


def _letters(column: int) -> str:
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
