"""The command look: colour, logo, portrait and evaluation of the packs, shown and set."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_verb
from missionplanner.domain.bounds import problem
from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.packs import settings
from missionplanner.jobs.papers.pictures import picture_of
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add look with its verb."""
    found = add_command(commands, "look", _("say how packs look, or change it"), show)
    verbs = found.add_subparsers(dest="verb", metavar=_("VERB"), help=_("set; without it the look is printed"))
    setting = add_verb(verbs, "set", _("change the look of packs; an empty value takes something away"), change)
    picture = _("PICTURE")
    setting.add_argument("--colour", metavar=_("COLOUR"), help=_("the colour of covers and headings, as #1f4e79"))
    setting.add_argument("--logo", metavar=picture, help=_("the logo on covers, a PNG or JPEG"))
    setting.add_argument("--portrait", metavar=picture, help=_("the portrait beside the welcome, a PNG or JPEG"))
    setting.add_argument("--portrait-of", metavar=_("NAME"), help=_("who is on the portrait, with the post"))
    setting.add_argument("--evaluation", metavar=_("LINK"), help=_("the site on which delegates evaluate the mission"))


def show(arguments: argparse.Namespace) -> int:
    """Print the look of packs."""
    with opened(arguments, read_only=True) as store:
        return _say(arguments, store)


def change(arguments: argparse.Namespace) -> int:
    """Change what was given, each as one step.

    Raises UserError where a colour, picture or site is none; then nothing is changed.
    """
    with opened(arguments) as store:
        colour, logo, portrait = arguments.colour, arguments.logo, arguments.portrait
        if colour is not None and (fault := problem(Mission, "colour", colour)):
            raise UserError(fault, _("Write the colour as #1f4e79."))
        pictures = {name: picture_of(Path(name)) for name in {logo, portrait} if name}
        if arguments.evaluation is not None:
            settings.set_evaluation(store, arguments.evaluation)
        if colour is not None:
            settings.set_colour(store, colour)
        if logo is not None:
            settings.set_logo(store, pictures.get(logo, b""))
        if portrait is not None:
            name = arguments.portrait_of if arguments.portrait_of is not None else store.mission.portrait_of
            settings.set_portrait(store, pictures.get(portrait, b""), name)
        elif arguments.portrait_of is not None:
            settings.name_portrait(store, arguments.portrait_of)
        return _say(arguments, store)


def _say(arguments: argparse.Namespace, store: Store) -> int:
    mission = store.mission
    if arguments.json:
        output.document(
            {
                "colour": mission.colour,
                "logo": bool(settings.logo(store)),
                "portrait": bool(settings.portrait(store)),
                "portrait_of": mission.portrait_of,
                "evaluation": mission.evaluation_link,
            }
        )
        return 0
    yes, no = _("yes"), _("no")
    for label, text in (
        (_("Colour"), mission.colour or _("the usual one")),
        (_("Logo"), yes if settings.logo(store) else no),
        (_("Portrait"), (mission.portrait_of or yes) if settings.portrait(store) else no),
        (_("Evaluation"), mission.evaluation_link or no),
    ):
        output.say(f"{label}: {text}")
    return 0
