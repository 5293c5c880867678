"""Texts of users never come alive."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from missionplanner.gui.widgets.plain_text import literal, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Pumps & valves", "Pumps & valves"),
        ("a < b\nc", "a < b\nc"),
        ("<b>Bold</b>\nline", "&lt;b&gt;Bold&lt;/b&gt;<br>line"),
        ("", ""),
    ],
)
def test_only_what_qt_would_take_for_html_is_escaped(text: str, shown: str) -> None:
    assert literal(text) == shown


def test_label_shows_its_text_as_it_is(qapp: QApplication) -> None:
    label = QLabel("<b>x</b>")
    assert plain(label) is label
    assert label.textFormat() is Qt.TextFormat.PlainText
