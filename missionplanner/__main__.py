"""The program's start: `missionplanner` and `python -m missionplanner`."""

import multiprocessing
import sys


def main() -> int:
    """Run what was typed; returns the exit code."""
    # In a packaged program every process that lays out packs starts here.
    multiprocessing.freeze_support()
    from missionplanner.app import run  # slow import

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
