"""The tests of changed modules are found."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import mirror  # noqa: E402


@pytest.mark.parametrize(
    ("module", "test"),
    [
        ("i18n.py", "tests/unit/test_i18n.py"),
        ("__main__.py", "tests/unit/test_main.py"),
        ("jobs/lists/rows.py", "tests/unit/jobs/lists/test_rows.py"),
        ("gui/widgets/table.py", "tests/gui/widgets/test_table.py"),
    ],
)
def test_tests_lie_where_modules_do(module: str, test: str) -> None:
    assert mirror.test_of(ROOT / "missionplanner" / module) == ROOT / test


def test_tests_of_changed_files_are_theirs_and_those_that_changed() -> None:
    changed = [
        "missionplanner/cli/parser.py", "tests/unit/cli/test_lists.py", "packaging/mirror.py", "README.md",
        "pyproject.toml", "tests/builders.py", "resources/icons/x.svg", "missionplanner/nowhere.py",
    ]  # fmt: skip
    assert mirror.tests_for(changed) == [
        "tests/test_architecture.py", "tests/test_docs.py", "tests/unit/cli/test_lists.py",
        "tests/unit/cli/test_parser.py", "tests/unit/test_mirror.py",
    ]  # fmt: skip


def test_changed_files_are_staged_unstaged_and_new_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def git(*words: str) -> None:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *words]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    for name in ("same", "staged", "unstaged", "gone"):
        (tmp_path / name).write_text("a")
    git("init")
    git("add", ".")
    git("commit", "-m", "x")
    (tmp_path / "staged").write_text("b")
    git("add", "staged")
    (tmp_path / "unstaged").write_text("b")
    (tmp_path / "new").write_text("b")
    (tmp_path / "gone").unlink()
    monkeypatch.setattr(mirror, "ROOT", tmp_path)
    assert mirror.changed() == ["new", "staged", "unstaged"]
    git("add", "-A")
    git("commit", "-m", "y")
    assert mirror.changed() == []
    assert mirror.changed("HEAD~1") == ["new", "staged", "unstaged"]
