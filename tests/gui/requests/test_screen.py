"""The screen of requests: its pages, its commands, and what it shows without any request."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.requests import Priority, Request
from missionplanner.gui.requests.screen import RequestsScreen
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of
from tests.gui.conftest import Answers
from tests.gui.requests.conftest import said


def test_only_the_shown_page_is_read(requests: RequestsScreen, store: Store) -> None:
    requests.tabs.setCurrentWidget(requests.balance)
    requests.tabs.setCurrentWidget(requests.matrix)
    before = requests.balance.count_label.text()
    ask(store, *((f"D{n}", "C2", Priority.MEET) for n in (1, 2, 3)))
    assert requests.matrix.model.index(2, 1).data() == "●·"
    assert requests.balance.count_label.text() == before
    requests.tabs.setCurrentWidget(requests.balance)
    requests.balance.side.setCurrentIndex(1)
    row = next(n for n in range(3) if requests.balance.table.rows.text(n, 0) == "C2")
    assert requests.balance.table.rows.text(row, 3) == "3"


def test_a_request_is_added_with_a_key(
    requests: RequestsScreen, store: Store, qtbot: QtBot, fill_dialogs: Answers
) -> None:
    fill_dialogs(delegation="D2", counterpart="C3")
    requests.activateWindow()
    qtbot.waitUntil(requests.isActiveWindow)
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(requests.list.table, Qt.Key.Key_R, control_shift)
    assert said(store)["D2", "C3", "delegation"] is Priority.MEET


def test_files_and_rows_are_asked_for(requests: RequestsScreen) -> None:
    asked: list[str] = []
    requests.import_asked.connect(lambda what: asked.append(f"import {what}"))
    requests.paste_asked.connect(lambda what: asked.append(f"paste {what}"))
    requests.import_requests()
    requests.paste_requests()
    requests._empty.button.click()
    assert asked == ["import requests", "paste requests", "import requests"]


def test_without_requests_it_says_how_to_begin(requests: RequestsScreen, store: Store) -> None:
    assert requests._pages.currentIndex() == 0
    with store.change(message("None")) as change:
        change.delete(Request, [request.id for request in store.all(Request)])
    assert requests._pages.currentIndex() == 1


def test_the_shares_lead_to_suggestions(requests: RequestsScreen, qtbot: QtBot) -> None:
    requests.tabs.setCurrentWidget(requests.balance)
    requests.balance.table.selectRow(0)
    requests.balance.suggest()
    assert requests.tabs.currentWidget() is requests.suggestions
    assert requests.suggestions.company.text() == requests.balance.table.rows.text(0, 0)
    qtbot.waitUntil(lambda: requests.suggestions.found is not None, timeout=30_000)


def test_a_company_of_the_shares_is_opened(requests: RequestsScreen) -> None:
    opened: list[int] = []
    requests.company_asked.connect(opened.append)
    requests.balance.opened.emit(3)
    assert opened == [3]


def test_the_list_to_print_is_that_of_the_page(requests: RequestsScreen) -> None:
    titles = []
    for page in (requests.list, requests.matrix, requests.balance):
        requests.tabs.setCurrentWidget(page)
        titles.append(requests.shown_list().title)
    assert titles == ["Requests", "Matrix", "Fair shares"]


def test_leaving_stops_looking_for_reasons(requests: RequestsScreen, store: Store) -> None:
    ask(store, ("D2", "C2", Priority.MEET))
    assert requests.settle()
    assert not requests.list._slices.is_busy


def test_an_empty_screen_offers_what_registrations_wish(requests: RequestsScreen, store: Store) -> None:
    with store.change(message("Wishes")) as change:
        change.delete(Request, [request.id for request in store.all(Request)])
    requests.refresh()
    assert not requests._wishes.isVisibleTo(requests._empty)
    with store.change(message("Wishes")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), wishes="C2"))
    requests.refresh()
    assert (requests._wishes.isVisibleTo(requests._empty), requests._wishes.text()) == (
        True, "From the registrations (1)",
    )  # fmt: skip
    requests._wishes.click()
    assert [request.pair for request in store.all(Request)] == [(key_of(store, "D1"), key_of(store, "C2"))]


def test_an_empty_screen_leads_to_the_matrix_and_the_suggestions(requests: RequestsScreen, store: Store) -> None:
    requests.show_suggestions()
    assert requests.tabs.currentWidget() is requests.suggestions
    requests.fill_matrix()
    assert (requests._pages.currentWidget(), requests.tabs.currentWidget()) == (requests.tabs, requests.matrix)
    requests.matrix.view.must_meet()
    assert said(store)["D1", "C1", "delegation"] is Priority.MUST_MEET
