"""Looks at every screen and dialog: python -m tests.gui.screens FOLDER [--every] [--sheets].

Without --every at the default size, everything in English and each window in French or Spanish; with it at every size, in every language and theme. With --sheets
a contact sheet of each is written into FOLDER. What is wrong is printed, one a line; the exit code says whether anything is.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler

from tests.gui.screens import mission, sheets
from tests.gui.screens.examination import Examination
from tests.gui.screens.sizes import DEFAULT, EVERY, QUICK, SIZES, ScreenSize

_UNSUPPORTED = "This plugin does not support"


def main() -> int:
    """Look at the sizes asked for, each in a process of its own."""
    asked = _parser().parse_args()
    folder: Path = asked.folder
    folder.mkdir(parents=True, exist_ok=True)
    if asked.size:
        return _examine(next(size for size in SIZES if size.name == asked.size), folder, asked)
    if not (folder / "example.mission").exists():
        mission.make(folder / "example.mission")
    wanted = [size for size in SIZES if size.name == asked.only] or (SIZES if asked.every else (DEFAULT,))
    codes = [_start(size, folder) for size in wanted]
    if asked.sheets:
        print(f"{sheets.compose(folder / 'tiles', folder / 'sheets')} sheets in {folder / 'sheets'}")
    return max(codes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.gui.screens", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", action="store_true", help="every size, language and theme")
    parser.add_argument("--sheets", action="store_true", help="write contact sheets")
    parser.add_argument("--only", default="", help="one size alone", choices=[size.name for size in SIZES])
    parser.add_argument("--language", default="", help="one language alone", choices=("en", "fr", "es"))
    parser.add_argument("--named", default="", help="only screens and dialogs whose names begin so, parted by commas")
    parser.add_argument("--size", default="", help=argparse.SUPPRESS)
    return parser


def _start(size: ScreenSize, folder: Path) -> int:
    command = [sys.executable, "-m", "tests.gui.screens", *sys.argv[1:], "--size", size.name]
    return subprocess.run(command, env=size.environment(folder), check=False).returncode


def _examine(size: ScreenSize, folder: Path, asked: argparse.Namespace) -> int:
    own = folder / size.name
    own.mkdir(exist_ok=True)
    os.environ.update(XDG_CONFIG_HOME=str(own / "config"), XDG_DATA_HOME=str(own / "data"))
    started = time.monotonic()
    qInstallMessageHandler(lambda _kind, _context, text: _UNSUPPORTED in text or print(text, file=sys.stderr))
    tiles, is_part = folder / "tiles" if asked.sheets else None, asked.language or asked.named
    in_turn = not (asked.every or is_part)
    examination = Examination(size, tiles, tuple(asked.named.split(",")), in_turn)
    passes = tuple(one for one in (EVERY if asked.every else QUICK) if asked.language in ("", one[0]))
    examination.run(passes, folder / "example.mission", own)
    faults = {fault: sorted(where) for fault, where in sorted(examination.faults.items())}
    (folder / f"{size.name} faults.json").write_text(json.dumps(faults, ensure_ascii=False, indent=1), encoding="utf-8")
    for fault, where in faults.items():
        print(f"{size.name}, {', '.join(where)}: {fault}")
    print(f"{size.name}: {len(examination.shown)} windows, {len(faults)} faults, {time.monotonic() - started:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
