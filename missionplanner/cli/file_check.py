"""The command check --file: what is unsound in a mission file, and what of it was saved on a copy."""

from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import password
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.safety import file_check
from missionplanner.jobs.safety.file_check import FileFinding
from missionplanner.store.upkeep.salvage import Salvaged


def check_file(path: Path, as_json: bool) -> int:
    """Print what is unsound in a file, one line each, and save what can be kept on a copy; 1 where anything is.

    Raises UserError where nothing of it can be read.
    """
    found = file_check.check(path, password())
    copy: Path | None = None
    saved, reason = None, ""
    if found:
        copy = file_check.place_for_copy(path)
        try:
            saved = file_check.repair(path, copy, password())
        except UserError as error:
            copy, reason = None, str(error)
    if as_json:
        output.document(_document(path, found, copy, saved))
    else:
        for line in _lines(path, found, copy, saved):
            output.say(line)
    if reason:
        output.warn(reason)
    return 1 if found else 0


def _lines(path: Path, found: list[FileFinding], copy: Path | None, saved: Salvaged | None) -> list[str]:
    if not found:
        return [_("{name} is sound.").format(name=path.name)]
    lines = [one.line for one in found]
    if copy and saved:
        text = _("What can be kept is in {copy}: {outcome}.")
        lines.append(text.format(copy=copy, outcome=file_check.outcome(saved)))
        lines += [one.text for one in saved.mendings if one.is_left_out]
    return lines


def _document(path: Path, found: list[FileFinding], copy: Path | None, saved: Salvaged | None) -> dict[str, Any]:
    """Return the JSON of a check."""
    mendings = saved.mendings if saved else ()
    return {
        "file": path,
        "sound": not found,
        "findings": [
            {
                "table": one.fault.table,
                "key": one.fault.key,
                "record": one.record,
                "column": one.fault.column,
                "value": one.value,
                "problem": one.fault.problem,
            }
            for one in found
        ],
        "copy": copy,
        "rows": saved.rows if saved else {},
        "corrected": [one.text for one in mendings if not one.is_left_out],
        "left_out": [one.text for one in mendings if one.is_left_out],
    }
