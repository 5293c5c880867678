"""Commands of a mission that several organisers work on at once: share, join, sync, leave."""

import argparse
import time
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened, password
from missionplanner.cli.options import add_command, seconds
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.sharing import sharing, synchronising
from missionplanner.jobs.sharing.synchronising import Synchronised
from missionplanner.jobs.sharing.words import outcome
from missionplanner.store.store import Store

_EVERY = 2.0
"""Seconds between two looks at what others did."""


def add_commands(commands: Any) -> None:
    """Add share, join, sync and leave."""
    sharing_it = add_command(commands, "share", _("share a mission through a folder that others reach"), share)
    text = _("the folder; without it: who shares the mission")
    sharing_it.add_argument("folder", type=Path, nargs="?", metavar=_("FOLDER"), help=text)
    text = _("share through a database instead: postgresql://login@host/database")
    sharing_it.add_argument("--database", default="", metavar=_("ADDRESS"), help=text)
    text = _("a login of the database and what it may: read, write (the usual) or own; again for each")
    sharing_it.add_argument("--member", action="append", default=[], metavar=_("LOGIN=MAY"), help=text)
    sharing_it.add_argument("--out", type=Path, metavar=_("FOLDER"), help=_("where the invitations of members are put"))
    joining = add_command(commands, "join", _("work together on a mission one is invited to"), join, on_file=False)
    joining.add_argument("invitation", type=Path, metavar=_("INVITATION"), help=_("the file that ends in .invitation"))
    joining.add_argument("file", type=Path, metavar=_("FILE"), help=_("the mission file that is made, or a copy of it"))
    syncing = add_command(commands, "sync", _("send what others lack, and take in what they did"), sync)
    syncing.add_argument("--watch", action="store_true", help=_("go on until it is ended with Ctrl+C"))
    text = _("seconds between two looks ({default})").format(default=f"{_EVERY:g}")
    syncing.add_argument("--every", type=seconds, default=_EVERY, metavar=_("SECONDS"), help=text)
    add_command(commands, "leave", _("have the file be a mission of its own again"), leave)


def share(arguments: argparse.Namespace) -> int:
    """Share the mission, invite members of a database, or say who shares it."""
    with opened(arguments) as store:
        if arguments.folder is not None:
            return _print_shared(arguments, [sharing.share(store, arguments.folder)])
        if arguments.database or arguments.member:
            return _print_shared(arguments, _share_by_database(arguments, store))
        return _print_sharers(arguments, store)


def _share_by_database(arguments: argparse.Namespace, store: Store) -> list[Path]:
    members = {login: may or "write" for login, _sign, may in (one.partition("=") for one in arguments.member)}
    if wrong := sorted(set(members.values()) - {"read", "write", "own"}):
        raise UserError(_("Nobody may “{may}”.").format(may=wrong[0]), _("Members may read, write or own."))
    out = arguments.out or store.path.parent
    if arguments.database:
        return sharing.share_by_database(store, arguments.database, members, out)
    return [sharing.invite(store, login, may, out) for login, may in members.items()]


def _print_shared(arguments: argparse.Namespace, invitations: list[Path]) -> int:
    if arguments.json:
        output.document({"invitations": [str(path) for path in invitations]})
        return 0
    output.say(_("The mission is shared."))
    for path in invitations:
        output.say(_("Others join with {path}.").format(path=path))
    return 0


def _print_sharers(arguments: argparse.Namespace, store: Store) -> int:
    link, others = synchronising.need_link(store), sharing.colleagues(store)
    if arguments.json:
        people = [{"name": one.name, "at": one.at.isoformat()} for one in others]
        output.document({"place": link.place, "unsent": synchronising.unsent(store), "others": people})
        return 0
    output.say(_("The mission is shared in {folder}.").format(folder=link.place))
    t = current()
    output.table([{_("Who"): one.name, _("Last seen"): t.stamp(one.at.astimezone())} for one in others])
    return 0


def join(arguments: argparse.Namespace) -> int:
    """Join a mission."""
    found = sharing.join(arguments.invitation, arguments.file, password())
    if arguments.json:
        output.document({"path": str(arguments.file), "mission": found.name, "place": found.place})
    else:
        output.say(_("{path} is your copy of “{name}” now.").format(path=arguments.file, name=found.name))
    return 0


def sync(arguments: argparse.Namespace) -> int:
    """Synchronise once, or with --watch until it is ended; returns 1 where something waits."""
    with opened(arguments) as store:
        if not arguments.watch:
            done = synchronising.synchronise(store)
            _print(arguments, done)
            return int(bool(done.waiting or done.newer))
        synchronising.need_link(store)
        while True:
            try:
                done = synchronising.synchronise(store)
                if done.changed or done.sent or done.erased:
                    _print(arguments, done)
            except UserError as error:
                output.warn(error.text)
            time.sleep(arguments.every)


def _print(arguments: argparse.Namespace, done: Synchronised) -> None:
    if arguments.json:
        output.document(
            {
                "changed": done.changed,
                "sent": done.sent,
                "who": list(done.who),
                "waiting": done.waiting,
                "newer": done.newer,
                "erased": done.erased,
                "not_obeyed": list(done.not_obeyed),
            }
        )
    else:
        output.say(outcome(done))


def leave(arguments: argparse.Namespace) -> int:
    """Leave: the file is a mission of its own again."""
    with opened(arguments) as store:
        link = sharing.leave(store)
    if arguments.json:
        output.document({"place": link.place})
    else:
        output.say(_("The file is not shared any more; it holds the whole mission."))
    return 0
