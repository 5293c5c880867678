"""The same person in two statements."""

import pytest

from missionplanner.domain.identities import find_same, full_name, is_corrected, is_twice, matched

ANA = {"given_name": "Ana", "family_name": "Ruiz", "email": "ana@a.mx"}


def test_names_go_before_addresses() -> None:
    colleagues = [{"given_name": "Bob", "email": "info@a.ca"}, {"given_name": "Ana", "email": "info@a.ca"}]
    assert [place for _person, place in matched(colleagues, colleagues[::-1])] == [1, 0]


@pytest.mark.parametrize(
    ("now", "same"),
    [
        ({"given_name": "ANA", "family_name": "Soto", "email": "as@a.mx"}, True),
        ({"given_name": "Anita", "family_name": "Ruiz", "email": "ana@a.mx"}, True),
        ({"given_name": "Eva", "family_name": "Ruiz", "email": "eva@a.mx"}, False),
        ({"given_name": "Eva", "family_name": "Paz", "email": "ana@a.mx"}, False),
        ({"given_name": "Ruiz", "family_name": "Ana", "email": "ana@a.mx"}, True),
        ({"given_name": "Anna", "family_name": "Ruíz Paz", "email": "ana@a.mx"}, True),
        ({"given_name": "Anna", "family_name": "Ruis", "email": "anna@a.mx"}, False),
    ],
)
def test_a_corrected_person_keeps_a_name(now: dict[str, str], same: bool) -> None:
    assert is_corrected(ANA, now) is same


def test_a_person_without_a_name_is_known_by_the_address() -> None:
    assert find_same({"email": "ana@a.mx"}, [ANA]) is ANA
    assert full_name({"email": "ana@a.mx"}) == "ana@a.mx"
    assert full_name(ANA) == "Ana Ruiz"


@pytest.mark.parametrize(
    ("other", "twice"),
    [
        ({"given_name": "Ana", "family_name": "Gil", "email": "ANA@a.mx"}, True),
        ({"given_name": "Eva", "family_name": "Paz", "email": "ana@a.mx"}, False),
        ({"given_name": "ana", "family_name": "RUIZ", "mobile": "+5255"}, True),
        ({"given_name": "Ana", "family_name": "Ruiz", "mobile": "+1514"}, False),
        ({"given_name": "Ana", "family_name": "Ruiz"}, False),
        ({"given_name": "Eva", "family_name": "Paz", "phone": "+5255"}, False),
    ],
)
def test_the_same_address_or_the_same_name_and_telephone_are_one_person(other: dict[str, str], twice: bool) -> None:
    assert is_twice({**ANA, "phone": "+5255"}, other) is twice
