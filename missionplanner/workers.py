"""Processes that share out work, and end with the program, however it ends."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import connection, get_context, parent_process
from typing import Any

MOST = 8
"""Processes at a time: each holds its own copy of what it works on."""


def executor(tasks: int, few: int, begin: Callable[..., None], *sent: Any) -> Executor:
    """Return who works on a number of tasks: one thread up to `few`, else a process for each processor.

    begin: called once in each with what is sent, before its first task.
    """
    if tasks <= few:
        return ThreadPoolExecutor(1, initializer=begin, initargs=sent)
    number = min(os.cpu_count() or 1, MOST, tasks)
    # Started afresh (spawn): a fork would copy the locks of the window's threads as they happen to be.
    return ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=_begin, initargs=(begin, sent))


def _begin(begin: Callable[..., None], sent: tuple[Any, ...]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin(*sent)


def _end_with_parent() -> None:
    """End this process when the program was killed: it would wait for ever for the next task, with all it holds."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
