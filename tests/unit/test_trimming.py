"""What an installed program does without goes, and nothing else."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import trimming  # noqa: E402


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtPdfWidgets.pyd", "PySide6/QtCore.abi3.so", "PySide6/Qt/lib/libQt6Pdf.so.6", "PySide6/Qt6Pdf.dll",
        "PySide6/plugins/platforms/qwindows.dll", "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/translations/qtbase_fr.qm", "PySide6/Qt/translations/qtbase_es.qm", "PySide6/__init__.py",
        "PySide6/Qt/lib/libicudata.so.73", "babel/locale-data/root.dat", "babel/locale-data/fr_CA.dat",
        "phonenumbers/data/region_CA.py", "phonenumbers/shortdata/region_CA.py", "numpy/core/__init__.py",
        "missionplanner/_resources/icons/search.svg", "ortools/sat/python/cp_model.py", "tzdata/zoneinfo/Europe/Paris",
        "lxml/etree.cpython-311-x86_64-linux-gnu.so", "psycopg_binary.libs/libpq-e9b5c9ac.so.5.18",
    ],
)  # fmt: skip
def test_what_the_program_uses_stays(path: str) -> None:
    assert trimming.is_wanted(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtWebEngineCore.abi3.so", "PySide6/Qt/lib/libQt6WebEngineCore.so.6", "PySide6/Qt6Quick.dll",
        "PySide6/qml/QtQuick/qmldir", "PySide6/Qt/translations/qtbase_de.qm", "PySide6/Qt/translations/qt_fr.qm",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so", "PySide6/QtCore.pyi", "babel/locale-data/de.dat",
        "numba/core/compiler.py", "llvmlite/binding/libllvmlite.so", "pandas/tests/test_downstream.py",
        "phonenumbers/geodata/data0.py", "numpy/random/lib/npyrandom.lib", "pip/__init__.py", "lxml/objectify.cpython-311-x86_64-linux-gnu.so", "pillow.libs/libavif-c6062d5f.so.16.4.2",
    ],
)  # fmt: skip
def test_what_nothing_uses_goes(path: str) -> None:
    assert not trimming.is_wanted(path)


def test_trimming_a_folder_deletes_files_and_the_folders_they_leave_empty(tmp_path: Path) -> None:
    for name in ("numba/core/compiler.py", "pandas/core/frame.py", "pandas/tests/frame/test_api.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"12345")
    assert trimming.trim(tmp_path) == 10
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "pandas", "pandas/core", "pandas/core/frame.py"
    ]  # fmt: skip
    assert trimming.size(tmp_path.rglob("*")) == 5


def test_libraries_of_the_system_go_with_what_needed_them() -> None:
    imports = {"qt": ["libX.so", "libc.so"], "x": ["libXau.so"], "gtk": ["libgdk.so"], "gdk": [], "xau": []}
    qt, x = ("PySide6/libqxcb.so", "qt", "BINARY"), ("libX.so", "x", "BINARY")
    gtk, gdk, xau = ("libgtk.so", "gtk", "BINARY"), ("libgdk.so", "gdk", "BINARY"), ("libXau.so", "xau", "BINARY")
    python, link = ("libpython3.11.so", "gdk", "BINARY"), ("libqxcb.so", "PySide6/libqxcb.so", "SYMLINK")
    given = [gtk, gdk, xau, python, link, x, qt]
    assert trimming.still_needed(given, imports.__getitem__) == [qt, python, x, xau, link]


def test_links_go_with_what_they_lead_to() -> None:
    kept = ("libqxcb.so", "PySide6/libqxcb.so", "SYMLINK")
    given = [("libqgtk.so", "PySide6/libqgtk.so", "SYMLINK"), ("a.txt", "elsewhere/a.txt", "DATA"), kept]
    assert trimming.leading_somewhere(given, {"PySide6/libqxcb.so"}) == [given[1], kept]
