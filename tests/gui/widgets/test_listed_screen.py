"""What screens of records share: the list, and the pane beside it that follows and is not left too early."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.widgets import alerts
from missionplanner.jobs.companies import registrations
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import ScreenShower


@pytest.fixture
def screen(show_screen: ScreenShower) -> CompaniesScreen:
    """The companies: of the screens of records the one with the most."""
    found = show_screen(CompaniesScreen)
    assert isinstance(found, CompaniesScreen)
    return found


def names(screen: CompaniesScreen) -> list[str]:
    return [screen.table.rows.record(row).name for row in range(screen.table.rows.rowCount())]


def form(screen: CompaniesScreen) -> CompanyForm:
    assert screen.form is not None
    return screen.form


def test_the_search_takes_what_is_typed_next(screen: CompaniesScreen) -> None:
    screen.filter_bar.text.setText("d2")
    screen.find_in_list()
    assert screen.filter_bar.text.selectedText() == "d2"


def test_a_company_is_opened_whatever_the_filter(screen: CompaniesScreen, store: Store, qtbot: QtBot) -> None:
    screen.filter_bar.chips["side"].tick("counterpart", True)
    qtbot.waitUntil(lambda: len(names(screen)) == 3)
    screen.open_record(key_of(store, "D2"))
    assert form(screen).key == key_of(store, "D2")
    assert screen.table.chosen_keys() == [key_of(store, "D2")]
    assert len(names(screen)) == 6


def test_enter_opens_the_row(screen: CompaniesScreen, store: Store) -> None:
    screen.table.choose([key_of(store, "D3")])
    screen.table.activated_row.emit(screen.table.currentIndex().row())
    assert form(screen).form.value("name") == "D3"


def test_the_form_follows_the_selection_once_it_is_open(screen: CompaniesScreen, store: Store) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    screen.table.choose([one])
    assert screen.form is None
    screen.show()
    screen.open_record(one)
    screen.table.choose([two])
    assert form(screen).key == two
    screen.table.choose([one, two])
    assert form(screen).key == two


def test_typed_work_is_stored_before_another_company_is_shown(screen: CompaniesScreen, store: Store) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    screen.open_record(one)
    form(screen).form.editors["city"].setText("Gaspé")
    screen.open_record(two)
    assert store.get(Company, one).city == "Gaspé"
    form(screen).form.editors["city"].setText("Rimouski")
    assert screen.settle()
    assert store.get(Company, two).city == "Rimouski"


def test_the_form_is_not_left_while_something_would_be_lost(screen: CompaniesScreen, store: Store) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    screen.open_record(one)
    form(screen).form.editors["sectors"].setText("Forestry")
    screen.open_record(two)
    assert form(screen).key == one
    assert screen.table.chosen_keys() == [one]
    assert not screen.settle()
    assert store.drafts.find(one, "") is not None


def test_a_form_whose_company_is_gone_is_left(
    screen: CompaniesScreen, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts, "confirm", lambda *_words: True)
    one, two = key_of(store, "D1"), key_of(store, "D2")
    screen.open_record(one)
    form(screen).form.editors["notes"].setPlainText("typed")
    registrations.remove(store, [one])
    screen.open_record(two)
    assert form(screen).key == two
    registrations.remove(store, [two])
    assert screen.form is None


def test_the_list_says_of_what_it_is(screen: CompaniesScreen, qtbot: QtBot) -> None:
    screen.filter_bar.text.setText("d2")
    qtbot.waitUntil(lambda: names(screen) == ["D2"])
    shown = screen.shown_list()
    assert (shown.title, shown.subtitle) == ("Companies", "Test mission  ·  “d2”")
    assert [row[0] for row in shown.rows] == ["D2"]
    assert [len(row) for row in shown.rows] == [len(shown.headings)] == [len(shown.widths)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_keys_lead_from_the_search_to_the_first_row_it_finds(
    screen: CompaniesScreen, qtbot: QtBot, store: Store, key: Qt.Key
) -> None:
    screen.show()
    screen.find_in_list()
    qtbot.keyClicks(screen.filter_bar.text, "d2")
    qtbot.keyClick(screen.filter_bar.text, key)
    assert (names(screen), screen.table.chosen_keys()) == (["D2"], [key_of(store, "D2")])
    screen.filter_bar.text.setText("nobody")
    qtbot.keyClick(screen.filter_bar.text, key)
    assert names(screen) == []


def test_on_arrival_one_is_in_the_row_one_was_in_or_the_first(screen: CompaniesScreen) -> None:
    screen.arrive()
    assert screen.table.chosen_keys() == screen.table.rows.keys[:1]
    screen.table.choose(screen.table.rows.keys[2:3])
    screen.arrive()
    assert screen.table.chosen_keys() == screen.table.rows.keys[2:3]


def test_the_column_one_is_in_stays_when_the_list_is_made_anew(screen: CompaniesScreen) -> None:
    screen.table.setCurrentIndex(screen.table.rows.index(2, 4))
    screen.refresh()
    assert (screen.table.currentIndex().row(), screen.table.currentIndex().column()) == (2, 4)


def delete(store: Store, key: int) -> None:
    with store.change(message("Delete")) as act:
        act.delete(Company, [key])


def test_the_page_of_a_record_that_is_gone_leaves_the_cursor_in_the_list(
    screen: CompaniesScreen, store: Store, qtbot: QtBot
) -> None:
    screen.show()
    one = key_of(store, "D1")
    screen.open_record(one)
    form(screen).form.focus("city")
    delete(store, one)
    qtbot.waitUntil(lambda: screen.form is None)
    assert screen.focusWidget() is screen.table
