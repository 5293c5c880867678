"""The page of a company: its header, its parts, what is typed in one of them, and what leads elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner import i18n
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from missionplanner.gui import settings
from missionplanner.gui.companies.page import PARTS, CompanyPage
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.companies import registrations
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> Iterator[CompanyPage]:
    store = workspace.store
    company = store.get(Company, key_of(store, "D1"))
    person = store.where(Person, "company_id", [company.id])[0]
    with store.change(message("x")) as change:
        change.update(replace(company, city="Gaspé", country="Canada", website="d1.example"))
        change.update(replace(person, email="g@d1.example", phone="+14185551234"))
    meet(store, "D1", "C1", 0, 0)
    found = CompanyPage(workspace)
    found.show_company(company.id)
    found.show()
    yield found
    delete(found)


def test_the_header_says_who_it_is_and_how_to_reach_it(page: CompanyPage) -> None:
    header = page.header
    assert (header.title.text(), header.standing.text()) == ("D1", "Delegation  ·  Accepted  ·  Gaspé, Canada")
    shown = [header._contacts.itemAt(n).widget().text() for n in range(header._contacts.count())]  # type: ignore[union-attr,attr-defined]
    assert shown == ["+1 418-555-1234", "d1.example", "g@d1.example"]


def test_every_part_is_shown_with_the_cursor_in_it(page: CompanyPage) -> None:
    for name in PARTS:
        page.show_part(name)
        assert (page.part, page.parts.currentWidget().isAncestorOf(page.focusWidget())) == (name, True) or (
            page.focusWidget() is page.notes and name == "notes"
        )
    assert page.engagements.table.rows.rowCount() == 1
    assert page.requests.table.rows.rowCount() == 0
    assert page.history.steps.rows.rowCount() >= 2


def test_the_part_shown_last_is_shown_first_the_next_time(page: CompanyPage, workspace: Workspace) -> None:
    page.show_part("requests")
    assert settings.read("company_part") == "requests"
    again = CompanyPage(workspace)
    assert again.part == "requests"
    delete(again)
    settings.write("company_part", "gone")
    other = CompanyPage(workspace)
    assert other.part == "people"
    delete(other)


def test_notes_are_one_text_with_the_field_and_stored_with_it(page: CompanyPage, store: Store) -> None:
    page.show_part("notes")
    page.notes.setPlainText("Called on Monday")
    field = page.form.form.editors["notes"]
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Called on Monday"
    assert page.is_changed
    page.keep_draft()
    assert store.drafts.find(page.key, "") is not None
    assert page.save()
    assert store.get(Company, page.key).notes == "Called on Monday"
    assert store.drafts.find(page.key, "") is None


def test_what_is_typed_stays_while_the_rest_is_shown_anew(page: CompanyPage, store: Store) -> None:
    page.notes.setPlainText("typed")
    meet(store, "D1", "C2", 1, 0)
    page.show_part("engagements")
    assert page.show_company(page.key, with_fields=False)
    assert page.engagements.table.rows.rowCount() == 2
    assert page.notes.toPlainText() == "typed"


def test_a_mistake_leads_to_the_fields(page: CompanyPage) -> None:
    page.show_part("people")
    page.form.form.editors["employees"].setText("many")  # type: ignore[attr-defined]
    assert not page.save()
    assert page.part == "fields"


def test_a_company_that_is_gone_is_not_shown(page: CompanyPage) -> None:
    assert not page.show_company(999)


def test_a_new_company_has_only_fields(page: CompanyPage, store: Store) -> None:
    page.show_new(registrations.empty(Side.COUNTERPART, "Mexico"))
    assert [page.parts.isTabVisible(n) for n in range(9)] == [name == "fields" for name in PARTS]
    assert (page.header.title.text(), page.key) == ("New counterpart", 0)
    page.show_part("people")
    assert page.part == "fields"
    page.show_company(key_of(store, "D2"))
    assert [page.parts.isTabVisible(n) for n in range(9)] == [True] * 9


def test_a_reader_of_the_file_types_no_notes(read_only_workspace: Workspace, qtbot: QtBot) -> None:
    page = CompanyPage(read_only_workspace)
    page.show_company(key_of(read_only_workspace.store, "D1"))
    assert page.notes.isReadOnly()
    assert not page.people.add_button.isEnabled()
    delete(page)


def test_the_header_says_the_country_in_the_language_of_the_screen(page: CompanyPage, store: Store) -> None:
    i18n.use("es")
    page.show_company(key_of(store, "D1"))
    assert page.header.standing.text().endswith("Gaspé, Canadá")
