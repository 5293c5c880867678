"""One relationship on the command line: its story, and moves to other stages."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


@pytest.fixture
def related(capsys: pytest.CaptureFixture[str], mission: Path) -> Path:
    run(capsys, "relationships", mission, "add", "D1", "C1")
    run(
        capsys,
        "relationships",
        mission,
        "say",
        "D1",
        "C1",
        "--by",
        "C1",
        "stage=held",
        "told_on=2026-03-20",
        "about=Pumps",
    )
    return mission


def test_a_story_is_printed_day_by_day(capsys: pytest.CaptureFixture[str], related: Path) -> None:
    rows = document(capsys, "relationships", related, "story", "C1", "D1")
    (said,) = [row for row in rows if row["kind"] == "said"]
    assert said == {
        "on": "2026-03-20", "kind": "said", "what": "Meeting held", "who": "C1", "value": "", "note": "Pumps",
    }  # fmt: skip
    out = run(capsys, "relationships", related, "story", "D1", "C1")[1].splitlines()
    assert (out[0].split(), out[-1]) == (["Day", "Event", "What", "Who", "Value", "Note"], f"{len(rows)} events")


def test_a_move_says_the_stage_and_is_seen_on_its_day(capsys: pytest.CaptureFixture[str], related: Path) -> None:
    out = run(capsys, "relationships", related, "move", "D1", "C1", "négociation", "--on", "2026-04-01")
    assert out[:2] == (0, "It is at “Negotiation” now.\n")
    (row,) = document(capsys, "relationships", related, "--on", "2100-01-01")
    assert [(one["told_on"], one["stage"]) for one in row["claims"]] == [
        ("2026-03-20", "held"), ("2026-04-01", "negotiation"),
    ]  # fmt: skip
    assert document(capsys, "relationships", related, "move", "D1", "C1", "trading", "--on", "2026-04-02") == {
        "moved": 1, "stage": "trading",
    }  # fmt: skip


def test_what_cannot_be_moved_is_refused(capsys: pytest.CaptureFixture[str], related: Path) -> None:
    for words, said in (
        (("D1", "C1", "ended"), "reason is missing"), (("D1", "C1", "zz"), "no “zz”"),
        (("D1", "C1", "trading", "--on", "2026-03-01"), "more was said"), (("D1", "C2", "held"), "no relationship"),
    ):  # fmt: skip
        code, _out, error = run(capsys, "relationships", related, "move", *words)
        assert (code, said in error) == (3, True), error
