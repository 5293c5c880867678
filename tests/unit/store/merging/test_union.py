"""Two states become one: what survives of a register."""

from missionplanner.domain.people import Person
from missionplanner.store.merging.layout import TableLayout
from missionplanner.store.merging.state import Dot, KnownRow, MergeState, Vector, Write
from missionplanner.store.merging.union import union
from missionplanner.store.rows import names as names_of

LAYOUT = {
    "companies": TableLayout(
        "companies", ("id", "uid", "name"), {"name": (2,)}, (), {}, (), False, None, ("", "", "name")
    ),
    "people": TableLayout("people", names_of(Person), {}, (), {}, (), False, None, ()),
}
Writes = dict[Dot, Write]


def state(seen: Vector, written: Writes, value: str = "") -> MergeState:
    """Return a state of one company made by the first step of `a`."""
    registers = {"name": written} if written else {}
    row = KnownRow("companies", (None, "u", value), ("a", 1), registers)
    return MergeState(seen=seen, rows={"u": row})


def names(one: MergeState, other: MergeState) -> set[object]:
    """Return the values of the name that survive, the same in both directions."""
    found = [union(*pair, LAYOUT).rows["u"] for pair in ((one, other), (other, one))]
    values = [{write.values[0] for write in row.registers.get("name", {}).values()} for row in found]
    assert values[0] == values[1]
    return values[0]


def test_a_write_the_other_has_not_seen_replaces_what_it_saw() -> None:
    newer = state({"a": 2}, {("a", 2, 0): Write(("new",))})
    older = state({"a": 1}, {}, "old")
    assert union(older, newer, LAYOUT).rows["u"].registers["name"] == {("a", 2, 0): Write(("new",))}
    assert names(older, newer) == {"new"}


def test_writes_unseen_by_each_other_both_stay() -> None:
    one = state({"a": 1, "b": 1}, {("b", 1, 0): Write(("b",))})
    other = state({"a": 1, "c": 1}, {("c", 1, 0): Write(("c",))})
    assert names(one, other) == {"b", "c"}


def test_a_clash_that_somebody_settled_is_closed_for_everybody() -> None:
    clash: Writes = {("b", 1, 0): Write(("b",)), ("c", 1, 0): Write(("c",))}
    settled = state({"a": 1, "b": 1, "c": 2}, {("c", 2, 0): Write(("b",))})
    assert names(state({"a": 1, "b": 1, "c": 1}, clash), settled) == {"b"}


def test_a_register_never_loses_its_last_value() -> None:
    one = state({"a": 3}, {("a", 2, 0): Write(("x",))})
    other = state({"a": 3}, {("a", 3, 0): Write(("y",))})
    assert names(one, other) == {"x", "y"}


def test_vectors_and_tombstones_are_united() -> None:
    one, other = state({"a": 2, "b": 1}, {}), state({"a": 1, "c": 4}, {})
    one.erased, other.erased = frozenset({"x"}), frozenset({"y"})
    found = union(one, other, LAYOUT)
    assert (found.seen, found.erased) == ({"a": 2, "b": 1, "c": 4}, {"x", "y"})
