"""Files of every kind: what can be read is read, anything else gets its own sentence with the way out."""

import pytest

from missionplanner.errors import UserError
from missionplanner.exchange import files
from missionplanner.exchange.files import Source, SourceSheet
from tests.unit.exchange.workbook_parts import xlsb, xlsx, zipped

ROWS = [["Empresa", "Ciudad", "Correo"], ["Alfa S.A.", "Puebla", "a@a.mx"], ["Beta ñ", "Mérida", "b@b.mx"]]


def read(content: bytes) -> list[SourceSheet]:
    return files.read(Source("file.xls", content))


def cells(sheet: SourceSheet) -> list[list[str]]:
    return [list(row.cells) for row in sheet.rows]


def test_a_binary_workbook_is_read() -> None:
    (sheet,) = read(xlsb(ROWS))
    assert cells(sheet) == ROWS


def test_a_binary_workbook_that_spans_too_much_is_refused() -> None:
    with pytest.raises(UserError, match="too many cells"):
        read(xlsb([["x"] * 20], first_row=1_000_000))


def test_a_web_page_named_xls_is_read() -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    page = f'<html><head><meta charset="utf-8"></head><body><p>Title</p><table border=1>{rows}</table></body></html>'
    (sheet,) = read(page.encode())
    assert cells(sheet) == ROWS


def test_cells_of_a_web_page_keep_their_lines_and_entities() -> None:
    page = "<table><tr><th>Company<th>Notes</tr><tr><td>Bois &amp; <b>fils</b></td><td>one<br>two <table><tr><td>in</td></tr></table></td></tr></table>"
    (sheet,) = read(page.encode())
    assert cells(sheet) == [["Company", "Notes"], ["Bois & fils", "one\ntwo in"]]


def test_the_xml_of_excel_2003_is_read_with_its_empty_cells() -> None:
    data = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in ROWS
    )
    last = '<Row ss:Index="6"><Cell ss:Index="2"><Data ss:Type="String">Ciudad&#10;dos</Data></Cell></Row>'
    book = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        f' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Lista"><Table>{data}{last}</Table></Worksheet></Workbook>'
    )
    (sheet,) = read(book.encode())
    assert sheet.name == "Lista"
    assert cells(sheet) == [*ROWS, [], [], ["", "Ciudad\ndos"]]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600, "password"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": b"<manifest:encryption-data/>"}), "password"),
        (zipped({"Index/Document.iwa": b"x", "Metadata/Properties.plist": b""}), "Numbers"),
        (b"<?xml version='1.0'?><svg/>", "not a spreadsheet"),
        (b"<html><table><tr><td>Sign in</td></tr></table>", "web page without a table"),
        (zipped({"word/document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), "document or presentation"),
        (zipped({"list.csv": b"Company,City"}), "archive"),
        (b"\x1f\x8b\x08\x00abc", "archive"),
        (b'{"url": "https://docs.google.com/x"}', "link to a spreadsheet"),
        (b'[\n {"company": "Alfa"}]', "JSON"),
        (b"BEGIN:VCARD\nFN:Ana", "vCard"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "saved web page"),
        (b" \n", "is empty"),
        (b"<html><body>Dear all</body></html>", "no(t a)? spreadsheet"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_the_way_out(content: bytes, says: str) -> None:
    with pytest.raises(UserError, match=says) as refused:
        read(content)
    assert refused.value.hint


def test_hidden_rows_are_left_out_and_reported() -> None:
    (sheet,) = read(
        xlsx(
            {"S & T".replace("&", "&amp;"): [*ROWS, ["Gama", "x", "g@g.mx"], ["Delta", "x", "d@d.mx"]]},
            hidden_rows=(3, 5),
        )
    )
    assert [row.number for row in sheet.rows] == [1, 2, 4]
    (issue,) = sheet.findings
    assert (issue.code, issue.row) == ("hidden_rows", 3)
    assert "3, 5" in issue.text


def test_rows_hidden_in_an_open_document_are_left_out() -> None:
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = [text.format(name) * 2 for name in ("Empresa", "Alfa", "Beta", "Gama")]
    body = "".join(
        f"<table:table-row{' table:visibility=' + chr(34) + 'filter' + chr(34) if n == 2 else ''}>{row}</table:table-row>"
        for n, row in enumerate(rows)
    )
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    content = f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="Uno">{body}</table:table></office:spreadsheet></office:body></office:document-content>'
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": manifest.encode(),
        "content.xml": content.encode(),
    }
    (sheet,) = read(zipped(parts))
    assert [row.cells[0] for row in sheet.rows] == ["Empresa", "Alfa", "Gama"]


def test_hidden_sheets_are_known() -> None:
    assert [sheet.hidden for sheet in read(xlsx({"Now": ROWS, "2024": ROWS}, hidden=("2024",)))] == [False, True]


def test_wrongly_decoded_cells_are_repaired_and_reported_once() -> None:
    (sheet,) = files.read(Source("f.csv", "Entreprise;Ville\nForÃªt inc.;LÃ©vis\nBois;MontrÃ©al\n".encode()))
    assert cells(sheet)[1:] == [["Forêt inc.", "Lévis"], ["Bois", "Montréal"]]
    assert [(issue.code, issue.row) for issue in sheet.findings] == [("repaired_characters", 2)]


def test_characters_that_were_lost_are_told_once() -> None:
    (sheet,) = read("Company,City\nAcme,Montr\ufffdal\nBois,L\ufffdvis\n".encode())
    assert [(issue.code, issue.row, issue.value) for issue in sheet.findings] == [
        ("lost_characters", 2, "Montr\ufffdal")
    ]
    assert "rows: 2" in sheet.findings[0].text


def test_zeros_kept_by_an_equals_sign_come_without_it() -> None:
    (sheet,) = read(b'Company,Code\n="Acme ""X"" Inc.",="01730"\nBois,=1\n\'=Pin,"=""2"""\n')
    assert cells(sheet)[1:] == [['Acme "X" Inc.', "01730"], ["Bois", "=1"], ["=Pin", "2"]]


def test_a_web_page_in_utf16_is_read() -> None:
    page = "<html><table>" + "".join(f"<tr><td>{one}</td><td>x</td></tr>" for one in ("Empresa", "Ñandú")) + "</table>"
    (sheet,) = read(page.encode("utf-16"))
    assert cells(sheet)[1] == ["Ñandú", "x"]
