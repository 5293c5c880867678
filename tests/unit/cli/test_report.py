"""The command report."""

from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.milestones import Milestone
from missionplanner.exchange import workbooks
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], mission: Path) -> Path:
    for words in (("D1", "C1", "value=500", "currency=CAD"), ("D2", "C2", "value=100", "currency=USD")):
        run(capsys, "relationships", mission, "say", *words, "stage=agreement", "told_on=2026-03-20")
    return mission


def test_a_past_day_is_reported(capsys: pytest.CaptureFixture[str], told: Path) -> None:
    found = document(capsys, "report", told, "--on", "2026-03-20", "--currency", "cad", "--rate", "USD=1.5")
    assert (found["on"], found["currency"], found["stages"]["agreement"]) == ("2026-03-20", "CAD", 2)
    assert found["standings"]["one"] == {"deals": 2, "lower": 650.0, "higher": 650.0}
    assert document(capsys, "report", told, "--on", "2026-03-19")["deals"] == []


def test_people_read_sums_and_what_has_no_rate(capsys: pytest.CaptureFixture[str], told: Path) -> None:
    out = run(capsys, "report", told, "--on", "2026-03-20", "--currency", "CAD")[1].splitlines()
    assert (out[0], out[-1]) == ("On March 20, 2026", "1 claim has a currency without a rate.")
    assert "Claimed by one side                    1      500            500" in out
    code, _out, error = run(capsys, "report", told, "--currency", "CAD", "--rate", "USD")
    assert (code, "is no rate" in error) == (3, True)


def test_it_is_written_with_targets_and_beside_an_earlier_mission(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    with Store.open(mission) as store, store.change(message("Review")) as change:
        change.insert(Milestone(name_en="Review", day=date(2026, 7, 1)))
    earlier = tmp_path / "earlier.mission"
    earlier.write_bytes(mission.read_bytes())
    target = tmp_path / "r.xlsx"
    named = ("--target", "Review|||Agreement|5", "--on", "2026-08-01")
    assert document(capsys, "report", mission, *named, "--out", target, "--against", earlier) == {"path": str(target)}
    names = [one.name for one in workbooks.read("r.xlsx", target.read_bytes())]
    assert {"Targets", "Beside an earlier mission"} <= set(names)
    (row,) = document(capsys, "report", mission)["targets"]
    assert (row["milestone"], row["target"], row["reached"]) == ("Review", 5, 0)
    assert "Review" in run(capsys, "report", mission)[1]
