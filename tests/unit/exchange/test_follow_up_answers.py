"""What a follow-up form says, from a workbook or the fields of a PDF; bulk reading is tried in jobs."""

from datetime import date

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.relationships import Stage
from missionplanner.errors import UserError
from missionplanner.exchange import follow_up_answers, follow_up_books, form_marks
from missionplanner.exchange.files import Source
from missionplanner.exchange.follow_up_answers import company_said, form_in, from_fields, read
from tests.unit.exchange.test_follow_up_books import FORM

FIELDS = {
    "mark": form_marks.mark("after30", Side.COUNTERPART, "en", "m").text, "company": "u", "name": "C1",
    "told_on": "2026-03-20", "1|uid": "a", "1|with": "D1", "1|stage": "Trading", "1|value": "1,500", "1|currency": "usd",
    "2|uid": "b", "2|with": "D2", "note": "x",
}  # fmt: skip


def test_an_untouched_workbook_is_a_form_that_says_nothing() -> None:
    form = form_in(Source("a.xlsx", follow_up_books.content(FORM)))
    assert form
    assert (form.days, form.company_uid, company_said(form), form.issues) == (90, "u", "D1", ())
    assert [(line.number, line.uid, line.is_answered) for line in form.lines] == [(6, "a", False), (7, "b", False)]
    assert read(form, date(2026, 6, 1)).lines == []


def test_the_fields_of_a_pdf_are_a_form() -> None:
    form = from_fields("a.pdf", FIELDS)
    assert form
    found = read(form, date(2026, 6, 1))
    assert (found.told_on, found.issues) == (date(2026, 3, 20), [])
    assert [(one.uid, one.stage, one.value, one.currency) for one in found.lines] == [
        ("a", Stage.TRADING, 1500.0, "USD")
    ]


@pytest.mark.parametrize("mark", ["", "missionplanner:form:delegation:en:00000000", "x"])
def test_other_fields_are_none(mark: str) -> None:
    assert from_fields("a.pdf", {**FIELDS, "mark": mark}) is None


def test_a_table_is_none_and_what_is_no_table_is_refused() -> None:
    assert form_in(Source("a.csv", b"company,stage\nD1,held\n")) is None
    with pytest.raises(UserError, match="is not a spreadsheet"):
        form_in(Source("a.csv", b"\x89PNG and more"))
    assert "no follow-up form" in follow_up_answers.refusal("a.csv").text
