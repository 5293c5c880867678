"""The problem with a text typed into a field, as a sentence; empty when there is none."""

from missionplanner.domain.time import is_zone
from missionplanner.i18n import _, is_language


def needed(text: str) -> str:
    """Return the problem with an empty text."""
    return "" if text.strip() else _("This is needed.")


def zone_problem(text: str) -> str:
    """Return the problem with a text that should name a time zone."""
    return "" if is_zone(text) else _("This is no time zone, such as America/Mexico_City.")


def number_problem(text: str) -> str:
    """Return the problem with a text that should be a whole number below 1000."""
    return "" if text.isdecimal() and int(text) < 1000 else _("This is no number.")


def room_problem(text: str) -> str:
    """Return the problem with a text that should be empty or a number of people."""
    return "" if not text or (text.isdecimal() and len(text) < 7) else _("This is no number.")


def languages_problem(text: str) -> str:
    """Return the problem with a text that should be the codes of at least two languages."""
    codes = [code.strip() for code in text.split(",")]
    good = len(codes) > 1 and all(is_language(code.lower()) for code in codes)
    return "" if good else _("Type at least two codes of languages, such as en,es.")
