"""The sizes that are printed are those of the code."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import mirror  # noqa: E402
import sizes  # noqa: E402
from sizes import Part  # noqa: E402


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of four modules and two screens, one of which imports the other."""
    files = {
        "one.py": 'def f():\n    """Says."""\n    return 1\n\n\nclass A:\n    def g(self):\n        x = 1\n        return x\n',
        "gui/first/page.py": "from missionplanner.gui.second import page\nfrom missionplanner.gui.widgets import form\n",
        "gui/second/page.py": "import missionplanner.gui.second.page\nimport missionplanner.gui.settings\n",
        "gui/widgets/form.py": "import missionplanner.gui.first.page\n",
    }
    for name, text in files.items():
        path = tmp_path / "missionplanner" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        (path.parent / "__init__.py").write_text('"""Says."""\n')
    for module in (mirror, sizes):
        monkeypatch.setattr(module, "PROGRAM", tmp_path / "missionplanner")
    monkeypatch.setattr(mirror, "ROOT", tmp_path)
    return tmp_path


def test_longest_come_first_and_functions_without_docstrings(program: Path) -> None:
    assert sizes.longest_modules()[0] == Part("one.py", 9)
    assert sizes.longest_classes() == [Part("one.py: A", 4)]
    assert sizes.longest_functions() == [Part("one.py: g", 2), Part("one.py: f", 1)]


def test_imports_between_screens_are_those_of_other_screens(program: Path) -> None:
    assert sizes.imports_between_screens() == ["gui/first/page.py imports second"]


def test_modules_without_a_test_are_named(program: Path) -> None:
    (program / "tests" / "unit").mkdir(parents=True)
    (program / "tests" / "unit" / "test_one.py").touch()
    assert mirror.without_test() == ["gui/first/page.py", "gui/second/page.py", "gui/widgets/form.py"]


def test_everything_is_printed(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sizes.main() == 0
    assert capsys.readouterr().out.splitlines() == [
        "modules                    4, 14 lines",
        "longest module             9 lines, one.py",
        "longest class              4 lines, one.py: A",
        "longest function           2 lines, one.py: g",
        "functions within 25 lines  100.0% of 2",
        "imports between screens    1",
        "    gui/first/page.py imports second",
        "without a test             4",
        "    gui/first/page.py",
        "    gui/second/page.py",
        "    gui/widgets/form.py",
        "    one.py",
    ]
