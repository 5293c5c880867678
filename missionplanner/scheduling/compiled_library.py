"""Functions that were compiled before the program was installed: a library of the system, made from the Python ones.

packaging/kernel_library.py makes it. Of every function it has a constant that says what the function takes: compiled
code does not look at what it is given, so that is compared at every call.
"""

import ctypes
import struct
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

_ENDINGS = {"win": "dll", "macosx": "dylib"}


def name(digest: str, system: str = "") -> str:
    """Return what the library is called that was made from sources with this digest; `system` as sysconfig names it."""
    # Not platform.machine(): on Windows that asks the system's management service, which takes its time.
    system = system or sysconfig.get_platform()
    return f"search-{digest}-{system}.{_ENDINGS.get(system.split('-')[0], 'so')}"


class Library:
    """A library of compiled functions."""

    def __init__(self, path: Path) -> None:
        """Raises OSError when it cannot be loaded."""
        self._loaded = ctypes.CDLL(str(path))

    def function(self, name: str) -> Callable[..., int | None]:
        """Return the compiled function; called otherwise than it was compiled for, it raises TypeError."""
        compiled = self._loaded[name]
        takes, gives = self._text(f"{name}_takes").split("->")
        expected = takes.split()

        def call(*arguments: object) -> int | None:
            kinds, words = zip(*_flat(arguments), strict=True)
            if list(kinds) != expected:
                raise TypeError(f"{name} was compiled for {takes}, not {' '.join(kinds)}")
            numbers = [word for some in words for word in some]
            block = (ctypes.c_int64 * len(numbers))(*numbers)
            result, mistake = ctypes.c_int64(), ctypes.c_void_p()
            if compiled(ctypes.byref(result), ctypes.byref(mistake), block):
                raise ArithmeticError(f"{name} failed")
            return result.value if gives == "int64" else None

        return call

    def _text(self, name: str) -> str:
        return ctypes.string_at(ctypes.addressof(ctypes.c_char.in_dll(self._loaded, name))).decode("ascii")


def _flat(arguments: Iterable[object]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every argument, those within tuples one by one: what kind it is, and the numbers that stand for it."""
    for one in arguments:
        if isinstance(one, tuple):
            yield from _flat(one)
        elif isinstance(one, np.ndarray):
            # Without gaps between the rows: only where the first number lies and how many there are is handed over.
            order = "" if one.flags.c_contiguous else " with gaps"
            yield f"{one.dtype}:{one.ndim}{order}", (one.ctypes.data, *one.shape)
        elif isinstance(one, np.random.Generator):
            interface = one.bit_generator.ctypes
            draw = ctypes.cast(interface.next_double, ctypes.c_void_p).value
            yield "generator", (interface.state.value or 0, draw or 0)
        elif isinstance(one, float):
            yield "float64", struct.unpack("q", struct.pack("d", one))
        elif isinstance(one, int | np.integer):
            yield "int64", (int(one),)
        else:
            yield type(one).__name__, ()
