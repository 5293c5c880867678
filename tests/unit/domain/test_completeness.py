"""The completeness of a registration, by the weight of what is there."""

from dataclasses import replace

import pytest

from missionplanner.domain.completeness import (
    ITEMS,
    Facts,
    is_known,
    missing,
    percent,
    required,
    unanswered,
    words,
    words_in,
)
from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.i18n import translator
from tests.builders import defaults


def test_completeness_counts_what_is_there_by_weight() -> None:
    assert percent(missing(Facts({}))) == 0
    assert percent(()) == 100
    full = {
        "description": "x",
        "city": "x",
        "country": "x",
        "website": "x",
        "employees": 3,
        "consent": False,
        "objectives": "x",
    }
    assert missing(Facts(full, 1, 1, 1, 1, 1, 1)) == ()
    assert missing(Facts({**full, "employees": 0}, 1, 1, 1, 1, 0, 1)) == ("email",)
    assert len({item.code for item in ITEMS}) == len(ITEMS)


def test_the_weights_make_a_hundred() -> None:
    assert {item.code: item.weight for item in ITEMS} == {
        "sector": 12, "delegate": 14, "email": 10, "description": 12, "offers": 9, "seeks": 9, "city": 5, "country": 5,
        "website": 6, "employees": 4, "consent": 8, "objectives": 3, "declarations": 3,
    }  # fmt: skip
    assert sum(item.weight for item in ITEMS) == 100


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_each_part_counts_for_itself(item: object) -> None:
    fields = dict.fromkeys(("description", "city", "country", "website", "employees", "consent", "objectives"), "x")
    numbers = dict.fromkeys(("sectors", "offers", "seeks", "delegates", "addresses", "declarations"), 1)
    number = {"sector": "sectors", "delegate": "delegates", "email": "addresses"}.get(item.code, item.code)  # type: ignore[attr-defined]
    if number in numbers:
        numbers[number] = 0
    else:
        fields[number] = ""
    lacking = missing(Facts(fields, **numbers))
    assert lacking == (item.code,)  # type: ignore[attr-defined]
    assert percent(lacking) == 100 - item.weight  # type: ignore[attr-defined]


def test_nothing_is_there_of_an_empty_registration() -> None:
    assert missing(Facts({})) == tuple(item.code for item in ITEMS)


def test_what_is_missing_is_said_in_words() -> None:
    assert words(("sector", "email")) == "a sector, an e-mail address"
    assert words_in(("city", "gone", "email"), translator("fr")) == ["une ville", "une adresse de courriel"]


def test_of_a_company_alone_nothing_else_is_there() -> None:
    numbers = ("sectors", "offers", "seeks", "delegates", "addresses", "declarations")
    assert defaults(Facts) == dict.fromkeys(numbers, 0)


def test_required_own_fields_count_beside_the_parts() -> None:
    hotel = OwnField(code="hotel", name_en="Hotel", name_fr="Hôtel", required=True)
    late, fee = replace(hotel, code="late", second_form=True), replace(hotel, code="fee_paid")
    theirs = replace(hotel, code="gate", side="counterpart")
    fields = (hotel, late, fee, theirs, replace(hotel, subject=Subject.REQUEST), replace(hotel, required=False))
    assert [one.code for one in required(fields, "delegation", is_accepted=False)] == ["hotel"]
    assert [one.code for one in required(fields, "counterpart", is_accepted=True)] == ["hotel", "late", "gate"]
    lacking = unanswered((hotel, late), {"company.late"})
    assert (lacking, percent(lacking, 2), percent(("city", *lacking), 1)) == (("company.hotel",), 95, 90)
    own = OwnFields([hotel])
    assert (words(("city", *lacking), own), words_in((*lacking, "company.gone"), str, own, "fr")) == (
        "a city, Hotel", ["Hôtel"],
    )  # fmt: skip
    assert [is_known(codes) for codes in ("", "city,company.hotel", "person.x", "request.x", "city,zz")] == [
        True, True, True, False, False,
    ]  # fmt: skip
