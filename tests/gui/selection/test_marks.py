"""Giving marks, abstaining, and what the others gave."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.own_fields import CompanyValue
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.reviews import Criterion, Review, ReviewScore
from missionplanner.gui import settings
from missionplanner.gui.selection.marks import MarksPanel
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


@pytest.fixture
def panel(qtbot: QtBot, workspace: Workspace) -> MarksPanel:
    settings.write("reviewer", "Ana")
    found = MarksPanel(workspace.store)
    qtbot.addWidget(found)
    found.show_company(key_of(workspace.store, "D1"), "D1", "Advanced manufacturing", None)
    return found


def checked(panel: MarksPanel) -> list[str]:
    return [button.text() for group in panel._groups.values() for button in group.buttons() if button.isChecked()]


def test_a_mark_is_stored_as_it_is_given_in_place_of_the_one_before(panel: MarksPanel, store: Store) -> None:
    (group,) = panel._groups.values()
    group.button(3).click()
    group.button(4).click()
    assert [(r.reviewer, r.company_id, r.mark) for r in store.all(Review)] == [("Ana", key_of(store, "D1"), 4)]


def test_an_abstention_is_stored_as_no_mark(panel: MarksPanel, store: Store) -> None:
    (group,) = panel._groups.values()
    group.button(0).click()
    assert [(r.reviewer, r.mark) for r in store.all(Review)] == [("Ana", None)]
    panel.show_company(key_of(store, "D1"), "D1", "", None)
    assert checked(panel) == ["abstains"]


def test_the_marks_of_the_present_reviewer_are_shown(panel: MarksPanel, store: Store) -> None:
    criterion, key = store.all(Criterion)[0].id, key_of(store, "D2")
    decisions.give_marks(store, key, "Ana", {criterion: 2})
    decisions.give_marks(store, key, "Bob", {criterion: 5})
    panel.show_company(key, "D2", "", None)
    assert checked(panel) == ["2"]
    panel.show_company(key_of(store, "D1"), "D1", "", None)
    assert checked(panel) == []


def test_another_reviewer_is_remembered_and_told(panel: MarksPanel, qtbot: QtBot) -> None:
    panel.reviewer.setCurrentText(" Bob ")
    with qtbot.waitSignal(panel.given):
        panel.reviewer.activated.emit(0)
    assert (panel.name, settings.read("reviewer")) == ("Bob", "Bob")


def test_without_a_company_nothing_can_be_marked(panel: MarksPanel) -> None:
    panel.show_company(0, "", "", None)
    assert (panel.isEnabled(), panel.title.text()) == (False, "Choose a company")


def test_criteria_that_were_changed_are_offered_anew(panel: MarksPanel, store: Store) -> None:
    with store.change(message("Another")) as change:
        for known in store.all(Criterion):
            change.update(replace(known, position=known.position + 1))
        change.insert(Criterion(name_en="Readiness", position=0))
    panel.show_company(key_of(store, "D1"), "D1", "", None)
    names = [group.buttons()[0].accessibleName() for group in panel._groups.values()]
    assert names == ["Readiness: 1", "Export plan: 1"]


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (None, "Nobody has given marks yet."),
        (ReviewScore({"Ana": 80.0, "Bob": 60.0, "Cy": 20.0}, ()), "Ana: 80\nBob: 60\nCy: 20\nmean 53, median 60"),
        (ReviewScore({}, ("Ana",)), "Ana: abstains"),
    ],
)
def test_what_the_reviewers_gave_is_listed(panel: MarksPanel, score: ReviewScore | None, expected: str) -> None:
    panel.show_company(1, "D1", "", score)
    assert panel.others.text() == expected


def test_a_criterion_read_from_a_field_says_its_value_and_takes_no_mark(panel: MarksPanel, store: Store) -> None:
    field = definitions.enter(store, None, {"name_en": "Certified", "kind": FieldKind.YES_NO})
    (criterion,) = store.all(Criterion)
    decisions.save_criteria(store, [replace(criterion, field_id=field.id, points="yes = 4")])
    company = key_of(store, "D1")
    with store.change(message("Answer")) as change:
        change.insert(CompanyValue(company_id=company, field_id=field.id, text="yes"))
    panel.show_company(company, "D1", "", decisions.all_scores(store)[company])
    assert (panel._groups, panel._labels[criterion.id].text()) == ({}, "Export plan: Certified – yes (4)")
    assert panel.others.text() == "From own fields: 80\nmean 80, median 80"
    panel.show_company(key_of(store, "D2"), "D2", "", None)
    assert panel._labels[criterion.id].text() == "Export plan: Certified not said"
