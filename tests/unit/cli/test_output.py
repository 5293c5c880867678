"""What commands print."""

import csv
import io
from pathlib import Path

import pytest

from missionplanner.cli import output
from tests.unit.cli.running import document, run

LISTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "fields": (("add", "name=Hotel", "kind=one", "choices=Inn;Camp"),),
    "milestones": (("take", "usual"),), "venues": (), "sessions": (), "stops": (), "sectors": (), "criteria": (),
    "events": (("add", "name_en=Tour", "starts=2026-02-16 18:00", "ends=19:30"),),
    "relationships": (("add", "D1", "C1"),), "figures": (("add", "t", "name=T"), ("add", "t.2024", "value=5")),
}  # fmt: skip
"""Commands that list records, with acts that make some."""


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


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_csv_with_the_names_and_rows_of_their_json(
    name: str, capsys: pytest.CaptureFixture[str], mission: Path
) -> None:
    for words in LISTS[name]:
        assert run(capsys, name, mission, *words)[0] == 0
    rows = document(capsys, name, mission)
    code, out, _error = run(capsys, name, mission, "--csv")
    found = list(csv.DictReader(io.StringIO(out.lstrip("\ufeff"))))
    assert rows
    assert (code, len(found)) == (0, len(rows))
    assert {key for row in found for key in row} == {key for row in rows for key in row}
    assert [one.get("name", one.get("name_en")) for one in found] == [
        one.get("name", one.get("name_en")) for one in rows
    ]
