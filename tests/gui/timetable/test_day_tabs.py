"""The tabs of the days with slots."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Stop, Venue
from missionplanner.domain.timetable import Meeting, Session, slots_of
from missionplanner.gui.timetable.day_tabs import DayTabs
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, moment


@pytest.fixture
def tabs(tuesday: date, store: Store, qtbot: QtBot) -> DayTabs:
    found = DayTabs()
    qtbot.addWidget(found)
    found.offer(store.snapshot())
    return found


def texts(tabs: DayTabs) -> list[str]:
    return [tabs.tabText(n) for n in range(tabs.count())]


def test_only_days_with_slots_have_a_tab(tabs: DayTabs, store: Store) -> None:
    with store.change(message("Longer")) as change:
        change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY + timedelta(5)))
    tabs.offer(store.snapshot())
    assert texts(tabs) == ["Mexico City, Mon, Feb 16", "Mexico City, Tue, Feb 17"]
    assert tabs.tabToolTip(0) == "Monday, February 16, 2026 – Times of Mexico City (UTC−6)"


def test_the_shown_day_stays_where_it_still_exists(tabs: DayTabs, store: Store, tuesday: date) -> None:
    shown: list[int] = []
    tabs.setCurrentIndex(1)
    tabs.currentChanged.connect(shown.append)
    with store.change(message("Stop")) as change:
        stop = change.insert(Stop(name_en="Aguascalientes", time_zone="America/Mexico_City", starts=DAY, ends=DAY))
        venue = change.insert(Venue(stop_id=stop, name="Club"))
        session = Session(venue_id=venue, starts=moment(9), ends=moment(10))
        change.insert_all(slots_of(session, change.insert(session)))
    tabs.offer(store.snapshot())
    assert (tabs.shown, shown) == ((1, tuesday), [])
    assert len(texts(tabs)) == 3


def test_steps_end_at_both_ends(tabs: DayTabs) -> None:
    shown = []
    for steps in (1, 1, -1, -1):
        tabs.step(steps)
        shown.append(tabs.currentIndex())
    assert shown == [1, 1, 0, 0]


def test_a_day_is_gone_to(tabs: DayTabs, tuesday: date) -> None:
    tabs.show_day(1, tuesday)
    assert tabs.shown == (1, tuesday)
    with pytest.raises(ValueError, match="not in list"):
        tabs.show_day(1, DAY + timedelta(9))


def test_without_slots_no_day_is_shown(qtbot: QtBot) -> None:
    tabs = DayTabs()
    qtbot.addWidget(tabs)
    assert tabs.shown is None
    tabs.step(1)
    assert tabs.shown is None


def test_the_first_day_with_meetings_is_shown_once_there_are_any(store: Store, tuesday: date, qtbot: QtBot) -> None:
    snapshot, fresh = store.snapshot(), DayTabs()
    qtbot.addWidget(fresh)
    fresh.offer(replace(snapshot, meetings=[]))
    assert fresh.shown == (1, DAY)
    slot = next(one for one in snapshot.slots if one.day == tuesday)
    late = replace(snapshot, meetings=[Meeting(id=1, delegation_id=1, counterpart_id=4, slot_id=slot.id, table_id=1)])
    fresh.offer(late)
    assert fresh.shown == (1, tuesday)
    fresh.setCurrentIndex(0)
    fresh.offer(late)
    assert fresh.shown == (1, DAY)
