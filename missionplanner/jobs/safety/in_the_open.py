"""The sentence about files and paper that leave a mission with a password."""

from missionplanner.i18n import _
from missionplanner.store.store import Store


def in_the_open() -> str:
    """Return what is to be known of everything that is printed or exported."""
    return _("What is printed or exported lies in the open: whoever has it can read it without a password.")


def unfinished_text() -> str:
    """Return the sentence before a list of files a killed program left."""
    return _("A program that was killed left files that cannot be deleted; parts of a mission may lie open in them.")


def warning(store: Store) -> str:
    """Return the sentence that goes with a file just written; empty for a mission without a password."""
    return in_the_open() if store.password else ""
