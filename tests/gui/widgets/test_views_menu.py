"""Saved views: listed, saved under a name, deleted."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.saved_filters import COMPANIES, RELATIONSHIPS, SavedFilter
from missionplanner.gui.widgets.views_menu import ViewsMenu
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs import list_views
from missionplanner.jobs.companies import saved_filters
from missionplanner.jobs.list_views import ListOrder
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store

HOSTS = CompanyFilter(side="counterpart")


@pytest.fixture
def menu(qtbot: QtBot, store: Store) -> ViewsMenu:
    found = ViewsMenu(store, COMPANIES)
    qtbot.addWidget(found)
    return found


def opened(menu: ViewsMenu) -> list[QAction]:
    menu.aboutToShow.emit()
    return list(menu.actions())


def deletions(menu: ViewsMenu) -> list[QAction]:
    submenu: Any = opened(menu)[-1].menu()
    return list(submenu.actions())


def test_without_views_one_can_be_saved(menu: ViewsMenu, qtbot: QtBot, fill_dialogs: Callable[..., None]) -> None:
    assert [action.text() for action in opened(menu)] == ["", "Save this view…"]
    fill_dialogs(text="Hosts")
    with qtbot.waitSignal(menu.named) as named:
        menu.actions()[1].trigger()
    assert named.args == ["Hosts"]


def test_views_are_listed_by_name_and_chosen(menu: ViewsMenu, store: Store, qtbot: QtBot) -> None:
    saved_filters.save(store, "hosts", HOSTS, "city", True)
    saved_filters.save(store, "Guests", CompanyFilter(side="delegation"), "name", False)
    texts = [action.text() for action in opened(menu)]
    assert texts == ["Guests", "hosts", "", "Save this view…", "Delete a view"]
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.actions()[1].trigger()
    view = chosen.args[0]
    assert (view.name, saved_filters.filter_of(view), view.sort, view.descending) == ("hosts", HOSTS, "city", True)


def test_views_of_another_list_are_not_listed(menu: ViewsMenu, store: Store) -> None:
    saved_filters.save(store, "Hosts", HOSTS, "city", True)
    list_views.keep(store, "Hosts", RELATIONSHIPS, {"text": "a"}, ListOrder())
    assert [action.text() for action in opened(menu)][:2] == ["Hosts", ""]
    other = ViewsMenu(store, RELATIONSHIPS, menu)
    opened(other)[0].trigger()
    assert [view.of_list for view in store.all(SavedFilter)] == [COMPANIES, RELATIONSHIPS]


def test_nothing_is_saved_when_the_name_is_cancelled(menu: ViewsMenu, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    named: list[str] = []
    menu.named.connect(named.append)
    menu.ask_name()
    assert named == []


def test_a_view_is_deleted(menu: ViewsMenu, store: Store) -> None:
    saved_filters.save(store, "A", HOSTS, "city", True)
    saved_filters.save(store, "B", HOSTS, "city", True)
    deletions(menu)[0].trigger()
    assert [view.name for view in store.all(SavedFilter)] == ["B"]


def test_views_of_a_mission_open_for_reading_only_are_left(qtbot: QtBot, workspace: Workspace) -> None:
    saved_filters.save(workspace.store, "A", HOSTS, "city", True)
    workspace.take(Store.open(workspace.store.path, read_only=True))
    menu = ViewsMenu(workspace.store, COMPANIES)
    qtbot.addWidget(menu)
    assert [action.text() for action in opened(menu) if action.isEnabled()] == ["A", ""]
