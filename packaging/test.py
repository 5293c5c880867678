"""Runs everything that has to pass: lint, format, types, contracts, tests; with --soak the long runs instead.

Other options go to pytest.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import environment

PROGRAMS = {"pdfinfo": "poppler-utils", "pdftotext": "poppler-utils", "qpdf": "qpdf"}
NETWORK_DRIVE = {"sshfs": "sshfs", "/usr/lib/openssh/sftp-server": "openssh-sftp-server"}
"""For the tests of a network drive, which need the right to mount."""


def main() -> int:
    """Prepare the test environment and run the steps; the first that fails ends it."""
    python = environment.prepare(".venv-test", "test")
    environment.system_packages(environment.QT_LIBRARIES, {**PROGRAMS, **(NETWORK_DRIVE if _may_mount() else {})})
    options = sys.argv[1:]
    if "--soak" in options:
        options = [*(option for option in options if option != "--soak"), "-m", "soak", "-s", "--dist", "load"]
    variables = {**environment.variables(), "QT_QPA_PLATFORM": "offscreen"}
    for name, command in _steps(python, options):
        started = time.monotonic()
        print(f"== {name}", flush=True)
        code = subprocess.run(command, cwd=environment.ROOT, env=variables, check=False).returncode
        print(f"== {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - started:.0f} s", flush=True)
        if code:
            return code
    return 0


def _may_mount() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


def _steps(python: Path, options: list[str]) -> list[tuple[str, list[str]]]:
    def module(*words: str) -> list[str]:
        return [str(python), "-m", *words]

    return [
        ("lint", module("ruff", "check", ".")),
        ("format", module("ruff", "format", "--check", ".")),
        ("types", module("mypy")),
        ("contracts", [str(python.with_name("lint-imports" + python.suffix))]),
        ("tests", module("pytest", "-n", "2", "--dist", "loadfile", *options)),
    ]


if __name__ == "__main__":
    sys.exit(main())
