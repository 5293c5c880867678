"""Which of the things dropped on the window it takes: one mission, or one spreadsheet."""

from collections.abc import Sequence
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _, count

MISSION = ".mission"
INVITATION = ".invitation"


def dropped_file(paths: Sequence[Path]) -> Path:
    """Return the file that was dropped. Raises UserError for several, and for what is no mission and no spreadsheet.

    paths: of what is no file on this computer, an empty one.
    """
    from missionplanner.gui.imports.wizard import FILTER  # slow import

    if len(paths) > 1:
        text = count("{n} file was dropped.", "{n} files were dropped at once.", len(paths))
        raise UserError(text, _("Drop one mission, or one spreadsheet to import."))
    path = paths[0] if paths else Path()
    if path.suffix.lower() not in {MISSION, INVITATION, *FILTER.replace("*", "").split()} or path.is_dir():
        name = path.name or _("This")
        text = _("{name} is neither a mission nor a spreadsheet (csv, xlsx, xlsm, ods).").format(name=name)
        raise UserError(text, _("Drop one mission, or one spreadsheet to import."))
    return path
