"""Tries out what people download, from nothing but the artefact: `python packaging/check_artefact.py dist/ARTEFACT`.

An artefact is the frozen folder, a .tar.xz or a .deb (which is unpacked, not installed). The example is done as a
whole, a pack is printed, a mission is planned, and the window is opened on a screen of its own and looked at. It
prints sizes and times; the pictures of the window are in --out. A system without a screen server checks all but the
window. Sharing goes through a folder, sealed and joined by a second home; of a database only that one is asked for.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import trimming
from screen import Screen, screen

MOST_MEGABYTES = {"folder": 400, ".deb": 120, ".xz": 120}
MOST_TIMES_BARE = 2.5
MOST_SECONDS_TO_PLAN = 1.0
MISSION = "canada-mexico-2026.mission"
STARTS = 5
PASSWORD = "only for trying out"
SETTLING = 5
"""Seconds until a screen is looked at."""


class Failed(Exception):
    """Something did not work."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """An unpacked artefact with a home of its own."""

    program: Path
    """What is run."""
    home: Path
    """Where its missions, settings and cache are."""

    def variables(self) -> dict[str, str]:
        """The environment it runs in: nothing of Python's, nothing of other users."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "DISPLAY") if name in os.environ}
        window = {"QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
        return {**kept, **window, "HOME": str(self.home), "MISSIONPLANNER_PASSWORD": PASSWORD}

    def run(self, *words: str | Path) -> str:
        """Run a command and return what it printed; Failed where it says 2 or more."""
        done = self.said(*words)
        if done.returncode not in (0, 1):
            raise Failed(f"{' '.join(map(str, done.args))}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def said(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command, whatever comes of it."""
        command = [str(self.program), *map(str, words)]
        variables = {**self.variables(), "MISSIONPLANNER_NEW_PASSWORD": PASSWORD}
        return subprocess.run(command, env=variables, cwd=self.home, capture_output=True, text=True, check=False)


def main() -> int:
    """Check the artefact; 1 where something does not work or is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("artefact", type=Path)
    parser.add_argument("--bare", type=Path, help="the frozen bare window; build/frozen/bare_window by default")
    parser.add_argument("--out", type=Path, default=Path("build") / "checked", help="where the pictures go")
    parser.add_argument("--display", type=int, default=97, help="the number of the screen that is made")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="artefact-") as scratch:
        try:
            over = check(asked, Path(scratch))
        except (Failed, TimeoutError) as error:
            print(f"FAILED: {error}")
            return 1
    for line in over:
        print(f"OVER: {line}")
    return 1 if over else 0


def check(asked: argparse.Namespace, scratch: Path) -> list[str]:
    """Do everything once; returns what is over its limit."""
    (scratch / "home").mkdir()
    program = unpacked(asked.artefact, scratch / "unpacked")
    artefact = Artefact(program, scratch / "home")
    over = _sizes(asked.artefact, program.resolve().parent)
    over += _planning(artefact, program.resolve().parent)
    _example(artefact)
    _letters(artefact)
    _sharing(artefact, scratch)
    if shutil.which("Xvfb") and shutil.which("xdotool") and shutil.which("import"):
        over += _window(artefact, asked)
    else:
        print("window          not looked at: Xvfb, xdotool and import are needed")
    return over


def unpacked(artefact: Path, folder: Path) -> Path:
    """Unpack an artefact and return the program in it."""
    if artefact.is_dir():
        # A folder has to work wherever it lies, so not where it was made.
        shutil.copytree(artefact, folder / artefact.name, symlinks=True)
        return folder / artefact.name / "missionplanner"
    folder.mkdir()
    if artefact.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", str(artefact), str(folder)], check=True)
        return folder / "usr" / "bin" / "missionplanner"
    with tarfile.open(artefact) as packed:
        packed.extractall(folder, filter="tar")
    return folder / "missionplanner" / "missionplanner"


def _sizes(artefact: Path, folder: Path) -> list[str]:
    """Print the sizes; what is too large is returned."""
    sizes = {"folder": trimming.size(folder.rglob("*"))}
    if artefact.is_file():
        sizes[artefact.suffix] = artefact.stat().st_size
    for name, size in sizes.items():
        print(f"size            {size / 1e6:7.1f} MB  {name}")
    large = [name for name, size in sizes.items() if size > MOST_MEGABYTES[name] * 1e6]
    return [f"{name} is larger than {MOST_MEGABYTES[name]} MB" for name in large]


def _planning(artefact: Artefact, folder: Path) -> list[str]:
    """Print how long the first start and the first plan take, each the first one of a new computer."""
    first = _timed(artefact, "--version")
    print(f"version         {artefact.run('--version').strip()}, first start {first:.2f} s")
    _small_mission(artefact, next(folder.rglob("registrations")))
    started = _worked(artefact, "info", "small.mission")
    seconds = _worked(artefact, "plan", "small.mission", "--seconds", "0.1") - started
    again = _worked(artefact, "plan", "small.mission", "--keep", "none", "--seconds", "0.1") - started
    print(f"first plan      {seconds:.2f} s of work beside starting ({started:.2f} s); the next one {again:.2f} s")
    return [f"the first plan takes {seconds:.2f} s"] if seconds > MOST_SECONDS_TO_PLAN else []


def _small_mission(artefact: Artefact, registrations: Path) -> None:
    """A mission of sixty companies that has no timetable yet."""
    artefact.run("new", "small.mission", "--example", "canada-mexico-2026")
    for name, kind in (
        ("inscriptions_fr.csv", ("companies", "--side", "delegation")),
        ("contrapartes_es.xlsx", ("companies", "--side", "counterpart")),
        ("meeting_requests.csv", ("requests",)),
    ):
        artefact.run("import", "small.mission", registrations / name, "--kind", *kind)
    artefact.run("set-status", "small.mission", "accepted")


def _timed(artefact: Artefact, *words: str | Path) -> float:
    started = time.monotonic()
    artefact.run(*words)
    return time.monotonic() - started


def _worked(artefact: Artefact, *words: str) -> float:
    """Seconds that a processor works at a command: what it takes on a computer that does nothing else."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    artefact.run(*words)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _example(artefact: Artefact) -> None:
    """The whole job on the example, and one pack alone."""
    print(f"demo            {_timed(artefact, 'demo', 'example'):.1f} s")
    mission = artefact.home / "example" / MISSION
    packs = list((artefact.home / "example" / "packs").rglob("*.pdf"))
    if not packs or any(pack.read_bytes()[:5] != b"%PDF-" for pack in packs):
        raise Failed("demo printed no packs")
    if conflicts := json.loads(artefact.run("list", mission, "conflicts", "--json")):
        raise Failed(f"demo left conflicts: {conflicts}")
    company = json.loads(artefact.run("list", mission, "companies", "--json"))[0]
    print(f"packs           {len(packs)}; one alone: {_one_pack(artefact, mission, str(company['name'])):.1f} s")


def _one_pack(artefact: Artefact, mission: Path, company: str) -> float:
    seconds = _timed(artefact, "packs", mission, "--out", "alone", "--company", company)
    if not list((artefact.home / "alone").rglob("*.pdf")):
        raise Failed(f"no pack of {company} was printed")
    return seconds


def _letters(artefact: Artefact) -> None:
    """Drafts with the letter as a Word document."""
    mission = artefact.home / "example" / MISSION
    artefact.run("papers", mission, "--out", "papers")
    artefact.run("papers", mission, "--for", "all", "--choose", next((artefact.home / "papers").glob("*.docx")))
    artefact.run("letters", mission, "--moment", "timetable", "--letter", "docx", "--out", "letters")
    drafts = list((artefact.home / "letters").rglob("*.eml"))
    if not any(b"officedocument.wordprocessingml" in draft.read_bytes() for draft in drafts):
        raise Failed("no letter was written as a Word document")
    print(f"letters         {len(drafts)} with a Word document")


def _sharing(artefact: Artefact, scratch: Path) -> None:
    """A mission with a password goes through a folder to a second computer; a database that is away is a sentence."""
    mission, shared = artefact.home / "small.mission", scratch / "shared"
    away = artefact.said("share", mission, "--database", "postgresql://nobody@127.0.0.1:1/none")
    if away.returncode != 3 or "Traceback" in away.stderr:
        raise Failed(f"a database that is away: {away.returncode}\n{away.stderr}")
    artefact.run("password", mission, "set")
    shared.mkdir()
    artefact.run("share", mission, shared)
    colleague = Artefact(artefact.program, scratch / "colleague")
    colleague.home.mkdir()
    colleague.run("join", next(shared.glob("*.invitation")), "joined.mission")
    own, theirs = (
        json.loads(one.run("list", path, "companies", "--json"))
        for one, path in ((artefact, mission), (colleague, "joined.mission"))
    )
    if own != theirs:
        raise Failed("who joined has other companies")
    print(f"sharing         {len(theirs)} companies joined through a sealed folder")


def _window(artefact: Artefact, asked: argparse.Namespace) -> list[str]:
    """Open the window, look at three screens, and compare its start with that of a bare window."""
    mission = artefact.home / "example" / MISSION
    with screen(asked.display) as shown:
        _look(artefact, asked.out, shown, mission)
        own = median(_seconds_to_paint(artefact.program, artefact, shown) for _start in range(STARTS))
        print(f"window          painted after {own:.2f} s; pictures in {asked.out}")
        bare = _bare(asked, artefact)
        if bare is None:
            print("bare window     not there to compare with")
            return []
        plain = median(_seconds_to_paint(bare, artefact, shown) for _start in range(STARTS))
    print(f"bare window     painted after {plain:.2f} s: the program takes {own / plain:.2f} times as long")
    return [f"the window takes {own / plain:.2f} times a bare one"] if own > MOST_TIMES_BARE * plain else []


def _look(artefact: Artefact, out: Path, shown: Screen, mission: Path) -> None:
    """Open a mission and go to three screens; Failed where they cannot be told apart."""
    process = _started(artefact.program, artefact, shown, mission)
    try:
        shown.wait()
        time.sleep(SETTLING)
        pictures = {shown.take(out / "overview.png")}
        for keys, name in (("ctrl+2", "companies"), ("ctrl+5", "timetable"), ("ctrl+7", "packs")):
            shown.press(keys)
            time.sleep(SETTLING)
            pictures.add(shown.take(out / f"{name}.png"))
        if process.poll() is not None or len(pictures) != 4:
            raise Failed("the window does not show its screens")
    finally:
        _end(process, shown)


def _bare(asked: argparse.Namespace, artefact: Artefact) -> Path | None:
    """The bare window, put beside the program so that it uses the same libraries."""
    made = asked.bare or Path("build") / "frozen" / "missionplanner" / "bare_window"
    if not made.is_file():
        return None
    return Path(shutil.copy2(made, artefact.program.resolve().with_name("bare_window")))


def _started(program: Path, artefact: Artefact, shown: Screen, *words: Path) -> subprocess.Popen[bytes]:
    variables = {**artefact.variables(), "DISPLAY": shown.name}
    command = [str(program), *map(str, words)]
    return subprocess.Popen(command, env=variables, cwd=artefact.home, stdout=subprocess.DEVNULL)


def _seconds_to_paint(program: Path, artefact: Artefact, shown: Screen) -> float:
    started = time.monotonic()
    process = _started(program, artefact, shown)
    shown.wait()
    seconds = time.monotonic() - started
    _end(process, shown)
    return seconds


def _end(process: subprocess.Popen[bytes], shown: Screen) -> None:
    process.terminate()
    process.wait()
    shown.wait(painted=False)


if __name__ == "__main__":
    sys.exit(main())
