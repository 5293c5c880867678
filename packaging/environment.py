"""Makes the program's own Python environment; standard library only, so that any Python 3.11 can run it."""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"

COMPILE = "from missionplanner.scheduling import solver; solver.prepare()"

# Shared library that Qt loads -> Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3", "libfontconfig.so.1": "libfontconfig1", "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0", "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-xkb.so.1": "libxcb-xkb1", "libX11-xcb.so.1": "libx11-xcb1",
    "libnss3.so": "libnss3",
}  # fmt: skip


def prepare(name: str, extra: str = "", compiled: bool = True) -> Path:
    """The Python of the environment `name` with what pyproject.toml asks for (and its `extra`), made when missing.

    Where nothing changed since last time nothing is run. compiled: whether everything is compiled at once, so that the
    first start is quick; else each module is when it is first used.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python is told, not met with a syntax error)
        raise SystemExit("Python 3.11 or later is needed; this is " + sys.version.split()[0] + ".")
    folder = ROOT / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = _requirements(extra)
    stamp = folder / "stamp"
    digest = hashlib.sha256(
        "\n".join([sys.version, str(folder), *wanted]).encode() + CONSTRAINTS.read_bytes()
    ).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
        return python
    _make(folder)
    print(f"Installing what the program needs into {folder.name} (once)", file=sys.stderr, flush=True)
    _install(python, wanted, compiled)
    _link(folder)
    if compiled:
        print("Compiling the planner for this computer (once)", file=sys.stderr, flush=True)
        subprocess.run([str(python), "-c", COMPILE], env=variables(), check=True)
    stamp.write_text(digest, encoding="utf-8")
    return python


def system_packages(libraries: dict[str, str], programs: dict[str, str]) -> None:
    """Install the Debian packages of missing shared libraries and programs, or say the line to type."""
    if not sys.platform.startswith("linux"):
        return
    missing = {package for library, package in libraries.items() if not _loads(library)}
    missing |= {package for program, package in programs.items() if shutil.which(program) is None}
    if missing:
        _apt(sorted(missing))


def has_display() -> bool:
    """Whether a window can be shown."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def variables() -> dict[str, str]:
    """The environment variables the program runs with: it is found in this checkout, and is compiled once.

    Where a computer has Python keep nothing it compiles, every process would compile a thousand modules anew.
    """
    path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH", "")) if part)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": path}


def _requirements(extra: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]


def _install(python: Path, wanted: list[str], compiled: bool) -> None:
    """Install Qt, which is a third of it all and has nothing in common with the rest, beside the rest."""
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", str(CONSTRAINTS)]
    command += [] if compiled else ["--no-compile"]
    parts = [[one for one in wanted if one.startswith("pyside6") is is_qt] for is_qt in (True, False)]
    running = [subprocess.Popen([*command, *part]) for part in parts]
    codes = [one.wait() for one in running]
    if any(codes):
        raise SystemExit(_failed(command))


def _link(folder: Path) -> None:
    """Have the environment find the program in this checkout, whatever file of it is run."""
    packages = sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
    Path(packages, "missionplanner.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def _make(folder: Path) -> None:
    """A new virtual environment; on Debian without its venv package, that is installed first."""
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        _apt([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
        _run(command)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt(packages: list[str]) -> None:
    line = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(f"Installing {' '.join(packages)}", file=sys.stderr, flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet, stdout=subprocess.DEVNULL)
        subprocess.run(line, check=False, env=quiet, stdout=subprocess.DEVNULL)
    else:
        typed = " ".join(part for part in line if part != "-qq")
        print(f"Some system packages are missing. Where apt is used, type:\n  sudo {typed}", file=sys.stderr)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False)
    if done.returncode:
        raise SystemExit(_failed(command))


def _failed(command: list[str]) -> str:
    return f"This did not work: {' '.join(command[:6])} ... Check the network and try again."
