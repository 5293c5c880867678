"""Places in lists, as they are typed on the command line."""

from missionplanner.errors import UserError
from missionplanner.i18n import _


def typed_place(text: str) -> int | None:
    """Return a place of a list, 1 for the first; None for an empty text. Raises UserError for what is none."""
    if text and not text.isdecimal():
        raise UserError(_("“{text}” is no place in the list.").format(text=text), _("Type a number, 1 for the first."))
    return int(text) if text else None
