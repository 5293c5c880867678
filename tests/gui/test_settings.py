"""Settings of this computer."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
def test_packs_that_are_looked_at_are_nobody_elses_and_go_with_the_program() -> None:
    code = (
        "from missionplanner.gui import settings\n"
        "folder = settings.scratch_folder()\n"
        "(folder / 'preview.pdf').write_text('x')\n"
        "print(folder, oct(folder.stat().st_mode & 0o777))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    folder, rights = done.stdout.split()
    assert rights == "0o700"
    assert not Path(folder).exists()
