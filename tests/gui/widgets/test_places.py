"""Messages that say something is missing lead to where it is entered."""

import pytest
from PySide6.QtWidgets import QDialog, QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.errors import UserError
from missionplanner.gui.widgets import alerts, places
from missionplanner.store.store import Store
from tests.gui.conftest import Opener

SHOW_ERROR = alerts.show_error


class Window(QMainWindow):
    """A window that notes where it was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.been: list[str] = []

    def go_to(self, place: str, key: int = 0) -> None:
        """Note the place, and the record where there is one."""
        self.been.append(f"{place} {key}" if key else place)


@pytest.fixture
def sent(qtbot: QtBot) -> Window:
    found = Window()
    qtbot.addWidget(found)
    return found


def test_a_button_goes_there(sent: Window) -> None:
    button = places.place_button("companies")
    button.setParent(sent)
    button.click()
    assert (button.text(), sent.been) == ("Go to the companies", ["companies"])


def test_dialogs_before_it_are_left_unless_they_want_to_stay(sent: Window, qtbot: QtBot) -> None:
    dialog = QDialog(sent)
    dialog.show()
    places.go_to(QWidget(dialog), "people")
    assert (dialog.isVisible(), sent.been) == (False, ["people"])
    places.go_to(sent, "relationships", 3)
    assert sent.been.pop() == "relationships 3"
    dialog.reject = lambda: None  # type: ignore[method-assign]
    dialog.show()
    places.go_to(dialog, "companies")
    assert (dialog.isVisible(), sent.been) == (True, ["people"])
    dialog.hide()


@pytest.mark.parametrize(("place", "buttons"), [("programme.Sessions", ["Go to the sessions", "Close"]), ("", [])])
def test_an_error_has_the_button_where_it_says_what_is_missing(
    sent: Window, monkeypatch: pytest.MonkeyPatch, place: str, buttons: list[str]
) -> None:
    shown: list[str] = []

    def press(box: QMessageBox) -> int:
        shown.extend(button.text().replace("&", "") for button in box.buttons())
        for button in box.buttons():
            if button.text().replace("&", "") in buttons[:1]:
                button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    SHOW_ERROR(sent, UserError("There are no sessions to meet in.", "Add some.", place))
    assert sorted(shown) == sorted(buttons)
    assert sent.been == ([place] if place else [])
    shown.clear()
    SHOW_ERROR(None, UserError("There are no sessions to meet in.", "Add some.", place))
    assert shown == []


def test_every_place_is_there(open_window: Opener, store: Store) -> None:
    path = store.path
    store.close()
    window = open_window(path)
    for place in places.PLACES:
        window.go_to(place)
        screen, _dot, title = place.partition(".")
        assert window.session.stack.is_shown(screen)
        if title:
            tabs = window.screens[screen].tabs  # type: ignore[attr-defined]
            assert tabs.tabText(tabs.currentIndex()).startswith(title)
