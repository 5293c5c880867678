"""Own fields as records: a name and a kind are enough, and what would not fit is said first."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.own_fields import CompanyValue, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.gui.programme.own_fields import OwnFieldsKind
from missionplanner.gui.widgets.form import Form
from missionplanner.jobs.fields import definitions
from missionplanner.messages import message
from missionplanner.store.store import Store


@pytest.fixture
def own(store: Store) -> OwnFieldsKind:
    definitions.enter(store, None, {"name_en": "Nights", "section": "Travel"})
    with store.change(message("Fill")) as change:
        change.insert(CompanyValue(company_id=1, field_id=1, text="about 4"))
    return OwnFieldsKind(store)


def test_a_name_is_enough(own: OwnFieldsKind) -> None:
    kind = own.kind
    kind.save(None, {**kind.values(None), "name_en": "Hotel", "place": "1"})
    assert [[column.text(row) for column in kind.columns] for row in kind.rows()] == [
        ["Hotel", "Line of text", "Company", "", "", "", "0"],
        ["Nights", "Line of text", "Company", "Travel", "", "", "1"],
    ]


def test_one_is_edited_but_stays_of_what_it_is(own: OwnFieldsKind) -> None:
    kind, field = own.kind, own.rows()[0]
    kind.save(field, {**kind.values(field), "subject": Subject.PERSON, "name_fr": "Nuits", "sensitive": True})
    (after,) = own.rows()
    assert (after.subject, after.name_fr, after.sensitive) == (Subject.COMPANY, "Nuits", True)
    own.put_in_order([after.id])
    kind.remove([after.id])
    assert own.rows() == []


def test_the_form_follows_the_kind_and_says_what_would_not_fit(own: OwnFieldsKind, qtbot: QtBot) -> None:
    kind, field = own.kind, own.rows()[0]
    form = Form(kind.fields())
    qtbot.addWidget(form)
    form.set_values(kind.values(field))
    kind.prepare(form)
    form.show()
    assert (form.editors["choices"].isVisible(), form.editors["subject"].isEnabled()) == (False, False)
    form.fill({"kind": FieldKind.ONE})
    assert (form.editors["choices"].isVisible(), form.editors["currency"].isVisible()) == (True, False)
    assert form._notes["kind"].text() == "1 of 1 values would not fit, and stay as they are written: “about 4”."
    form.fill({"kind": FieldKind.TEXT})
    assert form._notes["kind"].text() == ""


def test_the_name_in_the_language_of_the_screen_comes_first(own: OwnFieldsKind) -> None:
    i18n.use("es")
    assert own.form_fields()[0].name == "name_es"


def test_a_group_in_use_brings_its_names_and_another_takes_them_away(own: OwnFieldsKind, qtbot: QtBot) -> None:
    definitions.enter(own._store, own.rows()[0], {"section_fr": "Voyage", "section_es": "Viaje"})
    kind = own.kind
    form = Form(kind.fields())
    qtbot.addWidget(form)
    form.set_values(kind.values(None))
    kind.prepare(form)
    form.fill({"section": "travel"})
    assert (form.value("section_fr"), form.value("section_es")) == ("Voyage", "Viaje")
    form.fill({"section": "Travels"})
    assert (form.value("section_fr"), form.value("section_es")) == ("", "")


def test_groups_stand_in_the_language_of_the_screen(own: OwnFieldsKind) -> None:
    definitions.enter(own._store, own.rows()[0], {"section_fr": "Voyage"})
    i18n.use("fr")
    assert own.kind.columns[3].text(own.rows()[0]) == "Voyage"
    assert [(one.name, one.choices) for one in own.form_fields() if one.name.startswith("section")] == [
        ("section_fr", [(0, "Voyage")]), ("section", ()), ("section_es", ()),
    ]  # fmt: skip


def test_a_new_field_of_money_is_offered_the_currency_of_the_country(store: Store) -> None:
    own = OwnFieldsKind(store)
    offered = own.values(None)
    assert offered["currency"] == "CAD"
    own.save(None, {**offered, "name_en": "Budget", "kind": FieldKind.MONEY})
    own.save(None, {**offered, "name_en": "Hotel"})
    hotel, budget = own.rows()
    assert [(one.label, one.currency) for one in (hotel, budget)] == [("Hotel", ""), ("Budget", "CAD")]
    assert own.values(hotel)["currency"] == ""
