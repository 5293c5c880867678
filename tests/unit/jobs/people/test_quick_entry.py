"""Somebody entered in one line, as they are told on the phone."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.jobs.people.quick_entry import add, country_of, problem, understood
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana López", {"given_name": "Ana", "family_name": "López"}),
        (
            "Ana López, CEO, ana@alba.mx, 55 1234 5678",
            {
                "given_name": "Ana", "family_name": "López", "position": "CEO", "email": "ana@alba.mx",
                "phone": "+525512345678",
            },
        ),
        (
            "Dr. Wei Zhang; wei@zhang.example; +1 604 324 6083; +1 604 324 6084",
            {
                "title": "Dr.", "given_name": "Wei", "family_name": "Zhang", "email": "wei@zhang.example",
                "phone": "+16043246083", "mobile": "+16043246084",
            },
        ),
        ("ana@alba.mx", {"email": "ana@alba.mx"}),
        ("Ana, 12345", {"given_name": "Ana", "phone": "12345"}),
        ("Ana, B2B manager", {"given_name": "Ana", "position": "B2B manager"}),
        ("", {}),
    ],
)  # fmt: skip
def test_a_line_is_understood(text: str, found: dict[str, str]) -> None:
    assert understood(text, "Mexico") == found


def test_somebody_is_entered_as_one_step(store: Store) -> None:
    key = key_of(store, "C1")
    check_undo(store, lambda one: add(one, key, "María López García, CEO, maria@alba.mx"), "Enter María López García")
    person = store.all(Person)[-1]
    assert (person.company_id, person.family_name, person.second_family_name) == (key, "López", "García")
    assert (person.position, person.email) == ("CEO", "maria@alba.mx")


def test_nobody_is_not_entered(store: Store) -> None:
    with pytest.raises(UserError, match="The person needs a name"):
        add(store, key_of(store, "C1"), "55 1234 5678")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Ana", ""), ("", "The person needs a name."), ("Ana, 12345", "This is no telephone number."), ("a@b.mx", "")],
)
def test_what_is_not_enough_is_said(text: str, sentence: str) -> None:
    assert problem(understood(text, "Mexico"), "Mexico") == sentence


def test_a_company_without_a_country_has_that_of_its_side(store: Store) -> None:
    companies = [store.get(Company, key_of(store, name)) for name in ("D1", "C1")]
    assert [country_of(store, one) for one in companies] == ["Canada", "Mexico"]
    assert country_of(store, replace(companies[0], country="France")) == "France"
