"""The values of own fields of a mission, by record."""

from pathlib import Path

from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue, Subject
from missionplanner.messages import message
from tests.builders import small_mission


def test_values_are_found_by_their_record(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change(message("Fill")) as change:
            hotel = change.insert(OwnField(code="hotel", name_en="Hotel"))
            room = change.insert(OwnField(code="room", name_en="Room", subject=Subject.PERSON))
            change.insert(CompanyValue(company_id=1, field_id=hotel, text="Ritz"))
            change.insert(PersonValue(person_id=2, field_id=room, text="7"))
        found = store.snapshot()
    assert [field.name for field in found.own] == ["company.hotel", "person.room"]
    assert (found.own_of_company, found.own_of_person, found.own_of_request) == (
        {1: {"company.hotel": "Ritz"}}, {2: {"person.room": "7"}}, {},
    )  # fmt: skip
