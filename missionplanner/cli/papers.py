"""The command papers: the office's own papers for letters, listed, chosen, written out, removed."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.domain.companies import Side
from missionplanner.domain.letter_papers import EVERY_LETTER, PICTURES, LetterPaper
from missionplanner.domain.letters import TEMPLATE_KINDS, variant
from missionplanner.domain.moments import Moment, OwnMoment, template_kind
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _
from missionplanner.jobs.moments import own_moments
from missionplanner.jobs.papers import choosing
from missionplanner.store.store import Store

_ALL = "all"


def add_commands(commands: Any) -> None:
    """Add papers."""
    text = _(
        "list, choose, write out or remove the office’s own papers for letters: Word documents, letterhead, signature"
    )
    found = add_command(commands, "papers", text, run)
    text = _("what it is for: {names}, a moment, one of your own, or a decision")
    names = ", ".join((_ALL, *PICTURES))
    found.add_argument("--for", dest="kind", default="", metavar=_("NAME"), help=text.format(names=names))
    found.add_argument("--side", choices=tuple(Side), default="", help=_("letters to this side only"))
    found.add_argument("--language", choices=LANGUAGES, default="", help=_("letters in this language only"))
    change = found.add_mutually_exclusive_group()
    text = _("keep this file: a Word document whose names in braces are filled in, or a picture")
    change.add_argument("--choose", type=Path, default=None, metavar=_("PATH"), help=text)
    change.add_argument("--remove", action="store_true", help=_("take it out of the mission"))
    text = _("write the papers, and a document to begin with, into this folder")
    change.add_argument("--out", type=Path, default=None, metavar=_("DIR"), help=text)


def run(arguments: argparse.Namespace) -> int:
    """List papers, or change them."""
    with opened(arguments, read_only=not (arguments.choose or arguments.remove)) as store:
        if arguments.choose:
            choosing.choose(store, _kind(arguments, store), arguments.language, arguments.choose)
        elif arguments.remove:
            choosing.remove(store, _wanted(arguments, store))
        elif arguments.out:
            return _write(arguments, store)
        return _show(arguments, store)


def _kind(arguments: argparse.Namespace, store: Store) -> str:
    """Return the kind of paper that is meant; raises UserError where none is."""
    name = arguments.kind
    if not name:
        raise UserError(_("It is not said what the paper is for."), _("Name it with --for, such as --for all."))
    if name in (_ALL, *PICTURES):
        return EVERY_LETTER if name == _ALL else str(name)
    if name in TEMPLATE_KINDS:
        return variant(name, arguments.side)
    moment, uid = own_moments.named(store, name)
    own = next((one for one in store.all(OwnMoment) if one.uid == uid), None)
    base = own.kind if moment is Moment.OWN and own else template_kind(moment)
    return variant(base, arguments.side)


def _wanted(arguments: argparse.Namespace, store: Store) -> LetterPaper:
    kind = _kind(arguments, store)
    for paper in choosing.all_papers(store):
        if (paper.kind, paper.language) == (kind, arguments.language):
            return paper
    raise UserError(_("There is no such paper."), _("papers without more lists those there are."))


def _write(arguments: argparse.Namespace, store: Store) -> int:
    made = choosing.write_all(store, arguments.out)
    if arguments.json:
        output.document([str(path) for path in made])
    else:
        for path in made:
            output.say(str(path))
    return 0


def _show(arguments: argparse.Namespace, store: Store) -> int:
    papers = choosing.all_papers(store)
    if arguments.json:
        rows = [{"kind": one.kind, "language": one.language, "name": one.name, "size": one.size} for one in papers]
        output.document(rows)
    elif not papers:
        output.say(_("No paper was chosen yet."))
    else:
        output.table([{_("For"): choosing.described(one), _("File"): one.name} for one in papers])
    return 0
