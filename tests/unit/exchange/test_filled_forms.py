"""Filled forms as rows: by their marks, whoever is called otherwise by now."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.errors import UserError
from missionplanner.exchange import filled_forms, form_workbooks, spreadsheets
from missionplanner.exchange.files import Source
from missionplanner.exchange.filled_forms import KnownForms
from tests.unit.exchange.filling import fill
from tests.unit.exchange.test_form_workbooks import FORM, question

KNOWN = KnownForms(
    FORM.mark.mission, Side.DELEGATION, {one.target: one for one in FORM.questions},
    {"second": frozenset(one.target for one in FORM.questions)}, {"company": "Acme Group"},
    {"ann": {"given_name": "Anne", "email": "anne@a.ca"}},
)  # fmt: skip


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A filled form of a company and one person."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(form_workbooks.content(FORM))
    return fill(path, {"number": "12"}, [{"email": "new@a.ca"}])


def source(path: Path) -> Source:
    """A file as it is read."""
    return Source(path.name, path.read_bytes())


def test_whom_a_form_is_about_is_called_as_now(form: Path) -> None:
    found = filled_forms.read([source(form)], KNOWN)
    assert found is not None
    assert [column.target for column in found.table.columns] == [
        "name",
        "day",
        "number",
        "meals",
        "email",
        "given_name",
    ]
    (row,) = found.table.rows
    assert row.cells == ("Acme Group", "2026-02-15", "12", "A; B; C", "anne@a.ca", "Anne")
    assert (found.table.languages, found.table.known_by[0], found.sheet.findings) == ({6: "en"}, "second", ())
    assert filled_forms.side_of(form) is Side.DELEGATION


def test_who_is_gone_and_what_is_no_longer_asked_is_told(form: Path) -> None:
    gone = filled_forms.read([source(form)], replace(KNOWN, companies={}))
    nobody = filled_forms.read([source(form)], replace(KNOWN, people={}))
    fewer = filled_forms.read([source(form)], replace(KNOWN, questions={"name": question("name", FieldKind.TEXT)}))
    assert [[issue.code for issue in one.sheet.findings] for one in (gone, nobody, fewer) if one] == [
        ["gone"], ["gone"], ["unknown_question"],
    ]  # fmt: skip
    assert fewer is not None
    assert [column.target for column in fewer.table.columns] == ["name"]


def test_what_is_no_form_is_left_out_or_read_as_any_file(form: Path, tmp_path: Path) -> None:
    plain = Source("plain.xlsx", spreadsheets.workbook({"List": (["Company"], [["Acme"]])}))
    assert (filled_forms.read([plain], KNOWN), filled_forms.side_of(tmp_path / "none.xlsx")) == (None, None)
    damaged = Source("damaged.xlsx", form.read_bytes()[:2000])
    found = filled_forms.read([source(form), damaged, plain, source(form)], KNOWN)
    assert found is not None
    assert len(found.table.rows) == 2
    texts = [issue.text for issue in found.sheet.findings]
    assert ("damaged.xlsx cannot be read" in texts[0], "plain.xlsx is no form" in texts[1], len(texts)) == (
        True,
        True,
        3,
    )
    with pytest.raises(UserError, match=r"damaged\.xlsx"):
        filled_forms.read([damaged], KNOWN)
