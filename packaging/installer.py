"""Builds what people download: `python packaging/installer.py [PART ...]` writes it to dist/.

wheel     for `pip`, `pipx` and `uv`, on every system
folder    the program with its own Python, as a folder that runs where it lies (dist/missionplanner)
tar       the folder as .tar.xz
deb       the folder as a Debian package
windows   setup.exe for Windows, also made on Linux

Without parts everything is built that this system can build; README.md beside this file says what each needs.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from pathlib import Path

import debian
import environment
import kernel_library
import trimming
import windows

BUILD = environment.ROOT / "build"
LIBRARIES = BUILD / "libraries"
"""The compiled search, for every system it can be made for here."""
PROJECT = ("missionplanner", "resources", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md")


def main() -> int:
    """Build the parts that were asked for, and print how large they are and how long they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--out", type=Path, default=environment.ROOT / "dist", help="where to write; dist by default")
    asked = parser.parse_args()
    python = environment.prepare(".venv-installer", "installer")
    asked.out.mkdir(parents=True, exist_ok=True)
    _libraries(python)
    for part in asked.parts or possible():
        started = time.monotonic()
        made = PARTS[part](python, asked.out)
        files = made.rglob("*") if made.is_dir() else [made]
        print(f"{part:8} {trimming.size(files) / 1e6:7.1f} MB {time.monotonic() - started:6.0f} s  {made}", flush=True)
    return 0


def possible() -> list[str]:
    """Return the parts that this system can build."""
    needs = {"deb": "dpkg-deb", "windows": "makensis"}
    return [part for part in PARTS if part not in needs or shutil.which(needs[part])]


def _libraries(python: Path) -> None:
    """Compile the search ahead of time; what was compiled from the modules as they are now stays."""
    shutil.rmtree(LIBRARIES, ignore_errors=True)
    systems = [kernel_library.WINDOWS] if shutil.which("x86_64-w64-mingw32-ld") else []
    command: list[str | Path] = [python, environment.ROOT / "packaging" / "kernel_library.py", LIBRARIES, *systems]
    variables = {**environment.variables(), "XDG_CACHE_HOME": str(BUILD / "cache")}
    subprocess.run(command, check=True, env=variables, stdout=subprocess.DEVNULL)


def wheel(python: Path, out: Path) -> Path:
    """Build the wheel from a copy of the project, with the compiled search inside."""
    copy = BUILD / "project"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for name in PROJECT:
        source = environment.ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, copy / name)
    for library in LIBRARIES.glob("search-*.*"):
        shutil.copy2(library, copy / "missionplanner" / "scheduling")
    for old in out.glob("missionplanner-*.whl"):
        old.unlink()
    command: list[str | Path] = [python, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, copy]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(out.glob("missionplanner-*.whl"))


def folder(python: Path, out: Path) -> Path:
    """Freeze the program into a folder."""
    own = BUILD / "own library"
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir(parents=True)
    for library in LIBRARIES.glob(f"search-*-{kernel_library.HERE}.*"):
        shutil.copy2(library, own)
    command: list[str | Path] = [
        python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", out,
        "--workpath", BUILD / "frozen", environment.ROOT / "packaging" / "missionplanner.spec",
    ]  # fmt: skip
    variables = {**environment.variables(), "MISSIONPLANNER_LIBRARIES": str(own)}
    subprocess.run(command, check=True, env=variables, cwd=environment.ROOT)
    _strip(out / "missionplanner" / "_internal")
    return out / "missionplanner"


def _strip(libraries: Path) -> None:
    """Take what only debuggers read out of two large libraries; numpy and others would not load afterwards."""
    if sys.platform.startswith("linux") and shutil.which("strip"):
        for path in (*libraries.glob("libpython3*.so*"), *libraries.glob("sqlcipher3/*.so")):
            subprocess.run(["strip", "--strip-debug", path], check=True)


def _folder_of(python: Path, out: Path) -> Path:
    """The frozen folder, made where it is not there yet."""
    there = out / "missionplanner"
    return there if there.is_dir() else folder(python, out)


def tar(python: Path, out: Path) -> Path:
    """Pack the folder as .tar.xz."""
    made = out / f"missionplanner-{version()}-{kernel_library.HERE}.tar.xz"
    with tarfile.open(made, "w:xz", preset=9) as packed:
        packed.add(_folder_of(python, out), "missionplanner", filter=anonymous)
    return made


def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return an entry of a tar without the name of who made it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def deb(python: Path, out: Path) -> Path:
    """Pack the folder as a Debian package."""
    return debian.package(_folder_of(python, out), BUILD / "deb", out, version(), debian.manual_page(python))


def setup(python: Path, out: Path) -> Path:
    """Build the installer for Windows."""
    return windows.setup(wheel(python, BUILD), BUILD / "windows", out, version(), python)


def version() -> str:
    """Return the version of the program."""
    text = (environment.ROOT / "missionplanner" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


PARTS: dict[str, Callable[[Path, Path], Path]] = {
    "wheel": wheel, "folder": folder, "tar": tar, "deb": deb, "windows": setup,
}  # fmt: skip

if __name__ == "__main__":
    os.chdir(environment.ROOT)
    sys.exit(main())
