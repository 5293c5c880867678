"""Decorators that make compiled functions: from the library that comes with the program, else by numba."""

from typing import Any

from missionplanner.scheduling import compiled_cache
from missionplanner.scheduling.compiled_library import Library

inner: Any
"""For functions that only compiled ones call."""
compiled: Any
"""For functions that are called from Python."""

if (_path := compiled_cache.library()) is not None:
    _library = Library(_path)

    def _kept(function: Any) -> Any:
        return function

    def _replaced(function: Any) -> Any:
        return _library.function(function.__name__)

    inner, compiled = _kept, _replaced
else:
    from numba import config, njit

    # WORKAROUND: numba's cache knows a function by its own file, not by those of the functions it calls, and wants to
    # write beside the program. So the cache lies in the user's folder, under the digest of all that is compiled
    # together.
    config.CACHE_DIR = str(compiled_cache.folder())

    # WORKAROUND: without `forceinline` every call hands over some forty arrays, of seven numbers each: half of the time
    # of a move.
    # WORKAROUND: without `_nrt=False` every call counts references to some forty arrays, which takes twenty times as
    # long as what the functions do. With it numba refuses whatever would allocate memory.
    inner = njit(nogil=True, _nrt=False, no_cpython_wrapper=True, no_cfunc_wrapper=True, forceinline=True)
    compiled = njit(cache=True, nogil=True, _nrt=False)
