"""Delegates typed into cells."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from missionplanner.gui.companies.delegates import COLUMNS, DelegatesTable, delegate_heading

ANA = Person(id=7, uid="u", company_id=3, given_name="Ana", family_name="Ruiz", languages="es", consent=True)
COMPANY = Company(id=3, side=Side.DELEGATION, name="D1")


@pytest.fixture
def table(qtbot: QtBot) -> DelegatesTable:
    found = DelegatesTable()
    qtbot.addWidget(found)
    found.show_people((ANA,))
    return found


def type_in(table: DelegatesTable, row: int, **texts: str) -> None:
    for name, text in texts.items():
        table.item(row, list(COLUMNS).index(name)).setText(text)


def test_every_column_has_a_heading() -> None:
    assert len({delegate_heading(name) for name in COLUMNS}) == len(COLUMNS)


def test_delegates_are_given_back_as_they_were(table: DelegatesTable) -> None:
    assert table.people(COMPANY, "Canada") == (ANA,)


def test_what_is_typed_is_brought_into_its_form(table: DelegatesTable) -> None:
    type_in(table, 0, phone="(604) 324-6083", languages="English, French", consent="non", precedence="2")
    (found,) = table.people(COMPANY, "Canada")
    assert (found.id, found.phone, found.languages, found.consent, found.precedence) == (
        7, "+16043246083", "en,fr", False, 2,
    )  # fmt: skip


def test_another_row_is_another_delegate_of_the_company(table: DelegatesTable) -> None:
    type_in(table, 1, given_name="Bob")
    assert [(one.id, one.company_id, one.given_name) for one in table.people(COMPANY, "Canada")] == [
        (7, 3, "Ana"),
        (0, 3, "Bob"),
    ]


@pytest.mark.parametrize("name", ["given_name", "family_name", "email"])
def test_a_name_or_an_address_makes_a_delegate(table: DelegatesTable, name: str) -> None:
    type_in(table, 1, **{name: "x@y.example"})
    assert len(table.people(COMPANY, "Canada")) == 2


def test_a_row_with_neither_is_left_out(table: DelegatesTable) -> None:
    type_in(table, 0, given_name="", family_name="")
    type_in(table, 1, title="Ms")
    assert table.people(COMPANY, "Canada") == ()


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("email", "ana", "E-mail: “ana” – This is no e-mail address."),
        ("phone", "12", "Phone: “12” – This is no telephone number."),
        ("mobile", "12", "Mobile: “12” – This is no telephone number."),
        ("precedence", "first", "Precedence: “first” – This is no number."),
        ("email", "a@b.example", ""),
    ],
)
def test_what_is_wrong_is_said(table: DelegatesTable, name: str, text: str, problem: str) -> None:
    type_in(table, 0, **{name: text})
    assert table.problem == problem


def test_a_precedence_that_is_no_number_is_none(table: DelegatesTable) -> None:
    type_in(table, 0, precedence="first")
    assert table.people(COMPANY, "Canada")[0].precedence is None


def test_adding_goes_to_the_empty_row(table: DelegatesTable) -> None:
    table.add_row()
    assert (table.rowCount(), table.currentRow(), table.currentColumn()) == (2, 1, 1)
    type_in(table, 1, given_name="Bob")
    table.add_row()
    assert (table.rowCount(), table.currentRow()) == (3, 2)
