"""Who is free beside the timetable: it follows the cell one is at, a key goes there, and a meeting is put there."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Meeting
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.store.store import Store


@pytest.fixture
def at_ten(timetable: TimetableScreen, qtbot: QtBot) -> TimetableScreen:
    """F was pressed at 9:50."""
    timetable.grid.go_to((2, 1))
    qtbot.keyClick(timetable.grid, "f")
    timetable.free.pane.finish()
    return timetable


def test_f_shows_who_is_free_at_the_time_of_the_cell(at_ten: TimetableScreen) -> None:
    pane = at_ten.free.pane
    assert at_ten.side.tabs.currentWidget() is pane
    assert pane.time is not None
    assert f"{pane.time.starts:%H:%M}" == "09:50"
    assert pane.companies.rows.rowCount() == 6


@pytest.mark.parametrize(("view", "place"), [("tables", (1, 2)), ("delegation", (2, 1)), ("counterpart", (0, 1))])
def test_it_follows_the_time_in_every_view(at_ten: TimetableScreen, view: str, place: tuple[int, int]) -> None:
    at_ten.view.setCurrentIndex(at_ten.view.findData(view))
    at_ten.grid.go_to(place)
    time = at_ten.free.pane.time
    assert time is not None
    assert f"{time.starts:%H:%M}" == "09:25"


def test_a_meeting_is_put_there_and_shown_as_one_step(at_ten: TimetableScreen, store: Store) -> None:
    before = store.all(Meeting)
    at_ten.free.pane.put()
    new = store.all(Meeting)[-1]
    assert len(store.all(Meeting)) == len(before) + 1
    assert new.slot_id == at_ten.snapshot.slots[2].id
    assert [meeting.id for meeting in at_ten.chosen_meetings()] == [new.id]
    store.undo()
    assert store.all(Meeting) == before


def test_the_menu_of_an_empty_cell_offers_it(at_ten: TimetableScreen) -> None:
    menu = at_ten.meeting_menu()
    assert menu is not None
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == ["Who is free then"]


def test_asked_from_elsewhere_a_time_is_typed(timetable: TimetableScreen) -> None:
    timetable.free.ask()
    assert timetable.free.pane.focusWidget() is timetable.free.pane.line
    assert timetable.free.pane.time is not None


def test_the_search_in_reasons_is_not_for_it(at_ten: TimetableScreen) -> None:
    assert not at_ten.side.text.isVisible()
    at_ten.side.tabs.setCurrentIndex(0)
    assert at_ten.side.text.isVisible()
