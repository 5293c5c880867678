"""A date that is typed where nobody can be asked what is meant: into a cell, or on the command line."""

from datetime import date

from missionplanner.domain import dates
from missionplanner.errors import UserError
from missionplanner.i18n import _, current


def typed_day(text: str, near: tuple[date, date] | None = None) -> date | None:
    """Return the day a text means, None for no text; what is typed short is understood by the days near it.

    Raises UserError where it is no date, or can be several.
    """
    if not text.strip():
        return None
    found = dates.days(text, dates.around(near))
    if len(found) == 1:
        return found[0]
    hint = _("Write it as 2026-02-16.")
    if not found:
        raise UserError(_("“{day}” is no date.").format(day=text), hint)
    either, other = (current().date(day) for day in found[:2])
    raise UserError(_("“{day}” can be {either} or {other}.").format(day=text, either=either, other=other), hint)
