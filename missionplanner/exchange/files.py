"""Spreadsheet files as strings with their source row numbers, whatever their encoding and separator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from missionplanner.domain.issues import Issue, Severity
from missionplanner.errors import UserError
from missionplanner.exchange import decoding, markup, separated, spreadsheets, workbooks
from missionplanner.exchange.source_rows import Row, kept
from missionplanner.i18n import N_, _

MOST_BYTES = 60_000_000
"""A file larger than this is refused; the largest mission's registrations take a hundredth of it."""
_NOT_TABLES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"{\\rtf",
    b"\x7fELF",
    b"MZ",
    b"SQLite format 3",
    b"RIFF",
)


_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_JSON = N_("{name} holds data for programs (JSON), not a table.")
_NO_JSON = N_("Export it as .csv or .xlsx instead.")
_OTHER_TEXTS = (
    (
        b'{"url"',
        N_("{name} is only a link to a spreadsheet in the web."),
        N_("Open it there and choose File > Download > Microsoft Excel (.xlsx)."),
    ),
    (b'[{"', _JSON, _NO_JSON),
    (b'{"', _JSON, _NO_JSON),
    (
        b"BEGIN:VCARD",
        N_("{name} holds contacts (vCard), not a table."),
        N_("Import it into your address book, and export that as .csv."),
    ),
    (
        b"MIME-Version:",
        N_("{name} is a saved web page or message, not a spreadsheet."),
        N_("Open it in the spreadsheet and save it as .xlsx."),
    ),
)
"""Texts that are no tables, by their beginning, with the way out."""


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """A sheet of a workbook, or the one table of a csv."""

    name: str
    rows: Sequence[Row]
    workbook: bool = False
    hidden: bool = False
    """Whether the workbook does not show it."""
    findings: tuple[Issue, ...] = ()
    """Faults of its rows that were noticed while they were read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came, or a block copied from a spreadsheet."""

    name: str
    """The name that is shown."""
    content: bytes


def load(path: Path) -> Source:
    """A file's content; raises UserError with a hint when it cannot be read or is too large to be a table."""
    try:
        if path.exists() and not path.is_file():
            raise UserError(_("{name} is no file.").format(name=path.name), _("Choose a spreadsheet."))
        size = path.stat().st_size
        if size > MOST_BYTES:
            text = _("{name} is too large ({size} MB).").format(name=path.name, size=size // 1_000_000)
            raise UserError(text, _("Split it, or export only the registrations."))
        return Source(path.name, path.read_bytes())
    except OSError as error:
        raise UserError(
            _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror),
            _("Check the name and that no other program keeps it closed."),
        ) from error


def read(source: Source, encoding: str = "", first: int = 0) -> list[SourceSheet]:
    """Every sheet of a csv, xlsx, xlsm, xlsb, xls or ods file, or table of a web page.

    The format is recognised by the content, not by the name; `encoding` is how the text of a csv is to be read where
    somebody chose it, and `first` how many rows of each sheet of a workbook are wanted, 0 for all. Raises UserError
    with a hint when it is no table.
    """
    content = source.content
    # Pictures saved as .csv decode as Windows-1252 without an error, and would be read as nonsense.
    if content.startswith(_NOT_TABLES):
        raise _no_table(source.name)
    if not content.strip():
        raise UserError(_("{name} is empty.").format(name=source.name), _("Export it again, or choose another file."))
    for start, text, hint in _OTHER_TEXTS:
        if b"".join(content[:400].removeprefix(b"\xef\xbb\xbf").split()).startswith(b"".join(start.split())):
            raise UserError(_(text).format(name=source.name), _(hint))
    if content.startswith(_ARCHIVES):
        raise workbooks.archive(source.name)
    if markup.is_markup(content):
        return _tables(source)
    # Zip (xlsx, xlsm, xlsb, ods) and the older xls.
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _workbook(source, first)
    return [_separated(source, encoding)]


def is_workbook(source: Source) -> bool:
    """Whether it is a workbook rather than text."""
    return source.content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))


def encodings(source: Source) -> list[str]:
    """The encodings a text can have, the likeliest first; empty when there is no doubt."""
    return [] if is_workbook(source) else decoding.choices(source.content)


def _tables(source: Source) -> list[SourceSheet]:
    """The tables of a web page or an XML of Excel 2003, as many services name .xls."""
    found = []
    for name, cells in markup.read(source.content):
        rows = tuple(Row(number, row) for number, row in enumerate(cells, start=1))
        found.append(_repaired(SourceSheet(name or source.name, rows, workbook=True)))
    if not found:
        raise UserError(
            _("{name} is a web page without a table, not a spreadsheet.").format(name=source.name),
            _("Often it is the page that asks to sign in: sign in to the service, and download the file again."),
        )
    return found


def _separated(source: Source, encoding: str) -> SourceSheet:
    """The one table of a csv; cells that were decoded wrongly before are repaired, and that is reported."""
    encoding = encoding or decoding.recognise(source.content, source.name)
    cells, issues = separated.read(decoding.lines(source.content, encoding))
    rows = [Row(number, spreadsheets.typed(row)) for number, row in enumerate(cells, start=1)]
    sheet = _repaired(SourceSheet(source.name, rows, findings=tuple(issues)))
    return replace(sheet, rows=kept(sheet.rows))


def _repaired(sheet: SourceSheet) -> SourceSheet:
    """The sheet with its wrongly decoded cells as they were written, and an Issue that says so, or what was lost."""
    found: list[tuple[int, str, str]] = []
    lost: list[tuple[int, str]] = []
    rows = list(sheet.rows)
    for place, row in enumerate(rows):
        joined = "".join(row.cells)
        if joined.isascii() and "&" not in joined:
            continue
        cells = tuple(map(decoding.repaired, row.cells))
        if cells != row.cells:
            before, after = next(pair for pair in zip(row.cells, cells, strict=True) if pair[0] != pair[1])
            found.append((row.number, before, after))
            rows[place] = Row(row.number, cells)
        if decoding.LOST in joined:
            lost.append((row.number, next(cell for cell in row.cells if decoding.LOST in cell)))
    issues = [*_was_repaired(found), *_was_lost(lost)]
    return replace(sheet, rows=tuple(rows), findings=(*sheet.findings, *issues)) if issues else sheet


def _was_repaired(found: list[tuple[int, str, str]]) -> Iterator[Issue]:
    for number, before, after in found[:1]:
        text = _("The characters had been decoded wrongly: “{before}” is read as “{after}” (rows: {n}).").format(
            before=before.strip()[:60], after=after.strip()[:60], n=len(found)
        )
        yield Issue("repaired_characters", text, Severity.WARNING, number, value=before.strip())


def _was_lost(found: list[tuple[int, str]]) -> Iterator[Issue]:
    for number, cell in found[:1]:
        text = _(
            "Characters were lost before the file came, as in “{value}” (rows: {n}). Ask for it in another format."
        )
        text = text.format(value=cell.strip()[:60], n=len(found))
        yield Issue("lost_characters", text, Severity.WARNING, number, value=cell.strip())


def _workbook(source: Source, first: int) -> list[SourceSheet]:
    """The sheets of a workbook; rows that are hidden in it are left out, and that is reported."""
    return [_sheet(sheet, source.name) for sheet in workbooks.read(source.name, source.content, first)]


def _sheet(sheet: workbooks.WorkbookSheet, file_name: str) -> SourceSheet:
    rows = tuple(Row(n, cells) for n, cells in enumerate(sheet.rows, start=1) if n not in sheet.hidden_rows)
    gone = sorted(n for n in sheet.hidden_rows if n <= len(sheet.rows) and any(map(str.strip, sheet.rows[n - 1])))
    findings: tuple[Issue, ...] = ()
    if gone:
        text = _("Hidden rows of “{sheet}” were left out: {rows}. Show them in the spreadsheet to import them.")
        text = text.format(sheet=sheet.name or file_name, rows=_ranges(gone))
        findings = (Issue("hidden_rows", text, Severity.WARNING, gone[0]),)
    found = SourceSheet(sheet.name or file_name, rows, workbook=True, hidden=sheet.hidden, findings=findings)
    return _repaired(found)


def _ranges(numbers: list[int]) -> str:
    """Numbers in ascending order with dashes for those that follow one another: 3–5, 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs[:12])


def _no_table(name: str) -> UserError:
    return UserError(
        _("{name} is not a spreadsheet.").format(name=name),
        _("Registrations come as .csv, .xlsx, .xlsm, .xlsb, .xls or .ods."),
    )
