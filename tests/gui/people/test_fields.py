"""The fields of a person's form, and what becomes of what is typed into them."""

from typing import Any

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Gender
from missionplanner.gui.people import fields
from missionplanner.jobs.people import records
from missionplanner.jobs.people.cells import Editor
from missionplanner.jobs.people.records import PersonRecord
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.people.conftest import Folk


@pytest.fixture
def rosa(store: Store, folk: Folk) -> PersonRecord:
    return records.records(store, [folk.rosa])[folk.rosa]


def typed(store: Store, record: PersonRecord, **texts: Any) -> PersonRecord:
    shown = fields.values(store, record)
    return fields.typed_record(Editor(store), record, {**shown, **texts}, shown)


def test_every_field_has_a_value(store: Store, rosa: PersonRecord) -> None:
    names = [field.name for field in fields.fields(store, lambda _name: lambda _text: "") if field.kind != "heading"]
    values = fields.values(store, rosa)
    assert sorted(names) == sorted(values)
    assert (values["organisation"], values["languages"], values["precedence"], values["meets"]) == (
        "D1", "Español; English", "", None,
    )  # fmt: skip


def test_nothing_typed_is_no_change(store: Store, rosa: PersonRecord) -> None:
    assert typed(store, rosa) == rosa


def test_texts_are_brought_into_their_normal_form(store: Store, rosa: PersonRecord) -> None:
    found = typed(
        store, rosa, organisation="d3", phone="604 324 6083", precedence="2", gender=Gender.FEMALE, side=Side.DELEGATION
    )
    assert found.person.company_id == key_of(store, "D3")
    assert [row.company_id for row in found.memberships] == [key_of(store, "D2")]
    assert (found.person.phone, found.person.precedence, found.person.gender) == ("+16043246083", 2, "f")


def test_an_emptied_main_organisation_is_followed_by_the_next(store: Store, rosa: PersonRecord) -> None:
    assert typed(store, rosa, organisation="").person.company_id == key_of(store, "D2")


def test_wrong_texts_are_named_and_left_out(store: Store, rosa: PersonRecord) -> None:
    shown = fields.values(store, rosa)
    texts = {**shown, "email": "no", "organisation": "Nobody", "title": "Mme"}
    assert fields.wrong_fields(Editor(store), rosa, texts, shown) == ["organisation", "email"]
    found = fields.typed_record(Editor(store), rosa, texts, shown)
    assert (found.person.email, found.person.title) == ("rosa@x.mx", "Mme")
    assert fields.problem(Editor(store), rosa, "email", "no") == "This is no e-mail address."
    assert fields.problem(Editor(store), rosa, "email", "a@b.ca") == ""


def test_roles_and_organisations_are_offered(store: Store) -> None:
    assert fields.organisations(store) == ["C1", "C2", "C3", "D1", "D2", "D3"]
    assert [label for _key, label in fields.roles(store)][:3] == ["Not said", "Delegate", "Head of delegation"]
