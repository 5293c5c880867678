"""What commands print."""

from pathlib import Path

import pytest

from missionplanner.cli import output


def test_line_has_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    output.say("one\x1b[31m\ttwo\nthree")
    assert capsys.readouterr().out == "one [31m two\nthree\n"


def test_document_writes_paths_as_texts(capsys: pytest.CaptureFixture[str]) -> None:
    output.document({"path": Path("a") / "b", "name": "é"})
    assert capsys.readouterr().out == '{\n "path": "a/b",\n "name": "é"\n}\n'


def test_raw_text_keeps_its_line_ends(capsys: pytest.CaptureFixture[str]) -> None:
    output.raw("a;b\r\n")
    assert capsys.readouterr().out == "a;b\r\n"


def test_table_is_aligned_and_long_cells_are_cut(capsys: pytest.CaptureFixture[str]) -> None:
    output.table([{"Name": "A", "Note": "x" * 50}, {"Name": "Longer", "Note": "two\nlines"}], widest=8)
    assert capsys.readouterr().out == "Name    Note\nA       xxxxxxx…\nLonger  two lin…\n"


def test_table_without_rows_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    output.table([])
    assert capsys.readouterr().out == ""


def test_progress_is_drawn_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    output.progress().report(0.5, "Halfway")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    bar = output.progress()
    bar.report(0.5, "Halfway")
    assert capsys.readouterr().err == f"\r\033[K{'█' * 12:<24}  50% Halfway"
    bar.report(1.0)
    assert capsys.readouterr().err.endswith("\r\033[K")
