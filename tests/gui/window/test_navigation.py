"""Every screen can be gone to, and is whole."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.modeltest import ModelTester

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.people import Person
from missionplanner.gui.commands import Needs, collected, commands_in
from missionplanner.gui.start import news
from missionplanner.gui.widgets.table import DataTable
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.navigation import Navigation
from missionplanner.store.store import Store
from tests.builders import small_mission

SCREENS = [one.name.removeprefix("show_") for one in commands_in(Navigation)]


def screen(window: MainWindow, name: str) -> Any:
    window.do(f"show_{name}")
    return window.screens[name]


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_opens_and_has_names_for_screen_readers(window: MainWindow, name: str) -> None:
    found = screen(window, name)
    assert window.session.stack.currentWidget() is found
    nameless = [
        w
        for w in found.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        and w.isVisible()
        and not w.accessibleName()
        and not (isinstance(w, QAbstractButton) and w.text())
        and type(w).__name__ not in ("QScrollArea", "QSplitterHandle")
    ]
    assert not [
        f"{type(w).__name__} {w.objectName()}"
        for w in nameless
        if not isinstance(w, QLineEdit) or w.placeholderText() == ""
    ]


class _Shown(QObject):
    """Notes which widgets are shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window that is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.add(type(watched).__name__)
        return False


def test_no_window_is_shown_beside_the_main_one(
    open_window: Any, example: Store, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = example.path
    example.close()
    monkeypatch.setattr(news, "is_due", lambda: True)
    shown = _Shown()
    qapp.installEventFilter(shown)
    window = open_window(path)
    for name in SCREENS:
        screen(window, name)
    qapp.removeEventFilter(shown)
    assert shown.kinds == {"MainWindow"}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_headings_of_lists_are_not_cut(window: MainWindow, language: str) -> None:
    window.session.commands.view.use_language(language)
    for name in SCREENS:
        for table in screen(window, name).findChildren(DataTable):
            header = table.horizontalHeader()
            for place, column in enumerate(table.rows.columns):
                assert header.sectionSize(place) >= header.sectionSizeHint(place), column.heading
    window.session.commands.view.use_language("en")


def test_models_are_sound(window: MainWindow, qtmodeltester: ModelTester) -> None:
    models: list[QAbstractItemModel] = [
        screen(window, "companies").table.rows,
        screen(window, "requests").list.table.rows,
        screen(window, "requests").matrix.model,
        screen(window, "timetable").model,
        screen(window, "day").board.table.rows,
        screen(window, "outcomes").entry.table.rows,
        screen(window, "relationships").board.cards,
        screen(window, "packs").table.rows,
        screen(window, "programme").editor("Events").table.rows,
    ]
    for model in models:
        qtmodeltester.check(model, force_py=True)


def enabled_texts(found: QWidget) -> set[str]:
    """The texts of the buttons and entries of menus on a screen that can be chosen."""
    entries = [*found.findChildren(QAbstractButton), *found.findChildren(QAction)]
    return {one.text() for one in entries if one.isEnabled() and one.text()}


@pytest.mark.parametrize("delegation", [0, 3])
def test_no_screen_offers_to_write_into_a_mission_for_reading_only(
    open_window: Any, tmp_path: Path, delegation: int
) -> None:
    small_mission(tmp_path / "m.mission", delegation=delegation, counterparts=delegation).close()
    window = open_window(None)
    window.workspace.take(Store.open(tmp_path / "m.mission", read_only=True))
    shown = {name: enabled_texts(screen(window, name)) for name in SCREENS}
    needs: dict[str, set[Needs]] = {}
    for one in collected():
        needs.setdefault(one.text, set()).add(one.needs)
    writing = {text for text, kinds in needs.items() if kinds == {Needs.WRITING}}
    writing -= {status.label(side) for status in Status for side in Side}  # filters offer them as well
    assert {name: texts & writing for name, texts in shown.items()} == {name: set() for name in SCREENS}


def test_commands_on_lists_work_on_the_people_where_these_are_shown(window: MainWindow) -> None:
    shown = []
    for name in ("show_packs", "show_people", "show_relationships"):
        window.do(name)
        window.do("find_in_list")
        shown.append(window.session.stack.shown_name())
    assert shown == ["companies", "people", "relationships"]


def test_a_person_is_opened_from_anywhere(window: MainWindow) -> None:
    person = window.workspace.store.all(Person)[0]
    window.session.commands.on_screens.open_person(person.id)
    assert window.screens["people"].page.key == person.id  # type: ignore[attr-defined]


def test_a_command_leads_into_the_list_and_the_arrows_stay_in_the_navigation(window: MainWindow) -> None:
    window.show()
    window.do("show_companies")
    companies: Any = window.screens["companies"]
    assert companies.table.hasFocus()
    navigation = window.session._navigation
    navigation.setFocus()
    navigation.setCurrentRow(navigation.currentRow() + 1)
    assert (window.session.stack.shown_name(), navigation.hasFocus()) == ("people", True)


def test_one_arrives_in_the_list_of_a_screen(window: MainWindow) -> None:
    names = ["companies", "people", "selection", "requests", "packs", "day", "outcomes"]
    found = []
    for name in names:
        window.do(f"show_{name}")
        focused = window.focusWidget()
        found.append((name, isinstance(focused, DataTable), window.screens[name].isAncestorOf(focused)))
    # Without a timetable the lists of meetings are empty, and one is led to it.
    assert found == [(name, name not in ("day", "outcomes"), True) for name in names]


def test_the_key_of_the_screen_one_is_in_leads_back_to_its_list(window: MainWindow) -> None:
    window.do("show_companies")
    screen = window.screens["companies"]
    window.navigation.setFocus()
    window.do("show_companies")
    focused = window.focusWidget()
    assert (isinstance(focused, DataTable), screen.isAncestorOf(focused)) == (True, True)
