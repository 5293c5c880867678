"""The form of a person: entered, checked, stored as one step; drafts of what was typed."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from missionplanner.gui.people.form import PersonForm
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.people import records
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.builders import key_of
from tests.gui.people.conftest import Folk
from tests.gui.typing import enter


@pytest.fixture
def form(qapp: QApplication, store: Store, folk: Folk) -> Iterator[PersonForm]:
    found = PersonForm(store)
    found.show_record(records.empty(Side.DELEGATION))
    yield found
    delete(found)  # its timers go with it, before the file is closed


def show(form: PersonForm, store: Store, key: int) -> None:
    form.show_record(records.records(store, [key])[key])


def type_in(form: PersonForm, **texts: str) -> None:
    for name, text in texts.items():
        enter(form.form.editors[name], text)


def note(form: PersonForm, name: str) -> str:
    return form.form._notes[name].text() if not form.form._notes[name].isHidden() else ""


def test_a_person_is_entered_as_one_step(form: PersonForm, store: Store, qtbot: QtBot) -> None:
    type_in(form, given_name="Ada", family_name="Roy", organisation="D3", phone="604 324 6083")
    with qtbot.waitSignal(form.saved) as saved:
        assert form.save()
    person = store.get(Person, form.key)
    assert saved.args == [person.id]
    assert (person.given_name, person.company_id, person.phone) == ("Ada", key_of(store, "D3"), "+16043246083")
    assert (form.is_changed, store.steps.undo_label) == (False, "Enter Ada Roy")


def test_a_person_needs_a_name(form: PersonForm, store: Store) -> None:
    type_in(form, position="Boss")
    assert not form.save()
    assert note(form, "family_name") == "The person needs a name."
    assert store.steps.undo_label == ""


def test_a_mistake_has_to_be_corrected(form: PersonForm, store: Store, folk: Folk) -> None:
    show(form, store, folk.rosa)
    type_in(form, email="no", title="Mme")
    assert note(form, "email") == "This is no e-mail address."
    assert not form.save()
    type_in(form, email="rosa@y.mx")
    assert form.save()
    person = store.get(Person, folk.rosa)
    assert (person.email, person.title, store.steps.undo_label) == ("rosa@y.mx", "Mme", "Edit Rosa Pérez")


def test_nothing_typed_is_no_step(form: PersonForm, store: Store, folk: Folk) -> None:
    show(form, store, folk.rosa)
    assert form.save()
    assert store.steps.undo_label == ""


def test_the_next_person_is_of_the_same_side(form: PersonForm, store: Store) -> None:
    form.show_record(records.empty(Side.COUNTERPART))
    type_in(form, given_name="Ada")
    form.save_and_next()
    assert (form.key, form.form.value("given_name"), form.form.value("side")) == (0, "", Side.COUNTERPART)
    assert store.all(Person)[-1].side is Side.COUNTERPART


def test_somebody_who_is_here_already_is_named(form: PersonForm) -> None:
    type_in(form, family_name="Perez", given_name="Rosa", email="ROSA@x.mx")
    assert note(form, "email") == "Looks like “Rosa Pérez”, already here."
    type_in(form, given_name="Juan", family_name="Gil")
    assert note(form, "email") == ""


def test_a_draft_comes_back_and_goes_when_it_is_saved(form: PersonForm, store: Store, folk: Folk) -> None:
    show(form, store, folk.rosa)
    type_in(form, title="Mme", email="no")
    form.keep_draft()
    show(form, store, folk.luis)
    assert (form.form.value("title"), form.restored.isHidden()) == ("", True)
    show(form, store, folk.rosa)
    assert (form.form.value("title"), form.form.value("email"), form.is_changed) == ("Mme", "no", True)
    assert form.restored.text().startswith("What was typed on")
    type_in(form, email="rosa@x.mx")
    assert form.save()
    show(form, store, folk.rosa)
    assert form.restored.isHidden()


def test_a_draft_is_forgotten(form: PersonForm, store: Store, folk: Folk) -> None:
    show(form, store, folk.rosa)
    type_in(form, title="Mme")
    form.keep_draft()
    show(form, store, folk.rosa)
    form.discard.click()
    assert (form.form.value("title"), form.is_changed) == ("", False)
    type_in(form, title="Mme")
    form.keep_draft()
    type_in(form, title="")
    form.keep_draft()
    show(form, store, folk.rosa)
    assert form.restored.isHidden()


def test_a_draft_goes_when_the_person_is_erased(form: PersonForm, store: Store, folk: Folk) -> None:
    show(form, store, folk.rosa)
    type_in(form, passport="AB 12")
    form.keep_draft()
    erasing.erase(store, [folk.rosa])
    assert store.drafts.find(0, form._draft_name) is None


def test_organisations_that_are_new_are_offered(form: PersonForm, store: Store, folk: Folk) -> None:
    with store.change(message("New")) as change:
        change.insert(Company(side=Side.DELEGATION, name="Zeta"))
    show(form, store, folk.luis)
    type_in(form, organisation="zeta")
    assert note(form, "organisation") == ""
    assert form.save()
    assert store.get(Person, folk.luis).company_id == key_of(store, "Zeta")


def test_the_side_is_chosen_only_without_an_organisation(form: PersonForm, store: Store, folk: Folk) -> None:
    sides = []
    for key in (folk.rosa, folk.luis):
        show(form, store, key)
        sides.append(form.form.editors["side"].isEnabled())
    assert sides == [False, True]


def test_a_file_open_for_reading_is_not_typed_into(
    folk: Folk, read_only_workspace: Workspace, qapp: QApplication
) -> None:
    form = PersonForm(read_only_workspace.store)
    show(form, read_only_workspace.store, folk.rosa)
    form.keep_draft()
    assert not form.form.editors["title"].isEnabled()
    delete(form)


def test_letters_packs_cannot_print_are_told_at_the_field(form: PersonForm) -> None:
    type_in(form, family_name="Levi ש")
    assert note(form, "family_name") == "Packs have no letters for ש: type it as on the business card."
    type_in(form, family_name="Levi")
    assert note(form, "family_name") == ""
