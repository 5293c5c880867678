"""A report says where in the program something went wrong, and holds no word of a user."""

import json
import re
import sys

import pytest

from missionplanner import __version__, problem_report
from missionplanner.errors import UserError
from missionplanner.paths import PACKAGE, data_folder

SECRETS = ("Anna", "Müller", "anna@example.org", "+33 1 44 55 66 77", "Lyon 2027", "geheim", "/home/anna")
AT = "2026-11-30 09:00:00,123"
HOSTILE = [
    "Anna",
    "Anna Müller",
    "Anna Müller <anna@example.org> +33 1 44 55 66 77",
    f"{AT} ERROR Anna Müller",
    f"{AT} ERROR bug of Anna Müller",
    f"{AT} INFO command open Anna",
    f"{AT} INFO command /home/anna/Lyon 2027.mission",
    "ValueError: Anna Müller",
    "  /home/anna/Lyon 2027.mission:12 run",
    "  /home/anna/src/missionplanner/Anna.py:12 run",
    "  /home/anna/email/message.py:12 run",
    f"  {PACKAGE}/../geheim/Anna.py:12 run",
    f"  {PACKAGE}/Anna.py:12 run",
    f"  {PACKAGE}/{'Anna' * 200}.py:12 run",
    f"  {PACKAGE}/Anna\0.py:12 run",
    '  File "/home/anna/Müller.py", line 3 in Anna Müller',
    '    raise ValueError("Anna Müller")',
    "Fatal Python error: Anna Müller",
    "Current thread 0x1f (Anna Müller):",
    "Windows fatal exception: code Anna",
    "\u202eAnna\u2028Müller",
]


@pytest.mark.parametrize("line", HOSTILE)
def test_no_word_of_a_user_gets_into_a_report(line: str) -> None:
    problem_report.log_file().write_text(f"{line}\n", encoding="utf-8")
    text = problem_report.report_text([line])
    assert [word for word in SECRETS if word.casefold() in text.casefold()] == []


def test_functions_are_named_only_as_python_names_them() -> None:
    assert problem_report.cleaned([f"  {PACKAGE}/app.py:3 <Anna>", f"  {PACKAGE}/app.py:4 <lambda>"]) == [
        "  missionplanner/app.py:3 (another function)",
        "  missionplanner/app.py:4 <lambda>",
    ]


def test_places_of_the_program_and_its_libraries_stay() -> None:
    lines = [
        "ValueError",
        "UserError",
        f"  {PACKAGE}/gui/runner.py:120 _write",
        f'  File "{PACKAGE}/gui/runner.py", line 33 in run',
        f"  {json.__file__}:9 loads",
        f"  {pytest.__file__}:7 main",
        "Fatal Python error: Segmentation fault",
        "Windows fatal exception: access violation",
        "Current thread 0x00007f12 (most recent call first):",
        "",
        f"{AT} INFO the program started",
        f"{AT} INFO command show_overview",
        f"{AT} ERROR bug",
    ]
    assert problem_report.cleaned(lines) == [
        *lines[:2],
        "  missionplanner/gui/runner.py:120 _write",
        "  missionplanner/gui/runner.py:33 run",
        "  json/__init__.py:9 loads",
        "  pytest/__init__.py:7 main",
        *lines[6:],
    ]


def test_lines_left_out_are_counted() -> None:
    lines = ["Anna", "Müller", "KeyError", "anna@example.org"]
    assert problem_report.cleaned(lines) == ["(lines left out: 2)", "KeyError", "(lines left out: 1)"]


def test_a_packed_program_has_its_modules_by_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    lines = ["  missionplanner/app.py:3 run", "  pytest\\main.py:4 run", "  C:\\Anna\\x.py:5 run", "  Anna/x.py:6 run"]
    assert problem_report.cleaned(lines) == [
        "  missionplanner/app.py:3 run",
        "  pytest/main.py:4 run",
        "  (elsewhere):5 run",
        "  (elsewhere):6 run",
    ]
    assert "(as a program of its own)" in problem_report.report_text([])


def fail() -> None:
    try:
        json.loads("Anna Müller")
    except ValueError as error:
        raise UserError("Anna Müller", "anna@example.org") from error


def test_a_report_has_version_system_error_and_log() -> None:
    problem_report.log_file().write_text(f"{AT} INFO command undo\n", encoding="utf-8")
    with pytest.raises(UserError) as raised:
        fail()
    lines = problem_report.report_text(problem_report.of_error(raised.value), [("Qt", "6.11")]).splitlines()
    assert lines[2] == f"Program: {__version__} (from its source)"
    assert lines[4].startswith("Python: 3.")
    assert lines[5:9] == ["Qt: 6.11", "", "What went wrong", "---------------"]
    kinds = [line for line in lines if line in ("UserError", "JSONDecodeError")]
    assert kinds == ["UserError", "JSONDecodeError"]
    assert "  json/decoder.py" in "\n".join(lines)
    assert lines[-4:] == ["", "The end of the log", "------------------", f"{AT} INFO command undo"]


def test_without_a_log_there_is_none_in_the_report() -> None:
    assert (problem_report.log_lines(), "log" in problem_report.report_text([])) == ([], False)


def test_of_a_long_log_the_end_is_taken() -> None:
    problem_report.log_file().write_text("\n".join(map(str, range(1000))), encoding="utf-8")
    assert problem_report.log_lines() == [str(number) for number in range(800, 1000)]


def test_a_report_that_is_kept_takes_the_place_of_the_last() -> None:
    problem_report.keep("first\n")
    path = problem_report.keep("second\n")
    assert (path.parent, path.read_text(encoding="utf-8")) == (data_folder(), "second\n")


def test_every_message_of_the_log_is_known() -> None:
    """Otherwise it is left out of reports: enter it in MESSAGES."""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    logged = re.findall(r'\b(?:LOG|logger)\.\w+\("([^"\\%]+)', texts)
    assert {text.strip() for text in logged} == {*problem_report.MESSAGES, "command"}
