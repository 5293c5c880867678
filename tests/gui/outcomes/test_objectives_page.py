"""Objectives in the window: entered, changed, deleted, with what is reached."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.objectives import CountedAs, Objective
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.outcomes.objectives_page import ObjectivesPage
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.relationships import objectives
from missionplanner.store.store import Store
from tests.builders import key_of


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> ObjectivesPage:
    found = ObjectivesPage(workspace)
    qtbot.addWidget(found)
    workspace.changed.connect(lambda _tables: found.refresh())
    found.refresh()
    return found


def test_an_objective_is_typed_changed_and_deleted(
    page: ObjectivesPage, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(company="D1", what="distributors", number="3", counts="by_hand", reached="1")
    page.add()
    (one,) = store.all(Objective)
    assert (one.company_id, one.number, one.counts, one.reached) == (key_of(store, "D1"), 3, CountedAs.BY_HAND, 1)
    page.table.selectRow(0)
    fill_dialogs(reached="3")
    page.edit()
    assert (page.shown_list().rows[0][0], page.shown_list().rows[0][-1]) == ("D1", "3")
    assert page.summary.text() == "1 of 1 objectives reached"
    page.table.selectRow(0)
    page.remove()
    assert (store.all(Objective), page.summary.text()) == ([], "")


def test_the_form_of_the_company_says_what_is_reached(qtbot: QtBot, store: Store, page: ObjectivesPage) -> None:
    key = key_of(store, "D1")
    objectives.enter(store, Objective(company_id=key, what="importers", counts=CountedAs.BY_HAND, number=2, reached=1))
    form = CompanyForm(store)
    qtbot.addWidget(form)
    form.show_record(registrations.records(store, [key])[key])
    assert form.form._notes["objectives"].text() == "importers: 1 of 2"
