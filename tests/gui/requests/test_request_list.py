"""The list of requests: searched, sorted, edited, and with the reason where there is no meeting."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Side
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.domain.timetable import Session
from missionplanner.gui.requests.request_list import RequestListPage
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of
from tests.gui.conftest import Answers
from tests.gui.requests.conftest import PageShower, said

MUST, MEET, NO = Priority.MUST_MEET, Priority.MEET, Priority.NO_THANKS


@pytest.fixture
def page(workspace: Workspace, store: Store, show_page: PageShower) -> RequestListPage:
    """Three requests: one with a meeting, one without, one that says no thanks."""
    ask(store, ("D2", "C2", MUST), ("D3", "C3", NO))
    found = RequestListPage(workspace)
    show_page(found)
    found._slices.finish()
    return found


def column(page: RequestListPage, number: int) -> list[str]:
    return [page.table.rows.text(n, number) for n in range(page.table.rows.rowCount())]


def test_who_attends_stands_beside_a_request_that_has_a_meeting(page: RequestListPage) -> None:
    assert column(page, 8) == ["Given D1 – Given C1", "", ""]


def test_each_request_has_its_meeting_or_the_reason(page: RequestListPage) -> None:
    reason = "Both could use 4 slots; make the timetable again to place it."
    assert [column(page, n) for n in (0, 1, 2, 5)] == [
        ["D1", "D2", "D3"],
        ["C1", "C2", "C3"],
        ["Meet", "Must meet", "No thanks"],
        ["Mon, Feb 16, 09:00, Mexico City", reason, ""],
    ]
    assert page.count_label.text() == "3 requests  ·  1 placed"


def test_reasons_come_between_events(workspace: Workspace, store: Store, show_page: PageShower, qtbot: QtBot) -> None:
    ask(store, ("D2", "C2", MEET))
    page = RequestListPage(workspace)
    show_page(page)
    assert column(page, 5)[1] == "…"
    qtbot.waitUntil(lambda: column(page, 5)[1] != "…", timeout=5000)


def test_known_reasons_stay_while_they_are_found_anew(page: RequestListPage) -> None:
    before = column(page, 5)
    page.refresh()
    assert column(page, 5) == before
    page.stop()


@pytest.mark.parametrize(
    ("text", "names"), [("c2", ["D2"]), ("make the timetable", ["D2"]), ("mexico", ["D1"]), ("d1 c2", []), ("", None)]
)
def test_all_words_are_searched(page: RequestListPage, text: str, names: list[str] | None) -> None:
    page.text.setText(text)
    assert column(page, 0) == (["D1", "D2", "D3"] if names is None else names)


def test_priorities_and_places_narrow_it(page: RequestListPage) -> None:
    page.priority.setCurrentIndex(page.priority.findData(MUST.value))
    assert column(page, 0) == ["D2"]
    page.priority.setCurrentIndex(0)
    page.state.setCurrentIndex(page.state.findData("placed"))
    assert column(page, 0) == ["D1"]
    page.state.setCurrentIndex(page.state.findData("unplaced"))
    assert column(page, 0) == ["D2", "D3"]


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("delegation", ["D3", "D2", "D1"]),
        ("counterpart", ["D3", "D2", "D1"]),
        ("priority", ["D3", "D2", "D1"]),
        ("outcome", ["D1", "D2", "D3"]),
    ],
)
def test_a_heading_sorts_backwards(page: RequestListPage, key: str, names: list[str]) -> None:
    page.table.sort_asked.emit(key, True)
    assert column(page, 0) == names


@pytest.mark.parametrize("key", ["asked_by", "wished", "comment"])
def test_equal_rows_keep_the_order_of_entry(page: RequestListPage, key: str) -> None:
    page.table.sort_asked.emit(key, False)
    assert column(page, 0) == ["D1", "D2", "D3"]


def test_the_selected_request_is_edited(page: RequestListPage, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(priority=MUST, half=Half.MORNING, after_ours="C2; ", comment="first")
    page.table.selectRow(0)
    page.edit()
    changed = store.all(Request)[0]
    assert (changed.priority, changed.half, changed.comment) == (MUST, Half.MORNING, "first")
    order = store.all(Precedence)[0]
    assert (order.company_id, order.first_id, order.then_id) == tuple(key_of(store, n) for n in ("D1", "C1", "C2"))
    assert (column(page, 4)[0], column(page, 6)[0]) == ("Morning", "first")


def test_without_a_selection_nothing_is_edited(page: RequestListPage, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(priority=MUST)
    before = store.all(Request)
    page.table.clearSelection()
    page.edit()
    assert store.all(Request) == before


def test_selected_requests_get_a_priority_in_one_step(page: RequestListPage, store: Store) -> None:
    page.table.selectAll()
    page.set_priority(MUST)
    assert set(said(store).values()) == {MUST}
    store.undo()
    assert list(said(store).values()) == [MEET, MUST, NO]


def test_selected_requests_are_deleted_in_one_step(page: RequestListPage, store: Store) -> None:
    before = store.all(Request)
    page.table.selectAll()
    page.remove()
    assert store.all(Request) == []
    store.undo()
    assert store.all(Request) == before


def test_the_menu_has_priorities_between_edit_and_delete(page: RequestListPage) -> None:
    assert [action.text() for action in page.table.actions()] == [
        "Edit…", "Change many…", "Find and replace…", "Fill down", "Columns…", "Must meet", "Meet", "No thanks", "Where it is held: Not said", "Where it is held: At a table",
        "Where it is held: At the host’s office", "Delete",
    ]  # fmt: skip


def test_the_menu_sets_a_priority(page: RequestListPage, store: Store) -> None:
    page.table.selectRow(0)
    next(
        action for action in page.table.actions() if action.text() == "Where it is held: At the host’s office"
    ).trigger()
    assert MeetsAt.OFFICE in {one.meets_at for one in store.all(Request)}
    next(action for action in page.table.actions() if action.text() == "No thanks").trigger()
    assert said(store)["D1", "C1", "delegation"] is NO


def test_a_session_is_wished_for_by_name_or_time(page: RequestListPage, store: Store) -> None:
    session, request = store.all(Session)[0], store.all(Request)[0]
    with store.change(message("Session")) as change:
        change.update(replace(request, session_id=session.id, asked_by=Side.COUNTERPART))
    assert (column(page, 4)[0], column(page, 3)[0]) == ("February 16 at 09:00", "Counterpart")
    with store.change(message("Name")) as change:
        change.update(replace(session, name="Morning table talks"))
    assert column(page, 4)[0] == "Morning table talks"


def test_the_list_to_print_is_what_is_listed(page: RequestListPage) -> None:
    page.text.setText("d2")
    assert [row[0] for row in page.shown_list().rows] == ["D2"]


def test_a_reader_of_the_file_has_no_menu(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(store.path)
    page = RequestListPage(workspace)
    qtbot.addWidget(page)
    page.refresh()
    page.table.selectRow(0)
    page.edit()
    assert page.table.actions() == []
    page.stop()
    workspace.close()
