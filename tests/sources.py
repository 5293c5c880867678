"""The program's sources as trees, each parsed once for all the tests that read them."""

import ast
from functools import cache
from pathlib import Path


@cache
def parsed(module: Path) -> ast.Module:
    """Return the tree of a module, which nobody changes."""
    return ast.parse(module.read_text(encoding="utf-8"))
