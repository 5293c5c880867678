"""Texts of users never come alive: no markup is rendered, and no & is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, Qt, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.plain_text import (
    Action,
    CheckBox,
    Label,
    Menu,
    MessageBox,
    PushButton,
    RadioButton,
    TabBar,
    TabWidget,
    ToolButton,
    literal,
    mark,
    plain,
    unmarked,
)
from tests.builders import HOSTILE
from tests.gui.live_texts import NAMES, is_marked, is_rich

TEXTS = (
    *HOSTILE,
    *NAMES,
    "a < b\nc",
    "<b>Bold</b>\nline",
    "&lt;",
    "é &lt;b&gt;",
    "<?xml version='1.0'?>",
    "",
    "&",
    "&&",
    "a & b",
    "Q&A",
)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_literal_is_shown_to_the_letter(text: str) -> None:
    found = literal(text)
    assert not is_rich(found)
    document = QTextDocument()
    if Qt.mightBeRichText(found):
        document.setHtml(found)
        assert document.toPlainText() == text
    else:
        assert found == text


def test_label_shows_its_text_as_it_is(qapp: QApplication) -> None:
    label = QLabel("<b>x</b>")
    assert plain(label) is label
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_label_is_plain_from_the_beginning(qtbot: QtBot, text: str) -> None:
    label = Label(text)
    qtbot.addWidget(label)
    assert (label.textFormat(), label.text()) == (Qt.TextFormat.PlainText, text.replace("\0", "\0"))
    label.setText("")
    label.setText(text)
    assert label.text() == text


def test_label_of_a_field_marks_no_letter(qtbot: QtBot) -> None:
    label, field = Label("R&D"), QLineEdit()
    qtbot.addWidget(label)
    qtbot.addWidget(field)
    label.setBuddy(field)
    assert label.text() == "R&&D"
    label.setText("Q&A")
    assert label.text() == "Q&&A"


@pytest.mark.parametrize("make", [CheckBox, RadioButton, PushButton, Action])
def test_text_of_a_button_marks_no_letter(qapp: QApplication, make: Callable[[str], QAbstractButton | QAction]) -> None:
    found = make("&File & <b>x</b>")
    assert found.text() == "&&File && <b>x</b>"
    found.setText("R&D")
    assert found.text() == "R&&D"


def test_tool_button_marks_no_letter(qtbot: QtBot) -> None:
    button = ToolButton()
    qtbot.addWidget(button)
    button.setText("R&D")
    assert button.text() == "R&&D"


@pytest.mark.parametrize("make", [PushButton, Action])
def test_texts_of_the_program_may_mark_a_letter(
    qapp: QApplication, make: Callable[[str], QAbstractButton | QAction]
) -> None:
    found = make("")
    mark(found, "&Open")
    assert found.text() == "&Open"


def test_tooltip_of_an_entry_is_no_markup(qapp: QApplication) -> None:
    assert not is_rich(Action("<img src='file:///etc/passwd'>").toolTip())


def test_menu_takes_names_as_they_are(qtbot: QtBot) -> None:
    menu = Menu(title="R&D")
    qtbot.addWidget(menu)
    entries = [menu.entry("&File"), menu.submenu("Q&A").entry("&x").parent().menuAction()]  # type: ignore[attr-defined]
    assert [one.text() for one in entries] == ["&&File", "Q&&A"]
    assert menu.title() == "R&&D"
    assert not any(is_marked(one.text()) for one in entries)


def test_tabs_take_names_as_they_are(qtbot: QtBot) -> None:
    bar, tabs = TabBar(), TabWidget()
    qtbot.addWidget(bar)
    qtbot.addWidget(tabs)
    bar.addTab("R&D")
    bar.setTabText(bar.addTab("x"), "Q&A")
    tabs.addTab(QWidget(), "R&D")
    tabs.insertTab(0, QWidget(), "&x")
    tabs.setTabText(tabs.addTab(QWidget(), "x"), "Q&A")
    assert [bar.tabText(place) for place in range(2)] == ["R&&D", "Q&&A"]
    assert [tabs.tabText(place) for place in range(3)] == ["&&x", "R&&D", "Q&&A"]
    assert tabs.accessibleName() == "&x, R&D, Q&A"


def test_message_is_plain_with_its_details_and_choices(qtbot: QtBot) -> None:
    box = MessageBox(QMessageBox.Icon.Warning, "Title", "<b>x</b>", "<i>y</i>")
    qtbot.addWidget(box)
    button = box.choice("&Erase", QMessageBox.ButtonRole.DestructiveRole)
    box.setInformativeText("<u>z</u>")
    assert (box.text(), box.informativeText(), button.text()) == ("<b>x</b>", "<u>z</u>", "&&Erase")
    box.show()
    formats = {label.textFormat() for label in box.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_unmarked_keeps_every_and() -> None:
    assert [unmarked(text) for text in ("", "&", "a && b")] == ["", "&&", "a &&&& b"]


@pytest.mark.parametrize("kind", [PushButton, ToolButton])
def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, kind: type[PushButton] | type[ToolButton]) -> None:
    dialog, pressed = QDialog(), list[str]()
    layout, close = QVBoxLayout(dialog), QPushButton("Close")
    close.setDefault(True)
    button = kind()
    button.clicked.connect(lambda: pressed.append("ours"))
    close.clicked.connect(lambda: pressed.append("close"))
    layout.addWidget(button)
    layout.addWidget(close)
    qtbot.addWidget(dialog)
    dialog.show()
    button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    assert pressed == ["ours"] * 3


def test_tab_passes_by_the_arrows_of_tabs_that_have_no_room(qtbot: QtBot) -> None:
    tabs = TabWidget()
    qtbot.addWidget(tabs)
    arrows = tabs.tabBar().findChildren(QToolButton)
    assert [arrow.focusPolicy() for arrow in arrows] == [Qt.FocusPolicy.NoFocus] * 2
