"""What is asked on the day: who is late, who did not come, who meets on the spot."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Side
from missionplanner.domain.moves import Grade
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.day.questions import ask_late, ask_no_show, ask_walk_in
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.store.store import Store
from tests.builders import key_of, moment
from tests.gui.conftest import Answers


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def attempts(monkeypatch: pytest.MonkeyPatch, *values: dict[str, object]) -> list[str]:
    """Fill the form with these values one after the other, then cancel; the remarks seen before each."""
    seen: list[str] = []
    left = list(values)

    def accept(dialog: RecordDialog) -> int:
        seen.append(dialog.form._notes["counterpart"].text())
        if not left:
            return 0
        dialog.form.set_values(left.pop(0))
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)
    return seen


@pytest.mark.parametrize("side", [Side.DELEGATION, Side.COUNTERPART, None])
def test_one_side_or_nobody_is_late(store: Store, parent: QWidget, fill_dialogs: Answers, side: Side | None) -> None:
    fill_dialogs(side=side, minutes=30)
    assert ask_late(store.snapshot(), store.all(Meeting)[0], parent) == (side, 30)


def test_the_counterpart_is_late_by_a_quarter_of_an_hour_unless_said_otherwise(
    store: Store, parent: QWidget, fill_dialogs: Answers
) -> None:
    fill_dialogs()
    assert ask_late(store.snapshot(), store.all(Meeting)[0], parent) == (Side.COUNTERPART, 15)


def test_a_no_show_needs_no_reason(store: Store, parent: QWidget, fill_dialogs: Answers) -> None:
    fill_dialogs(side=Side.DELEGATION)
    assert ask_no_show(store.snapshot(), store.all(Meeting)[0], parent) == (Side.DELEGATION, "")


@pytest.mark.usefixtures("cancel_dialogs")
def test_cancelled_questions_answer_nothing(store: Store, parent: QWidget) -> None:
    snapshot = store.snapshot()
    assert ask_late(snapshot, snapshot.meetings[0], parent) is None
    assert ask_no_show(snapshot, snapshot.meetings[0], parent) is None
    assert ask_walk_in(snapshot, (), moment(9), 1, parent) is None


def test_a_walk_in_takes_the_first_place_from_the_time_on(store: Store, parent: QWidget, fill_dialogs: Answers) -> None:
    fill_dialogs(delegation="D1", counterpart="C2")
    found = ask_walk_in(store.snapshot(), (), moment(9, 30), 1, parent)
    assert found is not None
    meeting = found.meetings[0]
    assert (meeting.pair, meeting.slot_id) == (
        (key_of(store, "D1"), key_of(store, "C2")),
        store.snapshot().slots[2].id,
    )
    assert found.grade is not Grade.REFUSED


def test_an_unknown_company_is_asked_for_again(store: Store, parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = attempts(
        monkeypatch, {"delegation": "Nobody", "counterpart": "C2"}, {"delegation": "D1", "counterpart": "C2"}
    )
    assert ask_walk_in(store.snapshot(), (), moment(9), 1, parent) is not None
    assert [("Nobody" in text) for text in seen] == [False, True]


def test_without_a_place_the_reason_is_shown_and_asked_again(
    store: Store, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = attempts(monkeypatch, {"delegation": "D1", "counterpart": "C2"})
    assert ask_walk_in(store.snapshot(), (), moment(18), 1, parent) is None
    assert seen == [
        "",
        "There is no free place left for the two at this stop. There are no more slots at this stop.",
    ]


def test_what_is_typed_for_a_walk_in_is_brought_back(
    store: Store, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = DraftPlace(store, "walk-in")
    place.keep({"delegation": "D1"})
    seen: list[object] = []

    def leave(dialog: RecordDialog) -> int:
        dialog.show()
        seen.append(dialog.form.value("delegation"))
        return 0

    monkeypatch.setattr(RecordDialog, "exec", leave)
    assert ask_walk_in(store.snapshot(), (), moment(9), 1, parent, place) is None
    assert seen == ["D1"]
