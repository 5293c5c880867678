"""Working in the companies as in a spreadsheet, and the form beside them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanySector, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.companies import registrations
from missionplanner.messages import message
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.gui.companies.conftest import CellChooser
from tests.gui.conftest import ScreenShower


def names(screen: CompaniesScreen) -> list[str]:
    return [screen.table.rows.record(row).name for row in range(screen.table.rows.rowCount())]


def cities(screen: CompaniesScreen) -> list[str]:
    return [screen.table.rows.record(row).city for row in range(screen.table.rows.rowCount())]


def form(screen: CompaniesScreen) -> CompanyForm:
    assert screen.form is not None
    return screen.form


# -- the table as a spreadsheet


def test_a_cell_is_typed_into(screen: CompaniesScreen, store: Store, choose_cells: CellChooser, qtbot: QtBot) -> None:
    choose_cells(range(1), "city")
    qtbot.keyClick(screen.table, Qt.Key.Key_F2)
    editor = screen.table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "Gaspe")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cities(screen) == ["Gaspe", "", "", "", "", ""])
    assert store.steps.undo_label == "Edit a cell"


def test_blocks_are_pasted_filled_and_emptied_each_in_one_step(
    screen: CompaniesScreen, store: Store, choose_cells: CellChooser, qtbot: QtBot
) -> None:
    choose_cells(range(2), "city")
    QGuiApplication.clipboard().setText('Rimouski\tQuebec\n"La\nTuque"\tQuebec\n')
    screen.table.paste()
    qtbot.waitUntil(lambda: cities(screen) == ["Rimouski", "La Tuque", "", "", "", ""])
    assert [screen.table.rows.record(row).region for row in range(3)] == ["Quebec", "Quebec", ""]
    assert store.steps.undo_label == "Paste"
    choose_cells(range(5), "city")
    screen.table.fill_down()
    qtbot.waitUntil(lambda: cities(screen) == [*["Rimouski"] * 5, ""])
    assert store.steps.undo_label == "Fill down"
    choose_cells(range(1, 3), "city")
    QGuiApplication.clipboard().setText("Laval")
    screen.table.paste()
    qtbot.waitUntil(lambda: cities(screen)[:4] == ["Rimouski", "Laval", "Laval", "Rimouski"])
    choose_cells(range(1, 2), "city")
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: cities(screen)[:2] == ["Rimouski", ""])
    assert store.steps.undo_label == "Empty cells"
    for _step in range(4):
        store.undo()
    assert cities(screen) == [""] * 6


def test_what_a_paste_could_not_change_is_reported(
    screen: CompaniesScreen,
    choose_cells: CellChooser,
    reports: list[tuple[str, list[tuple[str, ...]]]],
    qtbot: QtBot,
) -> None:
    choose_cells(range(2), "sectors")
    QGuiApplication.clipboard().setText("Advanced manufacturing\nmany")
    screen.table.paste()
    qtbot.waitUntil(lambda: bool(reports))
    assert reports == [("1 cell was not changed.", [("C2", "Sectors", "many", "No sector is called “many”.")])]


def test_cells_are_replaced_and_changed_at_once(
    screen: CompaniesScreen, store: Store, fill_dialogs: Callable[..., None], choose_cells: CellChooser
) -> None:
    choose_cells(range(2), "city")
    fill_dialogs(column="city", value="Laval")
    screen.bulk_edit()
    choose_cells(range(2), "city")
    fill_dialogs(find="laval", new="York", column="city")
    screen.find_replace()
    assert cities(screen) == ["York", "York", "", "", "", ""]
    assert store.steps.undo_label == "Replace"


def test_after_a_change_one_is_in_the_same_cell(
    screen: CompaniesScreen, choose_cells: CellChooser, qtbot: QtBot
) -> None:
    choose_cells(range(3, 4), "city")
    here = screen.table.currentIndex()
    screen._on_changes_asked([(screen.table.rows.key(3), "city", "Laval")], "Edit a cell")
    qtbot.waitUntil(lambda: cities(screen)[3] == "Laval")
    assert (screen.table.currentIndex().row(), screen.table.currentIndex().column()) == (here.row(), here.column())


def test_a_cut_block_goes_to_the_clipboard(
    screen: CompaniesScreen, store: Store, choose_cells: CellChooser, qtbot: QtBot
) -> None:
    choose_cells(range(2), "delegate")
    qtbot.keyClick(screen.table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Given C1\nGiven C2"
    qtbot.waitUntil(lambda: store.steps.undo_label == "Empty cells")


def test_copied_rows_hold_the_columns_that_are_shown(screen: CompaniesScreen, qtbot: QtBot) -> None:
    screen.table.choose(screen.table.rows.keys[:2])
    qtbot.keyClick(screen.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(screen.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t")[:3] for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines == [["C1", "Counterpart", "Comes"], ["C2", "Counterpart", "Comes"]]


def test_a_heading_sorts_both_ways(screen: CompaniesScreen) -> None:
    header = screen.table.horizontalHeader()
    header.sectionClicked.emit(0)
    assert names(screen) == ["C1", "C2", "C3", "D1", "D2", "D3"]
    header.sectionClicked.emit(0)
    assert names(screen) == ["D3", "D2", "D1", "C3", "C2", "C1"]


def test_the_statuses_are_counted_below(screen: CompaniesScreen, store: Store, qtbot: QtBot) -> None:
    screen.table.choose([key_of(store, "D1")])
    screen.commands.decline()
    screen.table.choose([key_of(store, "C1"), key_of(store, "C2"), key_of(store, "D2")])
    each = "3 applications (Accepted 2, Declined 1)  ·  3 counterparts (Comes 3)"
    expected = f"{each}  ·  Selected: 2 counterparts, 1 application"
    qtbot.waitUntil(lambda: screen.count_label.text() == expected)


def test_counterparts_come_where_applicants_are_accepted(screen: CompaniesScreen, store: Store, qtbot: QtBot) -> None:
    (menu,) = (button.menu() for button in screen.findChildren(QPushButton) if button.text() == "Status")
    offered = {}
    for names_of in (("D1",), ("C1",), ("C1", "D1")):
        screen.table.choose([key_of(store, name) for name in names_of])
        menu.aboutToShow.emit()
        offered[names_of] = [action.text() for action in menu.actions()]
        wanted = "Comes" if names_of == ("C1",) else "Accept"
        qtbot.waitUntil(lambda wanted=wanted: screen._accept.text() == wanted)  # type: ignore[misc]
    assert [offered["D1",][3], offered["C1",][3], offered["C1", "D1"][3]] == ["Accepted", "Comes", "Accepted / Comes"]
    assert [len(found) for found in offered.values()] == [9, 7, 9]


def test_an_empty_mission_says_what_to_do_next(screen: CompaniesScreen, store: Store, qtbot: QtBot) -> None:
    registrations.remove(store, [company.id for company in store.all(Company)])
    assert screen._pages.currentIndex() == 1
    with qtbot.waitSignal(screen.import_asked):
        screen._empty.button.click()
    screen.filter_bar.chips["side"].tick("delegation", True)
    screen.new_company()
    assert screen._pages.currentIndex() == 0


def test_a_view_is_saved_as_the_list_is_and_shown_again(
    screen: CompaniesScreen, store: Store, fill_dialogs: Callable[..., None], qtbot: QtBot
) -> None:
    screen.filter_bar.chips["side"].tick("counterpart", True)
    screen._on_sort_asked("name", True)
    fill_dialogs(text="Hosts")
    screen.views.ask_name()
    (view,) = store.all(SavedFilter)
    assert (view.name, view.sort, view.descending) == ("Hosts", "name", True)
    screen.filter_bar.reset()
    qtbot.waitUntil(lambda: len(names(screen)) == 6)
    screen.views.chosen.emit(view)
    assert names(screen) == ["C3", "C2", "C1"]
    assert screen.filter_bar.filter() == CompanyFilter(side="counterpart")


# -- the form


def test_a_new_company_is_of_the_side_that_is_listed_or_asked_for(
    screen: CompaniesScreen, fill_dialogs: Callable[..., None], cancel_dialogs: None, qtbot: QtBot
) -> None:
    screen.new_company()
    assert screen.form is None
    fill_dialogs(side=Side.DELEGATION)
    screen.new_company()
    assert form(screen).record.company.side is Side.DELEGATION
    assert (form(screen).record.company.country, form(screen).record.company.language) == ("Canada", "")
    screen.filter_bar.chips["side"].tick("counterpart", True)
    qtbot.waitUntil(lambda: len(names(screen)) == 3)
    screen.new_company()
    assert form(screen).record.company.side is Side.COUNTERPART
    assert (form(screen).record.company.country, form(screen).record.company.language) == ("Mexico", "es")


def test_a_decision_hits_the_row_that_was_clicked(screen: CompaniesScreen, store: Store) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    screen.show()
    screen.open_record(one)
    form(screen).form.editors["notes"].setPlainText("typed")
    screen.table.choose([two])
    assert form(screen).key == two
    assert screen.table.chosen_keys() == [two]
    assert store.get(Company, one).notes == "typed"
    screen.commands.decline()
    assert store.where(Application, "company_id", [two])[0].status is Status.DECLINED
    assert store.where(Application, "company_id", [one])[0].status is Status.ACCEPTED


def test_the_form_follows_sectors_that_are_added(screen: CompaniesScreen, store: Store) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    screen.open_record(one)
    with store.change(message("Add")) as change:
        sector = change.insert(Sector(code="NEW", name_en="Space"))
        change.insert(CompanySector(company_id=two, sector_id=sector))
    screen.open_record(two)
    assert form(screen).form.value("sectors") == "Space"
    assert not form(screen).is_changed
    assert form(screen).key == two


def test_the_form_shows_what_undo_brought_back(screen: CompaniesScreen, store: Store) -> None:
    screen.open_record(key_of(store, "D1"))
    form(screen).form.editors["city"].setText("Gaspé")
    form(screen).save()
    store.undo()
    assert form(screen).form.value("city") == ""


def test_closing_stores_what_is_typed_and_leaves_the_form(screen: CompaniesScreen, store: Store) -> None:
    key = key_of(store, "D1")
    screen.open_record(key)
    form(screen).form.editors["city"].setText("Gaspé")
    form(screen).closed.emit()
    assert screen.form is None
    assert store.get(Company, key).city == "Gaspé"


def test_a_new_company_without_a_name_is_left_as_a_draft_that_comes_back(
    screen: CompaniesScreen, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(side=Side.DELEGATION)
    screen.new_company()
    form(screen).form.editors["city"].setText("Rimouski")
    form(screen).closed.emit()
    assert screen.form is None
    assert store.count(Company) == 6
    screen.new_company()
    assert form(screen).form.value("city") == "Rimouski"


def test_a_form_that_cannot_be_stored_is_not_closed(screen: CompaniesScreen, store: Store) -> None:
    screen.open_record(key_of(store, "D1"))
    form(screen).form.editors["employees"].setText("many")
    form(screen).closed.emit()
    assert screen.form is not None


# -- read only


def test_a_mission_open_for_reading_only_is_looked_at(
    read_only_workspace: Workspace, show_screen: ScreenShower, qtbot: QtBot
) -> None:
    screen = show_screen(CompaniesScreen)
    buttons = [screen.bar.itemAt(place).widget() for place in range(screen.bar.count())]
    assert [b.text() for b in buttons if isinstance(b, QPushButton) and b.isEnabled()] == ["Views"]
    assert [a.text() for a in screen.table.actions() if a.isEnabled()] == ["Open", "Columns…"]
    screen._on_changes_asked([(1, "city", "Laval")], "Edit a cell")
    qtbot.wait(1)
    assert read_only_workspace.store.get(Company, 1).city == ""


def test_statuses_are_set_from_the_menu(screen: CompaniesScreen, store: Store) -> None:
    screen.table.choose([key_of(store, "D2")])
    menus = [button.menu() for button in screen.findChildren(QPushButton) if button.text() == "Status"]
    menus[0].aboutToShow.emit()
    action = next(one for one in menus[0].actions() if one.text() == "Under review")
    action.trigger()
    assert store.where(Application, "company_id", [key_of(store, "D2")])[0].status is Status.UNDER_REVIEW


def test_a_search_that_finds_one_shows_its_page(screen: CompaniesScreen, store: Store, qtbot: QtBot) -> None:
    screen.filter_bar.text.setFocus()
    screen.filter_bar.text.setText("D")
    qtbot.waitUntil(lambda: len(screen.table.rows.keys) > 1)
    assert screen.page is None
    screen.filter_bar.text.setText("D2")
    qtbot.waitUntil(lambda: screen.page is not None and screen.page.key == key_of(store, "D2"))
    assert screen.focusWidget() is screen.filter_bar.text


def test_who_is_free_at_a_time_is_listed_and_the_time_said(screen: CompaniesScreen, store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    screen.filter_bar.text.setText("free:9")
    screen.refresh()
    assert names(screen) == ["C2", "C3", "D2", "D3"]
    assert screen._count_text().startswith("Free: Mexico City, Mon, Feb 16, 09:00–09:20  ·  2 applications")
