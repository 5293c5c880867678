"""sqlite-utils as the store uses it: without pandas and numpy, which it would load and does not need."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from threading import get_ident
from types import ModuleType

__all__ = ["Database", "Migrations"]


class _Missing:
    """A finder of modules that has some of them missing, for one thread."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._thread = get_ident()

    def find_spec(self, name: str, _path: object = None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Leave every other module, and every other thread, to the finders that come after.

        Raises ModuleNotFoundError for a module that is to be missing.
        """
        if name in self._names and get_ident() == self._thread:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return None


@contextmanager
def _missing(*names: str) -> Iterator[None]:
    finder = _Missing(names)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


# WORKAROUND: sqlite_utils.db imports pandas and numpy wherever they are installed, to know the types of their values
# when tables are made from them, which the store never does: 0.3 s before the first list is shown. It takes an
# ImportError as "not installed". Other threads may import them meanwhile, and everybody may afterwards.
with _missing("pandas", "numpy"):
    from sqlite_utils import Database, Migrations  # slow import
