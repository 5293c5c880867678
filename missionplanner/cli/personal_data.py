"""Commands on personal data: somebody erased for good, and everybody."""

import argparse
from collections.abc import Sequence
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.i18n import _, count
from missionplanner.jobs.safety import privacy
from missionplanner.jobs.safety.privacy import Erased, NamingPassage
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add erase and purge."""
    erasing = add_command(commands, "erase", _("erase a person for good, wherever they are named"), erase)
    erasing.add_argument(
        "person", metavar=_("PERSON"), help=_("the full name or e-mail address, also of somebody deleted")
    )
    erasing.add_argument(
        "--company", action="store_true", help=_("the name is that of a deleted company: erase its people")
    )
    purging = add_command(commands, "purge", _("erase everybody for good; companies and meetings stay"), purge)
    for parser in (erasing, purging):
        parser.add_argument(
            "--keep-texts", action="store_true", help=_("leave notes and texts that name people as they are")
        )
        parser.add_argument(
            "--delete-copies", action="store_true", help=_("delete the kept copies that still hold them")
        )
        parser.add_argument("--dry-run", action="store_true", help=_("only say whom and which texts it would erase"))


def erase(arguments: argparse.Namespace) -> int:
    """Erase a person, or the people of a deleted company. Raises UserError where nobody, or several, are meant."""
    with opened(arguments, read_only=arguments.dry_run) as store:
        keys, companies = privacy.find(store, arguments.person, arguments.company)
        return _erase(arguments, store, keys, companies)


def purge(arguments: argparse.Namespace) -> int:
    """Erase everybody."""
    with opened(arguments, read_only=arguments.dry_run) as store:
        return _erase(arguments, store, None, ())


def _erase(arguments: argparse.Namespace, store: Store, keys: Sequence[int] | None, companies: Sequence[int]) -> int:
    """Erase people (None: everybody), print what was done, and what still holds them."""
    found = privacy.passages(store, keys, companies)
    kept = None
    if arguments.keep_texts:
        kept = privacy.free_texts(store) if keys is None else {one.place for one in found}
    if arguments.dry_run:
        number = len(privacy.people(store)) if keys is None else len(keys)
        _print(arguments, Erased(number, ()), found)
        return 0
    erased = privacy.erase(store, keys, companies, kept)
    if arguments.delete_copies:
        privacy.delete_copies(erased.copies)
    _print(arguments, erased, found)
    return 0


def _print(arguments: argparse.Namespace, erased: Erased, found: Sequence[NamingPassage]) -> None:
    is_deleted = arguments.delete_copies and not arguments.dry_run
    if arguments.json:
        passages = [_document(one, arguments.keep_texts) for one in found]
        copies = [str(path) for path in erased.copies]
        output.document({"people": erased.people, "passages": passages, "copies": copies, "copies_deleted": is_deleted})
        return
    if arguments.dry_run:
        output.say(count("{n} person would be erased.", "{n} people would be erased.", erased.people))
    else:
        output.say(count("{n} person was made anonymous.", "{n} people were made anonymous.", erased.people))
    for one in found:
        output.say(f"{_outcome(one, arguments.keep_texts)}: {one.record}, {one.about}: {one.passage.words}")
    if erased.copies:
        if is_deleted:
            output.say(count("{n} kept copy was deleted:", "{n} kept copies were deleted:", len(erased.copies)))
        else:
            output.say(count("{n} kept copy still holds them:", "{n} kept copies still hold them:", len(erased.copies)))
        for path in erased.copies:
            output.say(f"  {path}")


def _outcome(one: NamingPassage, keep: bool) -> str:
    return _("stays") if keep or not one.passage.is_sure else _("emptied")


def _document(one: NamingPassage, keep: bool) -> dict[str, Any]:
    """Return a text that names people for scripts."""
    table, uid, column = one.place
    return {
        "table": table,
        "uid": uid,
        "column": column,
        "about": one.about,
        "words": one.passage.words,
        "kept": keep or not one.passage.is_sure,
    }
