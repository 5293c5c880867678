"""Forms as workbooks: questions are locked, lists are offered, and who is named stays."""

import io
import re
import zipfile

from missionplanner.domain.companies import Side
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.exchange import form_marks, form_workbooks, workbooks
from missionplanner.exchange.form_questions import FormQuestion
from missionplanner.exchange.form_workbooks import FormBook, FormPerson
from missionplanner.i18n import LANGUAGES


def question(target: str, kind: FieldKind, is_person: bool = False, *choices: str) -> FormQuestion:
    """A question called as its field."""
    titles, options = dict.fromkeys(LANGUAGES, target), dict.fromkeys(LANGUAGES, choices)
    return FormQuestion(target, kind, titles, dict.fromkeys(LANGUAGES, "Part"), {}, options, is_person=is_person)


FORM = FormBook(
    form_marks.mark("second", Side.DELEGATION, "en", "uid"),
    "Our form",
    [
        question("name", FieldKind.TEXT), question("day", FieldKind.DATE), question("number", FieldKind.NUMBER),
        question("meals", FieldKind.SEVERAL, False, "A", "B", "C"), question("email", FieldKind.EMAIL, True),
        question("given_name", FieldKind.TEXT, True),
    ],
    "company", {"name": "Acme", "day": "2026-02-15", "meals": "A; B; C"},
    [FormPerson("ann", {"given_name": "Ann"})], frozenset({"name", "given_name"}),
)  # fmt: skip


def test_what_is_known_stands_in_its_cells_beside_its_marks() -> None:
    company, people, lists = workbooks.read("form.xlsx", form_workbooks.content(FORM))
    assert [(row[0], row[2]) for row in company.rows if row[0]] == [
        (FORM.mark.text, ""), ("company", ""), ("name", "Acme"), ("day", "2026-02-15"), ("number", ""),
        ("meals", "A"), ("meals", "B"), ("meals", "C"),
    ]  # fmt: skip
    assert (people.rows[0], people.rows[5]) == ((form_marks.people_mark(), "email", "given_name"), ("ann", "", "Ann"))
    assert (lists.hidden, [row[0] for row in lists.rows]) == (True, ["A", "B", "C"])


def test_sheets_are_protected_and_only_answers_can_be_typed() -> None:
    with zipfile.ZipFile(io.BytesIO(form_workbooks.content(FORM))) as packed:
        company, people = (packed.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2))
        looks = packed.read("xl/styles.xml").decode()
    open_looks = {place for place, xf in enumerate(re.findall(r"<xf (?:[^>]*/>|[^>]*[^/]>.*?</xf>)", looks.split("<cellXfs")[1]))
                  if 'locked="0"' in xf}  # fmt: skip
    assert ("<sheetProtection" in company, "<sheetProtection" in people) == (True, True)
    for page, places in (
        (company, {"B4": False, "C4": False, "C5": True, "C8": True}),
        (people, {"B6": True, "C6": False}),
    ):
        cells = dict(re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', page))
        assert {one: int(cells[one]) in open_looks for one in places} == places
    assert re.findall(r'type="(\w+)"', company) == ["date", "decimal", "list", "list", "list"]
    assert (re.findall(r'type="(\w+)"', people), 'ISNUMBER(FIND("@",B6))' in people.replace("&quot;", '"')) == (
        ["custom"],
        True,
    )


def test_a_form_about_nobody_has_no_sheet_of_people() -> None:
    found = workbooks.read(
        "f.xlsx", form_workbooks.content(FormBook(FORM.mark, "Form", [question("name", FieldKind.TEXT)]))
    )
    assert [sheet.hidden for sheet in found] == [False, True, True]
    assert found[0].rows[0][1] == "Form"
