"""Brings the table of modules in missionplanner/README.md up to date: the first line of each module's docstring."""

import ast
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from mirror import PROGRAM, modules

MAP = PROGRAM / "README.md"
BEGIN, END = "<!-- modules: written by packaging/map.py -->", "<!-- end of modules -->"


def table() -> str:
    """Return the modules, package by package, each with what it is for."""
    lines = []
    for package, paths in groupby(sorted(modules(), key=_package), key=_package):
        lines += [f"\n### {package}\n", "| module | what it is for |", "|---|---|"]
        lines += [f"| `{path.stem}` | {_first_line(path)} |" for path in sorted(paths)]
    return "\n".join(lines) + "\n\n"


def written(text: str, modules_table: str) -> str:
    """Return the map with the table between its two marks replaced."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{modules_table}{END}{after}"


def main() -> int:
    """Write the table into the map."""
    MAP.write_text(written(MAP.read_text("utf-8"), table()), "utf-8")
    return 0


def _package(path: Path) -> str:
    return path.parent.relative_to(PROGRAM).as_posix().replace(".", "missionplanner", 1)


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return " ".join(_sentence(docstring.splitlines())).replace("|", "\\|")


def _sentence(lines: list[str]) -> Iterator[str]:
    """The lines of a docstring up to the first empty one."""
    for line in lines:
        if not line.strip():
            return
        yield line.strip()


if __name__ == "__main__":
    sys.exit(main())
