"""Steps are known by number and digest, under whatever name their branch has."""

from missionplanner.store.merging.forks import branch_name
from missionplanner.store.merging.lineages import Lineages
from missionplanner.store.merging.state import KnownStep, StepId


def step(digest: str) -> KnownStep:
    return KnownStep("Edit", "ana", "2026-01-05T09:00:00+00:00", "change", digest, "", "{}")


BRANCH = branch_name("a", "x3")
PLAIN: dict[StepId, KnownStep] = {("a", 1): step("d1"), ("a", 2): step("d2"), ("a", 3): step("d3")}
FORKED: dict[StepId, KnownStep] = {("a", 1): step("d1"), ("a", 2): step("d2"), (BRANCH, 3): step("x3")}
"""The third step of a file that was put back is under the name of its branch."""


def test_a_file_holds_steps_with_their_digests_alone() -> None:
    known = Lineages(PLAIN)
    assert [known.holds([(3, "d3"), (1, "d1")]), known.holds([(3, "x3")]), known.holds([])] == [True, False, True]


def test_who_has_a_step_of_a_branch_has_all_before_it() -> None:
    assert Lineages(FORKED).vector([(3, "x3")]) == {BRANCH: 3, "a": 2}


def test_steps_that_are_not_there_are_left_out_of_a_vector() -> None:
    assert Lineages(PLAIN).vector([(2, "d2"), (9, "d9")]) == {"a": 2}


def test_the_heads_of_a_vector_carry_the_digests_of_its_steps() -> None:
    assert Lineages(PLAIN).heads({"a": 2}) == {"a": (2, "d2")}


def test_a_branch_that_somebody_calls_by_its_first_name_is_found() -> None:
    assert Lineages(FORKED).branches({"a": (3, "x3")}) == [("a", 3, BRANCH)]


def test_replicas_of_one_name_on_both_sides_are_no_branches() -> None:
    assert Lineages(PLAIN).branches({"a": (3, "d3")}) == []


def test_steps_that_are_added_are_held() -> None:
    known = Lineages(PLAIN)
    known.add({("b", 1): step("e1")})
    assert known.vector([(1, "e1")]) == {"b": 1}
