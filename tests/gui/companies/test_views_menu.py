"""Saved views: listed, saved under a name, deleted."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.gui.companies.views_menu import ViewsMenu
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.companies import saved_filters
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store

HOSTS = CompanyFilter(side="counterpart")


@pytest.fixture
def menu(qtbot: QtBot, store: Store) -> ViewsMenu:
    found = ViewsMenu(store)
    qtbot.addWidget(found)
    return found


def opened(menu: ViewsMenu) -> list[QAction]:
    menu.aboutToShow.emit()
    return list(menu.actions())


def deletions(menu: ViewsMenu) -> list[QAction]:
    submenu: Any = opened(menu)[-1].menu()
    return list(submenu.actions())


def test_without_views_one_can_be_saved(menu: ViewsMenu, qtbot: QtBot) -> None:
    assert [action.text() for action in opened(menu)] == ["", "Save this view…"]
    with qtbot.waitSignal(menu.save_asked):
        menu.actions()[1].trigger()


def test_views_are_listed_by_name_and_chosen(menu: ViewsMenu, store: Store, qtbot: QtBot) -> None:
    saved_filters.save(store, "hosts", HOSTS, "city", True)
    saved_filters.save(store, "Guests", CompanyFilter(side="delegation"), "name", False)
    texts = [action.text() for action in opened(menu)]
    assert texts == ["Guests", "hosts", "", "Save this view…", "Delete a view"]
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.actions()[1].trigger()
    view = chosen.args[0]
    assert (view.name, saved_filters.filter_of(view), view.sort, view.descending) == ("hosts", HOSTS, "city", True)


def test_a_view_is_saved_under_the_name_that_is_asked_for(
    menu: ViewsMenu, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(text="Hosts")
    menu.save(HOSTS, "city", True)
    assert [(view.name, view.sort, view.descending) for view in store.all(SavedFilter)] == [("Hosts", "city", True)]


def test_nothing_is_saved_when_the_name_is_cancelled(
    menu: ViewsMenu, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    menu.save(HOSTS, "city", True)
    assert store.all(SavedFilter) == []


def test_a_view_is_deleted(menu: ViewsMenu, store: Store) -> None:
    saved_filters.save(store, "A", HOSTS, "city", True)
    saved_filters.save(store, "B", HOSTS, "city", True)
    deletions(menu)[0].trigger()
    assert [view.name for view in store.all(SavedFilter)] == ["B"]


def test_views_of_a_mission_open_for_reading_only_are_left(qtbot: QtBot, workspace: Workspace) -> None:
    saved_filters.save(workspace.store, "A", HOSTS, "city", True)
    workspace.take(Store.open(workspace.store.path, read_only=True))
    menu = ViewsMenu(workspace.store)
    qtbot.addWidget(menu)
    assert [action.text() for action in opened(menu) if action.isEnabled()] == ["A", ""]
