"""A key goes to each part of the page, from the list, too."""

import pytest
from PySide6.QtGui import QShortcut
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.companies.page import PARTS
from missionplanner.gui.companies.part_commands import PartCommands
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.store.store import Store
from tests.builders import key_of


def test_there_is_one_for_each_part() -> None:
    gone: list[str] = []
    commands = PartCommands(gone.append)
    for name in PARTS:
        getattr(commands, name)()
    assert gone == list(PARTS)


@pytest.mark.parametrize(("number", "name"), list(enumerate(PARTS, 1)))
def test_the_page_is_opened_at_the_part(screen: CompaniesScreen, number: int, name: str) -> None:
    screen.table.selectRow(1)
    screen.show_part(name)
    assert screen.page is not None
    assert (screen.page.key, screen.page.part) == (screen.table.rows.key(1), name)


def test_a_note_is_typed_at_once(screen: CompaniesScreen, store: Store, qtbot: QtBot) -> None:
    screen.show()
    screen.table.selectRow(0)
    keys = next(one for one in screen.findChildren(QShortcut) if one.key().toString() == "Alt+5")
    keys.activated.emit()
    assert screen.page is not None
    assert screen.focusWidget() is screen.page.notes
    qtbot.keyClicks(screen.page.notes, "Called")
    assert screen.page.save()
    assert store.get(Company, key_of(store, screen.table.rows.text(0, 0))).notes == "Called"
