"""The list of people and the page beside it, with the mouse and by keys alone."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Person
from missionplanner.gui.people.page import PersonPage
from missionplanner.gui.people.screen import PeopleScreen
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.people import records
from missionplanner.jobs.people.listing import PeopleFilter
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import ScreenShower
from tests.gui.people.conftest import Folk, column, listed


def page(screen: PeopleScreen) -> PersonPage:
    assert screen.page is not None
    return screen.page


def type_in(screen: PeopleScreen, **texts: str) -> None:
    for name, text in texts.items():
        page(screen).form.form.editors[name].setText(text)  # type: ignore[attr-defined]


def test_everybody_is_listed_and_counted(screen: PeopleScreen, qtbot: QtBot) -> None:
    assert listed(screen) == ["C1", "C2", "C3", "D1", "D2", "D3", "Herrera", "Pérez"]
    expected = "8 people (Delegation 4, Counterpart 4)  ·  1 without an organisation  ·  1 represents several"
    qtbot.waitUntil(lambda: screen.count_label.text() == expected)


def test_the_list_is_narrowed_sorted_and_printed_as_it_is_shown(screen: PeopleScreen, qtbot: QtBot) -> None:
    screen.filter_bar.show_filter(PeopleFilter("d"))
    qtbot.waitUntil(lambda: listed(screen) == ["D1", "D2", "D3", "Pérez"])
    screen._on_sort_asked("name", True)
    assert listed(screen) == ["Pérez", "D3", "D2", "D1"]
    shown = screen.shown_list()
    assert (shown.title, shown.subtitle, shown.headings[:3]) == (
        "People", "Test mission  ·  “d”", ["Name", "Role", "Organisations"],
    )  # fmt: skip
    assert [row[0] for row in shown.rows] == ["Rosa Pérez", "Given D3", "Given D2", "Given D1"]


def test_a_cell_is_typed_into_and_stays_current(screen: PeopleScreen, store: Store, folk: Folk, qtbot: QtBot) -> None:
    index = screen.table.rows.index(6, column(screen, "position"))
    screen.table.setCurrentIndex(index)
    qtbot.keyClick(screen.table, Qt.Key.Key_F2)
    editor = screen.table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "Secretary")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.get(Person, folk.luis).position == "Secretary")
    assert (screen.table.currentIndex().row(), store.steps.undo_label) == (6, "Edit a cell")


def test_a_block_is_pasted_as_one_step(screen: PeopleScreen, store: Store, folk: Folk, qtbot: QtBot) -> None:
    screen.table.setCurrentIndex(screen.table.rows.index(6, column(screen, "organisations")))
    QGuiApplication.clipboard().setText("C1\tSecretary\nD2; C3\tChair\n")
    screen.table.paste()
    qtbot.waitUntil(lambda: store.get(Person, folk.rosa).position == "Chair")
    assert store.get(Person, folk.luis).company_id == key_of(store, "C1")
    assert store.snapshot().companies_of[folk.rosa] == (key_of(store, "D2"), key_of(store, "C3"))
    store.undo()
    assert store.get(Person, folk.luis).company_id is None


def test_enter_opens_the_card_of_the_row(screen: PeopleScreen, folk: Folk, qtbot: QtBot) -> None:
    screen.table.choose([folk.rosa])
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    assert (page(screen).title.text(), page(screen).parts.currentIndex()) == ("Rosa Pérez", 0)
    screen.table.choose([folk.luis])
    assert page(screen).title.text() == "Luis Herrera"
    page(screen).leave()
    assert screen.page is None
    screen.open_current()
    assert page(screen).title.text() == "Luis Herrera"


def test_a_person_is_opened_whatever_the_filter(screen: PeopleScreen, folk: Folk) -> None:
    screen.filter_bar.show_filter(PeopleFilter("rosa"))
    screen._list()
    screen.open_record(folk.luis)
    assert (page(screen).key, screen.filter_bar.filter(), screen.table.chosen_keys()) == (
        folk.luis, PeopleFilter(), [folk.luis],
    )  # fmt: skip


def test_a_new_person_without_a_company_is_entered(screen: PeopleScreen, store: Store) -> None:
    screen.filter_bar.show_filter(PeopleFilter(sides=("counterpart",)))
    screen.new_person()
    type_in(screen, given_name="Ana", family_name="Soto")
    page(screen).form.save()
    person = store.all(Person)[-1]
    assert (person.given_name, person.company_id, person.side) == ("Ana", None, Side.COUNTERPART)
    assert (page(screen).title.text(), page(screen).parts.isTabVisible(0)) == ("Ana Soto", True)
    assert screen.table.chosen_keys() == [person.id]


def test_what_is_typed_is_stored_when_one_goes_on(screen: PeopleScreen, store: Store, folk: Folk) -> None:
    screen.open_record(folk.rosa)
    type_in(screen, title="Mme")
    screen.table.choose([folk.luis])
    assert store.get(Person, folk.rosa).title == "Mme"
    assert (page(screen).key, screen.table.chosen_keys()) == (folk.luis, [folk.luis])


def test_a_mistake_keeps_one_with_the_person(screen: PeopleScreen, store: Store, folk: Folk) -> None:
    screen.open_record(folk.rosa)
    type_in(screen, email="no")
    screen.table.choose([folk.luis])
    assert (page(screen).key, screen.table.chosen_keys()) == (folk.rosa, [folk.rosa])
    assert not screen.settle()
    page(screen).leave()
    assert page(screen).key == folk.rosa
    page(screen).form.forget_draft()


def test_the_page_goes_with_its_person(screen: PeopleScreen, store: Store, folk: Folk) -> None:
    screen.open_record(folk.luis)
    records.remove(store, [folk.luis])
    assert screen.page is None
    store.undo()
    screen.open_record(folk.luis)
    assert page(screen).key == folk.luis


def test_a_change_elsewhere_is_shown_but_leaves_what_is_typed(screen: PeopleScreen, store: Store, folk: Folk) -> None:
    screen.open_record(folk.luis)
    type_in(screen, title="Lic.")
    with store.change(message("Elsewhere")) as change:
        change.update(Person(id=folk.luis, given_name="Luisa"))
    assert (page(screen).title.text(), page(screen).form.form.value("title")) == ("Luisa", "Lic.")
    page(screen).form.forget_draft()


def test_an_empty_mission_says_what_to_do(screen: PeopleScreen, store: Store) -> None:
    records.remove(store, [person.id for person in store.all(Person)])
    assert screen._pages.currentWidget() is screen._empty
    screen._empty.button.click()
    assert page(screen).title.text() == "New person"
    page(screen).leave()
    assert screen._pages.currentWidget() is screen._empty


def test_a_list_open_for_reading_is_not_changed(
    folk: Folk, read_only_workspace: Any, show_screen: ScreenShower, qtbot: QtBot
) -> None:
    screen: PeopleScreen = show_screen(PeopleScreen)
    screen._on_changes_asked([(folk.rosa, "title", "Mme")], "Edit a cell")
    screen.open_record(folk.rosa)
    qtbot.wait(1)
    assert read_only_workspace.store.get(Person, folk.rosa).title == ""


def test_the_whole_way_is_gone_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.do("show_people")
    window.do("new_person")
    screen: Any = window.screens["people"]
    form = screen.page.form.form
    qtbot.waitUntil(lambda: form.editors["given_name"].hasFocus())
    qtbot.keyClicks(form.editors["given_name"], "Ana")
    qtbot.keyClick(form.editors["given_name"], Qt.Key.Key_Tab)
    qtbot.keyClicks(form.editors["family_name"], "Soto")
    qtbot.keyClick(form.editors["family_name"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: screen.page.title.text() == "Ana Soto")
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    assert screen.page.parts.currentIndex() == 0
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: screen.page is None)
    window.do("find_in_list")
    assert screen.filter_bar.text.hasFocus()


def test_a_list_of_people_can_be_imported(screen: PeopleScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.import_asked) as asked:
        screen.import_people()
    assert asked.args == ["people"]
