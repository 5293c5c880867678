"""What an installed program does without: files of libraries that nothing in it uses.

A pattern is matched against the path under site-packages with `/`; the first that matches decides, and what none
matches stays.
"""

from collections.abc import Callable, Collection, Iterable
from fnmatch import fnmatchcase
from pathlib import Path

LANGUAGES = ("en", "fr", "es")

MODULES_LEFT_OUT = (
    "numba", "llvmlite", "tkinter", "setuptools", "pip", "wheel", "pytest", "hypothesis", "IPython", "matplotlib",
    "scipy", "pyarrow", "fsspec", "jinja2", "lib2to3", "pydoc_data", "ensurepip", "idlelib", "turtledemo", "numpy.f2py",
    "pandas.tests", "phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata", "PIL.ImageQt",
    "PIL.ImageTk", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtWebEngineCore", "PySide6.QtOpenGL", "PySide6.QtTest",
)  # fmt: skip
"""Modules that some library would like to have. numba only compiles, which was done before (kernel_library.py)."""

_QT_PARTS = ["Core", "Gui", "Widgets", "Svg", "Pdf", "PdfWidgets", "PrintSupport", "Network", "DBus"]
"""What of Qt is used: QtPdf needs QtNetwork, Linux desktops speak over DBus."""
_QT_LINUX = ["XcbQpa", "OpenGL", "WaylandClient", "WlShellIntegration"]
_QT_PLUGINS = (
    "platforms/*qxcb*", "platforms/*qwayland*", "platforms/*qoffscreen*", "platforms/*qminimal.*",
    "platforms/*qwindows*", "platforms/*qcocoa*", "styles/*", "iconengines/*", "imageformats/*qsvg*",
    "imageformats/*qjpeg*", "imageformats/*qico.*", "imageformats/*qgif*", "imageformats/*qwebp*",
    "imageformats/*qicns*", "printsupport/*", "platforminputcontexts/*compose*", "platforminputcontexts/*ibus*",
    "platformthemes/*xdgdesktopportal*", "xcbglintegrations/*", "wayland-shell-integration/*xdg-shell*",
    "wayland-graphics-integration-client/*wayland-egl*", "wayland-decoration-client/*bradient*",
)  # fmt: skip

_STAYS = (
    *(f"PySide6/Qt{part}.{ending}" for part in _QT_PARTS for ending in ("pyd", "abi3.so")),
    *(f"PySide6/*Qt6{part}{ending}" for part in (*_QT_PARTS, *_QT_LINUX) for ending in (".dll", ".so*", ".dylib")),
    *(f"PySide6/*plugins/{plugin}" for plugin in _QT_PLUGINS),
    *(f"PySide6/*translations/qtbase_{language}.qm" for language in LANGUAGES),
    "PySide6/__init__.py", "PySide6/_config.py", "PySide6/_git_pyside_version.py", "PySide6/*pyside6.*.dll",
    "PySide6/libpyside6.*",
    "PySide6/Qt/lib/libicu*", "PySide6/msvcp*.dll", "PySide6/vcruntime*.dll", "PySide6/concrt*.dll",
    "babel/locale-data/root.dat", *(f"babel/locale-data/{language}*.dat" for language in ("en", "fr", "es")),
)  # fmt: skip

_GOES = (
    "PySide6/*", "babel/locale-data/*", "numba/*", "numba-*", "llvmlite/*", "llvmlite-*", "llvmlite.libs/*", "pip/*",
    "pip-*", "*/tests/*", "*/testing/data/*", "numpy/f2py/*", "numpy/*/include/*", "numpy/*.lib", "numpy/*.a",
    "phonenumbers/geodata/*", "phonenumbers/carrierdata/*", "phonenumbers/tzdata/*",
    "ortools/constraint_solver/*", "ortools/routing/*", "ortools/math_opt/*", "ortools/pdlp/*", "ortools/graph/*",
    "ortools/packing/*", "ortools/scheduling/*", "ortools/set_cover/*", "ortools/*.proto", "*.pyi", "*.pxd", "*.pyx",
    "*.c", "*.h", "*.hpp", "*.cpp", "*.lib", "*/py.typed", "lxml/includes/*", "lxml/isoschematron/*", "lxml/html/*",
    "lxml/objectify*", "pillow.libs/libavif*", "shiboken6/*.pyi", "shiboken6_generator/*", "*/__pycache__/*", "bin/*",
    "Scripts/*", "google/protobuf/compiler/*",
    "reportlab/graphics/samples/*", "icalendar/tests/*", "PIL/_avif*", "PIL/_imagingtk*", "sqlcipher3/*.lib",
)  # fmt: skip


def is_wanted(path: str) -> bool:
    """Whether a file stays that is at this place in site-packages."""
    if any(fnmatchcase(path, pattern) for pattern in _STAYS):
        return True
    return not any(fnmatchcase(path, pattern) for pattern in _GOES)


Entry = tuple[str, str, str]
"""A file that is frozen: where it goes, where it comes from, and what it is to PyInstaller."""


def still_needed(entries: list[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Return the entries without libraries of the system that only left-out files needed.

    `imports` names the libraries that a file loads.
    """
    links = [entry for entry in entries if entry[2] == "SYMLINK"]
    system = {entry[0]: entry for entry in entries if "/" not in entry[0] and entry[2] == "BINARY"}
    # Python itself is loaded by the program before anything else.
    needed = [entry for entry in entries if entry[0] not in system and entry not in links]
    needed += [system.pop(name) for name in list(system) if name.startswith("libpython")]
    for entry in needed:
        # The list grows while it is walked: what a library needs is needed too.
        needed += [system.pop(name) for name in imports(entry[1]) if name in system]
    return needed + links


def leading_somewhere(entries: Iterable[Entry], there: Collection[str]) -> list[Entry]:
    """Return the entries without links to what is not there, the paths that are frozen."""
    return [entry for entry in entries if entry[2] != "SYMLINK" or entry[1] in there]


def trim(folder: Path) -> int:
    """Delete from a folder laid out like site-packages what is not wanted; returns how many bytes that were."""
    freed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif not is_wanted(path.relative_to(folder).as_posix()):
            freed += path.lstat().st_size
            path.unlink()
    return freed


def size(paths: Iterable[Path]) -> int:
    """Return how many bytes the files are together; links count nothing."""
    return sum(path.stat().st_size for path in paths if path.is_file() and not path.is_symlink())
