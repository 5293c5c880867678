"""Labels, cards and search lines look and read as everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.labels import CountLabel, as_search, card, heading_label, quiet_label


def test_labels_show_plain_text_in_their_style(qapp: QApplication) -> None:
    found = [
        (label.objectName(), label.text(), label.textFormat()) for label in (quiet_label("<i>"), heading_label("A"))
    ]
    assert found == [("quiet", "<i>", Qt.TextFormat.PlainText), ("heading", "A", Qt.TextFormat.PlainText)]
    assert (quiet_label().wordWrap(), heading_label("A").wordWrap()) == (True, False)


@pytest.mark.parametrize("points", [8, 9, 9.75, 10, 10.5, 11, 12, 13.5, 15, 20])
def test_a_line_with_a_number_is_as_wide_as_with_the_widest_one(qapp: QApplication, points: float) -> None:
    label = CountLabel()
    label.setStyleSheet(f"font-size: {points}pt")
    label.ensurePolished()
    label.say("Page 1 of 188", "Page 188 of 188")
    before = label.sizeHint().width()
    label.say("Page 108 of 188", "Page 188 of 188")
    assert label.sizeHint().width() == before >= label.fontMetrics().horizontalAdvance("Page 108 of 188")
    assert label.minimumSizeHint() == label.sizeHint()
    label.say("", "")
    assert label.sizeHint().width() < before


def test_a_card_has_its_layout(qapp: QApplication) -> None:
    frame, layout = card()
    assert (frame.objectName(), frame.layout()) == ("card", layout)


def test_a_search_line_says_what_it_searches(qapp: QApplication) -> None:
    line = QLineEdit()
    as_search(line, "Search in names")
    assert (line.placeholderText(), line.accessibleName(), len(line.actions())) == ("Search in names",) * 2 + (1,)


def test_a_narrow_line_has_a_short_text(qtbot: QtBot) -> None:
    line, own = QLineEdit(), QLineEdit(toolTip="A word before a colon searches one field")
    for one in (line, own):
        qtbot.addWidget(one)
        as_search(one, "Search in names, comments and reasons")
        one.show()
    said = []
    for width in (600, 120, 600):
        line.resize(width, 30)
        said.append((line.placeholderText(), line.toolTip()))
    whole = "Search in names, comments and reasons"
    assert said == [(whole, ""), ("Search", whole), (whole, "")]
    own.resize(120, 30)
    assert (own.placeholderText(), own.toolTip()) == ("Search", "A word before a colon searches one field")
