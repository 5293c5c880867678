"""Tables of figures: a series a row, a series a column, or a figure a row; whichever it is, it is found out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from missionplanner.domain.figures import Bounded, Scale
from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.spelling import fold, tidy
from missionplanner.exchange import periods
from missionplanner.exchange.source_rows import Row
from missionplanner.i18n import _, is_currency

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "series": ("series", "serie", "figure", "indicator", "indicateur", "indicador", "name", "nom", "nombre"),
    "period": ("period", "periode", "periodo", "year", "annee", "ano", "quarter", "trimestre", "month", "mois", "mes"),
    "value": ("value", "valeur", "valor", "amount", "montant", "importe"),
    "bounded": ("exact or not", "exact ou non", "exacto o no", "bounded"),
    "unit": ("unit", "unite", "unidad"),
    "currency": ("currency", "devise", "monnaie", "moneda"),
    "scale": ("scale", "counted in", "echelle", "compte en", "escala", "contado en"),
    "source": ("source", "sources", "fuente", "fuentes"),
    "link": ("link", "url", "lien", "enlace", "web"),
    "as_of": ("as of", "as_of", "au", "en date du", "a fecha de", "al", "date", "fecha"),
    "note": ("note", "notes", "nota", "notas", "remarque", "remark"),
}
"""The headings of what a table says beside its values, folded."""
_SCALES = {
    Scale.BILLION: ("billion", "billions", "bn", "milliard", "milliards", "mil millones", "md", "mds"),
    Scale.MILLION: ("million", "millions", "mn", "millon", "millones", "mio"),
    Scale.THOUSAND: ("thousand", "thousands", "millier", "milliers", "miles", "mil"),
}
_FOOT = re.compile(r"\s*(?:sources?|fuentes?)\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)
_IN_BRACKETS = re.compile(r"(.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*")


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """A figure of a table."""

    period: str
    value: float
    bounded: Bounded = Bounded.EXACT
    source: str = ""
    link: str = ""
    as_of: date | None = None
    note: str = ""
    row: int = 0


@dataclass(slots=True)
class SeriesDraft:
    """A series of a table with its figures."""

    name: str
    unit: str = ""
    currency: str = ""
    scale: Scale | None = None
    figures: list[FigureDraft] = field(default_factory=list)


@dataclass(slots=True)
class SeriesTable:
    """The figures of a table, and the cells that are none."""

    series: list[SeriesDraft] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def of(self, name: str) -> SeriesDraft:
        """Return the series of a heading, a new one where there is none yet."""
        plain, words = _apart(name)
        found = next((one for one in self.series if fold(one.name) == fold(plain)), None)
        if found is None:
            found = SeriesDraft(plain)
            self.series.append(found)
            _describe(found, words)
        return found

    def add(self, name: str, when: str, cell: str, more: Mapping[str, str], row: int) -> None:
        """Add a figure, or say why a cell is none."""
        if periods.is_nothing(cell):
            return
        found = periods.value(cell)
        if found is None:
            self.issues.append(_no_value(cell, row, name))
            return
        value, how = found
        how = how or next((one for one in Bounded if one and one == fold(more.get("bounded", ""))), how)
        texts = {key: tidy(more.get(key, "")) for key in ("source", "link", "note")}
        day = periods.day(more.get("as_of", ""))
        self.of(name).figures.append(FigureDraft(when, value, how, **texts, as_of=day, row=row))


def read(rows: Sequence[Row]) -> SeriesTable:
    """Return the series of a table; what is no figure is among the issues."""
    filled = [row for row in rows if row.filled]
    table = SeriesTable()
    head = next((number for number, row in enumerate(filled) if _is_head(row, filled[number + 1 :])), None)
    if head is None:
        table.issues.append(Issue("no_periods", _("No row or column of it is of years, quarters or months.")))
        return table
    below = [row for row in filled[head + 1 :] if not _foot((row,))]
    source = _foot([*filled[:head], *filled[head + 1 :]])
    names = [_meaning(cell) for cell in filled[head].cells]
    if "period" in names and "value" in names:
        _read_list(table, names, below, source)
    elif any(periods.period(cell) for cell in filled[head].cells[1:]):
        _read_rows(table, filled[head], below, source)
    else:
        _read_columns(table, filled[head], below, source)
    return table


def _is_head(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row heads a table: it has periods, or the cells below its first one are such."""
    names = [_meaning(cell) for cell in row.cells]
    if ("period" in names and "value" in names) or any(periods.period(cell) for cell in row.cells[1:]):
        return True
    firsts = [one.cells[0] for one in below if one.cells and one.cells[0].strip() and not _foot((one,))]
    dated = sum(periods.period(cell) is not None for cell in firsts)
    return row.filled > 1 and bool(dated) and dated * 2 > len(firsts) and not periods.period(row.cells[0])


def _read_list(table: SeriesTable, names: Sequence[str], rows: Iterable[Row], source: str) -> None:
    """Read a figure a row."""
    for row in rows:
        cells = {name: cell for name, cell in zip(names, row.cells, strict=False) if name}
        when = periods.period(cells["period"]) if cells.get("period") else None
        if when is None:
            table.issues.append(_no_period(cells.get("period", ""), row.number))
            continue
        name = cells.get("series", "").strip() or _("Figures")
        table.add(name, when, cells.get("value", ""), {"source": source, **_filled(cells)}, row.number)
        _describe(table.of(name), (cells.get("unit", ""), cells.get("currency", ""), cells.get("scale", "")))


def _read_rows(table: SeriesTable, head: Row, rows: Iterable[Row], source: str) -> None:
    """Read a series a row: the periods are in the head."""
    dated = {place: found for place, cell in enumerate(head.cells) if (found := periods.period(cell))}
    names = {place: _meaning(cell) for place, cell in enumerate(head.cells) if place not in dated}
    for row in rows:
        cells = {name: row.cells[place] for place, name in names.items() if name and place < len(row.cells)}
        name = cells.get("series") or next((row.cells[p] for p in names if p < len(row.cells) and row.cells[p]), "")
        if not name.strip():
            table.issues.append(Issue("no_name", _("The row has figures but no name."), row=row.number))
            continue
        for place, when in dated.items():
            if place < len(row.cells):
                table.add(name, when, row.cells[place], {"source": source, **_filled(cells)}, row.number)
        if any(one.name == _apart(name)[0] for one in table.series):
            _describe(table.of(name), (cells.get("unit", ""), cells.get("currency", ""), cells.get("scale", "")))


def _read_columns(table: SeriesTable, head: Row, rows: Iterable[Row], source: str) -> None:
    """Read a series a column: the periods are in the first one."""
    names = {place: _meaning(cell) for place, cell in enumerate(head.cells)}
    for row in rows:
        when = periods.period(row.cells[0]) if row.cells else None
        if when is None:
            table.issues.append(_no_period(row.cells[0] if row.cells else "", row.number))
            continue
        more = {names[place]: cell for place, cell in enumerate(row.cells) if place and names.get(place)}
        for place, cell in enumerate(row.cells[1 : len(head.cells)], start=1):
            if not names[place] and head.cells[place].strip():
                table.add(head.cells[place], when, cell, {"source": source, **_filled(more)}, row.number)


def _filled(cells: Mapping[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in cells.items() if cell.strip()}


def _meaning(cell: str) -> str:
    """Return what a heading says the cells below it are; empty for a name of a series."""
    folded = fold(cell).rstrip(":")
    return next((name for name, known in _HEADINGS.items() if folded in known), "")


def _foot(rows: Iterable[Row]) -> str:
    """Return the source a line beside the table names."""
    for row in rows:
        filled = [cell for cell in row.cells if cell.strip()]
        found = _FOOT.fullmatch(filled[0]) if len(filled) == 1 else None
        if found:
            return tidy(found[1])
        if len(filled) == 2 and _meaning(filled[0]) == "source":
            return tidy(filled[1])
    return ""


def _apart(name: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without what stands in brackets behind it, and the words of that."""
    plain = tidy(name)
    found = _IN_BRACKETS.fullmatch(plain)
    if found is None or not found[1]:
        return plain, ()
    words = tuple(_words_of(found[2]))
    return (found[1], words) if words else (plain, ())


def _words_of(text: str) -> Iterator[str]:
    """Yield a currency, a scale and a unit in brackets; none where it is anything else."""
    parts = [part.strip() for part in re.split(r"[,;·]|\s(?=[A-Z]{3}\b)|(?<=\b[A-Z]{3})\s", text) if part.strip()]
    known = [part for part in parts if is_currency(part) or _scale_of(part) or part == "%"]
    if len(known) == len(parts):
        yield from parts


def _describe(series: SeriesDraft, words: Iterable[str]) -> None:
    for word in filter(None, map(str.strip, words)):
        if is_currency(word.upper()) and len(word) == 3:
            series.currency = series.currency or word.upper()
        elif scale := _scale_of(word):
            series.scale = series.scale or scale
        else:
            series.unit = series.unit or word


def _scale_of(word: str) -> Scale | None:
    folded = fold(word)
    return next((scale for scale, known in _SCALES.items() if folded in known), None)


def _no_value(cell: str, row: int, name: str) -> Issue:
    text = _("“{text}” is no number.").format(text=cell[:40])
    return Issue("no_number", text, Severity.WARNING, row, name, cell)


def _no_period(cell: str, row: int) -> Issue:
    text = _("“{text}” is no period, such as 2024, 2024-Q1 or 2024-06.").format(text=cell[:40])
    return Issue("no_period", text, Severity.WARNING, row, value=cell)
