"""A command ends in a sentence and an exit code, in the language that was asked for."""

from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import make_mission, run


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    return make_mission(tmp_path / "m.mission")


@pytest.mark.parametrize(
    "words",
    [
        ("info", "nothing.mission"),
        ("import", "{m}", "nothing.csv", "--kind", "requests"),
        ("plan", "{m}", "--day", "soon"),
        ("import", "{m}", "{m}", "--kind", "companies", "--side", "delegation"),
        ("packs", "{m}", "--out", "p", "--company", "Nobody"),
        ("import", "{m}", "{m}", "--kind", "companies"),
        ("restore", "{m}", "nothing.mission"),
        ("list", "{m}", "companies", "--stop", "Paris"),
        ("list", "{m}", "companies", "--sort", "shoe size"),
    ],
    ids=lambda words: " ".join(words[:1]),
)
def test_what_cannot_be_done_is_a_sentence_and_a_hint(
    capsys: pytest.CaptureFixture[str], mission: Path, words: tuple[str, ...]
) -> None:
    before = mission.read_bytes()
    code, out, error = run(capsys, *(word.replace("{m}", str(mission)) for word in words))
    assert code == 3
    assert out == ""
    assert error.count("\n") == 1
    assert "Traceback" not in error
    assert mission.read_bytes() == before


def test_language_is_that_of_the_variable_and_lang_wins(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(capsys, "check", mission) == (0, "No conflicts.\n", "")
    monkeypatch.setenv("MISSIONPLANNER_LANGUAGE", "fr")
    assert run(capsys, "check", mission) == (0, "Aucun conflit.\n", "")
    assert run(capsys, "check", mission, "--lang", "es") == (0, "Ningún conflicto.\n", "")
    assert run(capsys, "--lang", "es", "check", mission) == (0, "Ningún conflicto.\n", "")
    monkeypatch.setenv("MISSIONPLANNER_LANGUAGE", "xx")
    assert run(capsys, "check", mission) == (0, "No conflicts.\n", "")


def test_what_scripts_read_is_english_in_every_language(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D1", "C2", 0, 1)
    commands = (
        ("check", mission, "--json"),
        ("list", mission, "unplaced", "--json"),
        ("list", mission, "unplaced", "--csv"),
        ("set-status", mission, "accepted", "--json"),
    )
    english = [run(capsys, *words) for words in commands]
    monkeypatch.setenv("MISSIONPLANNER_LANGUAGE", "fr")
    assert [run(capsys, *words, "--lang", "es") for words in commands] == english
