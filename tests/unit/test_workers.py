"""Processes that share out work, and end with the program, however it ends."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from missionplanner import workers

KILLED = """
import os
from missionplanner import workers
if __name__ == "__main__":
    with workers.executor(2, 1, print) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        input()
"""


def test_few_tasks_are_done_in_this_process() -> None:
    begun: list[int] = []
    with workers.executor(3, 3, begun.append, 7) as pool:
        found = pool.submit(os.getpid).result()
    assert (found, begun) == (os.getpid(), [7])


def test_many_tasks_are_done_in_others() -> None:
    with workers.executor(2, 1, print) as pool:
        assert pool.submit(os.getpid).result() != os.getpid()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells when a process of others has ended")
def test_processes_end_with_a_program_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    program = subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with program:
        assert program.stdout
        lines = iter(program.stdout.readline, "")
        worker = os.pidfd_open(int(next(line for line in lines if line.strip())))
        program.kill()
    ended, _writable, _failed = select.select([worker], [], [], 20)
    os.close(worker)
    assert ended, "a process goes on without the program"
