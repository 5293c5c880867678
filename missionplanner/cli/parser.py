"""What can be typed: every command with its options."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from missionplanner import __version__
from missionplanner.cli import acts, making, reading
from missionplanner.domain.applications import Status
from missionplanner.i18n import LANGUAGES
from missionplanner.jobs.lists.rows import LISTS

Command = Callable[[argparse.Namespace], int]


def _natural(text: str) -> int:
    """A whole number from 0 on."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 0 on")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    top = argparse.ArgumentParser(
        prog="missionplanner",
        description="Plans trade missions. Without a command it opens the window.",
        epilog="missionplanner [FILE] opens the window on FILE, on the last file, or on the start page.",
    )
    top.add_argument("--version", action="version", version=f"missionplanner {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _making(commands)
    _reading(commands)
    _acting(commands)
    return top


def names() -> list[str]:
    """The names of all commands."""
    action = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return list(action.choices)


def _making(commands: Any) -> None:
    new = _command(commands, "new", "make a mission file", making.new)
    new.add_argument("--example", metavar="NAME", help="start from an example, such as canada-mexico-2026")
    bring = _command(commands, "import", "bring a file in", acts.bring_in)
    bring.add_argument("source", type=Path, metavar="SOURCE")
    bring.add_argument("--kind", choices=("companies", "requests"), required=True)
    bring.add_argument("--side", choices=("delegation", "counterpart"))
    bring.add_argument("--sheet", default="", metavar="NAME")
    bring.add_argument("--columns", type=Path, metavar="MAP.json", help="heading to field, over what was guessed")
    bring.add_argument("--on-duplicate", choices=("merge", "skip", "add"), default="merge")
    bring.add_argument("--rejects", type=Path, metavar="OUT.csv")
    bring.add_argument("--dry-run", action="store_true", help="say what it would do, change nothing")
    demo = commands.add_parser("demo", help="do the whole job on the example")
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--json", action="store_true")
    demo.set_defaults(run=making.demo)


def _reading(commands: Any) -> None:
    _command(commands, "info", "what a mission file holds", reading.info)
    listing = _command(commands, "list", "print a list", reading.show_list)
    listing.add_argument("what", choices=tuple(LISTS))
    _filters(listing)
    listing.add_argument("--sort", default="", metavar="FIELD")
    listing.add_argument("--csv", action="store_true")
    _command(commands, "check", "every conflict, one a line", reading.check)
    _command(commands, "history", "who changed what, when", reading.show_history)


def _acting(commands: Any) -> None:
    status = _command(commands, "set-status", "give companies a status", acts.set_status)
    status.add_argument("status", choices=tuple(status.value for status in Status), metavar="STATUS")
    _filters(status, "--was")
    plan = _command(commands, "plan", "make the timetable", acts.plan)
    plan.add_argument("--seconds", type=float, default=10.0, metavar="N")
    plan.add_argument("--keep", choices=("locked", "all", "none"), default="locked")
    plan.add_argument("--day", metavar="DATE")
    plan.add_argument("--seed", type=_natural, metavar="N")
    packs = _command(commands, "packs", "print briefing packs", acts.packs)
    packs.add_argument("--out", type=Path, required=True, metavar="DIR")
    packs.add_argument("--edition", choices=("delegate", "leader", "organiser"), default="delegate")
    packs.add_argument("--company", action="append", default=[], metavar="NAME")
    _filters(packs)
    packs.add_argument("--language", choices=LANGUAGES, default="en")
    packs.add_argument("--outdated", action="store_true", help="only what changed since it was printed")
    packs.add_argument("--single", default="", metavar="FILE.pdf", help="all in one file, in order")
    export = _command(commands, "export", "write .xlsx, .csv or .ics", acts.export)
    export.add_argument("--out", type=Path, required=True, metavar="PATH")
    export.add_argument("--table", choices=tuple(LISTS), default="companies", help="the list a .csv holds")
    export.add_argument("--company", default="", metavar="NAME", help="whose calendar an .ics is")
    backup = _command(commands, "backup", "copy a mission file", acts.backup)
    backup.add_argument("target", type=Path, nargs="?", metavar="COPY")
    restore = _command(commands, "restore", "put a backup in place", acts.restore)
    restore.add_argument("backup", type=Path, metavar="BACKUP")


def _command(commands: Any, name: str, text: str, run: Command) -> argparse.ArgumentParser:
    found: argparse.ArgumentParser = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    found.add_argument("file", type=Path, metavar="FILE")
    found.add_argument("--json", action="store_true", help="one JSON document on standard output")
    found.set_defaults(run=run)
    return found


def _filters(command: argparse.ArgumentParser, status_option: str = "--status") -> None:
    command.add_argument("--side", choices=("delegation", "counterpart"), default="")
    command.add_argument("--sector", action="append", default=[], metavar="CODE")
    names = (status_option,) if status_option == "--status" else ("--status", status_option)
    command.add_argument(
        *names, dest="status_filter", choices=tuple(status.value for status in Status), metavar="STATUS", default=""
    )
    command.add_argument("--stop", default="", metavar="STOP")
    command.add_argument("--search", default="", metavar="TEXT")
