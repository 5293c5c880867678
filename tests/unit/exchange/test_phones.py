"""Telephone numbers however they are written."""

import pytest

from missionplanner.exchange import phones


@pytest.mark.parametrize(
    ("cell", "country", "number"),
    [
        ("416 555 0134", "CA", "+14165550134"), ("Tel: 416-555-0134", "CA", "+14165550134"), ("Cel. 81 8345 6789", "MX", "+528183456789"),
        ("Tél. : 514 555-0199", "CA", "+15145550199"), ("01 42 68 53 00", "CA", None), ("+33 1 42 68 53 00", "CA", "+33142685300"),
        ("014 268 5300", "CA", None), ("123 555 0134", "CA", None), ("416 055 0134", "CA", None),
        ("55 1234 5678", "CA", None), ("(55) 1234-5678", "CA", None), ("55 1234 5678", "MX", "+525512345678"),
    ],
)  # fmt: skip
def test_numbers_that_cannot_be_are_none(cell: str, country: str, number: str | None) -> None:
    assert phones.phone(cell, country) == number


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("416 555 0134 / 514 555 0177", ["416 555 0134", "514 555 0177"]), ("416 555 0134; 514 555 0177", ["416 555 0134", "514 555 0177"]),
        ("416 555 0134\n514 555 0177", ["416 555 0134", "514 555 0177"]), ("81 8345 6789 o 55 8638 3986", ["81 8345 6789", "55 8638 3986"]),
        ("416-555-0134, cell 514-555-0177", ["416-555-0134", "cell 514-555-0177"]), ("416 555 0134 ou 514 555 0177", ["416 555 0134", "514 555 0177"]),
        ("416 555 0134 / 12", ["416 555 0134 / 12"]), ("416 555 0134, poste 12", ["416 555 0134, poste 12"]), ("416/555-0134", ["416/555-0134"]),
    ],
)  # fmt: skip
def test_several_numbers_of_a_cell(cell: str, found: list[str]) -> None:
    assert phones.several(cell) == found


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+16043246083", "+1 604-324-6083"), ("+4533121212", "+45 33 12 12 12"), ("+525555555555", "+52 55 5555 5555"),
        ("+16043246083 ext. 12", "+1 604-324-6083 ext. 12"), ("ask Anna", "ask Anna"), ("+12", "+12"), ("", ""),
    ],
)  # fmt: skip
def test_spaced_groups_the_figures_of_a_number_and_leaves_all_else(number: str, shown: str) -> None:
    assert phones.spaced(number) == shown


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("+525512345678", "+52 55 1234 5678"),
        ("+16135550134 ext. 204", "+1 613-555-0134 poste 204"),
        ("on request", "on request"),
    ],
)
def test_a_number_is_printed_in_the_groups_of_its_country(number: str, expected: str) -> None:
    assert phones.shown(number, "poste") == expected
