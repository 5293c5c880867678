"""The screen of selection: deciding, the reserve list, sectors, who moves up."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.gui.selection.criteria import CriteriaDialog
from missionplanner.gui.selection.letters import LettersDialog
from missionplanner.gui.selection.screen import SelectionScreen
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.user import user_name
from tests.builders import key_of
from tests.gui.conftest import ScreenShower


@pytest.fixture
def screen(show_screen: ScreenShower) -> SelectionScreen:
    found = show_screen(SelectionScreen)
    assert isinstance(found, SelectionScreen)
    return found


def names(screen: SelectionScreen) -> list[str]:
    return [screen.table.rows.text(row, 1) for row in range(screen.table.rows.rowCount())]


def status(store: Store, name: str) -> tuple[Status, str]:
    (found,) = store.where(Application, "company_id", [key_of(store, name)])
    return found.status, found.reason


def test_the_best_marked_comes_first_and_stays_selected(screen: SelectionScreen, store: Store) -> None:
    assert names(screen) == ["D1", "D2", "D3"]
    assert screen.words.text() == "3 applications  ·  3 decisions not announced yet"
    screen.table.choose([key_of(store, "D3")])
    screen.panel._groups[store.all(Criterion)[0].id].button(5).click()
    assert [(one.company_id, one.mark) for one in store.all(Review)] == [(key_of(store, "D3"), 5)]
    assert names(screen) == ["D3", "D1", "D2"]
    assert screen.table.chosen_keys() == [key_of(store, "D3")]
    assert screen.panel.title.text() == "D3"


def test_the_order_follows_the_choice_of_mean_or_median(screen: SelectionScreen, store: Store) -> None:
    criterion = store.all(Criterion)[0].id
    for reviewer, d2, d3 in (("Ana", 3, 4), ("Bob", 3, 4), ("Cy", 5, 1)):
        decisions.give_marks(store, key_of(store, "D2"), reviewer, {criterion: d2})
        decisions.give_marks(store, key_of(store, "D3"), reviewer, {criterion: d3})
    assert names(screen) == ["D2", "D3", "D1"]
    screen.by_median.choose(True)
    assert names(screen) == ["D3", "D2", "D1"]


def test_the_panel_is_empty_unless_one_company_is_selected(screen: SelectionScreen, store: Store) -> None:
    screen.table.choose([key_of(store, "D1"), key_of(store, "D2")])
    assert (screen.panel.title.text(), screen.panel.isEnabled()) == ("Choose a company", False)


def test_a_decision_concerns_the_selected_companies(screen: SelectionScreen, store: Store) -> None:
    screen.set_status(Status.DECLINED)
    assert store.steps.undo_label == "Prepare"
    screen.table.choose([key_of(store, "D1"), key_of(store, "D3")])
    screen.set_status(Status.DECLINED, "Too young")
    assert [status(store, name) for name in ("D1", "D2", "D3")] == [
        (Status.DECLINED, "Too young"),
        (Status.ACCEPTED, ""),
        (Status.DECLINED, "Too young"),
    ]


def test_refused_decisions_are_reported(
    screen: SelectionScreen, store: Store, reports: list[tuple[str, list[tuple[str, ...]]]]
) -> None:
    screen.table.choose([key_of(store, "D1")])
    screen.set_status(Status.ACCEPTED)
    (report,) = reports
    assert report[0] == "1 company was not changed."
    assert [row[0] for row in report[1]] == ["D1"]


def test_a_reason_is_asked_for_and_kept(
    screen: SelectionScreen, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(text="Quota is full")
    screen._ask_reason(Status.RESERVE)
    screen.table.choose([key_of(store, "D2")])
    screen._ask_reason(Status.RESERVE)
    assert status(store, "D2") == (Status.RESERVE, "Quota is full")


def test_nothing_is_decided_when_the_reason_is_cancelled(
    screen: SelectionScreen, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    screen.table.choose([key_of(store, "D2")])
    screen._ask_reason(Status.RESERVE)
    assert status(store, "D2") == (Status.ACCEPTED, "")


def test_edited_acceptances_are_approved_again(
    screen: SelectionScreen, store: Store, reports: list[tuple[str, list[tuple[str, ...]]]]
) -> None:
    (application,) = store.where(Application, "company_id", [key_of(store, "D2")])
    with store.change(message("Edit")) as change:
        change.update(replace(application, edited="city"))
    screen.approve_again()
    screen.table.choose([key_of(store, "D1"), key_of(store, "D2")])
    screen.approve_again()
    assert store.get(Application, application.id).edited == ""
    assert [row[0] for row in reports[0][1]] == ["D1"]


def test_one_company_moves_in_the_reserve_list(screen: SelectionScreen, store: Store) -> None:
    keys = [key_of(store, name) for name in ("D1", "D2", "D3")]
    decisions.set_status(store, keys, Status.RESERVE)
    screen.shown.choose("reserve")
    screen.table.choose(keys)
    screen.move_up()
    assert names(screen) == ["D1", "D2", "D3"]
    screen.table.choose([keys[2]])
    screen.move_up()
    assert names(screen) == ["D1", "D3", "D2"]
    screen.move_down()
    assert names(screen) == ["D1", "D2", "D3"]


def test_a_sector_is_chosen_and_left_by_its_gauge(screen: SelectionScreen, store: Store) -> None:
    (sector,) = store.all(Sector)
    with store.change(message("Another sector")) as change:
        other = change.insert(Sector(code="XX", name_en="Space"))
    screen.gauges.chosen.emit(other)
    assert names(screen) == []
    screen.gauges.chosen.emit(other)
    assert names(screen) == ["D1", "D2", "D3"]
    screen.gauges.chosen.emit(sector.id)
    assert names(screen) == ["D1", "D2", "D3"]


def test_the_first_in_reserve_is_proposed_when_there_is_room(screen: SelectionScreen, store: Store) -> None:
    assert screen.advice.isHidden()
    with store.change(message("Quota")) as change:
        change.update(replace(store.all(Sector)[0], quota=3))
    decisions.set_status(store, [key_of(store, "D2")], Status.RESERVE)
    assert screen.advice.text() == "Advanced manufacturing has room. First in reserve: D2"
    screen.promote.click()
    assert status(store, "D2") == (Status.ACCEPTED, "")
    assert (screen.advice.isHidden(), screen.promote.isHidden()) == (True, True)


def test_a_row_opens_its_company(screen: SelectionScreen, store: Store) -> None:
    asked: list[int] = []
    screen.company_asked.connect(asked.append)
    screen.table.activated_row.emit(1)
    assert asked == [key_of(store, "D2")]


def test_the_list_says_of_what_it_is(screen: SelectionScreen) -> None:
    shown = screen.shown_list()
    assert (shown.title, shown.subtitle) == (
        "Selection",
        "Test mission  ·  3 applications  ·  3 decisions not announced yet",
    )
    assert [row[1] for row in shown.rows] == ["D1", "D2", "D3"]


def test_letters_and_criteria_open(screen: SelectionScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    for kind in (LettersDialog, CriteriaDialog):
        monkeypatch.setattr(kind, "exec", lambda dialog: opened.append(dialog.windowTitle()) or 0)
    screen.announce()
    screen.edit_criteria()
    assert opened == ["Letters", "Criteria"]


def test_reviewers_are_offered_as_they_are_named(screen: SelectionScreen, store: Store) -> None:
    decisions.assign_reviewer(store, [key_of(store, "D1")], "Zoe")
    names = [screen.panel.reviewer.itemText(place) for place in range(screen.panel.reviewer.count())]
    assert [name for name in names if name != user_name()] == ["Eva", "Zoe"]


def test_counterparts_are_ranked_and_invited_as_applicants_are(screen: SelectionScreen, store: Store) -> None:
    decisions.give_marks(store, key_of(store, "C2"), "Ana", {store.all(Criterion)[0].id: 5})
    screen.side.choose(Side.COUNTERPART)
    assert names(screen) == ["C2", "C1", "C3"]
    assert [button.text() for button in screen.deciding.values()] == ["Comes", "Reserve", "Declined"]
    screen.table.choose([key_of(store, "C1")])
    screen.set_status(Status.DECLINED)
    assert status(store, "C1")[0] is Status.DECLINED
    screen.refresh()
    assert [screen.table.rows.text(row, 3) for row in range(3)] == ["Comes", "Declined", "Comes"]
    screen.shown.choose("taken")
    assert names(screen) == ["C2", "C3"]
    screen.side.choose(Side.DELEGATION)
    assert (names(screen), screen.shown.value) == (["D1", "D2", "D3"], "all")
    assert [button.text() for button in screen.deciding.values()] == ["Accept", "Reserve", "Decline"]


def test_the_reserve_list_of_counterparts_is_their_own(screen: SelectionScreen, store: Store) -> None:
    decisions.set_status(store, [key_of(store, name) for name in ("D1", "C3", "C1")], Status.RESERVE)
    screen.side.choose(Side.COUNTERPART)
    screen.shown.choose("reserve")
    assert names(screen) == ["C3", "C1"]
    screen.table.choose([key_of(store, "C1")])
    screen.move_up()
    screen.refresh()
    assert names(screen) == ["C1", "C3"]
    assert not screen.promote.isVisibleTo(screen)
