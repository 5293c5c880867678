"""Delegates typed into cells."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Membership, Person, Representative
from missionplanner.gui.companies.delegates import COLUMNS, DelegatesTable, delegate_heading

ANA = Person(id=7, uid="u", company_id=3, given_name="Ana", family_name="Ruiz", languages="es", consent=True)
COMPANY = Company(id=3, side=Side.DELEGATION, name="D1")


@pytest.fixture
def table(qtbot: QtBot) -> DelegatesTable:
    found = DelegatesTable()
    qtbot.addWidget(found)
    found.show_registration(Registration(COMPANY, Application(company_id=3), delegates=(ANA,)), {3: "D1"})
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


ROSA = Person(id=9, company_id=5, given_name="Rosa", family_name="Pérez", position="Consultant", email="r@x.mx")
FOR_D1 = Membership(id=4, person_id=9, company_id=3, position="Adviser", role_id=2)


@pytest.fixture
def shared(qtbot: QtBot) -> DelegatesTable:
    found = DelegatesTable()
    qtbot.addWidget(found)
    others = (Representative(ROSA, FOR_D1),)
    people = Registration(COMPANY, Application(company_id=3), delegates=(ANA,), representatives=others)
    found.show_registration(people, {3: "D1", 5: "D2"})
    return found


def test_who_has_another_main_organisation_stands_below_with_it(shared: DelegatesTable, table: DelegatesTable) -> None:
    main = len(COLUMNS)
    assert [shared.cell(row, main) for row in range(3)] == ["", "D2", ""]
    assert shared.cell(1, list(COLUMNS).index("position")) == "Adviser"
    assert (shared.isColumnHidden(main), table.isColumnHidden(main)) == (False, True)
    assert (shared.people(COMPANY, "Canada"), shared.representatives(COMPANY, "Canada")) == (
        (ANA,), (Representative(ROSA, FOR_D1),),
    )  # fmt: skip


def test_their_post_is_that_in_this_company_and_all_else_theirs(shared: DelegatesTable) -> None:
    type_in(shared, 1, position="Chair", email="rosa@x.mx")
    (found,) = shared.representatives(COMPANY, "Canada")
    assert found.person == replace(ROSA, email="rosa@x.mx")
    assert found.membership == replace(FOR_D1, position="Chair")


def test_an_emptied_row_takes_them_out_and_leaves_the_others_who_they_are(shared: DelegatesTable) -> None:
    type_in(shared, 0, given_name="", family_name="")
    type_in(shared, 2, given_name="Bob")
    assert [one.id for one in shared.people(COMPANY, "Canada")] == [0]
    assert [one.person.id for one in shared.representatives(COMPANY, "Canada")] == [9]
    kept = shared.rows()
    shared.restore(kept)
    assert shared.rows() == kept
    assert [one.id for one in shared.people(COMPANY, "Canada")] == [0]


def test_somebody_of_the_mission_is_added_once(shared: DelegatesTable, qtbot: QtBot) -> None:
    type_in(shared, 2, given_name="Bob")
    luis = Person(id=11, company_id=8, given_name="Luis", position="Minister")
    with qtbot.waitSignal(shared.typed):
        shared.add_person(luis)
    assert (shared.currentRow(), shared.rowCount()) == (3, 5)
    shared.add_person(ROSA)
    assert (shared.currentRow(), shared.rowCount()) == (1, 5)
    assert [(one.person, one.membership.position) for one in shared.representatives(COMPANY, "Canada")] == [
        (ROSA, "Adviser"), (luis, ""),
    ]  # fmt: skip
    assert [one.given_name for one in shared.people(COMPANY, "Canada")] == ["Ana", "Bob"]


def test_a_draft_of_before_keeps_who_is_there_and_adds_who_came_since(shared: DelegatesTable) -> None:
    shared.restore([["", "Anna", "Ruiz"], ["", "Bob"]])
    assert [(one.id, one.given_name) for one in shared.people(COMPANY, "Canada")] == [(7, "Anna"), (0, "Bob")]
    assert [one.membership for one in shared.representatives(COMPANY, "Canada")] == [FOR_D1]


def test_tab_goes_past_what_is_not_typed_into(shared: DelegatesTable) -> None:
    shared.setCurrentCell(0, len(COLUMNS) - 1)
    assert shared.focusNextPrevChild(True)
    assert (shared.currentRow(), shared.currentColumn()) == (1, 0)
    assert shared.focusNextPrevChild(False)
    assert (shared.currentRow(), shared.currentColumn()) == (0, len(COLUMNS) - 1)
