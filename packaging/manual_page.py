"""Prints the manual page of the command line, made of the parser's own texts so that both say the same."""

import argparse
import re

from missionplanner import __version__
from missionplanner.cli.parser import parser


def page() -> str:
    """Return the page in the language of manual pages (man(7))."""
    top = parser()
    [commands] = [action for action in top._actions if isinstance(action, argparse._SubParsersAction)]
    lines = [
        f'.TH MISSIONPLANNER 1 "" "missionplanner {__version__}" "Trade Mission Planner"',
        ".SH NAME",
        r"missionplanner \- plan a trade mission: registrations, meetings, timetable and briefing packs",
        ".SH SYNOPSIS",
        r".B missionplanner",
        r"[\fIFILE\fR.mission]",
        ".br",
        ".B missionplanner",
        r"\fICOMMAND\fR [\fIOPTION\fR]...",
        ".SH DESCRIPTION",
        _text(top.description or ""),
        ".PP",
        _text(top.epilog or ""),
        ".PP",
        r"\fBmissionplanner \fICOMMAND\fB \-\-help\fR lists the options of a command.",
        ".SH COMMANDS",
    ]
    for action in commands._choices_actions:
        lines += [".TP", f".B {_text(action.dest)}", _text(action.help or "")]
    lines += [
        ".SH ENVIRONMENT",
        *(".TP", ".B MISSIONPLANNER_LANGUAGE", "Language of the command line: en, fr or es."),
        *(".TP", ".B MISSIONPLANNER_PASSWORD", "Password with which a protected mission is opened."),
        *(".TP", ".B MISSIONPLANNER_NEW_PASSWORD", "New password for the command password."),
        ".SH EXIT STATUS",
        "0 where all went well, 1 where something is to be looked at, 2 for wrong usage, 3 where it was not done.",
        ".SH FILES",
        r"One mission is one file. What is kept besides is in \fI~/.local/share/missionplanner\fR (copies, log),",
        r"\fI~/.config/missionplanner\fR (settings) and \fI~/.cache/missionplanner\fR.",
    ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """A text as one line that begins with no control character."""
    escaped = re.sub(r"\s+", " ", text).strip().replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    print(page(), end="")
