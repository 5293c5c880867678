"""A command ends in a sentence and an exit code, in the language that was asked for."""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from missionplanner import app, problem_report
from missionplanner.errors import Cancelled
from missionplanner.jobs.timetable import planning
from missionplanner.paths import data_folder
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


def raising(error: BaseException) -> Callable[..., NoReturn]:
    def fail(*_arguments: object) -> NoReturn:
        raise error

    return fail


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Stopped; nothing was changed.\n"), ("es", "Interrumpido; no se modificó nada.\n")],
)
@pytest.mark.parametrize("error", [KeyboardInterrupt(), Cancelled()], ids=["Ctrl+C", "cancelled"])
def test_stopped_command_says_so(
    capsys: pytest.CaptureFixture[str],
    mission: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    sentence: str,
    error: BaseException,
) -> None:
    monkeypatch.setattr(planning, "conflicts", raising(error))
    assert run(capsys, "check", mission, "--lang", language) == (3, "", sentence)


def test_mistake_of_the_program_is_reported_and_its_place_kept_in_the_log(
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    mission: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planning, "conflicts", raising(ValueError("secret of somebody")))
    code, out, error = run(capsys, "check", mission, "--lang", "fr")
    log, report = problem_report.log_file(), data_folder() / "problem-report.txt"
    assert (code, out) == (3, "")
    assert error.splitlines() == [
        "Le programme a commis une erreur (ValueError). Le fichier est inchangé.",
        f"Un rapport sans données personnelles est dans {report}; merci de l’envoyer.",
    ]
    assert "test_app.py" in log.read_text(encoding="utf-8")
    assert "  missionplanner/cli/timetable.py:" in report.read_text(encoding="utf-8")
    assert "secret" not in log.read_text(encoding="utf-8") + report.read_text(encoding="utf-8")
    for handler in list(app.LOG.handlers):
        app.LOG.removeHandler(handler)
        handler.close()
    caplog.clear()


def test_output_that_nobody_reads_any_more_is_no_mistake(
    mission: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "out").open("w") as nobody:
        monkeypatch.setattr("sys.stdout", nobody)
        monkeypatch.setattr(planning, "conflicts", raising(BrokenPipeError()))
        assert app.run(["check", str(mission)]) == 0


def test_window_opens_for_no_argument_or_a_file_alone() -> None:
    assert app._is_for_window([])
    assert app._is_for_window(["x.MISSION"])
    assert not app._is_for_window(["info", "x.mission"])
    assert not app._is_for_window(["--version"])
    assert app._is_for_window(["--new-window", "x.mission"])
    assert app._is_for_window(["Mission.invitation"])
    assert not app._is_for_window(["--new-window", "info", "x.mission"])


def test_a_report_that_cannot_be_kept_is_not_named(
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    mission: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    (tmp_path / "full").touch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "full"))
    monkeypatch.setattr(planning, "conflicts", raising(ValueError("odd")))
    assert run(capsys, "check", mission, "--lang", "en") == (
        3, "", "The program made a mistake (ValueError). The file is as before.\n",
    )  # fmt: skip
    caplog.clear()


def test_a_program_without_a_console_says_nothing(mission: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    assert app.run(["check", "nothing.mission"]) == 3
