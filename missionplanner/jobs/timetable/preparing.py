"""The first planning on a computer compiles the search; a process of its own does so before, while nobody waits."""

import multiprocessing
import os
from multiprocessing.process import BaseProcess

from missionplanner.scheduling import compiled_cache, solver

_NICE = 15
"""How far the process stands back behind others."""


def is_due() -> bool:
    """Whether the search is still to be compiled on this computer."""
    return not compiled_cache.is_filled()


def start() -> BaseProcess:
    """Start compiling beside the program, with low priority; the process ends with the program."""
    process = multiprocessing.get_context("spawn").Process(target=_prepare, daemon=True)
    process.start()
    return process


def _prepare() -> None:
    if hasattr(os, "nice"):
        os.nice(_NICE)
    solver.prepare()
