"""The steps of venues and hours lead to what is to be done first, whatever is missing."""

import pytest
from PySide6.QtWidgets import QDialog

from missionplanner.domain import first_steps
from missionplanner.domain.first_steps import StepName
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.timetable import Session
from missionplanner.gui.overview.places_dialogs import VenuesDialog
from missionplanner.gui.overview.screen import OverviewScreen
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.conftest import ScreenShower


@pytest.fixture
def screen(show_screen: ScreenShower) -> OverviewScreen:
    found = show_screen(OverviewScreen)
    assert isinstance(found, OverviewScreen)
    return found


@pytest.mark.parametrize(
    ("gone", "button", "led_to"),
    [
        (Stop, "venues", ["stops"]),
        (Stop, "hours", ["stops"]),
        (Venue, "venues", ["VenuesDialog"]),
        (Venue, "hours", ["VenuesDialog", "HoursDialog"]),
        (Table, "venues", ["VenuesDialog"]),
        (Table, "hours", ["Sessions"]),
        (Session, "venues", ["Venues"]),
        (Session, "hours", ["HoursDialog"]),
    ],
)
def test_venues_and_hours_lead_to_what_is_to_be_done_first(
    screen: OverviewScreen, store: Store, monkeypatch: pytest.MonkeyPatch, gone: type, button: str, led_to: list[str]
) -> None:
    with store.change(message("Begin anew")) as change:
        change.delete(gone, [one.id for one in store.all(gone)])
    led: list[str] = []

    def made(dialog: QDialog) -> int:
        led.append(type(dialog).__name__)
        for _stop, name, _tables in dialog.lines if isinstance(dialog, VenuesDialog) else ():
            name.setText(name.text() or "Hotel")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(QDialog, "exec", made)
    screen.settings_asked.connect(led.append)
    screen.programme_asked.connect(led.append)
    screen.check_list.buttons[button].click()
    assert led == led_to
    is_done = {one.name: one.is_done for one in first_steps.steps(screen.workspace.snapshot())}
    assert is_done[StepName.VENUES if button == "venues" else StepName.SESSIONS] is (gone is not Stop)


def test_venues_that_are_not_added_ask_for_no_hours(
    screen: OverviewScreen, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.change(message("Begin anew")) as change:
        change.delete(Venue, [one.id for one in store.all(Venue)])
    opened: list[str] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: opened.append(type(dialog).__name__) or 0)
    screen.check_list.buttons["hours"].click()
    assert opened == ["VenuesDialog"]
