"""Malformed files: each gets a sentence, in bounded memory, and leaves the mission as it was."""

import io
import json
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import Figures, small_mission

MOST_MEMORY = 1_500_000_000
"""Bytes of address space the reading process may take; the interpreter with its libraries needs about half."""
_HEAD = "Company,City,E-mail\n"
_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
_BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
    ' Target="worksheets/sheet1.xml"/></Relationships>'
)


def _sheet(body: str) -> str:
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{body}</sheetData></worksheet>"
    )


def _zipped(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def _book(sheet: str | bytes) -> bytes:
    content = sheet.encode() if isinstance(sheet, str) else sheet
    return _zipped(
        ("[Content_Types].xml", _TYPES.encode()),
        ("xl/workbook.xml", _BOOK.encode()),
        ("xl/_rels/workbook.xml.rels", _RELATIONS.encode()),
        ("xl/worksheets/sheet1.xml", content),
    )


def _lying(content: bytes, claimed: int = 10) -> bytes:
    """A zip whose entries claim to be small."""
    out = bytearray(_zipped(("xl/worksheets/sheet1.xml", content)))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = out.index(mark)
        out[start + place : start + place + 4] = claimed.to_bytes(4, "little")
    return bytes(out)


def _ods(content: str) -> bytes:
    return _zipped(
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.encode()),
        ("META-INF/manifest.xml", b'<manifest:manifest xmlns:manifest="urn:x"/>'),
    )


_CELL = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
_ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="S">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)
_GOOD_BOOK = _book(_sheet("<row r='1'>" + _CELL.format("A1", "Company") + _CELL.format("B1", "City") + "</row>"))
_NOISE = random.Random(7).randbytes(5000)


def files() -> dict[str, bytes]:
    """The files by their names; to make them takes two seconds, which whoever only reads the tests need not wait for."""
    return {
        "empty.csv": b"", "blank.csv": b"\n\n  \n", "bom only.csv": b"\xef\xbb\xbf", "one cell.csv": b"hello",
        "no headings.csv": b"1,2,3\n4,5,6\n", "prose.txt": b"Dear colleagues, please find attached the list. Kind regards.",
        "picture.csv": b"\x89PNG\r\n\x1a\n" + _NOISE, "photo.csv": b"\xff\xd8\xff\xe0" + _NOISE, "gif.xlsx": b"GIF89a" + _NOISE,
        "document.csv": b"%PDF-1.7\n" + _NOISE, "rich.csv": b"{\\rtf1\\ansi hello}", "program.csv": b"MZ" + _NOISE,
        "library.csv": b"\x7fELF" + _NOISE, "database.csv": b"SQLite format 3\x00" + _NOISE, "sound.csv": b"RIFF" + _NOISE,
        "page.xls": b"<html><body><table><tr><td>Company</td></tr></table></body></html>",
        "letter.csv": b"<?xml version='1.0'?><svg onload='x()'/>", "noise.csv": b"\x00\x01" + _NOISE, "noise.xlsx": _NOISE,
        "nul.csv": b"\x00" * 4000, "nul in text.csv": _HEAD.encode() + b"A\x00B,Lev\x00is,x\n" + b"\x00" * 900,
        "unclosed quote.csv": _HEAD.encode() + b'"Boreal, Toronto, a@b.ca\n' + b"Next Ltd,Ottawa,n@next.ca\n" * 200,
        "huge cell.csv": _HEAD.encode() + b'"' + b"x" * 1_500_000 + b'",Toronto,\n',
        "quotes.csv": b'"' * 20_001, "cr only.csv": b"\r" * 3000, "commas.csv": b"," * 100_000, "tabs.tsv": b"\t" * 100_000,
        "half utf16.csv": b"\xff\xfe" + b"\x00\xd8" * 500, "bad utf8.csv": b"\xc3\x28\xa0\xa1" * 900,
        "truncated.xlsx": _GOOD_BOOK[: len(_GOOD_BOOK) // 2], "no end.xlsx": _GOOD_BOOK[:-25],
        "flipped.xlsx": _GOOD_BOOK[:200] + b"\xff\x00\xff" + _GOOD_BOOK[203:],
        "empty zip.xlsx": _zipped(), "other zip.xlsx": _zipped(("readme.txt", b"hello")),
        "no sheet.xlsx": _zipped(("[Content_Types].xml", _TYPES.encode()), ("xl/workbook.xml", _BOOK.encode())),
        "broken xml.xlsx": _book("<worksheet><sheetData><row><c r='A1'"), "empty sheet.xlsx": _book(_sheet("")),
        "zip bomb.xlsx": _book(b"<worksheet>" + b" " * 350_000_000), "lying bomb.xlsx": _lying(b" " * 30_000_000),
        "many entries.xlsx": _zipped(*((f"a{n}", b"") for n in range(20_100))),
        "far cell.xlsx": _book(_sheet(f"<row r='1048576'>{_CELL.format('XFD1048576', 'x')}</row>")),
        "wide cell.xlsx": _book(_sheet(f"<row r='1'>{_CELL.format('A1', 'x')}</row><row r='99999'>{_CELL.format('ZZZ99999', 'x')}</row>")),
        **{
            f"odd place {number}.xlsx": _book(_sheet(
                f"<row r='1'><c {place} t='inlineStr'><is><t>Company</t></is></c></row>"))
            for number, place in enumerate((
                "r='XFD1048576'", 'r = "XFD1048576"', 'r\n="XFD1048576"', 'r="A99999999999"', 'r="ZZZZ4294967295"',
                'r="ZZZZZZZ2"', 'r="&#88;FD1048576"', 'r="xfd1048576"', 'r="A1B2"',
            ))
        },
        "sheet elsewhere.xlsx": _zipped(
            ("[Content_Types].xml", _TYPES.encode()), ("xl/workbook.xml", _BOOK.encode()),
            ("xl/_rels/workbook.xml.rels", _RELATIONS.replace("worksheets/sheet1.xml", "docProps/x.dat").encode()),
            ("xl/docProps/x.dat", _sheet(f"<row r='1048576'>{_CELL.format('XFD1048576', 'x')}</row>").encode()),
        ),
        "sheets without end.xlsx": _zipped(
            ("[Content_Types].xml", _TYPES.encode()),
            ("xl/workbook.xml", _BOOK.replace("</sheets>", "".join(
                f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(2, 3000)) + "</sheets>").encode()),
            ("xl/_rels/workbook.xml.rels", _RELATIONS.encode()),
            ("xl/worksheets/sheet1.xml", _sheet("".join(
                f'<row r="{n}">{_CELL.format(f"A{n}", "x")}</row>' for n in range(1, 4000))).encode()),
        ),
        "one text many times.xlsx": _zipped(
            ("[Content_Types].xml", _TYPES.encode()), ("xl/workbook.xml", _BOOK.encode()),
            ("xl/_rels/workbook.xml.rels", _RELATIONS.encode()),
            ("xl/sharedStrings.xml", b"<sst><si><t>" + b"x" * 5_000_000 + b"</t></si></sst>"),
            ("xl/worksheets/sheet1.xml", _sheet("".join(
                f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 6000))).encode()),
        ),
        "binary.xlsb": _zipped(("[Content_Types].xml", _TYPES.encode()), ("xl/workbook.bin", _NOISE)),
        "line of commas.csv": b"," * 40_000_000, "ends of lines.csv": b"Company,City\n" + b"\n" * 30_000_000,
        "repeated.ods": _ods(_ODS_HEAD.format(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"'
            ' table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>')),
        "cut.ods": _ods(_ODS_HEAD.format(""))[:-60], "old excel.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 3000,
        "old noise.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + _NOISE, "protected.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"E" * 9000,
    }  # fmt: skip


_BIG = ("big.csv", 200_000_000)

_RUN = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({most}, {most}))
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.domain.companies import Side
from missionplanner.errors import UserError
from missionplanner.store.store import Store
from pathlib import Path
found = {{}}
with Store.open(Path(sys.argv[1])) as store:
    for path in sorted(Path(sys.argv[2]).iterdir()):
        try:
            plan = run_now(import_companies.analyse(ImportOptions(path, Side.DELEGATION)), store)
            found[path.name] = ["read", [row.text for row in plan.rows]]
        except UserError as error:
            found[path.name] = ["refused", error.text, error.hint]
        print(path.name, file=sys.stderr, flush=True)
print(json.dumps(found))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of the address space")
def test_malformed_files_get_a_sentence_in_bounded_memory(tmp_path: Path, figures: Figures) -> None:
    made = files()
    assert len(made) >= 40
    mission, folder = tmp_path / "m.mission", tmp_path / "files"
    folder.mkdir()
    for name, content in made.items():
        (folder / name).write_bytes(content)
    with (folder / _BIG[0]).open("wb") as file:
        file.truncate(_BIG[1])
    with small_mission(mission) as store:
        before = store.snapshot()
    command = [sys.executable, "-c", _RUN.format(most=MOST_MEMORY), str(mission), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ}, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert found.keys() == {*made, _BIG[0]}
    for name, (outcome, *words) in found.items():
        if outcome == "refused":
            assert all(word.strip() and "Traceback" not in word for word in words), name
    refused = sum(outcome == "refused" for outcome, *_words in found.values())
    figures(f"{len(found)} malformed files: {refused} refused, {len(found) - refused} read row by row")
    assert refused == len(found), {name for name, (outcome, *_words) in found.items() if outcome == "read"}
    with Store.open(mission) as store:
        assert store.snapshot() == before
