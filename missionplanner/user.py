"""The person at this computer."""

import getpass

from missionplanner.i18n import _


def user_name() -> str:
    """Return the name under which the person at this computer is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("somebody")
