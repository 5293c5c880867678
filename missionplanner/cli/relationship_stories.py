"""Two acts of the command relationships on one of them: its whole story, and a move to another stage."""

import argparse
from collections.abc import Callable
from datetime import datetime
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_verb
from missionplanner.domain.relationships import Relationship
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.relationships import moving, typed
from missionplanner.jobs.relationships.story import StoryLine, story
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

VERBS = ("story", "move")
Named = Callable[[Store, argparse.Namespace], Relationship]
"""Returns the relationship the arguments name."""


def add_verbs(verbs: Any, named: Named) -> None:
    """Add the two to the verbs of the command."""
    telling = add_verb(verbs, "story", _("print everything that happened in a relationship, day by day"), _story)
    moving_ = add_verb(verbs, "move", _("move a relationship to another stage from a day on"), _move)
    for verb in (telling, moving_):
        verb.add_argument("one", metavar=_("COMPANY"), help=_("a company"))
        verb.add_argument("other", metavar=_("OTHER"), help=_("the other company"))
        verb.set_defaults(named=named)
    moving_.add_argument("stage", metavar=_("STAGE"), help=_("the stage, in any of the three languages"))
    moving_.add_argument("--reason", default="", metavar=_("TEXT"), help=_("why it ended"))
    moving_.add_argument("--on", default="", metavar=_("DATE"), help=_("the day from which on; today without it"))


def _story(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        found = story(store, store.snapshot(), arguments.named(store, arguments))
    if arguments.json:
        output.document([_document(one) for one in found])
        return 0
    headings = (_("Day"), _("Event"), _("What"), _("Who"), _("Value"), _("Note"))
    rows = [(_day(one), one.kind.label, one.what, one.who, one.value, one.note) for one in found]
    output.table([dict(zip(headings, row, strict=True)) for row in rows])
    output.say(count("{n} event", "{n} events", len(found)))
    return 0


def _day(one: StoryLine) -> str:
    return current().date(one.day, "medium") if one.day else ""


def _document(one: StoryLine) -> dict[str, Any]:
    return {
        "on": one.day.isoformat() if one.day else None, "kind": one.kind.value, "what": one.what, "who": one.who,
        "value": one.value, "note": one.note,
    }  # fmt: skip


def _move(arguments: argparse.Namespace) -> int:
    stage = typed.stage(arguments.stage)
    with opened(arguments) as store:
        known = arguments.named(store, arguments)
        report = moving.move(
            store, [(known, stage)], typed_day(arguments.on) or datetime.now().astimezone().date(), arguments.reason
        )
    if report.refused:
        raise UserError(report.refused[0].reason)
    if arguments.json:
        output.document({"moved": report.changed, "stage": stage.value})
    else:
        output.say(_("It is at “{stage}” now.").format(stage=stage.label))
    return 0
