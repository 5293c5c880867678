"""Invitation files: double click, and one works together with those who sent it."""

import json
from dataclasses import dataclass
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.paths import safe_name
from missionplanner.sharing.postgres import ADDRESS
from missionplanner.writing import replace_file

__all__ = ["ADDRESS", "ENDING", "Invitation"]

ENDING = ".invitation"
_PROGRAM = "missionplanner"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Which mission is shared, and where; it holds no password."""

    mission: str
    """The uid of the mission."""
    name: str
    place: str
    """The path of a folder, or the address of a database."""


def write(folder: Path, mission: str, name: str, place: str) -> Path:
    """Put an invitation into a folder, and return its path."""
    path = folder / f"{safe_name(name, 'mission')}{ENDING}"
    document = {"program": _PROGRAM, "invitation": 1, "mission": mission, "name": name, "place": place}
    replace_file(path, json.dumps(document, ensure_ascii=False, indent=1).encode())
    return path


def read(path: Path) -> Invitation:
    """Return an invitation. Raises UserError when it is none, or the folder is not there.

    One that lies in the shared folder means that folder, whatever it is called on this computer.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if (found["program"], found["invitation"]) != (_PROGRAM, 1):
            raise ValueError
        mission, name, shared = str(found["mission"]), str(found["name"]), str(found["place"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        text = _("{name} is no invitation to a mission.").format(name=path.name)
        raise UserError(text, _("Choose the file that ends in .invitation in the shared folder.")) from error
    if shared.startswith(ADDRESS):
        return Invitation(mission, name, shared)
    for place in (path.resolve().parent, Path(shared)):
        if (place / _PROGRAM / mission).is_dir():
            return Invitation(mission, name, str(place))
    text = _("The shared folder of {name} is not to be found from this computer.").format(name=name)
    raise UserError(text, _("Open the invitation from within the shared folder itself, where your computer shows it."))
