"""The command papers."""

from pathlib import Path

import pytest

from missionplanner.domain.moments import OwnMoment
from missionplanner.jobs.moments import own_moments
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run
from tests.unit.exchange import documents


def test_papers_are_chosen_listed_written_out_and_removed(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    with Store.open(mission) as store:
        own = own_moments.save(store, OwnMoment(name="Visit"))
    (tmp_path / "p.docx").write_bytes(documents.document("{company}", "{text}"))
    for words in (("all",), ("thanks", "--side", "delegation", "--language", "fr"), ("accepted",), ("visit",)):
        found = document(capsys, "papers", mission, "--for", *words, "--choose", tmp_path / "p.docx")
    assert sorted((row["kind"], row["language"]) for row in found) == [
        ("", ""), ("accepted", ""), (own.kind, ""), ("moment_thanks@delegation", "fr"),
    ]  # fmt: skip
    assert run(capsys, "papers", mission)[1].splitlines()[1].split()[:2] == ["All", "letters"]
    made = [Path(path).name for path in document(capsys, "papers", mission, "--out", tmp_path / "out")]
    assert made[::4] == ["p.docx", "Letter.docx"]
    assert run(capsys, "papers", mission, "--out", tmp_path / "more")[0] == 0
    assert len(document(capsys, "papers", mission, "--for", "visit", "--remove")) == 3
    for words in (("--for", "visit"), (), ("--for", "party")):
        assert run(capsys, "papers", mission, *words, "--remove")[0] == 3
