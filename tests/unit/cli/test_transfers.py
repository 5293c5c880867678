"""The command transfers."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_vehicles_are_entered_filled_lost_and_deleted(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Transfer,Leaves,Vehicle,Seats\nRide,2026-02-16 08:00,Bus 1,4\n")
    assert document(capsys, "import", mission, table, "--kind", "transfers")["new"] == 1
    assert run(capsys, "import", mission, table, "--kind", "transfers")[1] == "1 vehicle the same\n"
    assert run(capsys, "transfers", mission, "add", "Ride", "name=Bus 2", "seats=4")[1] == "Bus 2 was added.\n"
    assert document(capsys, "transfers", mission, "set", "Bus 2", "kept_free=1", "driver=Luis")["kept_free"] == 1
    assert document(capsys, "transfers", mission, "assign")["placed"] == 6
    assert run(capsys, "transfers", mission, "seat", "Given C3", "Bus 2")[1] == "Given C3 has a seat in Bus 2.\n"
    code, out, _error = run(capsys, "transfers", mission)
    assert (code, out.splitlines()[-1]) == (0, "2 vehicles")
    assert (
        "Given C3" in next(row for row in document(capsys, "transfers", mission) if row["vehicle"] == "Bus 2")["people"]
    )
    assert run(capsys, "transfers", mission, "--csv")[1].splitlines()[0].startswith("transfer,leaves,vehicle")
    code, out, _error = run(capsys, "transfers", mission, "lose", "Bus 2")
    assert (code, out.splitlines()[0]) == (1, "4 people have a place, 2 people to tell")
    assert run(capsys, "transfers", mission, "remove", "Bus 1")[1] == "Bus 1 was deleted.\n"
    assert (document(capsys, "transfers", mission), run(capsys, "transfers", mission, "remove", "Bus 1")[0]) == ([], 3)


def test_rooms_are_given(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    run(capsys, "rooms", mission, "hotel", "Azul", "singles=1", "doubles=0", "twins=0")
    for person in ("Given D1", "Given D2"):
        run(capsys, "rooms", mission, "add", person, "hotel=Azul", "check_in=2026-02-16", "check_out=2026-02-17")
    code, out, _error = run(capsys, "rooms", mission, "assign")
    assert (code, out.splitlines()[1]) == (1, "Given D2 has no bed: Azul is full.")
