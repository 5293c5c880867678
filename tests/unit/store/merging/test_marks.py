"""The meaning of a step beyond what it changes."""

import pytest

from missionplanner.store.merging.marks import Declared, Dot

PLAN = (frozenset({"s"}), b"")


@pytest.mark.parametrize(
    ("declared", "is_empty"),
    [
        (Declared(), True),
        (Declared(touched={("u", "phone")}), False),
        (Declared(seen={"u"}), False),
        (Declared(kept={"u"}), False),
        (Declared(stands_for={("u", "in_force"): (1, 2)}), True),
        (Declared(plan=PLAN, touched={("s", "in_force")}), True),
    ],
    ids=["nothing", "a register", "a deletion seen", "a row kept", "only what it stands for", "a plan"],
)
def test_a_step_means_something_where_registers_or_deletions_are_declared(declared: Declared, is_empty: bool) -> None:
    assert declared.is_empty is is_empty


def test_steps_share_nothing_they_declare() -> None:
    Declared().touched.add(("u", "phone"))
    assert Declared() == Declared(set(), None, {}, set(), set())


def test_a_dot_is_the_first_of_its_step_where_no_place_is_given() -> None:
    assert Dot(1, 2) == (1, 2, 0)
