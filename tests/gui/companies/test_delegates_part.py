"""The part of a registration with its people."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.people import Membership, Person
from missionplanner.gui.companies.delegates import COLUMNS
from missionplanner.gui.companies.delegates_part import DelegatesPart
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.jobs.companies import registrations
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of

Fill = Callable[..., None]


@pytest.fixture
def form(qtbot: QtBot, store: Store) -> CompanyForm:
    found = CompanyForm(store)
    qtbot.addWidget(found)
    show(found, store, "D2")
    return found


def show(form: CompanyForm, store: Store, name: str) -> None:
    key = key_of(store, name)
    form.show_record(registrations.records(store, [key])[key])


def test_somebody_of_the_mission_is_chosen_and_stored_with_the_form(
    form: CompanyForm, store: Store, fill_dialogs: Fill
) -> None:
    fill_dialogs(person="Given D1 – D1")
    form.delegates.add_representative()
    assert form.is_changed
    assert form.people.currentColumn() == list(COLUMNS).index("position")
    form.people.item(form.people.currentRow(), form.people.currentColumn()).setText("Adviser")
    assert form.save()
    (row,) = store.all(Membership)
    assert (row.company_id, row.position) == (key_of(store, "D2"), "Adviser")
    assert form.people.cell(1, len(COLUMNS)) == "D1"
    assert not form.is_changed
    assert store.undo() == "Edit D2"
    assert store.all(Membership) == []


def test_they_count_for_what_the_registration_lacks(form: CompanyForm, store: Store) -> None:
    with store.change(message("Two")) as change:
        (person,) = store.where(Person, "company_id", [key_of(store, "D2")])
        change.delete(Person, [person.id])
    show(form, store, "D2")
    assert "a delegate" in form.standing.text()
    with store.change(message("Two")) as change:
        change.insert(Membership(person_id=store.all(Person)[0].id, company_id=key_of(store, "D2")))
    show(form, store, "D2")
    assert "a delegate" not in form.standing.text()


def test_a_draft_brings_back_who_was_chosen(form: CompanyForm, store: Store, fill_dialogs: Fill) -> None:
    fill_dialogs(person="Given D1 – D1")
    form.delegates.add_representative()
    form.keep_draft()
    show(form, store, "D1")
    show(form, store, "D2")
    assert [form.people.cell(row, len(COLUMNS)) for row in range(2)] == ["", "D1"]
    assert form.save()
    assert len(store.all(Membership)) == 1


def test_its_commands_go_with_it(qtbot: QtBot, store: Store) -> None:
    part = DelegatesPart(store)
    qtbot.addWidget(part)
    assert part.add.toolTip() == ""
    assert part.pick.toolTip() == "Somebody who is here already… (Alt+Shift+D)"
