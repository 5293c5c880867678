"""The legend names the sectors that have a colour."""

from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Sector
from missionplanner.gui.timetable.legend import Legend
from missionplanner.messages import message
from missionplanner.store.store import Store


def test_main_sectors_with_a_colour_are_named(store: Store, qtbot: QtBot) -> None:
    first = store.all(Sector)[0]
    with store.change(message("Sectors")) as change:
        change.insert(Sector(code="EN", name_en="Energy", colour="#3d6fb4"))
        change.insert(Sector(code="FO", name_en="Food", colour="#5b8c3a"))
        change.insert(Sector(code="RO", name_en="Robots", colour="#a8577e", parent_id=first.id))
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_sectors(store.snapshot())
    assert legend.accessibleDescription() == "Energy, Food"
    assert legend.toolTip() == "Energy\nFood"


def test_a_mission_without_colours_has_an_empty_legend(store: Store, qtbot: QtBot) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_sectors(store.snapshot())
    assert (legend.accessibleDescription(), legend.sizeHint().height()) == ("", 22)


def test_names_go_on_in_another_line_where_one_is_too_narrow(store: Store, qtbot: QtBot) -> None:
    with store.change(message("Sectors")) as change:
        for number in range(4):
            change.insert(Sector(code=f"S{number}", name_en="Advanced manufacturing", colour="#3d6fb4"))
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_sectors(store.snapshot())
    assert [legend.heightForWidth(width) for width in (2000, 450, 100)] == [22, 44, 88]
