"""The calendar is painted with its days, sessions and events."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.gui.programme.calendar_layout import CalendarGeometry, DayColumn
from missionplanner.gui.programme.calendar_painting import (
    KIND_COLOURS,
    lines_of_times,
    paint_days,
    paint_event,
    paint_hours,
    wrapped,
)
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.gui.widgets.theme import colours
from missionplanner.store.store import Store
from tests.builders import DAY, moment
from tests.gui.programme.conftest import event_of


def test_every_kind_of_event_has_a_colour_of_its_own() -> None:
    assert set(KIND_COLOURS) == set(EventKind)
    assert len(set(KIND_COLOURS.values())) == len(KIND_COLOURS)


def test_an_event_has_a_strip_in_the_colour_of_its_kind(qapp: object) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    event = Event(
        stop_id=1,
        name_en="Talk",
        kind=EventKind.PLENARY,
        starts=moment(9),
        ends=moment(10),
        audience=Audience.EVERYONE,
    )
    paint_event(painter, event, "UTC", QRectF(10, 10, 150, 80), False)
    painter.end()
    assert image.pixelColor(QPoint(12, 50)).name() == KIND_COLOURS[EventKind.PLENARY]


def test_days_are_ruled_on_the_surface(qapp: object) -> None:
    image = QImage(348, 800, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_days(painter, CalendarGeometry(348, (DayColumn(1, DAY, "UTC", "Here\nMon"),)), 800)
    painter.end()
    assert image.pixelColor(QPoint(200, 60)).name() == QColor(colours().surface).name()


def test_the_hours_stay_at_the_left_of_what_is_seen(qapp: object) -> None:
    image = QImage(348, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    paint_hours(painter, CalendarGeometry(348, (DayColumn(1, DAY, "UTC", "Here\nMon"),)), 100, 800)
    painter.end()
    red = [image.pixelColor(QPoint(x, 60)) == QColor("red") for x in (99, 101, 147, 149)]
    assert red == [True, False, False, True]


def test_the_whole_calendar_is_painted_while_an_event_is_dragged(programme: ProgrammeScreen, store: Store) -> None:
    calendar = programme.calendar.calendar
    calendar.resize(900, 900)
    before = calendar.grab().toImage()
    area = calendar.area_of(event_of(store, "Talk"))
    strip = QPoint(round(area.left()) + 2, round(area.center().y()))
    assert before.pixelColor(strip).name() == KIND_COLOURS[EventKind.BRIEFING]


def test_a_name_is_wrapped_at_words_and_cut_in_its_last_line(qapp: object) -> None:
    metrics = QFontMetrics(QFont())
    room = metrics.horizontalAdvance("Opening plenary")
    assert wrapped(metrics, "Opening plenary of us all", room, 3) == ["Opening plenary", "of us all"]
    assert wrapped(metrics, "Opening plenary of us all", room, 1)[0].endswith("…")
    assert wrapped(metrics, "", room, 2) == []


def test_times_of_a_journey_without_room_for_a_line_have_lines_for_each_end_or_no_cities(qapp: object) -> None:
    metrics, times = QFontMetrics(QFont()), "19:30 Mexico City → 22:30 Guadalajara"
    whole, end = metrics.horizontalAdvance(times), metrics.horizontalAdvance("19:30 Mexico City → ")
    assert lines_of_times(metrics, times, whole, 1) == [times]
    assert lines_of_times(metrics, times, end, 2) == ["19:30 Mexico City →", "22:30 Guadalajara"]
    assert lines_of_times(metrics, times, metrics.horizontalAdvance("19:30 Mexico "), 4) == [
        "19:30 Mexico", "City →", "22:30", "Guadalajara",
    ]  # fmt: skip
    assert lines_of_times(metrics, times, end, 1) == ["19:30–22:30"]
    assert lines_of_times(metrics, "09:00–10:00", 1, 1) == ["09:00–10:00"]
