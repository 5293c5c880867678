"""What a registration form asks."""

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Mission, Sector
from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.exchange.form_questions import FormFacts, questions
from tests.builders import DAY

MISSION = Mission(starts=DAY, ends=DAY)


def test_each_side_is_asked_what_is_of_it_and_own_fields_last() -> None:
    own = OwnFields([
        OwnField(id=1, code="hotel", name_en="Hotel"),
        OwnField(id=2, code="gate", name_en="Gate", side="counterpart"),
        OwnField(id=3, code="meal", name_en="Meal", subject=Subject.PERSON, required=True, sensitive=True),
        OwnField(id=4, code="why", name_en="Why", subject=Subject.REQUEST),
    ])  # fmt: skip
    ours, theirs = (questions(FormFacts(MISSION, own=own), side) for side in Side)
    assert [one.target for one in ours][-2:] == ["company.hotel", "person.meal"]
    assert [one.target for one in theirs][-3:] == ["company.hotel", "company.gate", "person.meal"]
    assert ("declares_origin" in {one.target for one in ours}, "directions" in {one.target for one in ours}) == (
        True,
        False,
    )
    assert (ours[-1].is_person, ours[-1].required, ours[-1].sensitive) == (True, True, True)


def test_a_list_without_a_choice_is_not_asked_about() -> None:
    one = FormFacts(MISSION, [Sector(id=1, code="A", name_en="Mining")])
    two = FormFacts(MISSION, [*one.sectors, Sector(id=2, code="B", name_en="Food", name_fr="Aliments")])
    assert "sectors" not in {each.target for each in questions(one, Side.DELEGATION)}
    sectors = next(each for each in questions(two, Side.DELEGATION) if each.target == "sectors")
    assert (sectors.kind, sectors.choices("fr")) == (FieldKind.SEVERAL, ("Mining", "Aliments"))


def test_no_two_questions_are_called_alike() -> None:
    own = OwnFields([OwnField(id=1, code="city", name_en="City", name_fr="Ville d’accueil")])
    found = questions(FormFacts(MISSION, own=own), Side.DELEGATION)[-1]
    assert (found.titles["en"], found.titles["fr"]) == ("City (2)", "Ville d’accueil")


def test_the_clocks_of_a_company_are_asked_for_only_where_meetings_are_held_by_video() -> None:
    for side in Side:
        asked = {is_online: questions(FormFacts(MISSION, online=is_online), side) for is_online in (False, True)}
        assert {one.target for one in asked[True]} - {one.target for one in asked[False]} == {"time_zone"}
    zone = next(one for one in asked[True] if one.target == "time_zone")
    assert (zone.is_person, zone.required, zone.helps["en"]) == (
        False, False, "Whose clocks you go by: a larger city, such as Lyon.",
    )  # fmt: skip


def test_both_sides_are_asked_for_exports_tariff_status_and_inputs() -> None:
    for side in Side:
        found = {one.target: one for one in questions(FormFacts(MISSION), side)}
        assert [found[name].kind for name in ("markets", "tariff", "inputs")] == [
            FieldKind.LONG, FieldKind.ONE, FieldKind.LONG,
        ]  # fmt: skip
    assert found["tariff"].choices("fr") == ("Inconnu", "Conforme", "Non conforme")
