"""The line at the bottom says what is under way, and ends it."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets import theme
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.window.status_line import StatusLine


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    """Nothing is under way."""
    found = StatusLine()
    qtbot.addWidget(found)
    found.resize(900, 30)
    found.show()
    return found


def test_no_bar_is_made_before_something_is_under_way(line: StatusLine) -> None:
    line.show_text("<b>a file</b>")
    assert (line.progress, line.text.text()) == (None, "<b>a file</b>")


def test_progress_is_shown_until_it_ends(line: StatusLine) -> None:
    line.begin("Make packs")
    assert line.progress is not None
    assert (line.text.text(), line.progress.isVisible(), line.progress.bar.value()) == ("Make packs", True, 0)
    line.show_progress(0.25, "D1")
    line.show_progress(0.5, "")
    assert (line.text.text(), line.progress.bar.value()) == ("D1", 500)
    line.end("a.mission")
    assert (line.text.text(), line.progress.isVisible()) == ("a.mission", False)


def test_what_is_under_way_is_cancelled_once(line: StatusLine, qtbot: QtBot) -> None:
    line.begin("Make packs")
    assert line.progress is not None
    with qtbot.waitSignal(line.cancelled):
        line.progress.cancel.click()
    assert not line.progress.cancel.isEnabled()
    line.begin("Make packs")
    assert (line.progress.cancel.isEnabled(), line.progress.bar.value()) == (True, 0)


def test_the_button_that_cancels_is_seen_in_another_theme(line: StatusLine, qapp: QApplication) -> None:
    def shade() -> int:
        assert line.progress is not None
        image = line.progress.cancel.icon().pixmap(20, 20).toImage()
        colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
        return max(colours, key=lambda colour: colour.alpha()).lightness()

    line.dress()
    theme.apply(qapp, "light")
    line.begin("Make packs")
    light = shade()
    theme.apply(qapp, "dark")
    line.dress()
    dark = shade()
    theme.apply(qapp, "light")
    assert light < 100 < dark


def test_what_was_done_has_buttons_until_the_next_text(line: StatusLine) -> None:
    done: list[str] = []
    line.say("10 companies imported", [("Undo", lambda: done.append("undo")), ("Show", lambda: done.append("show"))])
    assert (line.text.text(), [button.text() for button in line.acts]) == ("10 companies imported", ["Undo", "Show"])
    for button in line.acts:
        button.click()
    assert done == ["undo", "show"]
    line.show_text("a.mission")
    assert (line.text.text(), line.acts) == ("a.mission", [])


def test_beside_it_stands_that_everything_is_saved_and_where(line: StatusLine) -> None:
    line.show_saved("All changes saved", "/home/a.mission")
    assert (line.saved.text(), line.saved.toolTip()) == ("All changes saved", "All changes saved\n/home/a.mission")


def test_where_there_is_little_room_a_sign_says_that_all_is_saved(line: StatusLine) -> None:
    line.show_saved("All changes saved", "a.mission", "✓")
    shown = []
    for width in (1200, 700, 1200):
        line.resize(width, 30)
        shown.append(line.saved.text())
    assert shown == ["All changes saved", "✓", "All changes saved"]
    assert (line.saved.accessibleName(), line.saved.toolTip()) == ("All changes saved", "All changes saved\na.mission")


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("/home/ana/missions of the spring/2027.mission", "/home", ".mission"),
        ("Done: Import companies of May.", "Done", "…"),
    ],
)
def test_a_text_without_room_is_shortened_and_whole_in_its_tooltip(
    line: StatusLine, text: str, begins: str, ends: str
) -> None:
    line.resize(2000, 30)
    line.show_text(text)
    QApplication.processEvents()
    assert QLabel.text(line.text) == text
    line.text.setFixedWidth(160)
    QApplication.processEvents()
    shown = QLabel.text(line.text)
    assert (shown.startswith(begins), shown.endswith(ends), "…" in shown) == (True, True, True)
    assert (line.text.text(), line.text.toolTip()) == (text, literal(text))
