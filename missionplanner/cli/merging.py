"""Commands on a colleague's copy: merge, and the clashes that are left."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened, password
from missionplanner.cli.options import add_command
from missionplanner.i18n import _, count, current
from missionplanner.jobs.safety import clashes, merging
from missionplanner.jobs.safety.clashes import OpenClash
from missionplanner.jobs.safety.merging import CopyComparison, IncomingKind, Merged
from missionplanner.store.store import Store

NAMESAKES = ("same", "another")
TAKE = ("mine", "theirs", "newest")


def add_commands(commands: Any) -> None:
    """Add merge and clashes."""
    merge = add_command(commands, "merge", _("take a colleague’s copy in"), merge_copy)
    merge.add_argument("copy", type=Path, metavar=_("COPY"), help=_("the copy that was edited apart"))
    merge.add_argument("--dry-run", action="store_true", help=_("only say what would come in"))
    merge.add_argument("--both", action="store_true", help=_("bring the copy up to date as well"))
    merge.add_argument(
        "--namesakes",
        choices=NAMESAKES,
        help=_("whether people of the copy called as one who was erased are the same, or others who are taken in"),
    )
    settle = add_command(commands, "clashes", _("say what two people wrote apart"), list_clashes)
    for parser in (merge, settle):
        parser.add_argument("--take", choices=TAKE, help=_("settle what was written apart so"))


def merge_copy(arguments: argparse.Namespace) -> int:
    """Merge a copy; returns 1 where something is left to be settled."""
    with opened(arguments, read_only=arguments.dry_run) as store:
        found = merging.compare(store, arguments.copy, password())
        if arguments.dry_run:
            _print(arguments, found, None, list(found.clashes))
            return int(bool(found.clashes))
        asked = [one for one in found.left_out if not one.is_sure]
        if asked and not arguments.namesakes:
            # Nothing is taken in before this is answered: who is left out stays out for good.
            _print(arguments, found, None, list(found.clashes))
            return 1
        chosen = list(clashes.choose(found.clashes, arguments.take)) if arguments.take else []
        others = [one.uid for one in asked] if arguments.namesakes == "another" else []
        merged = merging.merge(store, found, chosen, arguments.both, others)
        left = clashes.open_clashes(store)
        _print(arguments, found, merged, left)
    return int(bool(left))


def _print(arguments: argparse.Namespace, found: CopyComparison, merged: Merged | None, left: list[OpenClash]) -> None:
    numbers = {kind.value: sum(one.kind is kind for one in found.records) for kind in IncomingKind}
    if arguments.json:
        left_out = [{"name": one.name, "company": one.company, "sure": one.is_sure} for one in found.left_out]
        result = {"steps": found.steps, **numbers, "left_out": left_out, "clashes": [_document(one) for one in left]}
        if merged is not None:
            result |= {"settled": merged.settled, "conflicts": merged.conflicts}
        output.document(result)
        return
    output.say(count("{n} record comes in.", "{n} records come in.", len(found.records)))
    rows = [{_("What"): _KINDS[one.kind](), _("Record"): one.record, _("About"): one.about, _("Field"): one.fields,
             _("Who"): one.who} for one in found.records]  # fmt: skip
    output.table(rows)
    for one in found.left_out:
        output.say(merging.left_out_words(one))
    if merged is None and not arguments.namesakes and any(not one.is_sure for one in found.left_out):
        output.say(_("Say --namesakes same or --namesakes another; nothing was taken in."))
    _say_clashes(left)


_KINDS = {
    IncomingKind.DELETED: lambda: _("deleted"),
    IncomingKind.CHANGED: lambda: _("changed"),
    IncomingKind.NEW: lambda: _("new"),
}


def list_clashes(arguments: argparse.Namespace) -> int:
    """Print what was written apart, or settle it; returns 1 where something is left."""
    with opened(arguments, read_only=not arguments.take) as store:
        left = clashes.open_clashes(store)
        settled = _settle(store, left, arguments.take) if arguments.take and left else 0
        left = clashes.open_clashes(store) if settled else left
    if arguments.json:
        output.document({"settled": settled, "clashes": [_document(one) for one in left]})
    else:
        if settled:
            output.say(count("{n} clash was settled.", "{n} clashes were settled.", settled))
        _say_clashes(left)
    return int(bool(left))


def _settle(store: Store, found: list[OpenClash], take: str) -> int:
    return clashes.settle(store, list(clashes.choose(found, take)))


def _say_clashes(found: list[OpenClash]) -> None:
    output.say(clashes.summary(found))
    t = current()
    for one in found:
        output.say(f"{one.record}: {one.about}: {one.field}")
        for value in one.values:
            when = t.stamp(value.when.astimezone()) if value.when else ""
            origin = ", ".join(part for part in (value.who, when) if part)
            output.say(f"  {'*' if value.is_shown else ' '} {value.words}" + (f" ({origin})" if origin else ""))


def _document(one: OpenClash) -> dict[str, Any]:
    """Return a clash for scripts."""
    values = [
        {
            "value": value.words,
            "user": value.who,
            "at": value.when.isoformat() if value.when else None,
            "shown": value.is_shown,
            "mine": value.is_mine,
        }
        for value in one.values
    ]
    return {
        "kind": one.clash.kind.value,
        "table": one.clash.table,
        "uid": one.clash.uid,
        "about": one.about,
        "fields": list(one.clash.columns),
        "values": values,
    }
