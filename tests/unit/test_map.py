"""The table of modules in the map."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import map as module_map  # noqa: E402
import mirror  # noqa: E402


def test_modules_stand_by_package_with_their_first_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {
        "app.py": '"""Builds."""',
        "store/rows.py": '"""Rows | images,\non two lines.\n\nMore.\n"""',
        "store/change.py": '"""The gate."""',
        "store/__init__.py": '"""A package."""',
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    for module in (mirror, module_map):
        monkeypatch.setattr(module, "PROGRAM", tmp_path)
    head = "| module | what it is for |\n|---|---|\n"
    assert module_map.table() == (
        f"\n### missionplanner\n\n{head}| `app` | Builds. |\n"
        f"\n### store\n\n{head}| `change` | The gate. |\n| `rows` | Rows \\| images, on two lines. |\n\n"
    )


def test_table_is_written_between_its_marks_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = f"before\n{module_map.BEGIN}\nold\n{module_map.END}\nafter\n"
    new = module_map.written(old, "\nnew\n\n")
    assert new == f"before\n{module_map.BEGIN}\n\nnew\n\n{module_map.END}\nafter\n"
    assert module_map.written(new, "\nnew\n\n") == new
