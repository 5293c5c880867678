"""The verb day of people, and the order of entering of events."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_a_day_is_printed_and_what_does_not_go_together_is_told(
    capsys: pytest.CaptureFixture[str], mission: Path
) -> None:
    words = ("kind=call", "host=C1", "brief=Steel", "starts=2026-02-16 09:00", "ends=09:30")
    run(capsys, "events", mission, "add", "name_en=Visit", *words)
    assert document(capsys, "events", mission, "order", "Visit", "Given D2", "Given D1")[1]["person"] == "Given D1"
    assert run(capsys, "events", mission, "order", "Visit")[1].splitlines()[-1] == "2 people"
    code, out, _error = run(capsys, "people", mission, "day", "Given D1")
    assert (code, out.splitlines()[0]) == (0, "Given D1 – Monday, February 16, 2026, Mexico City")
    assert ("  Brief: Steel" in out, "  They enter: 1. Given D2, 2. Given D1" in out) == (True, True)
    run(capsys, "arrivals", mission, "add", "Given D1", "flight=AC1", "to=MEX", "arrives=2026-02-16 09:10")
    code, out, _error = run(capsys, "people", mission, "day", "Given D1", "--day", "2026-02-16")
    assert code == 1
    assert out.splitlines()[-1] == "Given D1 is expected at “Visit” on February 16 at 09:00, and lands later."
    (day,) = document(capsys, "people", mission, "day", "Given D1")
    assert (day["date"], [item["clash"] for item in day["items"]]) == ("2026-02-16", ["not_yet", ""])
    assert run(capsys, "check", mission)[0] == 1


def test_somebody_without_days_is_told_so(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert run(capsys, "people", mission, "day", "Given D1") == (
        0, "Nothing is known of the days of Given D1.\n", "",
    )  # fmt: skip


def test_ways_to_go_on_are_listed_and_one_is_taken(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    words = ("kind=call", "venue=Hall", "starts=2026-02-16 09:00", "ends=09:30")
    run(capsys, "events", mission, "add", "name_en=Visit", *words)
    run(capsys, "events", mission, "order", "Visit", "Given D1", "Given D2")
    run(
        capsys,
        "arrivals",
        mission,
        "add",
        "Given D1",
        "flight=AC1",
        "departs=2026-02-16 05:00",
        "arrives=2026-02-16 08:00",
    )
    ways = document(capsys, "people", mission, "day", "Given D1", "--late", "90", "--flight", "ac 1")
    assert ways[0] == {"way": "“Visit” moves to February 16 at 10:15.", "told": 2, "missed": 0}
    assert run(capsys, "people", mission, "day", "Given D1")[0] == 0
    assert run(capsys, "people", mission, "day", "Given D1", "--late", "90", "--take", "99")[0] == 3
    taken = run(capsys, "people", mission, "day", "Given D1", "--late", "90", "--take", "1")
    assert taken == (0, "“Visit” moves to February 16 at 10:15.\n", "")
    (day,) = document(capsys, "people", mission, "day", "Given D1")
    assert [item["start"][11:16] for item in day["items"]] == ["06:30", "10:15"]
    code, out, _error = run(capsys, "people", mission, "day", "Given D1", "--cancelled", "Visit")
    assert (code, "The time is left free." in out) == (0, True)
    assert run(capsys, "people", mission, "day", "Given D1", "--cancelled", "Visit", "--take", "1", "--json")[0] == 0
    assert document(capsys, "events", mission) == []
    assert run(capsys, "people", mission, "day", "Given D1", "--late", "5")[1] == ("Everything still goes together.\n")
    assert run(capsys, "people", mission, "day", "Given D1", "--late", "5", "--flight", "X9")[0] == 3
    assert run(capsys, "people", mission, "day", "Given D2", "--late", "5")[0] == 3
    run(capsys, "arrivals", mission, "add", "Given D1", "flight=AC2", "kind=departure", "departs=2026-02-16 22:00")
    assert run(capsys, "people", mission, "day", "Given D1", "--late", "5")[0] == 3
