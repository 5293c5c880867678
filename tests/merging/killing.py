"""A process that merges a copy into a mission again and again until it is killed: `python -m tests.merging.killing FILE OTHER`."""

import itertools
import shutil
import sys
from pathlib import Path

from missionplanner.messages import message
from missionplanner.store.file import engine
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining


def main(path: Path, other: Path) -> None:
    """Put the mission of before in the place of the file and merge, until killed."""
    with Store.open(other, read_only=True) as copy:
        for number in itertools.count():
            for ending in engine.JOURNALS:
                path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
            shutil.copy(path.with_suffix(".before"), path.with_suffix(".fresh"))
            path.with_suffix(".fresh").replace(path)
            with Store.open(path) as store:
                sys.stdout.write(f"merging {number}\n")
                sys.stdout.flush()
                joining.write(store, joining.join(store, copy), message("Merge {name}", name=other.name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
