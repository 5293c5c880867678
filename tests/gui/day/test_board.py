"""The board lists who should be where, now and next, and takes meetings agreed on the spot."""

from dataclasses import replace

import pytest

from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui.day.screen import DayScreen
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import Answers
from tests.gui.day.conftest import Rows
from tests.gui.typing import enter


def test_it_shows_what_goes_on_now_and_next(day: DayScreen, column: Rows) -> None:
    assert [column(number) for number in (0, 1, 2, 3, 4, 5)] == [
        ["Now", "Now", "Next"],
        ["09:00–09:20", "09:00–09:20", "09:25–09:45"],
        ["1", "2", "1"],
        ["D1", "D2", "D3"],
        ["C1", "C2", "C3"],
        ["Planned", "Planned", "Planned"],
    ]


def test_nothing_is_near_when_all_is_over(day: DayScreen, column: Rows) -> None:
    enter(day.moment, "9:50")
    assert column(0) == []


def test_what_is_not_closed_yet_is_listed(day: DayScreen, store: Store, column: Rows) -> None:
    meeting_edits.set_status(store, [store.all(Meeting)[0].id], MeetingStatus.HELD)
    enter(day.moment, "9:50")
    day.board.shown.choose("open")
    assert column(3) == ["D2", "D3"]


def test_the_whole_day_is_listed(day: DayScreen, column: Rows) -> None:
    enter(day.moment, "9:22")
    day.board.shown.choose("")
    assert column(0) == ["Over", "Over", "Next"]


@pytest.mark.parametrize(("words", "names"), [("given d2", ["D2"]), ("table 2", ["D2"]), ("c3", ["D3"]), ("x", [])])
def test_a_search_covers_the_whole_day(day: DayScreen, column: Rows, words: str, names: list[str]) -> None:
    enter(day.moment, "9:50")
    day.board.text.setText(words)
    assert column(3) == names


def test_the_summary_counts_the_day(day: DayScreen, store: Store) -> None:
    assert day.board.summary.text() == "2 meetings now  ·  0 held  ·  0 no-shows  ·  0 not closed yet"
    meeting_edits.set_status(store, [store.all(Meeting)[0].id], MeetingStatus.HELD)
    enter(day.moment, "9:30")
    assert day.board.summary.text() == "1 meeting now  ·  1 held  ·  0 no-shows  ·  1 not closed yet"


def test_what_is_selected_stays_selected_after_a_change(day: DayScreen, store: Store) -> None:
    second = store.all(Meeting)[1]
    day.board.table.choose([second.id])
    meeting_edits.set_status(store, [store.all(Meeting)[0].id], MeetingStatus.HELD)
    assert day.board.table.chosen_keys() == [second.id]


def test_who_attends_stands_behind_the_company(day: DayScreen, store: Store, column: Rows) -> None:
    person = store.all(Person)[0]
    meeting_edits.attend(store, store.all(Meeting)[0].id, [person.id])
    assert column(3)[0] == f"D1 ({person.full_name})"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"late_side": "delegation", "late_minutes": 5}, "5 min late: D1"),
        ({"status": MeetingStatus.NO_SHOW, "no_show_side": "counterpart", "reason": "Flight"}, "No-show, C1, Flight"),
        ({"status": MeetingStatus.NO_SHOW}, "No-show"),
        ({"walk_in": True}, "Planned, Walk-in"),
    ],
)
def test_the_state_of_a_meeting_is_said(
    day: DayScreen, store: Store, column: Rows, more: dict[str, object], words: str
) -> None:
    with store.change(message("State")) as change:
        change.update(replace(store.all(Meeting)[0], **more))  # type: ignore[arg-type]
    assert column(5)[0] == words


def test_a_walk_in_takes_the_next_free_place(day: DayScreen, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(delegation="D1", counterpart="C2")
    day.board.walk_in()
    made = store.all(Meeting)[-1]
    assert (made.pair, made.walk_in) == ((key_of(store, "D1"), key_of(store, "C2")), True)
    assert made.slot_id == store.snapshot().slots[1].id
    assert store.steps.undo_label == "Walk-in meeting D1 – C2"
    assert day.board.summary.text() == "D1 – C2: Mon, Feb 16, 09:25, table 2."


@pytest.mark.usefixtures("cancel_dialogs")
def test_a_cancelled_walk_in_enters_nothing(day: DayScreen, store: Store) -> None:
    day.board.walk_in()
    assert store.count(Meeting) == 3


def test_a_row_opens_the_delegation_company(day: DayScreen, store: Store) -> None:
    opened: list[int] = []
    day.company_asked.connect(opened.append)
    day.board.table.activated_row.emit(1)
    assert opened == [key_of(store, "D2")]


def test_the_list_to_print_is_as_it_is_shown(day: DayScreen) -> None:
    found = day.board.shown_list("Mexico City")
    assert (found.title, found.subtitle, [row[3] for row in found.rows]) == (
        "Who should be where",
        "Mexico City",
        ["D1", "D2", "D3"],
    )
