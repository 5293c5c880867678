"""Settings of this computer."""

import subprocess
import sys
from pathlib import Path

import pytest

from missionplanner.gui import settings


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


def test_settings_are_those_of_the_table() -> None:
    assert settings.read("theme") == "system"
    settings.write("theme", "dark")
    assert settings.read("theme") == "dark"
    for act in (lambda: settings.read("nothing"), lambda: settings.write("nothing", 1)):
        with pytest.raises(KeyError):
            act()


@pytest.mark.parametrize(("stored", "found"), [("one", ["one"]), (["one", "two"], ["one", "two"]), (None, [])])
def test_a_list_stays_a_list(stored: object, found: list[str]) -> None:
    settings.write("company_columns", stored)
    assert settings.read("company_columns") == found


def test_recent_files_are_few_the_newest_first_and_there(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.mission" for n in range(settings.MOST_RECENT + 2)]
    for path in paths:
        path.write_text("x")
        settings.remember_file(path)
    settings.remember_file(paths[5])
    paths[7].unlink()
    found = [path.stem for path in settings.recent_files()]
    assert found == ["5", "9", "8", "6", "4", "3", "2"]
