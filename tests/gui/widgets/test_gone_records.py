"""A record deleted by somebody while one types in its page is asked about, and nothing typed is lost."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Side
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.widgets import alerts
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import ScreenShower


@pytest.fixture
def screen(show_screen: ScreenShower) -> CompaniesScreen:
    found = show_screen(CompaniesScreen)
    assert isinstance(found, CompaniesScreen)
    return found


def form(screen: CompaniesScreen) -> CompanyForm:
    assert screen.form is not None
    return screen.form


def delete(store: Store, key: int) -> None:
    with store.change(message("Delete")) as act:
        act.delete(Company, [key])


def test_a_record_deleted_while_one_types_comes_back_with_what_is_typed(
    screen: CompaniesScreen, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(alerts, "confirm", lambda *words: bool(asked.append(f"{words[1]} {words[2]}")))
    one = key_of(store, "D1")
    screen.open_record(one)
    form(screen).form.editors["city"].setText("Gaspé")
    delete(store, one)
    qtbot.waitUntil(lambda: bool(store.where(Company, "id", [one])))
    assert (store.get(Company, one).city, form(screen).form.value("city")) == ("", "Gaspé")
    assert asked == ["“D1” was deleted while you were typing. Delete"]
    assert screen.settle()
    assert store.get(Company, one).city == "Gaspé"


def test_a_record_deleted_while_one_types_can_be_let_go(
    screen: CompaniesScreen, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts, "confirm", lambda *_words: True)
    one = key_of(store, "D1")
    screen.open_record(one)
    form(screen).form.editors["city"].setText("Gaspé")
    delete(store, one)
    qtbot.waitUntil(lambda: screen.form is None)
    assert store.where(Company, "id", [one]) == []


def test_a_record_whose_entry_was_undone_comes_back_too(
    screen: CompaniesScreen, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alerts, "confirm", lambda *_words: False)
    with store.change(message("Enter")) as act:
        key = act.insert(Company(name="New Ltd", side=Side.DELEGATION))
    screen.open_record(key)
    form(screen).form.editors["city"].setText("Gaspé")
    store.undo()
    qtbot.waitUntil(lambda: bool(store.where(Company, "id", [key])))
    assert screen.settle()
    assert store.get(Company, key).city == "Gaspé"
