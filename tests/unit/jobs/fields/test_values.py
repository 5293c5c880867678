"""Values of own fields: stored with their records, field by field, undone, merged, erased."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.own_fields import OwnField, PersonValue, RequestValue, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.errors import UserError
from missionplanner.jobs.companies import duplicates, registrations
from missionplanner.jobs.fields import definitions, values
from missionplanner.jobs.people import records
from missionplanner.jobs.requests import entering
from missionplanner.jobs.safety import history, privacy
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests.builders import check_undo, key_of


@pytest.fixture
def mission(store: Store) -> Store:
    """A mission with a field of each subject."""
    for subject in Subject:
        definitions.enter(store, None, {"name_en": "Hotel", "subject": subject})
    return store


def give(store: Store, name: str, text: str, field: str = "company.hotel") -> None:
    """Enter a value of a company in its form."""
    key = key_of(store, name)
    opened = registrations.records(store, [key])[key]
    typed = replace(opened, company=replace(opened.company, own={**opened.company.own, field: text}))
    registrations.enter(store, typed, opened)


def own(store: Store, name: str) -> dict[str, str]:
    key = key_of(store, name)
    return dict(registrations.records(store, [key])[key].company.own)


def give_person(store: Store, text: str) -> int:
    person = store.all(Person)[0]
    opened = records.records(store, [person.id])[person.id]
    typed = replace(opened, person=replace(opened.person, own={"person.hotel": text}))
    return records.enter(store, typed, opened)


def test_a_company_is_entered_edited_and_emptied_in_its_form(mission: Store) -> None:
    check_undo(mission, lambda s: give(s, "D1", "Hilton"), "Edit D1")
    assert own(mission, "D1") == {"company.hotel": "Hilton"}
    give(mission, "D1", "Ritz")
    last = history.values(mission, mission.steps.history()[0].id)
    assert [(one.about, one.before, one.after) for one in last] == [("D1 – Hotel – Ritz", "Hilton", "Ritz")]
    give(mission, "D1", "")
    assert own(mission, "D1") == {}
    mission.undo()
    assert own(mission, "D1") == {"company.hotel": "Ritz"}


def test_what_another_wrote_meanwhile_stays_field_by_field(mission: Store) -> None:
    definitions.enter(mission, None, {"name_en": "Ports"})
    key = key_of(mission, "D1")
    opened = registrations.records(mission, [key])[key]
    give(mission, "D1", "Halifax", "company.ports")
    typed = replace(opened, company=replace(opened.company, own={"company.hotel": "Ritz"}))
    registrations.enter(mission, typed, opened)
    assert own(mission, "D1") == {"company.hotel": "Ritz", "company.ports": "Halifax"}


def test_values_of_people_and_requests_are_stored_with_them(mission: Store) -> None:
    check_undo(mission, lambda s: give_person(s, "Ritz"), "Edit Given D1")
    assert values.by_record(mission, Subject.PERSON) == {mission.all(Person)[0].id: {"person.hotel": "Ritz"}}
    pair = {"delegation_id": key_of(mission, "D1"), "counterpart_id": key_of(mission, "C1")}
    new = Request(**pair, own={"request.hotel": "Lobby", "request.gone": "x"})
    check_undo(mission, lambda s: entering.save(s, new, {}), "Add a request")
    (request,) = values.with_own(mission, mission.all(Request))
    assert request.own == {"request.hotel": "Lobby"}
    entering.save(mission, replace(request, own={"request.hotel": "Bar"}), {})
    assert [row.text for row in mission.all(RequestValue)] == ["Bar"]
    assert mission.snapshot().own_of_request == {request.id: {"request.hotel": "Bar"}}
    assert mission.snapshot().own_of_person == values.by_record(mission, Subject.PERSON)


def test_of_two_companies_that_are_one_the_value_is_chosen(mission: Store) -> None:
    give(mission, "D1", "Hilton")
    give(mission, "D2", "Ritz")
    found = registrations.records(mission)
    one, two = (found[key_of(mission, name)] for name in ("D1", "D2"))
    (differing,) = [one for one in duplicates.differences(mission, one, two) if one.field == "company.hotel"]
    assert (differing.label, differing.one, differing.two) == ("Hotel", "Hilton", "Ritz")
    assert duplicates.usual_choice(replace(one, company=replace(one.company, own={})), two) == {"company.hotel"}
    duplicates.merge(mission, one.company.id, two.company.id, {"company.hotel"})
    assert own(mission, "D1") == {"company.hotel": "Ritz"}


def test_copies_merge_field_by_field_and_the_same_field_made_twice_is_one(mission: Store, tmp_path: Path) -> None:
    mission.backup(tmp_path / "b.mission")
    with Store.open(tmp_path / "b.mission") as other:
        for store in (mission, other):
            definitions.enter(store, None, {"name_en": "Ports"})
        give(mission, "D1", "Hilton")
        give(other, "D1", "Halifax", "company.ports")
        joining.write(mission, joining.join(mission, other), message("Merge"))
    assert own(mission, "D1") == {"company.hotel": "Hilton", "company.ports": "Halifax"}
    assert [one.name for one in values.fields(mission) if one.subject is Subject.COMPANY] == [
        "company.hotel", "company.ports",
    ]  # fmt: skip


def test_erasing_a_person_erases_their_values_also_in_the_history_and_from_copies(
    mission: Store, tmp_path: Path
) -> None:
    key = give_person(mission, "Ritz")
    give_person(mission, "Savoy")
    give(mission, "D1", "With Given D1")
    target = tmp_path / "data.json"
    privacy.save_person(mission, key, target)
    assert '"person.hotel": "Savoy"' in target.read_text()
    assert '"text": "Ritz"' in target.read_text()
    mission.backup(tmp_path / "b.mission")
    privacy.erase(mission, [key])
    assert [row.text for row in mission.all(PersonValue)] == [""]
    assert own(mission, "D1") == {}
    with Store.open(tmp_path / "b.mission") as other:
        give_person(other, "Plaza")
        joining.write(mission, joining.join(mission, other), message("Merge"))
    assert [row.text for row in mission.all(PersonValue)] == [""]
    path = mission.path
    mission.close()
    assert not [word for word in (b"Ritz", b"Savoy", b"Plaza") if word in path.read_bytes()]


def test_erasing_everybody_empties_the_values(mission: Store) -> None:
    give_person(mission, "Ritz")
    give(mission, "D1", "Hilton")
    privacy.erase(mission)
    assert (own(mission, "D1"), values.by_record(mission, Subject.PERSON)) == ({}, {})


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        (FieldKind.DATE, "15 Feb 2026", "2026-02-15"),
        (FieldKind.PHONE, "416 555 0134", "+14165550134"),
        (FieldKind.ONE, "bus", "Bus"),
        (FieldKind.NUMBER, " ", ""),
    ],
)
def test_what_is_typed_is_stored_as_its_kind(kind: FieldKind, text: str, stored: str) -> None:
    assert values.typed(OwnField(kind=kind, choices="Bus\nCar"), text, "Canada") == stored


def test_what_cannot_be_is_refused_with_what_can() -> None:
    field = OwnField(kind=FieldKind.ONE, choices="Bus\nCar")
    assert values.problem(field, "Train") == "This is not in the list of the field. The list is: Bus, Car."
    assert values.problem(field, "Car") == ""
    with pytest.raises(UserError, match="This is no number"):
        values.typed(OwnField(kind=FieldKind.NUMBER), "much")


def test_records_without_fields_are_as_they_were(store: Store) -> None:
    company = store.all(Company)[0]
    assert values.with_own(store, [company]) == [company]
    assert (values.with_own(store, list[Company]()), values.stored(store, company)) == ([], {})
