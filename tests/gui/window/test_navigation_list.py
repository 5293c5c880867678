"""The list at the left leads to screens and marks the one that is shown."""

import pytest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from missionplanner.gui.commands import command
from missionplanner.gui.window.navigation_list import NavigationList


class Places:
    """Two screens."""

    @command("Overview", "Ctrl+1", "layout-dashboard", "&Go")
    def show_overview(self) -> None:
        """One."""

    @command("Companies", "Ctrl+2", "building-2", "&Go")
    def show_companies(self) -> None:
        """The other."""


@pytest.fixture
def places() -> Places:
    """Two screens."""
    return Places()


@pytest.fixture
def found(qtbot: QtBot, places: Places) -> NavigationList:
    """The list of them."""
    one = NavigationList()
    qtbot.addWidget(one)
    one.fill(places)
    return one


def test_items_have_texts_icons_and_shortcuts(found: NavigationList) -> None:
    items = [found.item(row) for row in range(found.count())]
    assert [(one.text(), one.toolTip(), one.icon().isNull()) for one in items] == [
        ("Overview", "Overview (Ctrl+1)", False),
        ("Companies", "Companies (Ctrl+2)", False),
    ]


def test_choosing_asks_to_go_there(found: NavigationList, places: Places, qtbot: QtBot) -> None:
    with qtbot.waitSignal(found.chosen) as chosen:
        found.setCurrentRow(1)
    assert chosen.args == [places.show_companies]


def test_marking_goes_nowhere(found: NavigationList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(found.chosen):
        found.mark("companies")
        found.fill(Places())
    found.mark("companies")
    assert found.currentRow() == 1


def test_where_there_is_little_room_icons_stand_alone(found: NavigationList) -> None:
    wide = found.width()
    found.show_names(False)
    option = QStyleOptionViewItem()
    found.itemDelegate().initStyleOption(option, found.model().index(0, 0))
    assert (found.width() < wide / 3, option.text, found.item(0).text()) == (True, "", "Overview")
    found.show_names(True)
    found.itemDelegate().initStyleOption(option, found.model().index(0, 0))
    assert (found.width(), option.text) == (wide, "Overview")


class LongPlaces:
    """A screen with a long name."""

    @command("Arrivées et chambres et véhicules", "Ctrl+1", "building-2", "&Go")
    def show_arrivals(self) -> None:
        """One."""


def test_the_list_is_as_wide_as_the_longest_name_needs(found: NavigationList, qtbot: QtBot) -> None:
    usual = found.width()
    found.fill(LongPlaces())
    found.show()
    qtbot.waitExposed(found)
    text = found.fontMetrics().horizontalAdvance(found.item(0).text())
    assert usual < found.width() == min(text + 64, 240)
    found.show_names(False)
    found.fill(Places())
    assert found.width() == 58
    found.show_names(True)
    assert found.width() == usual
