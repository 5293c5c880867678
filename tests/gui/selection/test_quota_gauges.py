"""How full sectors are, in words and as bars, and choosing one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Sector
from missionplanner.domain.selection import Standing
from missionplanner.gui.selection.quota_gauges import QuotaGauge, QuotaGauges
from missionplanner.gui.widgets.theme import colours

SECTOR = Sector(id=7, code="AM", name_en="Manufacturing", name_fr="Fabrication")


def standing(sector: Sector | None = SECTOR, **numbers: int | None) -> Standing:
    given = {"taken": 3, "reserve": 0, "open": 0, "declined": 0, "least": None, "most": None, **numbers}
    return Standing(sector, **given)  # type: ignore[arg-type]


def test_a_gauge_is_named_for_screen_readers(qtbot: QtBot) -> None:
    sector, whole = QuotaGauge(standing(most=5), False), QuotaGauge(standing(None), True)
    for gauge in (sector, whole):
        qtbot.addWidget(gauge)
    assert sector.accessibleName() == "Manufacturing: 3 accepted of 5"
    assert whole.accessibleName() == "The whole delegation: 3 accepted"
    assert (sector.property("active"), whole.property("active")) == (False, True)


def test_a_click_space_and_enter_choose_the_sector(qtbot: QtBot) -> None:
    gauge = QuotaGauge(standing(), False)
    qtbot.addWidget(gauge)
    chosen: list[int] = []
    gauge.chosen.connect(chosen.append)
    qtbot.mouseClick(gauge, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A):
        qtbot.keyClick(gauge, key)
    assert chosen == [7, 7, 7]


def test_gauges_take_the_place_of_those_before_and_pass_choices_on(qtbot: QtBot) -> None:
    gauges = QuotaGauges()
    qtbot.addWidget(gauges)
    gauges.show_standings([standing(None), standing()], 0)
    gauges.show_standings([standing(None), *[standing()] * 7], 7)
    shown = [gauges._layout.itemAt(n).widget() for n in range(gauges._layout.count())]
    assert [one.property("active") for one in shown if one] == [False] + [True] * 7
    gauges.resize(500, 200)
    gauges.show()
    assert gauges.horizontalScrollBar().maximum() > 0
    with qtbot.waitSignal(gauges.chosen, check_params_cb=lambda key: key == 7):
        qtbot.keyClick(shown[1], Qt.Key.Key_Space)


def test_gauges_keep_their_height_when_they_are_shown_anew(qtbot: QtBot) -> None:
    gauges = QuotaGauges()
    qtbot.addWidget(gauges)
    gauges.resize(900, 200)
    gauges.show_standings([standing(None), standing()], 0)
    gauges.show()
    height = gauges.height()
    gauges.show_standings([standing(None), standing()], 7)
    qtbot.wait(1)
    assert (gauges.height(), height > 30) == (height, True)


@pytest.mark.parametrize(("most", "colour"), [(5, "accent"), (2, "bad")])
def test_too_many_are_drawn_in_the_colour_of_warnings(qtbot: QtBot, most: int, colour: str) -> None:
    gauge = QuotaGauge(standing(most=most, least=1), False)
    qtbot.addWidget(gauge)
    bar = next(one for one in gauge.children() if type(one).__name__ == "CapacityBar")
    bar.resize(100, 10)  # type: ignore[attr-defined]
    drawn = bar.grab().toImage().pixelColor(QPoint(40, 5)).name()  # type: ignore[attr-defined]
    assert drawn == getattr(colours(), colour).lower()
