"""The command briefings."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_texts_are_added_listed_changed_written_taken_and_deleted(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    _code, out, _error = run(
        capsys, "briefings", mission, "add", "kind=regulation", "body_en=Permits", "body_fr=Permis"
    )
    assert out == "Regulation was added.\n"
    row = document(capsys, "briefings", mission, "add", "body_en=" + "long " * 30)
    assert (row["kind"], row["sector"]) == ("opportunities", "")
    code, out, _error = run(capsys, "briefings", mission)
    assert (code, "Permits" in out, "…" in out, out.splitlines()[-1]) == (0, True, True, "2 texts")
    assert run(capsys, "briefings", mission, "set", "1", "body_en=None")[1] == "Regulation was changed.\n"
    assert document(capsys, "briefings", mission)[0] == {
        "kind": "regulation", "sector": "", "stop": "", "body_en": "None", "body_fr": "Permis", "body_es": "",
    }  # fmt: skip
    listed = tmp_path / "b.csv"
    listed.write_text(run(capsys, "briefings", mission, "--csv")[1], encoding="utf-8")
    assert run(capsys, "briefings", mission, "remove", "2")[1] == "Opportunities was deleted.\n"
    assert document(capsys, "briefings", mission, "import", listed) == {"new": 1, "changed": 0, "same": 1}
    assert run(capsys, "briefings", mission, "import", listed)[1] == "0 new texts, 0 texts changed; 2 as they were.\n"
