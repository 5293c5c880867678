"""The commands arrivals and rooms."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_journeys_are_entered_listed_changed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    words = ("kind=arrival", "flight=ac 991", "from=YUL", "to=MEX", "arrives=2026-02-16 13:10")
    assert run(capsys, "arrivals", mission, "add", "Given D1", *words)[1] == "The journey of Given D1 was entered.\n"
    row = document(capsys, "arrivals", mission)[0]
    assert (row["person"], row["company"], row["flight"], row["arrives"]) == (
        "Given D1",
        "D1",
        "AC991",
        "2026-02-16T13:10:00-06:00",
    )
    code, out, _error = run(capsys, "arrivals", mission)
    assert (code, "AC991" in out, out.splitlines()[-1]) == (0, True, "1 journey")
    assert run(capsys, "arrivals", mission, "--csv")[1].splitlines()[0].startswith("person,company,kind,flight")
    assert document(capsys, "arrivals", mission, "set", "Given D1", "flight=AC995")["flight"] == "AC995"
    assert document(capsys, "arrivals", mission, "--kind", "departure") == []
    assert run(capsys, "arrivals", mission, "remove", row["uid"])[1] == "The journey of Given D1 was deleted.\n"
    assert run(capsys, "arrivals", mission, "remove", "Given D1")[0] == 3


def test_hotels_and_stays_are_entered_listed_changed_and_deleted(
    capsys: pytest.CaptureFixture[str], mission: Path
) -> None:
    assert run(capsys, "rooms", mission, "hotel", "Azul", "singles=3")[1] == "Azul was added.\n"
    assert document(capsys, "rooms", mission, "hotel", "Azul", "stop=Mexico City")["stop"] == "Mexico City"
    words = ("hotel=Azul", "kind=twin", "with=Given D2", "check_in=2026-02-15", "check_out=2026-02-18")
    assert run(capsys, "rooms", mission, "add", "Given D1", *words)[1] == "The stay of Given D1 was entered.\n"
    row = document(capsys, "rooms", mission)[0]
    assert (row["hotel"], row["stop"], row["shares_with"], row["check_out"]) == (
        "Azul",
        "Mexico City",
        "Given D2",
        "2026-02-18",
    )
    assert document(capsys, "rooms", mission, "--hotels")[0]["people"] == 1
    assert [run(capsys, "rooms", mission, *more)[1].splitlines()[-1] for more in ((), ("--hotels",))] == [
        "1 stay",
        "1 hotel",
    ]
    assert document(capsys, "rooms", mission, "set", "Given D1", "room=12")["room"] == "12"
    run(capsys, "rooms", mission, "add", "Given D1", "hotel=Azul")
    assert run(capsys, "rooms", mission, "set", "Given D1", "room=13")[0] == 3
    assert run(capsys, "rooms", mission, "remove", row["uid"])[1] == "The stay of Given D1 was deleted.\n"
    assert run(capsys, "rooms", mission, "remove", "Azul")[1] == "Azul was deleted.\n"
