"""The list of own fields: entered, changed without losing a value, put in order, removed."""

from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain.own_fields import CompanyValue, OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.errors import UserError
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.fields.values import fields
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of


def names(store: Store) -> list[str]:
    return [one.name for one in fields(store)]


@pytest.fixture
def hotel(store: Store) -> OwnField:
    """Two companies have a value of it."""
    made = definitions.enter(store, None, {"name_en": "Nights"})
    with store.change(message("Fill")) as change:
        for company, text in (("D1", "3"), ("D2", "about 4"), ("D3", "")):
            change.insert(CompanyValue(company_id=key_of(store, company), field_id=made.id, text=text))
    return made


def test_a_field_is_added_at_its_place_or_behind(store: Store) -> None:
    check_undo(store, lambda s: definitions.enter(s, None, {"name_fr": "Hôtel"}), "Add own field Hôtel")
    definitions.enter(store, None, {"name_en": "Room", "subject": Subject.PERSON}, 1)
    assert names(store) == ["person.room", "company.hotel"]
    room = definitions.called(store, "room")
    definitions.enter(store, room, {"name_en": "Bed"}, 2)
    assert (names(store), definitions.called(store, "bed").code) == (["company.hotel", "person.room"], "room")
    definitions.put_in_order(store, [room.id, 1, 99])
    assert names(store) == ["person.room", "company.hotel"]


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"section": "x"}, "The field needs a name."),
        ({"name_es": "NIGHTS"}, "There is an own field “Nights” already."),
        ({"name_en": "A", "kind": FieldKind.ONE}, "A field of a list needs the list to choose from."),
        ({"name_en": "A", "kind": FieldKind.SEVERAL, "choices": "a; b"}, "What can be chosen has no semicolon."),
        ({"name_en": "A", "kind": FieldKind.MONEY, "currency": "zzz"}, "“ZZZ” is no currency."),
    ],
)
def test_what_a_field_cannot_be_is_refused(store: Store, hotel: OwnField, values: dict[str, Any], problem: str) -> None:
    with pytest.raises(UserError, match=problem):
        definitions.enter(store, None, values)
    assert names(store) == ["company.nights"]


def test_a_change_of_kind_says_what_would_not_fit_and_loses_nothing(store: Store, hotel: OwnField) -> None:
    wanted = {"kind": FieldKind.MONEY, "currency": "cad"}
    found = definitions.unfit(store, hotel, {"kind": FieldKind.NUMBER})
    assert (found.values, found.texts) == (2, ("about 4",))
    assert found.sentence == "1 of 2 values would not fit, and stay as they are written: “about 4”."
    assert definitions.unfit(store, hotel, {}).sentence == ""
    check_undo(store, lambda s: definitions.enter(s, hotel, wanted), "Edit own field Nights")
    assert [value.text for value in store.all(CompanyValue)] == ["3 CAD", "about 4", ""]
    definitions.enter(store, store.get(OwnField, hotel.id), {"kind": FieldKind.TEXT})
    assert [value.text for value in store.all(CompanyValue)] == ["3 CAD", "about 4", ""]


def test_values_are_counted_and_go_with_their_field(store: Store, hotel: OwnField) -> None:
    assert definitions.filled(store) == {hotel.id: 2}
    check_undo(store, lambda s: definitions.remove(s, [hotel.id]), "Delete 1 own field")
    assert store.count(CompanyValue) == 0
    with pytest.raises(UserError, match="There is no own field “Nights”"):
        definitions.called(store, "Nights")


def test_fields_an_import_made_are_stored_in_its_step(store: Store) -> None:
    new = [replace(OwnField(code="a", name_en="A"), id=-1), OwnField(code="b", name_en="B", position=1)]
    with store.change(message("Import")) as change:
        assert len(definitions.add_all(change, new)) == 2
    assert names(store) == ["company.a", "company.b"]
