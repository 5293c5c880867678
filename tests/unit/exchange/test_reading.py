"""Files as they come: encodings, separators, headings in three languages, odd cells."""

import csv
import io
import zipfile
from pathlib import Path

import pandas
import pytest

from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.requests import Priority
from missionplanner.errors import UserError
from missionplanner.exchange import answers, choices, columns, dates, files, phones, places, priorities, values
from missionplanner.exchange import spreadsheets as tables
from tests.builders import DAY

ROWS = [
    ["Dénomination sociale", "Ville", "Courriel", "Secteur d'activité"],
    ["Fabriqué à Lévis", "Lévis", "zoe@exemple.ca", "Énergie; « propre »"],
    ["Ñandú Café", "Québec", "rene@exemple.ca", "a, b"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_csv_is_read_in_any_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(ROWS)
    path = tmp_path / "file.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    sheet = files.read(files.load(path))[0]
    assert [list(row.cells) for row in sheet.rows] == ROWS


def test_quoted_line_ends_stay_in_their_cell_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(b'Company,Notes,City\r\nA,"one\ntwo",X\r\n\r\nB,,Y\r\n')
    rows = files.read(files.load(path))[0].rows
    assert rows[1].cells == ("A", "one\ntwo", "X")
    assert rows[3].number == 4


def open_document(path: Path) -> None:
    """A minimal OpenDocument workbook, written by hand."""
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    head = "".join(text.format(name) for name in ("Company", "Employees", "Consent"))
    number = '<table:table-cell office:value-type="float" office:value="60"><text:p>60</text:p></table:table-cell>'
    flag = '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>'
    rows = (
        f"<table:table-row>{head}</table:table-row><table:table-row>{text.format('A')}{number}{flag}</table:table-row>"
    )
    empty = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    sheets = (
        f'<table:table table:name="One">{rows}</table:table><table:table table:name="Two">{empty}{rows}</table:table>'
    )
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        book.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>",
        )


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_workbooks_are_read_with_all_sheets(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"book.{ending}"
    frame = pandas.DataFrame([["A", 60.0, True]], columns=["Company", "Employees", "Consent"])
    if ending == "ods":
        open_document(path)
    else:
        with pandas.ExcelWriter(path, engine="xlsxwriter") as book:
            frame.to_excel(book, sheet_name="One", index=False)
            frame.to_excel(book, sheet_name="Two", index=False, startrow=3)
    sheets = files.read(files.load(path))
    assert [sheet.name for sheet in sheets] == ["One", "Two"]
    assert sheets[0].rows[1].cells == ("A", "60", "TRUE")
    assert columns.choose(sheets, "Two").header == 4


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.csv", b"\x89PNG\r\n\x1a\n" + b"\0" * 50),
        ("x.xlsx", b"PK\x03\x04broken"),
        ("x.csv", b"%PDF-1.7 ..."),
        ("x.csv", b"a\0b\0\0\0c" * 30),
        ("x.xls", b"\xd0\xcf\x11\xe0" + b"1" * 600),
    ],
)
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        files.read(files.load(path))
    assert caught.value.hint


HEADINGS = {
    "Legal name of company": "name", "Company": "name", "Organization name": "name", "Razón social": "name",
    "Nom de l'entreprise": "name", "Raison sociale": "name", "Nombre de la empresa": "name", "Supplier": "name",
    "Operating name (if different)": "operating_name", "Nom commercial": "operating_name", "RFC": "registration_number",
    "Business number": "registration_number", "City": "city", "Ville": "city", "Ciudad": "city", "Estado": "region",
    "Province/Territory": "region", "Prov": "region", "State": "region", "Country": "country", "País": "country",
    "Web site": "website", "Site Web": "website", "Página web": "website", "URL": "website", "Employés": "employees",
    "Number of full-time employees": "employees", "Número de empleados": "employees", "Sector(s) of interest": "sectors",
    "Secteur d'activité": "sectors", "Industry": "sectors", "Sous-secteur": "subsectors", "Subsector": "subsectors",
    "What do you offer?": "offers", "Offre": "offers", "Ofrece": "offers", "Products and services": "offers",
    "What are you looking for?": "seeks", "Recherche": "seeks", "Busca": "seeks", "Company description": "description",
    "Description de l'entreprise": "description", "Descripción": "description", "Contact - first name": "given_name",
    "Prénom": "given_name", "Nombre(s)": "given_name", "Given name": "given_name", "Last name": "family_name",
    "Nom de famille": "family_name", "Apellido paterno": "family_name", "Apellido materno": "second_family_name",
    "Job title": "position", "Fonction": "position", "Cargo": "position", "Puesto": "position", "Email address": "email",
    "Courriel": "email", "Correo electrónico": "email", "E-mail": "email", "Phone": "phone", "Téléphone": "phone",
    "Teléfono": "phone", "Mobile phone": "mobile", "Celular": "mobile", "Cities you will attend": "stops",
    "Disponible en": "stops", "Villes": "stops", "Dietary restrictions": "dietary", "Régime alimentaire": "dietary",
    "Restricciones alimentarias": "dietary", "Consentement": "consent", "I consent to my data being shared": "consent",
    "Tratamiento": "title", "Habla inglés": "speaks_english", "Adresse": "address", "Postal code": "postal_code",
    "Date de réception": "received", "Completion time": "received", "Contact person": "full_name", "ID": "", "N°": "",
    "Year established": "year_founded", "Start time": "", "Idiomas": "languages", "Objectives of the visit": "objectives",
}  # fmt: skip


@pytest.mark.parametrize(("heading", "field"), HEADINGS.items())
def test_headings_are_understood(heading: str, field: str) -> None:
    assert columns.guess([heading])[0].field == field


def table(*rows: list[str]) -> columns.SourceTable:
    sheet = files.SourceSheet("s", tuple(files.Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))
    return columns.choose([sheet])


def test_heading_row_is_found_below_titles_and_totals_are_no_data() -> None:
    found = table(
        ["Registrations 2026", "", "", ""],
        ["", "", "", ""],
        ["ID", "Company", "City", "E-mail"],
        ["1", "A", "X", "a@b.ca"],
        ["", "", "", ""],
        ["ID", "Company", "City", "E-mail"],
        ["2", "B", "Y", ""],
        ["Total", "2 responses", "", ""],
        ["Exported on Monday", "", "", ""],
    )
    assert found.header == 3
    assert [row.cells[1] for row in found.rows] == ["A", "B"]


def test_nom_beside_prenom_is_the_family_name() -> None:
    found = table(["Entreprise", "Prénom", "Nom"], ["A", "Zoë", "Côté"])
    assert [column.field for column in found.columns] == ["name", "given_name", "family_name"]


def test_second_delegate_of_a_row_is_told_apart() -> None:
    found = table(
        ["Company", "Delegate 1 first name", "Delegate 1 email", "Delegate 2 first name", "Delegate 2 email"],
        ["A", "Zoë", "z@a.ca", "Liam", "l@a.ca"],
    )
    assert [column.target for column in found.columns] == ["name", "given_name", "email", "given_name#2", "email#2"]


def test_of_two_email_columns_the_one_with_addresses_is_taken() -> None:
    found = table(["Email", "Name", "Company", "Contact email"], ["anonymous", "anonymous", "A", "z@a.ca"])
    assert [column.field for column in found.columns] == ["", "full_name", "name", "email"]


def test_map_of_columns_wins_and_unknown_names_are_told() -> None:
    found = table(["Company", "City", "Whatever"], ["A", "X", "w"])
    assert columns.correct(found, {"Whatever": "notes"}).columns[2].field == "notes"
    with pytest.raises(UserError, match="no column"):
        columns.correct(found, {"Nothing": "notes"})
    with pytest.raises(UserError, match="no field"):
        columns.correct(found, {"City": "town"})


def test_table_without_headings_is_refused() -> None:
    with pytest.raises(UserError, match="heading row"):
        table(["1", "2"], ["3", "4"])


@pytest.mark.parametrize(
    ("cell", "country", "number"),
    [
        ("+1 613 925 5296 ext. 204", "CA", "+16139255296 ext. 204"),
        ("15148654114", "CA", "+15148654114"),
        ("(604) 324-6083", "CA", "+16043246083"),
        ("514-555-0199 poste 12", "CA", "+15145550199 ext. 12"),
        ("55 8638 3986", "MX", "+525586383986"),
        ("0052 55 8638 3986", "CA", "+525586383986"),
        ("52 81 1630 9584", "CA", "+528116309584"),
        ("call me", "CA", None),
        ("12", "CA", None),
    ],
)
def test_phones_become_e164(cell: str, country: str, number: str | None) -> None:
    assert phones.phone(cell, country) == number


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("otterdairy.example", "https://otterdairy.example"),
        ("HTTP://WWW.A.CA/Path", "http://www.a.ca/Path"),
        ("www.a.ca (main)", "https://www.a.ca"),
        ("no site", None),
        ("zoe@a.ca", None),
    ],
)
def test_web_addresses_get_their_scheme(cell: str, address: str | None) -> None:
    assert values.website(cell) == address


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("60", 60),
        ("900 employees", 900),
        ("1 200", 1200),
        ("1,200", 1200),
        ("1.200", 1200),
        ("10-49", 10),
        ("50 à 99", 50),
        ("about 12", 12),
        ("none", None),
        ("60.0", 60),
        ("1\u202f200", 1200),
    ],
)
def test_numbers_as_people_write_them(cell: str, number: int | None) -> None:
    assert values.integer(cell) == number


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("Oui", True),
        ("O", True),
        ("sí", True),
        ("TRUE", True),
        ("N", False),
        ("non", False),
        ("Falso", False),
        ("maybe", None),
        ("", None),
        ("Yes, I agree", True),
    ],
)
def test_yes_and_no_in_three_languages(cell: str, answer: bool | None) -> None:
    assert answers.yes_or_no(cell) is answer


def test_dates_follow_the_habit_of_their_column() -> None:
    assert dates.day_comes_first(["03/11/2025", "25/11/2025"], otherwise=False)
    assert not dates.day_comes_first(["03/11/2025", "11/25/2025"], otherwise=True)
    found = dates.moment("03/11/2025 2:05 PM", day_first=True)
    assert found is not None
    assert found.isoformat() == "2025-11-03T14:05:00+00:00"
    assert dates.moment("31/31/2025", day_first=True) is None


def test_lists_in_one_cell_are_parted_and_sentences_are_not() -> None:
    assert values.split("a; b;") == ("a", "b")
    assert values.split("a / b") == ("a", "b")
    assert values.split("a, b, a") == ("a", "b")
    assert values.split('["a","b"]') == ("a", "b")
    sentence = (
        "We supply precision castings to the aerospace industry of North America, and we also repair them on site."
    )
    assert values.split(sentence) == (sentence,)


@pytest.mark.parametrize("cell", ["n/a", "TBD", " - ", "N.D.", "por definir", "s.o."])
def test_cells_that_say_nothing_are_empty(cell: str) -> None:
    assert values.text(cell) == ""


def sectors() -> choices.NamedChoices:
    return choices.of_sectors(
        [
            Sector(
                id=1,
                code="CT",
                name_en="Clean technologies and clean energy",
                name_fr="Technologies propres et énergie propre",
            ),
            Sector(
                id=2, code="CI", name_en="Creative industries", name_es="Industrias creativas", spellings="Arts, media"
            ),
            Sector(id=3, code="IT", name_en="Information and communications technologies"),
        ]
    )


@pytest.mark.parametrize(
    ("cell", "keys", "unknown"),
    [
        ("Clean technologies and clean energy;", [1], []),
        ("technologies propres et energie propre", [1], []),
        ("Industrias creativas; CT", [2, 1], []),
        ("Creative industries;Creative industries;", [2], []),
        ("Creative industries, Clean technologies and clean energy", [2, 1], []),
        ("Arts, media", [2], []),
        ("Creative industrie", [2], []),
        ("Forestry", [], ["Forestry"]),
        ("CT / Forestry", [1], ["Forestry"]),
        ('["Creative industries","Information and communications technologies"]', [2, 3], []),
    ],
)
def test_sectors_are_found_in_any_language_and_number(cell: str, keys: list[int], unknown: list[str]) -> None:
    assert sectors().find(cell) == (keys, unknown)


def test_mexico_in_french_is_the_city() -> None:
    known = choices.of_stops([Stop(id=4, name_en="Mexico City", name_fr="Mexico", starts=DAY, ends=DAY)])
    assert known.find("Mexico;") == ([4], [])


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("QC", "Canada", ("Quebec", "Canada")),
        ("Québec", "", ("Quebec", "Canada")),
        ("NL", "Mexico", ("Nuevo León", "Mexico")),
        ("nl", "Canada", ("Newfoundland and Labrador", "Canada")),
        ("CDMX", "Mexico", ("Ciudad de México", "Mexico")),
        ("Colombie-Britannique", "Canada", ("British Columbia", "Canada")),
        ("Texas", "United States", ("Texas", "United States")),
    ],
)
def test_provinces_and_states_get_their_full_name(text: str, country: str, expected: tuple[str, str]) -> None:
    assert places.region(text, country) == expected


def test_countries_in_three_languages() -> None:
    assert places.country("Mexique") == places.country("MX") == places.country("México") == "Mexico"
    assert places.country("États-Unis") == places.country("USA") == "United States"


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("Must meet", Priority.MUST_MEET),
        ("A", Priority.MUST_MEET),
        ("Indispensable", Priority.MUST_MEET),
        ("", Priority.MEET),
        ("Meet", Priority.MEET),
        ("No thanks", Priority.NO_THANKS),
        ("Non merci", Priority.NO_THANKS),
        ("Veto", Priority.NO_THANKS),
        ("No gracias", Priority.NO_THANKS),
    ],
)
def test_priorities_are_understood(text: str, priority: Priority) -> None:
    assert priorities.priority(text) is priority


def test_no_cell_of_a_csv_is_a_formula() -> None:
    live = ["=1+1", "+cmd", "-1+2", "@SUM(A1)", "\t=1", " =1"]
    text = tables.csv_text(["h", "=h"], [[cell, 5] for cell in live] + [["+16139255296 ext. 204", None]])
    read = list(csv.reader(io.StringIO(text)))
    assert read[0][1] == "'=h"
    assert all(row[0].startswith("'") for row in read[1:7])
    assert read[7][0] == "+16139255296 ext. 204"
    text = tables.csv_text(["h"], [["Acme;=1+1; @SUM(1);\t=2"], ["a; b\n- c; d = e"]])
    assert list(csv.reader(io.StringIO(text)))[1:] == [["Acme;'=1+1; '@SUM(1);\t'=2"], ["a; b\n- c; d = e"]]
    assert not any(
        cell.lstrip().startswith(("=", "@")) for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row
    )


def test_workbook_cells_are_texts(tmp_path: Path) -> None:
    content = tables.workbook({"S": (["h"], [["=HYPERLINK(1)"], ["http://x.example"], [5]])})
    (tmp_path / "o.xlsx").write_bytes(content)
    with zipfile.ZipFile(tmp_path / "o.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert files.read(files.load(tmp_path / "o.xlsx"))[0].rows[1].cells == ("=HYPERLINK(1)",)


def test_failed_export_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "gone" / "o.csv"
    with pytest.raises(UserError, match="cannot be written"):
        tables.write_csv(target, ["a"], [])
    assert not target.exists()
