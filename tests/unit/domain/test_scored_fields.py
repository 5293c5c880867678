"""Marks that follow from own fields."""

import pytest

from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.scored_fields import fixed_marks, mark, pairs, unread

BUS = OwnField(id=1, code="bus", kind=FieldKind.SEVERAL, choices="Bus | Autobus | Autobús\nCar\nTrain")
YES = OwnField(id=2, code="yes", kind=FieldKind.YES_NO)
NUMBER = OwnField(id=3, code="n", kind=FieldKind.NUMBER)
MONEY, DAY = OwnField(code="m", kind=FieldKind.MONEY), OwnField(code="d", kind=FieldKind.DATE)


def test_values_and_marks_are_read_of_lines_or_semicolons() -> None:
    assert pairs("Yes = 5; No=1\n\nx = 9\ny\n = 3") == [
        ("Yes", 5), ("No", 1), ("x", None), ("y", None), ("= 3", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "points", "text", "expected"),
    [
        (YES, "yes = 5; no = 1", "yes", 5),
        (YES, "Oui = 5; non = 2", "no", 2),
        (YES, "yes = 5", "no", None),
        (YES, "yes = 5; * = 2", "no", 2),
        (YES, "yes = 5; * = 2", "", None),
        (BUS, "Autobus = 4; car = 2", "Bus; Car", 4),
        (BUS, "Autobus = 4", "Train", None),
        (BUS, "Bus = 4; * = 1", "Coach", None),
        (NUMBER, "100 = 3; 1000 = 5", "100", 3),
        (NUMBER, "100 = 3; 1000 = 5", "999.5", 3),
        (NUMBER, "1000 = 5; 100 = 3", "2500", 5),
        (NUMBER, "100 = 3", "99", 1),
        (NUMBER, "", "99", None),
        (MONEY, "1000 = 4", "1500 CAD", 4),
        (DAY, "2026-01-01 = 5", "2025-12-31", 1),
        (DAY, "2026-01-01 = 5", "2026-01-01", 5),
        (OwnField(code="t"), "Gold = 5", "Gold", 5),
    ],
)
def test_a_value_gives_its_mark(field: OwnField, points: str, text: str, expected: int | None) -> None:
    assert mark(field, points, text) == expected


@pytest.mark.parametrize(
    ("field", "points", "wrong"),
    [
        (YES, "yes = 5; no = 1; * = 2", ""),
        (YES, "perhaps = 5", "perhaps = 5"),
        (YES, "yes = 6", "yes"),
        (BUS, "Autobús = 5", ""),
        (BUS, "Ship = 5", "Ship = 5"),
        (NUMBER, "much = 5", "much = 5"),
        (NUMBER, "100", "100"),
    ],
)
def test_what_gives_no_mark_is_named(field: OwnField, points: str, wrong: str) -> None:
    assert unread(field, points) == wrong


def test_marks_are_of_companies_with_a_value_and_criteria_with_a_field() -> None:
    person = OwnField(id=9, code="p", subject=Subject.PERSON)
    criteria = [
        Criterion(id=1, name_en="A"), Criterion(id=2, name_en="B", field_id=2, points="yes = 4"),
        Criterion(id=3, name_en="C", field_id=7, points="yes = 4"), Criterion(id=4, name_en="D", field_id=9, points="x = 4"),
    ]  # fmt: skip
    values = {11: {"company.yes": "yes"}, 12: {"company.yes": "no"}, 13: {}}
    assert fixed_marks(criteria, OwnFields([YES, person]), values, {}) == {11: {2: 4}}
