"""Picture files as a mission keeps them."""

from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.pack.pictures import as_png


def picture_of(path: Path) -> bytes:
    """Return a PNG or JPEG file as a picture the mission can keep. Raises UserError when it cannot be read or used."""
    try:
        content = path.read_bytes()
    except OSError as error:
        text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror)
        raise UserError(text, _("Check the name and that you may open it.")) from error
    found = as_png(content)
    if not found:
        raise UserError(
            _("{name} is no picture the program can use.").format(name=path.name), _("Save it as PNG or JPEG.")
        )
    return found
