"""Files that went on under one id."""

from missionplanner.store.merging.forks import branch_name, branches, renamed
from missionplanner.store.merging.state import KnownStep, MergeState


def state(*digests: str) -> MergeState:
    """Return a state that has seen steps of one replica with these digests."""
    steps = {("r", n): KnownStep("", "", "", "change", digest, "", "") for n, digest in enumerate(digests, start=1)}
    return MergeState(seen={"r": len(digests)}, steps=steps)


def test_files_of_which_one_went_on_are_no_branches() -> None:
    assert branches(state("1", "2"), state("1", "2", "3")) == ([], [])


def test_both_branches_are_named_after_the_last_common_step() -> None:
    names = branch_name("r", "2"), branch_name("r", "x")
    assert branches(state("1", "2"), state("1", "x")) == ([("r", 2, names[0])], [("r", 2, names[1])])
    assert names[0] != names[1]


def test_a_branch_is_known_by_the_name_somebody_else_gave_it() -> None:
    found = branches(state("1", "2"), state("1", "x"))
    other = renamed(state("1", "2"), found[0])
    assert other.seen == {"r": 1, branch_name("r", "2"): 2}
    assert branches(state("1", "2"), other) == ([("r", 2, branch_name("r", "2"))], [])


def test_renaming_moves_the_steps_of_the_branch_alone() -> None:
    name = branch_name("r", "2")
    assert renamed(state("1", "2"), [("r", 2, name)]).steps.keys() == {("r", 1), (name, 2)}
