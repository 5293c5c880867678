"""A workbook that comes back, for the command import: what colleagues changed in it, cell by cell."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.i18n import _
from missionplanner.jobs.imports import change_words, read_back
from missionplanner.jobs.imports.read_back import ReadBack
from missionplanner.jobs.job import run_now


def bring_back(arguments: argparse.Namespace) -> int:
    """Import what was changed in a workbook that was exported here, and report every cell."""
    with opened(arguments, read_only=arguments.dry_run) as store:
        found = run_now(read_back.analyse(arguments.source), store, output.progress())
        if not arguments.dry_run:
            read_back.accept(store, found, arguments.overwrite)
    said = {**found.count(arguments.overwrite), **_said_of_cells(found, arguments.overwrite)}
    if arguments.json:
        output.document(said)
        return 0
    output.say(read_back.in_words(found, arguments.overwrite))
    for change in found.taken(arguments.overwrite):
        words = change_words.in_words(change.column, change.old, change.edit.text)
        text = _("{sheet}, row {row}, {record}: {text}")
        output.say(text.format(sheet=change.sheet, row=change.row, record=change.record, text=words))
    for row in found.new:
        output.say(_("{sheet}, row {row}: {record} is new").format(sheet=row.sheet, row=row.row, record=row.name))
    for issue in said["issues"]:
        output.say(_("{sheet}, row {row}, {record}: {text}").format(**issue))
    if found.unknown:
        output.say(_("Columns not imported: {names}").format(names=", ".join(found.unknown)))
    return 0


def _said_of_cells(found: ReadBack, over: bool) -> dict[str, Any]:
    """Return the changes and refusals of a workbook that came back, as plain data."""
    since = _("It was changed here since the workbook was exported, and stays.")
    refused = [one for one in found.changes if one.refusal or (one.is_clash and not over)]
    issues = [
        {"sheet": one.sheet, "row": one.row, "record": one.record, "column": one.edit.column, "value": one.edit.text,
         "severity": "error", "code": "refused" if one.refusal else "changed_since", "text": one.refusal or since}
        for one in refused
    ]  # fmt: skip
    issues += [
        {"sheet": row.sheet, "row": row.row, "record": row.name, "column": "", "value": "", "severity": "error",
         "code": "refused", "text": row.refusal}
        for row in found.added
        if row.refusal
    ]  # fmt: skip
    changes = [
        {"sheet": one.sheet, "row": one.row, "company": one.record, "field": one.edit.column, "old": one.old,
         "new": one.edit.text}
        for one in found.taken(over)
    ]  # fmt: skip
    return {"issues": issues, "changes": changes, "gone": found.gone, "not_imported": list(found.unknown)}
