"""The built wheel works elsewhere, with its resources inside."""

import subprocess
import sys
import zipfile
from pathlib import Path

from missionplanner import __version__

ROOT = Path(__file__).resolve().parents[2]


def test_wheel_installed_elsewhere_opens_its_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    wheel = next(tmp_path.glob("missionplanner-*.whl"))
    assert wheel.name == f"missionplanner-{__version__}-py3-none-any.whl"
    place = tmp_path / "place"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(place),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import missionplanner.paths as p; assert str(p.PACKAGE).startswith(sys.argv[1]), p.PACKAGE\n"
        "from missionplanner.app import run\n"
        "assert run(['new', sys.argv[2], '--example', 'canada-mexico-2026']) == 0\n"
        "from missionplanner.i18n import translator; print(translator('fr')('Companies'))\n"
        "print((p.resources() / 'fonts' / 'NotoSans-Regular.ttf').stat().st_size > 100000)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, place, tmp_path / "m.mission"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-2:] == ["Entreprises", "True"]
    names = zipfile.ZipFile(wheel).namelist()
    assert "missionplanner/_resources/icons/search.svg" in names
    assert any(name.endswith("entry_points.txt") for name in names)
