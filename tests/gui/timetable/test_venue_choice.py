"""The venue that is shown."""

from pytestqt.qtbot import QtBot

from missionplanner.gui.timetable.venue_choice import VenueChoice
from tests.builders import snapshot_of


def test_venues_of_the_stop_are_offered_and_the_chosen_one_stays(qtbot: QtBot) -> None:
    choice = VenueChoice()
    qtbot.addWidget(choice)
    choice.offer_venues(snapshot_of(), 1)
    choice.choose(2)
    choice.offer_venues(snapshot_of(), 1)
    assert ([choice.itemText(n) for n in range(choice.count())], choice.value) == (["Hall", "Plant"], 2)


def test_a_single_venue_is_not_asked_for(qtbot: QtBot) -> None:
    choice = VenueChoice()
    qtbot.addWidget(choice)
    choice.offer_venues(snapshot_of(), 2)
    assert (choice.value, choice.isHidden()) == (3, True)


def test_venues_without_tables_are_left_out(qtbot: QtBot) -> None:
    choice = VenueChoice()
    qtbot.addWidget(choice)
    choice.offer_venues(snapshot_of(tables=[]), 1)
    assert choice.value is None
