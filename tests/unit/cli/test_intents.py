"""The command intents: the list of what companies want of each other; each act one step."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_intents_are_listed_added_changed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, out, _error = run(capsys, "intents", mission)
    assert (code, out.splitlines()[0].split("  ")[0], out.splitlines()[-1]) == (0, "Intent", "9 intents")
    row = document(capsys, "intents", mission)[0]
    assert (row["code"], row["met_by"], row["place"], row["said_by"]) == ("buy", "sell", "", 0)
    _code, out, _error = run(capsys, "intents", mission, "add", "name=Franchise", "place=market", "position=1")
    assert (out, document(capsys, "intents", mission)[0]["code"]) == ("Franchise was added.\n", "franchise")
    row = document(capsys, "intents", mission, "set", "franchise", "name_fr=Franchisage", "place=")
    assert (row["name_fr"], row["place"]) == ("Franchisage", "")
    _code, out, _error = run(capsys, "intents", mission, "remove", "Franchisage")
    assert (out, len(document(capsys, "intents", mission))) == ("Franchise was deleted.\n", 9)


def test_one_there_is_not_is_refused(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, _out, error = run(capsys, "intents", mission, "remove", "zz")
    assert (code, "There is no intent “zz”." in error) == (3, True)
