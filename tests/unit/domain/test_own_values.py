"""Values of own fields beside the fields every mission has."""

from missionplanner.domain import own_values
from missionplanner.domain.companies import Company, Side

ACME = Company(side=Side.DELEGATION, name="Acme", own={"company.hotel": "Hilton"})


def test_fields_of_both_kinds_are_read_and_replaced_by_their_names() -> None:
    assert own_values.value_of(ACME, "name") == "Acme"
    assert own_values.value_of(ACME, "company.hotel") == "Hilton"
    assert own_values.value_of(ACME, "company.ports") == ""
    found = own_values.with_values(ACME, {"name": "Acme Ltd", "company.ports": "Halifax"})
    assert (found.name, found.own) == ("Acme Ltd", {"company.hotel": "Hilton", "company.ports": "Halifax"})
    assert own_values.with_values(ACME, {}) is ACME


def test_a_record_is_made_of_both_kinds() -> None:
    values = {"side": Side.DELEGATION, "name": "Acme", "company.hotel": "Hilton"}
    assert own_values.made(Company, values) == ACME
    assert own_values.made(Company, {"side": Side.DELEGATION, "name": "B"}).own is own_values.none()


def test_differences_are_named_field_by_field() -> None:
    other = own_values.with_values(ACME, {"name": "Acne", "company.hotel": "", "company.ports": "Halifax"})
    assert own_values.differing(ACME, other) == ["name", "company.hotel", "company.ports"]
    assert own_values.differing(ACME, ACME) == []
