"""The screen of the programme on a small mission with two stops in parallel, without a window."""

from dataclasses import replace
from datetime import timedelta

import pytest

from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.mission import Stop
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, meet, moment
from tests.gui.conftest import ScreenShower


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """Two stops in parallel, the second on other clocks; two events at one time; one meeting."""
    store = workspace.store
    with store.change(message("More")) as change:
        change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY + timedelta(days=1)))
        for name, kind in (("Talk", EventKind.BRIEFING), ("Visit", EventKind.SITE_VISIT)):
            change.insert(
                Event(stop_id=1, name_en=name, kind=kind, starts=moment(10), ends=moment(11), audience=Audience.LISTED)
            )
    meet(store, "D1", "C1", 0, 0)
    return store


@pytest.fixture
def programme(store: Store, show_screen: ScreenShower) -> ProgrammeScreen:
    screen: ProgrammeScreen = show_screen(ProgrammeScreen)
    screen.resize(1100, 900)
    screen.show()
    return screen


def event_of(store: Store, name: str) -> Event:
    """The first event of this name."""
    return next(event for event in store.all(Event) if event.name_en == name)


def change_event(store: Store, name: str, **more: object) -> None:
    """Change some fields of an event."""
    with store.change(message("Change")) as change:
        change.update(replace(event_of(store, name), **more))  # type: ignore[arg-type]
