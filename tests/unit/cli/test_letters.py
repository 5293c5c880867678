"""The command letters."""

from pathlib import Path

import pytest

from missionplanner.domain.moments import READY, LetterMark, LetterNote, MomentLetter, OwnMoment
from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run


@pytest.fixture
def planned(mission: Path) -> Path:
    """The mission with a meeting."""
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    return mission


def test_letters_are_listed_with_how_far_they_are(capsys: pytest.CaptureFixture[str], planned: Path) -> None:
    found = document(capsys, "letters", planned, "--moment", "timetable")
    assert [(row["company"], row["state"]) for row in found] == [("C1", "waiting"), ("D1", "waiting")]
    code, out, _error = run(capsys, "letters", planned, "--moment", "timetable", "--side", "delegation")
    assert (code, out.splitlines()[-1]) == (0, "1 letter")


def test_drafts_are_written_once_unless_again(
    capsys: pytest.CaptureFixture[str], planned: Path, tmp_path: Path
) -> None:
    options = ("letters", planned, "--moment", "timetable", "--out", tmp_path / "out")
    code, out, _error = run(capsys, *options)
    assert (code, out.splitlines()) == (
        0, ["2 letters were written.", "Without an address, to be printed: C1, D1"],
    )  # fmt: skip
    assert document(capsys, *options) == []
    assert len(document(capsys, *options, "--again", "--as", "csv")) == 2


def test_what_went_out_is_noted(capsys: pytest.CaptureFixture[str], planned: Path, tmp_path: Path) -> None:
    options = ("letters", planned, "--moment", "timetable")
    run(capsys, *options, "--out", tmp_path / "out")
    assert run(capsys, *options, "--note", "out", "--search", "D1")[1] == "Went out: 1 letter\n"
    assert document(capsys, *options, "--note", "accepts") == {"noted": 2, "mark": "accepts"}
    with Store.open(planned, read_only=True) as store:
        assert [note.mark for note in store.all(LetterNote)] == [LetterMark.OUT, *[LetterMark.ACCEPTS] * 2]
        assert len(store.all(MomentLetter)) == 2


def test_a_letter_is_tried_out(capsys: pytest.CaptureFixture[str], planned: Path, tmp_path: Path) -> None:
    options = ("letters", planned, "--moment", "thanks", "--test", "me@office.ca")
    made = Path(document(capsys, *options, "--out", tmp_path)["path"])
    assert b"To: me@office.ca" in made.read_bytes()
    assert run(capsys, *options, "--out", tmp_path)[0] == 0
    assert run(capsys, *options)[0] == 3
    assert run(capsys, *options, "--out", tmp_path, "--search", "nobody")[0] == 3


def test_decisions_are_announced_once(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    options = ("letters", mission, "--moment", "accepted", "--side", "delegation")
    number = len(document(capsys, *options))
    assert number > 0
    assert run(capsys, *options)[1].splitlines()[-1] == f"{number} letters"
    assert run(capsys, *options, "--out", tmp_path / "out")[1].splitlines()[0] == f"{number} letters were written."
    assert document(capsys, *options) == []


def test_moments_are_listed_added_and_removed(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = {row["moment"]: row["waiting"] for row in document(capsys, "letters", mission)}
    assert (found["thanks"], found["reminder"], len(found)) == (6, 0, len(READY))
    assert run(capsys, "letters", mission, "--moment", "Site visit", "--add", "--side", "delegation", "--asks")[0] == 0
    with Store.open(mission, read_only=True) as store:
        assert [(one.name, one.side, one.asks) for one in store.all(OwnMoment)] == [("Site visit", "delegation", True)]
    assert len(document(capsys, "letters", mission, "--moment", "site visit")) == 3
    assert run(capsys, "letters", mission)[1].splitlines()[-1].split() == ["Site", "visit", "Site", "visit", "3"]
    assert run(capsys, "letters", mission, "--moment", "thanks", "--remove")[0] == 3
    assert run(capsys, "letters", mission, "--moment", "site visit", "--remove")[0] == 0
    assert run(capsys, "letters", mission, "--moment", "site visit")[0] == 3
