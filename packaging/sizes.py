"""Prints how large the code is: modules, longest module, class and function, imports between screens, missing tests."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mirror import PROGRAM, modules, without_test

SHARED = frozenset(("widgets", "window"))
"""Packages of gui that are no screens."""


@dataclass(frozen=True, slots=True)
class Part:
    """A module, class or function, and its lines."""

    name: str
    lines: int


def longest_modules() -> list[Part]:
    """Return the modules, longest first."""
    return _sorted(Part(_place(path), len(path.read_text("utf-8").splitlines())) for path in modules())


def longest_classes() -> list[Part]:
    """Return the classes, longest first."""
    return _sorted(
        Part(f"{_place(path)}: {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path, node in _nodes()
        if isinstance(node, ast.ClassDef)
    )


def longest_functions() -> list[Part]:
    """Return the functions and methods, longest first, without their docstrings."""
    return _sorted(
        Part(f"{_place(path)}: {node.name}", _body_lines(node))
        for path, node in _nodes()
        if isinstance(node, ast.FunctionDef)
    )


def imports_between_screens() -> list[str]:
    """Return the modules of a screen that import another screen, with what they import."""
    screens = {path.name for path in (PROGRAM / "gui").iterdir() if path.is_dir()} - SHARED
    found = []
    for path, node in _nodes():
        own = path.relative_to(PROGRAM).parts[:2]
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else _imported(node)
        others = {name.split(".")[2] for name in names if name.startswith("missionplanner.gui.")}
        if own[0] == "gui" and own[1] in screens:
            found += [f"{_place(path)} imports {other}" for other in sorted(others & (screens - {own[1]}))]
    return found


def main() -> int:
    """Print the sizes."""
    parts, classes, functions = longest_modules(), longest_classes(), longest_functions()
    print(f"modules                    {len(parts)}, {sum(part.lines for part in parts)} lines")
    for title, longest in (("longest module", parts), ("longest class", classes), ("longest function", functions)):
        print(f"{title:<26} {longest[0].lines} lines, {longest[0].name}")
    short = sum(part.lines <= 25 for part in functions) / len(functions)
    print(f"functions within 25 lines  {short:.1%} of {len(functions)}")
    for title, found in (("imports between screens", imports_between_screens()), ("without a test", without_test())):
        print(f"{title:<26} {len(found)}", *found, sep="\n    ")
    return 0


def _nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path, node


def _imported(node: ast.AST) -> list[str]:
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def _body_lines(node: ast.FunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def _place(path: Path) -> str:
    return path.relative_to(PROGRAM).as_posix()


def _sorted(parts: Iterator[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: (-part.lines, part.name))


if __name__ == "__main__":
    sys.exit(main())
