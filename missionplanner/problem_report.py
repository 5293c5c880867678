"""Reports of problems for those who repair the program: where in it something went wrong, and no word of a user.

A line gets into a report only where it has one of the few forms below and every part of it is known to this program: a
list of what to leave out would never be complete.
"""

import os
import platform
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from missionplanner import __version__
from missionplanner.errors import trace
from missionplanner.paths import PACKAGE, data_folder
from missionplanner.writing import replace_file

Circumstances = Sequence[tuple[str, str]]
"""Further facts about the program and its computer: names and values, in English."""
MESSAGES = frozenset({"bug", "a command failed", "A pack could not be laid out", "the program started"})
"""The messages of the log, which are texts of the program."""
_COMMAND = re.compile(r"command [a-z_]{1,40}")
_RECORD = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]{4,8}) (.*)")
_PLACES = (re.compile(r"\s+(.+):(\d+) (\S+)"), re.compile(r'\s+File "(.+)", line (\d+) in (\S+)'))
"""How a place is written by `errors.trace`, and by Python when it dies."""
_FUNCTION = re.compile(r"[A-Za-z_][A-Za-z0-9_]*|<(module|lambda|listcomp|dictcomp|setcomp|genexpr)>")
_MODULE = re.compile(r"[A-Za-z0-9_./-]+\.py")
_FATAL = re.compile(
    r"Fatal Python error: (Segmentation fault|Aborted|Bus error|Floating[- ]point exception|Illegal instruction)"
    r"|Windows fatal exception: (access violation|stack overflow|int divide by zero|code 0x[0-9a-f]{1,8})"
)
_THREAD = re.compile(r"(Current thread|Thread) 0x[0-9a-f]{1,16} \(most recent call first\):")
_MOST = 200
"""Lines of the log that are taken, from its end."""


def report_text(problem: Iterable[str], circumstances: Circumstances = ()) -> str:
    """Return the report of a problem: its lines (of a trace, or written at a crash) and the end of the log, cleaned."""
    known = [("Program", f"{__version__} ({_installed()})"), ("System", _system()), ("Python", sys.version.split()[0])]
    return "\n".join(
        [
            "Trade Mission Planner: report of a problem",
            "",
            *(f"{name}: {value}" for name, value in (*known, *circumstances)),
            *_section("What went wrong", cleaned(problem)),
            *_section("The end of the log", cleaned(log_lines())),
            "",
        ]
    )


def of_error(error: BaseException) -> list[str]:
    """Return the lines of an error for a report: kinds and places, the newest error first."""
    return trace(error).splitlines()


def cleaned(lines: Iterable[str]) -> list[str]:
    """Return the lines that have a known form, paths shortened; in place of others stands how many there were."""
    found: list[str] = []
    left = 0
    for line in lines:
        clean = _cleaned(line.rstrip("\r\n"))
        if clean is None:
            left += 1
            continue
        if left:
            found.append(f"(lines left out: {left})")
        left = 0
        found.append(clean)
    return [*found, f"(lines left out: {left})"] if left else found


def log_file() -> Path:
    """Return where the log of this computer is."""
    return data_folder() / "missionplanner.log"


def log_lines() -> list[str]:
    """Return the last lines of the log; none where it cannot be read."""
    try:
        return log_file().read_text(encoding="utf-8", errors="replace").splitlines()[-_MOST:]
    except OSError:
        return []


def keep(text: str) -> Path:
    """Keep a report on this computer in place of the last one, and return its file. Raises UserError, OSError."""
    path = data_folder() / "problem-report.txt"
    replace_file(path, text.encode())
    return path


def _cleaned(line: str) -> str | None:
    if record := _RECORD.fullmatch(line):
        known = record[2] in MESSAGES or _COMMAND.fullmatch(record[2])
        return line if known else f"{record[1]} (another message)"
    for form in _PLACES:
        if place := form.fullmatch(line):
            function = place[3] if _FUNCTION.fullmatch(place[3]) else "(another function)"
            return f"  {_module(place[1])}:{place[2]} {function}"
    if line in _kinds() or _FATAL.fullmatch(line) or _THREAD.fullmatch(line) or not line:
        return line
    return None


def _module(path: str) -> str:
    """Return the path of a module from its package on; any file that is none of the program or a library is hidden."""
    if getattr(sys, "frozen", False):  # there paths stand in the code as they were packed: from the package on
        rest = path.replace("\\", "/")
        is_known = rest.split("/")[0].removesuffix(".py") in {*sys.modules, *sys.stdlib_module_names}
    else:
        file = Path(os.path.normpath(path))
        shown = (
            (file, f"{top}{file.relative_to(folder).as_posix()}")
            for folder, top in _folders()
            if file.is_relative_to(folder)
        )
        file, rest = next(shown, (file, ""))
        is_known = _is_file(file)
    return rest if is_known and _MODULE.fullmatch(rest) else "(elsewhere)"


def _folders() -> Iterator[tuple[Path, str]]:
    """The folders modules lie in, with the package that stands before their paths."""
    for package in (PACKAGE, Path(__file__).parent):
        yield package, "missionplanner/"
    if _is_installed():  # then its libraries lie beside it
        yield PACKAGE.parent, ""
    for name in ("purelib", "platlib", "stdlib"):
        if found := sysconfig.get_path(name):
            yield Path(found), ""
            yield Path(found).resolve(), ""


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a text that cannot be the name of a file
        return False


def _kinds() -> frozenset[str]:
    """The names of all kinds of errors there are in this process."""
    found, todo = set(), [BaseException]
    while todo:
        kind = todo.pop()
        if kind.__name__ not in found:
            found.add(kind.__name__)
        todo += kind.__subclasses__()
    return frozenset(found)


def _section(title: str, lines: Sequence[str]) -> list[str]:
    return ["", title, "-" * len(title), *lines] if lines else []


def _installed() -> str:
    if getattr(sys, "frozen", False):
        return "as a program of its own"
    return "as a package" if _is_installed() else "from its source"


def _is_installed() -> bool:
    return (PACKAGE / "_resources").is_dir()


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform()
    return f"{name}, {platform.platform()}"
