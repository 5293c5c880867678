"""Tries out setup.exe as far as Wine goes: `python packaging/check_setup.py dist/missionplanner-…-setup.exe`.

It is installed for one user without questions, the command line does the example with it, and it is uninstalled. Wine
8 lacks two things that Windows has: parts of complex numbers in the C library, which numpy looks up when it is loaded,
and the source of chance that Rust uses. Both are made for it (`make_shims`) and lie beside the program while it is
tried out. Windows on the screen are not tried: Qt needs more of Windows than Wine 8 has. Needs wine64 and
binutils-mingw-w64-x86-64.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environment

BUILTIN = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows")
TARGET = "x86_64-pc-windows-msvc"
_COMPLEX = """
@_fltused = constant i32 0
define float @crealf(i64 %z) {
  %a = trunc i64 %z to i32
  %b = bitcast i32 %a to float
  ret float %b
}
define float @cimagf(i64 %z) {
  %s = lshr i64 %z, 32
  %a = trunc i64 %s to i32
  %b = bitcast i32 %a to float
  ret float %b
}
define double @creal(ptr %z) {
  %b = load double, ptr %z
  ret double %b
}
define double @cimag(ptr %z) {
  %p = getelementptr double, ptr %z, i64 1
  %b = load double, ptr %p
  ret double %b
}
"""
_CHANCE = """
declare i8 @SystemFunction036(ptr, i32)
define i32 @ProcessPrng(ptr %p, i64 %n) {
  %m = trunc i64 %n to i32
  %r = call i8 @SystemFunction036(ptr %p, i32 %m)
  ret i32 1
}
"""


class Wine:
    """A Windows of its own, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")

    @property
    def programs(self) -> Path:
        """Where programs of the user are installed."""
        [found] = (self.folder / "drive_c" / "users").glob("*/AppData/Local")
        return found / "Programs"

    def run(self, *words: str | Path, folder: Path | None = None) -> str:
        """Run a program and return what it printed; SystemExit where it fails."""
        own = {"WINEPREFIX": str(self.folder), "WINEDEBUG": "-all", "LANG": "C.UTF-8"}
        overrides = {"WINEDLLOVERRIDES": "mscoree,mshtml=;ucrtbase,bcryptprimitives=n,b"}
        command = ["wine", *map(str, words)]
        done = subprocess.run(
            command, env={**os.environ, **own, **overrides}, cwd=folder, capture_output=True, text=True, check=False
        )
        if done.returncode not in (0, 1):
            raise SystemExit(f"FAILED: {' '.join(command)}\n{done.stdout}{done.stderr[-3000:]}")
        return done.stdout


def main() -> int:
    """Install, use and uninstall it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("setup", type=Path)
    asked = parser.parse_args()
    python = environment.prepare(".venv-installer", "installer")
    if Path(sys.prefix) != python.parent.parent:
        return subprocess.run([python, __file__, *sys.argv[1:]], check=False).returncode
    print(f"size            {asked.setup.stat().st_size / 1e6:7.1f} MB")
    with tempfile.TemporaryDirectory(prefix="wine-", ignore_cleanup_errors=True) as scratch:
        wine = Wine(Path(scratch) / "wine")
        program = _installed(wine, asked.setup.resolve())
        make_shims(program, Path(scratch))
        _use(wine, program, Path(scratch))
        _uninstalled(wine, program)
    return 0


def _installed(wine: Wine, setup: Path) -> Path:
    """Install it without questions, and look at what that left."""
    started = time.monotonic()
    wine.run(setup, "/S")
    program = wine.programs / "Trade Mission Planner"
    links = list((wine.folder / "drive_c").rglob("Start Menu/Programs/Trade Mission Planner.lnk"))
    opens = wine.run("reg", "query", r"HKCU\Software\Classes\TradeMissionPlanner.mission\shell\open\command", "/ve")
    if not (program / "pythonw.exe").is_file() or not links or "-m missionplanner" not in opens:
        raise SystemExit("FAILED: it is not installed, not in the Start menu, or no mission opens with it")
    print(f"installed       in {time.monotonic() - started:.0f} s: Start menu, .mission, uninstaller")
    return program


def _use(wine: Wine, program: Path, scratch: Path) -> None:
    """The command line, by its own program; the example, which reads spreadsheets, plans and prints packs."""
    print(f"command line    {wine.run(program / 'missionplanner.exe', '--version').strip()}")
    started = time.monotonic()
    said = wine.run(program / "missionplanner.exe", "demo", "example", folder=scratch)
    packs = list((scratch / "example" / "packs").rglob("*.pdf"))
    if not packs:
        raise SystemExit(f"FAILED: no packs were printed\n{said}")
    print(said, end="")
    print(f"demo            {time.monotonic() - started:.0f} s, {len(packs)} packs")


def _uninstalled(wine: Wine, program: Path) -> None:
    """Uninstall it; missions and settings stay."""
    for name in ("ucrtbase.dll", "wineucrt.dll", "bcryptprimitives.dll"):
        (program / name).unlink()
    wine.run(program / "uninstall.exe", "/S")
    # The uninstaller goes on as a copy of itself, or it could not delete itself.
    until = time.monotonic() + 300
    while program.exists() and time.monotonic() < until:
        time.sleep(0.5)
    if program.exists():
        raise SystemExit(f"FAILED: left behind: {', '.join(path.name for path in program.iterdir())}")
    asked = wine.run("reg", "query", r"HKCU\Software\Classes\.mission", "/ve")
    if "TradeMissionPlanner" in asked:
        raise SystemExit("FAILED: missions still open with it")
    print("uninstalled     nothing is left")


def make_shims(program: Path, scratch: Path) -> None:
    """Put beside the program what Wine lacks."""
    import pefile

    own = ("crealf", "cimagf", "creal", "cimag")
    shutil.copyfile(BUILTIN / "ucrtbase.dll", program / "wineucrt.dll")
    with pefile.PE(str(BUILTIN / "ucrtbase.dll")) as library:
        names = [one.name.decode("ascii") for one in library.DIRECTORY_ENTRY_EXPORT.symbols if one.name]
    exports = [
        name if name in own else f"{name} = wineucrt.{name}" for name in names if name.replace("_", "").isalnum()
    ]
    _link(program / "ucrtbase.dll", _COMPLEX, exports, scratch)
    _link(program / "bcryptprimitives.dll", _CHANCE, ["ProcessPrng"], scratch, "advapi32.dll", "SystemFunction036")


def _link(made: Path, code: str, exports: list[str], scratch: Path, library: str = "", needed: str = "") -> None:
    """Write a library of LLVM code that gives away `exports`, and calls `needed` of a `library` of Windows."""
    from llvmlite import binding

    binding.initialize_all_targets()
    binding.initialize_all_asmprinters()
    machine = binding.Target.from_triple(TARGET).create_target_machine(reloc="pic", codemodel="default")
    part = scratch / f"{made.stem}.o"
    part.write_bytes(machine.emit_object(binding.parse_assembly(f'target triple = "{TARGET}"\n{code}')))
    definition = scratch / f"{made.stem}.def"
    definition.write_text("\n".join([f"LIBRARY {made.name}", "EXPORTS", *exports, ""]), encoding="ascii")
    command: list[str | Path] = ["x86_64-w64-mingw32-ld", "-shared", "--entry", "0", "-o", made, part, definition]
    if library:
        wanted = scratch / f"{library}.def"
        wanted.write_text(f"LIBRARY {library}\nEXPORTS\n{needed}\n", encoding="ascii")
        tool: list[str | Path] = ["x86_64-w64-mingw32-dlltool", "-d", wanted, "-l", wanted.with_suffix(".a")]
        subprocess.run(tool, check=True)
        command.append(wanted.with_suffix(".a"))
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
