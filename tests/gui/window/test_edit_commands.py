"""Undo and redo say what they took back and did again."""

from missionplanner.domain.mission import Venue
from missionplanner.gui.window.main_window import MainWindow


def test_undo_says_what_it_took_back(window: MainWindow) -> None:
    with window.workspace.store.change("Add a thing") as change:
        change.insert(Venue(stop_id=1, name="Thing"))
    window.do("undo")
    assert window.status.text.text() == "Undone: Add a thing."
    window.do("redo")
    assert window.status.text.text() == "Done again: Add a thing."
