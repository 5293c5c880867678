"""Cards of advice: what they say, and what their buttons do."""

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.domain import alterations
from missionplanner.domain.advice import Advice, AdviceKind, Findings
from missionplanner.domain.mission import Table, Venue
from missionplanner.domain.timetable import Session, Slot
from missionplanner.gui.advice.advice_page import ACTS, AdvicePage
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import places
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.advice.advising import Advised
from missionplanner.messages import message
from missionplanner.store.store import Store


@pytest.fixture
def page(workspace: Workspace, store: Store, runner: Runner, qtbot: QtBot) -> AdvicePage:
    found = AdvicePage(workspace, runner)
    qtbot.addWidget(found)
    return found


def show(page: AdvicePage, workspace: Workspace, *advice: Advice) -> list[QPushButton]:
    """Show advice; returns the buttons of its cards."""
    page.show_advice(Advised(workspace.snapshot(), Findings(advice, requested=3, met=0, placeable=1)))
    return [button for button in page.findChildren(QPushButton) if button is not page.look]


def test_advice_is_looked_for_when_it_is_asked_for(page: AdvicePage, qtbot: QtBot, runner: Runner) -> None:
    assert (page.shown_list(), page.words.text().startswith("Not looked yet.")) == (None, True)
    with qtbot.waitSignal(runner.ended, timeout=20_000):
        page.look.click()
    listed = page.shown_list()
    assert listed is not None
    assert [row[0] for row in listed.rows] == [
        "Ask 1 company to come to another stop", "Invite 1 counterpart to another city", "Make the timetable",
        "Tables to spare: Hall",
    ]  # fmt: skip
    assert page.words.text() == "0 of 3 requests have a meeting."


def test_it_is_said_when_the_mission_is_another(page: AdvicePage, workspace: Workspace, store: Store) -> None:
    show(page, workspace)
    with store.change(message("Table")) as change:
        change.insert(Table(venue_id=1, number=3))
    assert page.words.text().endswith("The mission has changed since; look again.")


def test_new_advice_takes_the_place_of_what_was_shown(page: AdvicePage, workspace: Workspace, qtbot: QtBot) -> None:
    show(page, workspace, Advice(AdviceKind.REPLAN), Advice(AdviceKind.SLOTS, place=1, number=1))
    show(page, workspace, Advice(AdviceKind.REPLAN))
    assert len(page.acts) == 1


def test_a_button_makes_the_timetable(page: AdvicePage, workspace: Workspace) -> None:
    asked: list[str] = []
    page.command_asked.connect(asked.append)
    (button,) = show(page, workspace, Advice(AdviceKind.REPLAN))
    button.click()
    assert asked == ["make_timetable"]


def test_a_button_leads_to_the_venues(page: AdvicePage, workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(places, "go_to", lambda _widget, place: asked.append(place))
    (button,) = show(page, workspace, Advice(AdviceKind.SPARE, number=1, place=1))
    button.click()
    assert asked == ["programme.Venues"]


def test_buttons_add_slots_and_interpreters(page: AdvicePage, workspace: Workspace, store: Store) -> None:
    before = len(store.all(Slot))
    wanted = (Advice(AdviceKind.SLOTS, number=1, place=1), Advice(AdviceKind.INTERPRETERS, number=2, languages="en,es"))
    for button in show(page, workspace, *wanted):
        button.click()
    snapshot = store.snapshot()
    assert (len(snapshot.slots) - before, len(snapshot.interpreters)) == (1, 2)


def test_a_button_adds_tables(page: AdvicePage, workspace: Workspace, store: Store) -> None:
    (button,) = show(page, workspace, Advice(AdviceKind.TABLES, number=1, place=store.all(Venue)[0].id))
    button.click()
    assert [table.number for table in store.all(Table)] == [1, 2, 3]


def test_a_button_adds_half_a_day(page: AdvicePage, workspace: Workspace, store: Store) -> None:
    session = alterations.half_day(workspace.snapshot(), 1)
    (button,) = show(page, workspace, Advice(AdviceKind.HALF_DAY, number=1, place=1, session=session))
    button.click()
    assert len(store.all(Session)) == 2


def test_what_is_no_longer_possible_is_a_sentence(
    page: AdvicePage, workspace: Workspace, store: Store, shown_errors: list[BaseException]
) -> None:
    (button,) = show(page, workspace, Advice(AdviceKind.TABLES, number=1, place=store.all(Venue)[0].id))
    with store.change(message("Gone")) as change:
        change.delete(Venue, [store.all(Venue)[0].id])
    button.click()
    assert [str(error) for error in shown_errors] == ["The venue was deleted meanwhile. Look for advice again."]


def test_a_button_shows_the_companies(
    page: AdvicePage, workspace: Workspace, advice: Advice, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[int] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: shown.append(len(dialog.letters)))
    (button,) = show(page, workspace, advice)
    button.click()
    assert shown == [1]


def test_a_mission_for_reading_only_is_not_changed(
    read_only_workspace: Workspace, runner: Runner, qtbot: QtBot
) -> None:
    page = AdvicePage(read_only_workspace, runner)
    qtbot.addWidget(page)
    advice = [Advice(kind, number=1, place=1, languages="en") for kind in ACTS if kind is not AdviceKind.HALF_DAY]
    can = [button.isEnabled() for button in show(page, read_only_workspace, *advice)]
    assert can == [False, True, True, True, False, False, False, True]
