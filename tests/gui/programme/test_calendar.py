"""Events are chosen, dragged, resized and copied, by mouse and by keyboard."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from missionplanner.domain.events import Audience, Event
from missionplanner.gui.programme.calendar import Calendar
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.gui.programme.conftest import event_of

HOUR, LANE = 42, 92
CONTROL, ALT, SHIFT, NO = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def calendar(programme: ProgrammeScreen) -> Calendar:
    """The calendar, with three days."""
    found = programme.calendar.calendar
    found.resize(900, 900)
    return found


def drag(calendar: Calendar, start: QPointF, by: QPoint, keys: Qt.KeyboardModifier = NO) -> None:
    first = start.toPoint()
    QTest.mousePress(calendar, Qt.MouseButton.LeftButton, keys, first)
    for part in (0.5, 1.0):
        QTest.mouseMove(calendar, first + QPoint(round(by.x() * part), round(by.y() * part)))
    QTest.mouseRelease(calendar, Qt.MouseButton.LeftButton, keys, first + by)


def times(store: Store, name: str) -> list[tuple[object, object]]:
    return [(event.starts, event.ends) for event in store.all(Event) if event.name_en == name]


def test_an_event_is_dragged_to_another_hour(calendar: Calendar, store: Store) -> None:
    before = event_of(store, "Talk")
    drag(calendar, calendar.area_of(before).center(), QPoint(0, HOUR))
    assert times(store, "Talk") == [(moment(11), moment(12))]
    assert store.steps.undo_label == "Move event"
    store.undo()
    assert event_of(store, "Talk") == before


def test_the_lower_edge_resizes(calendar: Calendar, store: Store) -> None:
    area = calendar.area_of(event_of(store, "Talk"))
    drag(calendar, QPointF(area.center().x(), area.bottom() - 2), QPoint(0, HOUR // 2))
    assert times(store, "Talk") == [(moment(10), moment(11, 30))]


def test_an_event_is_a_quarter_of_an_hour_long_at_least(calendar: Calendar, store: Store) -> None:
    area = calendar.area_of(event_of(store, "Talk"))
    drag(calendar, QPointF(area.center().x(), area.bottom() - 2), QPoint(0, -3 * HOUR))
    assert times(store, "Talk") == [(moment(10), moment(10, 15))]


def test_ctrl_copies(calendar: Calendar, store: Store) -> None:
    drag(calendar, calendar.area_of(event_of(store, "Visit")).center(), QPoint(0, 4 * HOUR), CONTROL)
    assert times(store, "Visit") == [(moment(10), moment(11)), (moment(14), moment(15))]


def test_an_event_dragged_to_another_stop_keeps_its_hour_there(calendar: Calendar, store: Store) -> None:
    assert [column.text.split("\n")[0] for column in calendar.columns] == ["Mexico City", "Tijuana", "Tijuana"]
    assert calendar.columns[1].note == "Times of Tijuana (UTC−8)"
    drag(calendar, calendar.area_of(event_of(store, "Talk")).center(), QPoint(284, 0))
    moved = event_of(store, "Talk")
    assert (moved.stop_id, moved.starts) == (2, moment(12))


def test_a_small_movement_is_a_click(calendar: Calendar, store: Store) -> None:
    drag(calendar, calendar.area_of(event_of(store, "Talk")).center(), QPoint(2, 2))
    assert calendar.current == event_of(store, "Talk")
    assert times(store, "Talk") == [(moment(10), moment(11))]


def test_what_is_dragged_is_pointed_at_where_it_would_be(calendar: Calendar, store: Store) -> None:
    pointed: list[Event] = []
    calendar.pointed.connect(pointed.append)
    drag(calendar, calendar.area_of(event_of(store, "Talk")).center(), QPoint(0, HOUR))
    assert pointed[-1].starts == moment(11)


def test_put_back_ends_a_drag(calendar: Calendar, store: Store) -> None:
    start = calendar.area_of(event_of(store, "Talk")).center().toPoint()
    QTest.mousePress(calendar, Qt.MouseButton.LeftButton, NO, start)
    QTest.mouseMove(calendar, start + QPoint(0, HOUR))
    calendar.put_back()
    QTest.mouseRelease(calendar, Qt.MouseButton.LeftButton, NO, start + QPoint(0, HOUR))
    assert times(store, "Talk") == [(moment(10), moment(11))]


def test_a_double_click_opens_an_event_or_begins_one(calendar: Calendar, store: Store) -> None:
    for signal in (calendar.opened, calendar.wanted):
        signal.disconnect()
    opened: list[Event] = []
    wanted: list[tuple[object, int]] = []
    calendar.opened.connect(opened.append)
    calendar.wanted.connect(lambda starts, stop: wanted.append((starts, stop)))
    for point in (calendar.area_of(event_of(store, "Visit")).center(), QPointF(100, 44 + 8.2 * HOUR), QPointF(5, 300)):
        QTest.mouseDClick(calendar, Qt.MouseButton.LeftButton, NO, point.toPoint())
        QTest.mouseRelease(calendar, Qt.MouseButton.LeftButton, NO, point.toPoint())
    assert opened == [event_of(store, "Visit")]
    assert wanted == [(moment(14), 1)]


def test_arrows_go_from_event_to_event_and_stop_at_the_ends(calendar: Calendar, qtbot: QtBot) -> None:
    names = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(calendar, key)
        assert calendar.current is not None
        names.append(calendar.current.name_en)
    assert names == ["Talk", "Visit", "Visit", "Talk", "Talk"]


def test_alt_moves_and_with_shift_resizes(calendar: Calendar, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    qtbot.keyClick(calendar, Qt.Key.Key_Down, ALT)
    assert times(store, "Talk") == [(moment(10, 15), moment(11, 15))]
    qtbot.keyClick(calendar, Qt.Key.Key_Up, ALT | SHIFT)
    assert times(store, "Talk") == [(moment(10, 15), moment(11))]
    qtbot.keyClick(calendar, Qt.Key.Key_Right, ALT)
    assert event_of(store, "Talk").stop_id == 2


def test_an_event_at_the_edge_stays(calendar: Calendar, store: Store, qtbot: QtBot) -> None:
    before = len(store.steps.history())
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    qtbot.keyClick(calendar, Qt.Key.Key_Left, ALT)
    assert len(store.steps.history()) == before


def test_an_event_is_copied_to_the_next_day_with_keys(calendar: Calendar, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClick(calendar, Qt.Key.Key_V, CONTROL)
    assert store.count(Event) == 2
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    qtbot.keyClick(calendar, Qt.Key.Key_C, CONTROL)
    qtbot.keyClick(calendar, Qt.Key.Key_V, CONTROL)
    copies = [event for event in store.all(Event) if event.name_en == "Talk"]
    assert [(event.stop_id, event.starts) for event in copies] == [(1, moment(10)), (2, moment(12))]


def test_enter_opens_the_current_event(calendar: Calendar, store: Store, qtbot: QtBot) -> None:
    calendar.opened.disconnect()
    opened: list[Event] = []
    calendar.opened.connect(opened.append)
    qtbot.keyClick(calendar, Qt.Key.Key_Return)
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    qtbot.keyClick(calendar, Qt.Key.Key_Return)
    assert opened == [event_of(store, "Talk")]


def test_early_and_late_events_keep_their_length_and_are_seen(calendar: Calendar, store: Store) -> None:
    spans = {"Early": (moment(4, 30), moment(5, 30)), "Late": (moment(20), moment(20) + timedelta(hours=5, minutes=30))}
    for name, (starts, ends) in spans.items():
        with store.change(message(name)) as change:
            change.insert(Event(stop_id=1, name_en=name, starts=starts, ends=ends, audience=Audience.LISTED))
        calendar._nudge(event_of(store, name), 1, 0, False)
        moved = event_of(store, name)
        assert (moved.stop_id, moved.ends - moved.starts) == (2, ends - starts)
        store.undo()
        calendar._nudge(event_of(store, name), 0, 1, True)
        assert times(store, name) == [(starts, ends + timedelta(minutes=15))]
    assert calendar.first == 4
    assert calendar.area_of(event_of(store, "Early")).top() >= 44


def test_events_that_overlap_lie_side_by_side(calendar: Calendar, store: Store) -> None:
    talk, visit = (calendar.area_of(event_of(store, name)) for name in ("Talk", "Visit"))
    assert (talk.width(), visit.left() - talk.left()) == (visit.width(), talk.width() + 1)


def test_an_event_is_a_sentence_for_screen_readers(calendar: Calendar, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    sentence = "Talk: Briefing, Mexico City, Mon, Feb 16, 10:00–11:00, Listed companies"
    assert (calendar.accessibleDescription(), calendar.sentence(event_of(store, "Talk"))) == (sentence, sentence)


def test_a_reader_of_the_file_drags_nothing(calendar: Calendar, store: Store, qtbot: QtBot) -> None:
    calendar.is_writable = False
    drag(calendar, calendar.area_of(event_of(store, "Talk")).center(), QPoint(0, HOUR))
    qtbot.keyClick(calendar, Qt.Key.Key_Down, ALT)
    assert times(store, "Talk") == [(moment(10), moment(11))]


def crowded(calendar: Calendar, store: Store, programme: ProgrammeScreen) -> list[Event]:
    """Three more events at the time of two others; there is room for two beside a sign."""
    with store.change(message("More")) as change:
        for name in ("Third", "Fourth", "Fifth"):
            change.insert(
                Event(stop_id=1, name_en=name, starts=moment(10), ends=moment(11), audience=Audience.EVERYONE)
            )
    programme.calendar.refresh()
    programme.calendar._scroll.setWidgetResizable(False)
    calendar.resize(calendar.minimumWidth() + LANE, 900)
    return [event for event in store.all(Event) if event.starts == moment(10)]


def test_events_without_room_stand_behind_a_sign_that_lists_them(
    calendar: Calendar, store: Store, programme: ProgrammeScreen
) -> None:
    events = crowded(calendar, store, programme)
    shown = [event for event in events if calendar.event_at(calendar.area_of(event).center()) == event]
    whole = calendar.geometry_.area(calendar.place_of(events[0]))
    sign = QPointF(whole.right() - 20, whole.center().y())
    assert (len(shown), len(calendar.more_at(sign))) == (2, 3)
    QTest.mousePress(calendar, Qt.MouseButton.LeftButton, NO, sign.toPoint())
    (menu,) = calendar.findChildren(QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    QTest.mouseRelease(calendar, Qt.MouseButton.LeftButton, NO, sign.toPoint())
    assert calendar.current == events[-1]
