"""Every view of the timetable shows its meetings, absences and events."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from missionplanner.domain.timetable import Interpreter, Meeting
from missionplanner.gui.timetable.layouts import VIEWS
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.jobs.timetable import meetings as meeting_edits


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_the_meetings_and_is_a_sound_model(
    timetable: TimetableScreen, view: str, qtmodeltester: ModelTester
) -> None:
    store = timetable.workspace.store
    with store.change("Interpreter") as change:
        person = change.insert(Interpreter(name="Ana", languages="en,es"))
    meeting_edits.give_interpreter(store, [m.id for m in store.all(Meeting)], person)
    timetable.view.setCurrentIndex(list(VIEWS).index(view))
    shown = {cell.meeting.id for cell in timetable.model.cells.values() if cell.meeting}
    assert shown == {meeting.id for meeting in store.all(Meeting)}
    card = timetable.model.data(timetable.model.index(*next(iter(timetable.model.cells))), Qt.ItemDataRole.ToolTipRole)
    assert "Given D1" in str(card)
    qtmodeltester.check(timetable.model, force_py=True)
