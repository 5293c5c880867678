"""Which delegate a column is about."""

from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.people_columns import PersonPlace, places


def numbers(*headings: str) -> list[int]:
    return [place.number for place in places([meaning(heading) for heading in headings])]


def dropped(*headings: str) -> list[bool]:
    return [place.dropped for place in places([meaning(heading) for heading in headings])]


def test_numbers_of_headings_are_delegates() -> None:
    assert numbers("Delegate 1 name", "Delegate 1 email", "Delegate 2 name", "Delegate 2 email") == [1, 1, 2, 2]


def test_the_same_heading_again_is_the_next_delegate() -> None:
    assert numbers("Company", "Name of delegate", "Email", "Name of delegate", "Email", "City", "City") == [
        1,
        1,
        1,
        2,
        2,
        1,
        1,
    ]


def test_primary_secondary_and_third_contacts() -> None:
    assert numbers(
        "Primary contact name", "Secondary contact name", "Third contact name", "Alternate delegate email"
    ) == [1, 2, 3, 2]


def test_a_second_address_is_no_second_person() -> None:
    assert dropped("Contact name", "Email", "Email 2", "Phone 2") == [False, False, True, True]
    assert dropped("Name of delegate", "Second delegate name", "Second delegate email") == [False] * 3


def test_a_contact_beside_delegates_is_who_wrote() -> None:
    found = places(
        [meaning(heading) for heading in ("Contact name", "Contact email", "Delegate name", "Delegate email")]
    )
    assert found[0] == PersonPlace(1, "person", dropped=True, doubtful=True)
    assert [place.dropped for place in found] == [True, True, False, False]


def test_a_contact_s_address_is_the_delegate_s_where_there_is_no_other() -> None:
    assert dropped("Delegate name", "Contact email", "Contact phone") == [False] * 3


def test_another_additional_person_is_the_next() -> None:
    assert numbers("Main contact name", "Secondary contact name", "Secondary contact email", "Additional delegate name",
                   "Additional delegate email", "Additional delegate phone") == [1, 2, 2, 3, 3, 3]  # fmt: skip


def test_an_address_with_the_number_of_a_name_is_that_person_s() -> None:
    assert dropped("Company", "Name 1", "Email 1", "Name 2", "Email 2", "Phone 2") == [False] * 6


def test_numbers_of_repeated_headings_are_counted_from_the_second() -> None:
    assert numbers("Name", "Email", "Name.1", "Email.1", "Name.2", "Email.2") == [1, 1, 2, 2, 3, 3]
    assert numbers("Contact name", "Delegate 1 name", "Delegate 2 name") == [1, 1, 2]


def test_half_a_name_of_a_contact_is_the_delegate_s() -> None:
    assert dropped("Nombre del contacto", "Apellido paterno", "Correo") == [False] * 3
    assert dropped("Contact name", "First name", "Last name") == [True, False, False]
