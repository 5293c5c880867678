"""Bars that say how many, to the eye and to screen readers."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.charts import BarChart, ChartBar
from missionplanner.gui.widgets.theme import colours


def test_bars_are_read_and_as_high_as_they_are_many(qtbot: QtBot) -> None:
    chart = BarChart("Delegation by sector")
    qtbot.addWidget(chart)
    chart.show_bars([ChartBar("Water", 3), ChartBar("Energy", 0, limit=5)])
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Delegation by sector", "Water: 3; Energy: 0")
    assert (chart.height(), chart.sizeHint().height()) == (60, 60)
    chart.show_bars([])
    assert (chart.accessibleDescription(), chart.height()) == ("", 30)


def test_bars_are_as_long_as_their_numbers(qtbot: QtBot) -> None:
    chart = BarChart("Sectors")
    qtbot.addWidget(chart)
    chart.resize(400, 60)
    chart.show_bars([ChartBar("A", 4), ChartBar("B", 2, "#00ff00")])
    image = chart.grab().toImage()

    def length(y: int, colour: str) -> int:
        return sum(QColor(image.pixelColor(x, y)).name() == QColor(colour).name() for x in range(image.width()))

    assert abs(length(15, colours().accent) - 2 * length(45, "#00ff00")) <= 4
    assert length(45, "#00ff00") > 50
