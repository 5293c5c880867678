"""Sessions drawn in the picture of the programme: each act one step, what it strands is asked first."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.gui.programme import session_picture
from missionplanner.gui.programme.session_picture import SessionPicture
from missionplanner.gui.widgets.day_blocks import DrawnHours
from missionplanner.store.store import Store
from tests.builders import meet, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> SessionPicture:
    found = SessionPicture(store)
    qtbot.addWidget(found)
    found.refresh()
    return found


def test_a_session_is_drawn_moved_and_deleted(pane: SessionPicture, store: Store) -> None:
    (block,) = pane.picture.blocks
    assert (block.column, block.starts, block.ends, block.slots, block.meetings) == (0, 540, 640, 4, 0)
    pane.picture.drawn.emit(DrawnHours(0, 840, 960, 30, 0))
    drawn = store.all(Session)[1]
    assert (drawn.starts.isoformat(), store.count(Slot), store.steps.undo_label) == (
        "2026-02-16T14:00:00-06:00",
        8,
        "Add session",
    )
    after = pane.picture.blocks[1]
    pane.picture.changed.emit(after, replace(after, starts=900, ends=1020))
    assert (store.all(Session)[1].ends.hour, store.steps.undo_label) == (17, "Edit session")
    pane.picture.removed.emit(pane.picture.blocks[1])
    assert (store.count(Session), len(pane.picture.blocks)) == (1, 1)


@pytest.mark.parametrize(("answer", "left"), [(True, 0), (False, 1)])
def test_what_would_be_stranded_is_shown_first(
    pane: SessionPicture, store: Store, monkeypatch: pytest.MonkeyPatch, answer: bool, left: int
) -> None:
    meet(store, "D1", "C1", 3, 0)
    pane.refresh()
    (block,) = pane.picture.blocks
    assert block.meetings == 1
    asked = []

    def ask(error: session_picture.StrandedError, _store: Store, _parent: object) -> bool:
        asked.append(len(error.meetings))
        if answer and error.go_on:
            error.go_on()
        return answer

    monkeypatch.setattr(session_picture, "ask_stranded", ask)
    pane.picture.changed.emit(block, replace(block, ends=600))
    assert (asked, store.count(Meeting), store.count(Slot)) == ([1], left, 2 if answer else 4)
    assert pane.picture.blocks[0].ends == (600 if answer else 640)


def test_hours_are_edited_in_a_form(pane: SessionPicture, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = pane.picture.blocks
    monkeypatch.setattr(session_picture, "ask_hours", lambda _pane, _block: replace(block, slot=45))
    pane.picture.opened.emit(block)
    assert (store.all(Session)[0].slot_minutes, store.count(Slot)) == (45, 2)
