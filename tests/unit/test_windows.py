"""The installer for Windows names what it would miss, and its launcher runs the Python beside it."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import windows  # noqa: E402
from embedded_python import Checked  # noqa: E402


def test_modules_that_are_nowhere_are_named(tmp_path: Path) -> None:
    program = tmp_path / "Lib" / "site-packages" / "missionplanner"
    program.mkdir(parents=True)
    (program.parent / "pandas").mkdir()
    (tmp_path / "_ctypes.pyd").touch()
    with zipfile.ZipFile(tmp_path / "python313.zip", "w") as library:
        library.writestr("json/decoder.pyc", "")
    (program / "one.py").write_text(
        "import json, sys, _ctypes, numba\nimport pandas.core\nfrom gone.away import x\n\n\ndef f():\n    import lost\n",
        encoding="utf-8",
    )
    assert windows.missing_modules(tmp_path) == ["gone", "lost"]


@pytest.mark.parametrize(
    ("library", "expected"),
    [("kernel32.dll", True), ("api-ms-win-crt-math-l1-1-0.dll", True), ("winspool.drv", True), ("qt6core.dll", False)],
)
def test_libraries_of_windows_are_known(library: str, expected: bool) -> None:
    assert windows.is_of_windows(library) is expected


def test_the_launcher_is_a_program_a_line_and_a_zip() -> None:
    made = windows.launcher(b"MZ program")
    assert made.startswith(b"MZ program#!<launcher_dir>\\python.exe\r\n")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["__main__.py"]
        assert b"from missionplanner.__main__ import main" in archive.read("__main__.py")


def test_what_was_checked_of_python_is_said_in_words() -> None:
    assert windows.checked_text(None) == "The signatures of Python were not checked: osslsigncode is missing"
    said = windows.checked_text(Checked(("python.exe", "python3.dll"), ("vcruntime140.dll",), ("python313.zip",)))
    assert said == (
        "Python: 2 files are as they were signed, with certificates up to a known root; as signed, under a root this "
        "computer does not know: vcruntime140.dll; without a signature: python313.zip"
    )
