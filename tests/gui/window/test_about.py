"""What program this is."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from missionplanner import __version__, i18n
from missionplanner.gui.window.about import AboutDialog


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Trade Mission Planner"), ("fr", "Planificateur de missions commerciales")]
)
def test_about_shows_icon_version_and_that_nothing_is_sent(qtbot: QtBot, language: str, name: str) -> None:
    i18n.use(language)
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    labels = dialog.findChildren(QLabel)
    pixels = [label.pixmap().deviceIndependentSize().width() for label in labels if not label.pixmap().isNull()]
    nothing_sent = i18n.translator(language)("It never connects to the network: what you enter stays on this computer.")
    assert (pixels, dialog.version.text(), nothing_sent in [label.text() for label in labels]) == (
        [64.0], f"{name} {__version__}", True,
    )  # fmt: skip
