"""What a list asks of own fields."""

import pytest

from missionplanner.domain.own_filters import counts, passes, values_of, without

SAID = {"person.bus": "A; B", "person.size": "M"}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ((), True),
        (("person.bus=A",), True),
        (("person.bus=C", "person.bus=B"), True),
        (("person.bus=C",), False),
        (("person.bus=A; B",), True),
        (("person.bus=A", "person.size=L"), False),
        (("person.bus=",), False),
        (("person.hotel=",), True),
        (("person.hotel=", "person.hotel=Ritz"), True),
        (("person.hotel=Ritz",), False),
    ],
)
def test_any_value_of_a_field_and_all_fields(wanted: tuple[str, ...], expected: bool) -> None:
    assert passes(wanted, SAID) is expected


def test_a_field_is_left_open_and_its_values_are_read() -> None:
    wanted = ("person.bus=A", "person.bus=", "person.size=M=x")
    assert without(wanted, "person.bus") == ("person.size=M=x",)
    assert (values_of(wanted, "person.bus"), values_of(wanted, "person.size")) == (["A", ""], ["M=x"])


def test_values_are_counted_each_of_several_for_itself() -> None:
    found = [SAID, {"person.bus": "A"}, {}]
    assert counts(found, "person.bus", is_several=True) == {"A": 2, "B": 1, "": 1}
    assert counts(found, "person.bus") == {"A; B": 1, "A": 1, "": 1}
