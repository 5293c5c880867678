"""The mission's own fields in a form: shown by their kind, stored as they are typed, nothing lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner import i18n
from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.gui.widgets import own_fields
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.own_fields import OwnFieldsPart

LIST = "Bus\nCar"
FIELDS = [
    OwnField(
        id=n, code=kind.value, name_en=kind.value, kind=kind, choices=LIST, section="More" if n > 3 else "",
        required=n == 0,
    )
    for n, kind in enumerate(FieldKind)
]  # fmt: skip
STORED = {
    "company.text": "a b",
    "company.long": "a\nb",
    "company.number": "12.50",
    "company.money": "20 CAD",
    "company.date": "2026-02-15",
    "company.yes_no": "no",
    "company.one": "Car",
    "company.several": "Bus; Car",
    "company.email": "a@b.ca",
    "company.phone": "+14165550134",
    "company.web": "https://acme.ca",
}


@pytest.fixture
def part(qapp: QApplication) -> Iterator[OwnFieldsPart]:
    found = OwnFieldsPart()
    found.show_values(FIELDS, STORED, "Canada")
    yield found
    delete(found)


def test_every_kind_is_shown_and_stays_as_it_was(part: OwnFieldsPart) -> None:
    assert (part.values, part.draft(), part.wrong) == (STORED, {}, [])
    headings = [field.label for field in own_fields.form_fields(FIELDS) if field.kind == "heading"]
    assert headings == ["This mission’s own fields", "More"]


def test_what_is_typed_is_stored_as_its_kind(part: OwnFieldsPart) -> None:
    typed = {
        "company.text": "", "company.number": "1,234.5", "company.date": "2026-03-01", "company.yes_no": True,
        "company.one": "Bus", "company.several": ("Car",), "company.phone": "416 555 0199",
    }  # fmt: skip
    part.form.fill(typed)
    assert part.values == {
        **STORED, "company.text": "", "company.number": "1234.5", "company.date": "2026-03-01", "company.yes_no": "yes",
        "company.one": "Bus", "company.several": "Car", "company.phone": "+14165550199",
    }  # fmt: skip


def test_what_cannot_be_stored_is_wrong_and_stays_as_it_was(part: OwnFieldsPart) -> None:
    part.form.fill({"company.number": "much"})
    assert (part.wrong, part.values["company.number"]) == (["company.number"], "12.50")


def test_a_value_that_does_not_fit_is_said_and_kept(part: OwnFieldsPart) -> None:
    odd = {"company.date": "soon", "company.one": "Train", "company.yes_no": "perhaps", "company.several": "Train"}
    part.show_values(FIELDS, odd, "Canada")
    assert (part.values, part.wrong) == (odd, [])
    assert part.form._notes["company.one"].text().startswith("“Train” is kept as it was written")
    part.form.fill({"company.one": "Bus"})
    assert part.values == {**odd, "company.one": "Bus"}


def test_a_draft_comes_back_and_other_things_in_it_do_not(part: OwnFieldsPart) -> None:
    part.form.fill({"company.text": "new", "company.several": ("Car",)})
    kept = part.draft()
    part.show_values(FIELDS, STORED, "Canada")
    part.restore({**kept, "company.gone": "x", "company.yes_no": 7, "company.one": []})
    assert part.values == {**STORED, "company.text": "new"}
    part.restore({"company.several": ["Car"], "company.yes_no": None})
    assert (part.values["company.several"], part.values["company.yes_no"]) == ("Car", "")


def test_nothing_is_shown_where_there_are_no_fields(part: OwnFieldsPart) -> None:
    part.show_values([], {"company.gone": "x"})
    assert (part.isHidden(), part.values) == (True, {"company.gone": "x"})


def test_labels_stand_below_those_of_the_form_above(qtbot: QtBot) -> None:
    above = Form([FormField("a", "A label that is rather long")])
    part = OwnFieldsPart(above)
    for widget in (above, part):
        qtbot.addWidget(widget)
    part.show_values([OwnField(id=1, code="b", name_en="B")], {})
    widths = {label.width() for form in (above, part.form) for label in form.findChildren(QLabel) if label.buddy()}
    assert len(widths) == 1


@pytest.mark.parametrize(
    ("language", "stored", "shown"),
    [
        ("en", "12500.50 CAD", "12,500.50 CAD"),
        ("fr", "1500 CAD", "1\xa0500 CAD"),
        ("fr", "12.345 CAD", "12.345 CAD"),
        ("es", "1234567 MXN", "1,234,567 MXN"),
    ],
)
def test_money_is_shown_as_the_language_writes_it_and_stored_plainly(
    part: OwnFieldsPart, language: str, stored: str, shown: str
) -> None:
    i18n.use(language)
    part.show_values(FIELDS, {"company.money": stored}, "Canada")
    assert (part.form.value("company.money"), part.values["company.money"], part.draft()) == (shown, stored, {})
    part.form.fill({"company.money": ""})
    part.form.fill({"company.money": shown})
    assert part.values["company.money"] == stored
