"""Which person a heading counts."""

import pytest

from missionplanner.exchange.ordinals import taken_out


@pytest.mark.parametrize(
    ("heading", "number", "rest"),
    [
        ("delegate 2 email", 2, "delegate email"),
        ("email 2", 2, "email"),
        ("2 first name", 2, "first name"),
        ("delegate 12 first name", 12, "delegate first name"),
        ("2nd contact", 2, "contact"),
        ("deuxieme delegue", 2, "delegue"),
        ("tercer participante nombre", 3, "participante nombre"),
        ("attendee b name", 2, "attendee name"),
        ("attendee c first name", 3, "attendee first name"),
        ("delegate ii email", 2, "delegate email"),
        ("delegate iii", 3, "delegate"),
        ("contact a rejoindre", 0, "contact a rejoindre"),
        ("first name", 0, "first name"),
        ("contact first name", 0, "contact first name"),
        ("segundo apellido", 0, "segundo apellido"),
        ("top 3 products sold", 0, "top 3 products sold"),
        ("delegate 99 name", 0, "delegate 99 name"),
        ("telefono 10 digitos", 0, "telefono 10 digitos"),
        ("2", 0, "2"),
        ("company a", 0, "company a"),
    ],
)
def test_numbers_are_taken_out_of_headings(heading: str, number: int, rest: str) -> None:
    assert taken_out(heading.split()) == (number, rest.split())
