"""The day of one person in the window."""

import pytest

from missionplanner.domain.events import Audience, Event, EventKind, PersonAttendance
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.gui.arrivals.day_ways import DayWaysDialog
from missionplanner.gui.arrivals.screen import ArrivalsScreen
from missionplanner.jobs.people import day_repairs
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.gui.conftest import Answers


@pytest.fixture
def call(store: Store) -> int:
    """A call of the two delegates before the flight of the first has landed."""
    with store.change(message("Call")) as change:
        key = change.insert(
            Event(stop_id=1, kind=EventKind.CALL, name_en="Visit", brief="Steel", audience=Audience.LISTED,
                  starts=moment(7), ends=moment(7, 30))
        )  # fmt: skip
        change.insert_all(PersonAttendance(event_id=key, person_id=n, enters=3 - n) for n in (1, 2))
    return key


def test_a_day_shows_who_is_chosen_with_problems_and_what_is_to_be_known(
    call: int, screen: ArrivalsScreen, store: Store
) -> None:
    page = screen.days
    screen.tabs.setCurrentWidget(page)
    page.show_person(1)
    assert [page.main.rows.text(row, 1) for row in range(4)] == ["Visit", "AC991", "AC992", "Ride"]
    assert "lands later" in page.problems.text()
    assert page.problems.isVisibleTo(page)
    assert not page.notes.isVisibleTo(page)
    page.main.choose([0])
    assert page.notes.text().splitlines() == ["They enter: 1. Given D2, 2. Given D1", "Brief: Steel"]
    assert page.words.text() == "4 appointments · Night: Azul"
    page.show_person(2)
    assert [page.main.rows.text(row, 1) for row in range(page.main.rows.rowCount())] == ["Visit", "Ride"]
    assert page.words.text() == "2 appointments · Night: Azul"
    assert not page.problems.isVisibleTo(page)
    store.undo()
    screen.refresh()
    assert page.main.rows.rowCount() == 1


def test_a_late_flight_is_noted_and_a_way_to_go_on_is_chosen(
    call: int, screen: ArrivalsScreen, store: Store, fill_dialogs: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[str] = []
    monkeypatch.setattr(DayWaysDialog, "exec", lambda dialog: chosen.append(dialog.words.text()) or 1)
    screen.tabs.setCurrentWidget(screen.days)
    screen.days.show_person(1)
    fill_dialogs(leg=1, minutes="20")
    screen.days.record_delay()
    assert store.all(JourneyLeg)[0].arrives == moment(8, 20)
    assert chosen[0].startswith("“Visit” takes place without Given D1; Given D2 enters first; ")
    assert store.steps.undo_label == "Repair the day of Given D1"
    fill_dialogs(leg=1, minutes="zz")
    screen.days.record_delay()
    assert store.all(JourneyLeg)[0].arrives == moment(8, 20)


@pytest.mark.parametrize(
    ("broken", "still"),
    [
        ([], "Everything still goes together."),
        ([1], "1 appointment does not fit any more, and no way was found."),
        ([1, 2], "2 appointments do not fit any more, and no way was found."),
    ],
)
def test_without_a_way_to_go_on_it_is_said_who_is_on_a_late_flight_and_whether_all_fits(
    broken: list[int], still: str, call: int, screen: ArrivalsScreen, fill_dialogs: Answers,
    told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(day_repairs, "after_delay", lambda *_words: [])
    monkeypatch.setattr(day_repairs, "_all_broken", lambda *_words: broken)
    screen.tabs.setCurrentWidget(screen.days)
    screen.days.show_person(1)
    fill_dialogs(leg=1, minutes="20")
    screen.days.record_delay()
    assert [text for text, _hint in told] == [f"AC991: 1 person is on it. {still}"]


def test_a_cancelled_call_leaves_its_time_free(
    call: int, screen: ArrivalsScreen, store: Store, fill_dialogs: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DayWaysDialog, "exec", lambda _dialog: 1)
    screen.tabs.setCurrentWidget(screen.days)
    screen.days.show_person(1)
    fill_dialogs(call=call)
    screen.days.record_cancelled()
    assert call not in {event.id for event in store.all(Event)}


def test_without_journeys_or_calls_it_is_said(screen: ArrivalsScreen, told: list[tuple[str, str]]) -> None:
    screen.tabs.setCurrentWidget(screen.days)
    screen.days.show_person(3)
    screen.days.record_delay()
    screen.days.record_cancelled()
    assert [text for text, _hint in told] == [
        "No journey with a time is known of this person.", "This person has no bilateral call on that day.",
    ]  # fmt: skip
