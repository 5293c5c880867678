"""The words argparse itself writes (usage, options, errors), in the language of the command line."""

import argparse

from missionplanner import i18n
from missionplanner.i18n import N_

TEXTS = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
    N_("unknown parser %(parser_name)r (choices: %(choices)s)"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("not allowed with argument %s"),
    N_("one of the arguments %s is required"),
)
"""The sentences of argparse that users of these commands can meet."""


def translate() -> None:
    """Have argparse write in the language of the command line.

    WORKAROUND: argparse asks the domain "messages" of gettext, whose catalogues lie in folders of the system, compiled
    and chosen by LANGUAGE. There is no other way in than the function it has imported.
    """
    argparse._ = i18n._  # type: ignore[attr-defined]
