"""The groups of own fields: one wording in three languages for all fields of a group."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.own_fields import OwnField
from missionplanner.exchange.form_questions import questions
from missionplanner.jobs.fields import definitions, fees, forms, groups, typed_definitions
from missionplanner.jobs.fields.values import fields
from missionplanner.store.store import Store
from tests.builders import check_undo

TRAVEL = ("Travel", "Voyage", "Viaje")


@pytest.fixture
def hotel(store: Store) -> OwnField:
    texts = dict(zip(groups.GROUP, TRAVEL, strict=True))
    definitions.enter(store, None, {"name_en": "Flight", "section": "Travel"})
    return definitions.enter(store, None, {"name_en": "Hotel", **texts})


def wordings(store: Store) -> list[groups.Wording]:
    return [groups.wording(one) for one in fields(store)]


def test_a_name_given_to_a_group_is_that_of_all_its_fields(store: Store, hotel: OwnField) -> None:
    assert wordings(store) == [TRAVEL, TRAVEL]
    check_undo(store, lambda s: definitions.enter(s, hotel, {"section_fr": "Trajet"}), "Edit own field Hotel")
    assert wordings(store) == [("Travel", "Trajet", "Viaje")] * 2


@pytest.mark.parametrize("texts", [{"section": "travel"}, {"section_fr": "VOYAGE"}, {"section_es": "Viaje"}])
def test_a_group_in_use_is_known_in_any_language(store: Store, hotel: OwnField, texts: dict[str, str]) -> None:
    definitions.enter(store, None, {"name_en": "Bus", **texts})
    assert [one.group("es") for one in fields(store)] == ["Viaje"] * 3
    assert groups.in_use(fields(store))[-1][1].casefold() == "voyage"


def test_another_group_is_one_of_its_own(store: Store, hotel: OwnField) -> None:
    typed_definitions.enter_texts(store, hotel, {"section": "Stay"})
    assert wordings(store) == [TRAVEL, ("Stay", "", "")]
    typed_definitions.enter_texts(store, definitions.called(store, "hotel"), {"section": "Travel"})
    assert wordings(store) == [TRAVEL, TRAVEL]
    typed_definitions.enter_texts(store, definitions.called(store, "hotel"), {"section": ""})
    assert wordings(store) == [TRAVEL, ("", "", "")]


def test_forms_are_headed_in_the_language_of_who_fills_them_in(store: Store, hotel: OwnField) -> None:
    found = {one.target: one.section for one in questions(forms.facts(store), Side.DELEGATION)}
    assert found["company.hotel"] == {"en": "Travel", "fr": "Voyage", "es": "Viaje"}


def test_fees_stand_under_their_heading_in_three_languages(store: Store) -> None:
    made = fees.add(store, "CAD")
    assert {(one.group("en"), one.group("fr"), one.group("es")) for one in made} == {("Fees", "Frais", "Cuotas")}
