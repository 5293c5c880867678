"""Starts the program from a checkout, making its environment the first time: `python3 packaging/run.py`."""

import subprocess
import sys
from pathlib import Path

import environment


def main() -> int:
    """Prepare, run what was typed, and open the window after a demo."""
    python = environment.prepare(".venv")
    arguments = sys.argv[1:]
    needs_window = not arguments or (len(arguments) == 1 and arguments[0].endswith((".mission", ".invitation")))
    if needs_window or arguments[0] == "demo":
        environment.system_packages(environment.QT_LIBRARIES, {})
    mission = _demo_mission(arguments)
    if mission and mission.exists():
        print(f"{mission} is already there.")
        code = 0
    else:
        code = _start(python, arguments)
    if mission and code == 0:
        if not environment.has_display():
            print(f"There is no display; on a desktop this opens it: python3 packaging/run.py {mission}")
            return 0
        return _start(python, [str(mission)])
    return code


def _demo_mission(arguments: list[str]) -> Path | None:
    """The mission file a demo makes, where a demo was asked for."""
    if len(arguments) == 2 and arguments[0] == "demo" and not arguments[1].startswith("-"):
        return Path(arguments[1]) / "canada-mexico-2026.mission"
    return None


def _start(python: Path, arguments: list[str]) -> int:
    command = [str(python), "-m", "missionplanner", *arguments]
    return subprocess.run(command, env=environment.variables(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
