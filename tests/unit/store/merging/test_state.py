"""Which of several writes is shown."""

from missionplanner.store.merging.state import KnownStep, MergeState, Write, meant, newest

EARLY = KnownStep("", "", "2026-01-01", "change", "", "", "")
LATE = KnownStep("", "", "2026-01-02", "change", "", "", "")
STEPS = {("a", 1): LATE, ("b", 1): EARLY, ("c", 1): LATE}


def test_the_latest_write_by_the_clock_is_shown() -> None:
    assert newest({("a", 1, 0): Write(("x",)), ("b", 1, 0): Write(("y",))}, STEPS) == ("a", 1, 0)


def test_of_writes_at_one_time_the_replica_decides() -> None:
    assert newest({("a", 1, 0): Write(("x",)), ("c", 1, 0): Write(("y",))}, STEPS) == ("c", 1, 0)


def test_values_put_back_by_an_undo_come_in_the_order_they_had() -> None:
    back = {
        ("c", 2, 0): Write(("x",), ("b", 1)),
        ("c", 2, 1): Write(("y",), ("a", 1)),
        ("c", 2, 2): Write(("z",), ("b", 1)),
    }
    assert newest(back, STEPS) == ("c", 2, 1)


def test_a_write_put_back_means_the_step_that_made_it() -> None:
    assert meant(("c", 2, 0), Write(("x",), ("b", 1))) == ("b", 1)
    assert meant(("c", 2, 0), Write(("x",))) == ("c", 2)


def test_a_state_has_seen_a_step_and_all_before_it() -> None:
    state = MergeState(seen={"a": 2})
    assert [state.has_seen(("a", n)) for n in (1, 2, 3)] == [True, True, False]
    assert not state.has_seen(("b", 1))
