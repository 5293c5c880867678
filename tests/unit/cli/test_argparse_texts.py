"""The sentences of argparse are those of the Python that runs."""

import argparse
import ast
import re
from pathlib import Path

from missionplanner.cli import argparse_texts
from missionplanner.i18n import translator

NEVER_MET = {
    "conflicting option string: %s", "conflicting subparser: %s", "conflicting subparser alias: %s",
    ".__call__() not defined", "'required' is an invalid argument for positionals",
    "mutually exclusive arguments must be optional", "subcommands", "%r is not callable",
    "can't open '%(filename)s': %(error)s", "cannot merge actions - two groups are named %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "dest= is required for options like %r", "invalid conflict_resolution value: %r",
    "cannot have multiple subparser arguments", "one of the arguments %s is required", "expected %s argument",
    'argument "-" with mode %r', "not allowed with argument %s", "unexpected option string: %s",
    "show program's version number and exit", "(deprecated)", "default: %(default)s", "%(heading)s:",
    "option '%(option)s' is deprecated", "argument '%(argument_name)s' is deprecated",
    "command '%(parser_name)s' is deprecated", "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)",
}  # fmt: skip
"""What programmers meet, or users of kinds of arguments no command has."""

SAME = {"options", "%(prog)s: error: %(message)s\n"}
"""Sentences that are the same in French or Spanish."""


def test_every_sentence_a_user_can_meet_is_translated() -> None:
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [call for call in calls if getattr(call.func, "id", "") in ("_", "ngettext")]
    found = {call.args[0].value for call in named if isinstance(call.args[0], ast.Constant)}
    assert found - NEVER_MET - set(argparse_texts.TEXTS) == set()
    for text in argparse_texts.TEXTS:
        for language in ("fr", "es"):
            assert text in SAME or translator(language)(text) != text


def test_values_keep_their_places() -> None:
    for text in argparse_texts.TEXTS:
        places = re.findall(r"%\(\w+\)[sr]|%[sr]", text)
        for language in ("fr", "es"):
            assert re.findall(r"%\(\w+\)[sr]|%[sr]", translator(language)(text)) == places
