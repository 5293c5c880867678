"""The command fees."""

from pathlib import Path

import pytest

from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies import cells
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.cli.running import document, run


def test_fees_are_added_and_who_has_not_paid_is_listed(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "fees", mission, "add", "--currency", "CAD")
    assert found[:2] == ["company.fee_due", "company.fee_invoiced"]
    with Store.open(mission) as store:
        edits = [Edit(key_of(store, name), "company.fee_due", "100") for name in ("D1", "D2")]
        cells.edit(store, [*edits, Edit(key_of(store, "D2"), "company.fee_paid", "100")], message("Fill"))
    rows = document(capsys, "fees", mission)
    assert [(row["company"], row["currency"], row["due"], row["open"]) for row in rows] == [
        ("D1", "CAD", "100", "100"), ("D2", "CAD", "100", "0"),
    ]  # fmt: skip
    assert [row["company"] for row in document(capsys, "fees", mission, "--unpaid")] == ["D1"]
    assert run(capsys, "fees", mission, "--csv")[1].splitlines()[1].startswith("D1,CAD,100")
    code, out, _error = run(capsys, "fees", mission)
    assert (code, out.splitlines()[-1]) == (0, "Fees: 200 CAD due, 100 CAD paid, 100 CAD open; 1 company has not paid")
    assert run(capsys, "fees", mission, "add")[0] == 3
