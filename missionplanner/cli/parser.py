"""The parser of the command line: every command with its options."""

import argparse
from functools import cache

from missionplanner import __version__
from missionplanner.cli import (
    advice,
    agreements,
    answers,
    argparse_texts,
    arrivals,
    attending,
    briefings,
    calendars,
    clocks,
    courtesy_titles,
    criteria,
    demo,
    evaluations,
    events,
    exposure,
    fees,
    fields,
    figures,
    form,
    free_time,
    imports,
    intents,
    letters,
    lists,
    look,
    merging,
    milestones,
    missions,
    new_missions,
    objectives,
    packs,
    papers,
    passwords,
    past,
    people,
    personal_data,
    relationships,
    report,
    requests,
    selection,
    sharing,
    structure,
    timetable,
    transfers,
    venues,
    visits,
    what_if,
)
from missionplanner.cli.options import add_language
from missionplanner.i18n import _, current

SUBJECTS = (
    new_missions,
    missions,
    passwords,
    imports,
    lists,
    people,
    courtesy_titles,
    past,
    fields,
    form,
    fees,
    figures,
    briefings,
    milestones,
    relationships,
    intents,
    exposure,
    objectives,
    evaluations,
    answers,
    agreements,
    report,
    arrivals,
    transfers,
    structure,
    venues,
    events,
    merging,
    sharing,
    criteria,
    selection,
    requests,
    timetable,
    advice,
    what_if,
    attending,
    visits,
    clocks,
    free_time,
    packs,
    letters,
    papers,
    look,
    calendars,
    personal_data,
    demo,
)
"""The modules with commands, in the order of --help; each adds its own in `add_commands`."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands, in the language of the command line."""
    argparse_texts.translate()
    return _parser_in(current().language)


@cache
def _parser_in(_language: str) -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="missionplanner",
        description=_("Plans trade missions. Without a command it opens the window."),
        epilog=_(
            "missionplanner [FILE] opens the window on FILE, on the last file, or on the start page; FILE opens in the"
            " window that runs, and with --new-window in one of its own."
        ),
    )
    version = f"missionplanner {__version__}"
    top.add_argument("--version", action="version", version=version, help=_("show the version and exit"))
    add_language(top, "")
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"), required=True)
    for subject in SUBJECTS:
        subject.add_commands(commands)
    return top


def names() -> list[str]:
    """Return the names of all commands."""
    # argparse has no public way to ask for its subcommands.
    action = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    return list(action.choices)
