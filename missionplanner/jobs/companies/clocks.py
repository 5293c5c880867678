"""The clocks companies live by: typed where their cities do not say them."""

from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain.companies import Company
from missionplanner.domain.home_zones import zone_named
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import message
from missionplanner.store.store import Store


def typed_zone(text: str) -> str:
    """Return the time zone that is typed as a city or by its name; empty for no text.

    Raises UserError where none is meant, or several may be.
    """
    found = zone_named(text)
    if text.strip() and not found:
        raise UserError(_("“{zone}” is no time zone.").format(zone=text), _("Name one such as America/Mexico_City."))
    return found


def say(store: Store, companies: Iterable[int], text: str) -> int:
    """Have companies (keys) say the clocks they live by, as one step; return how many said others.

    Without a text they follow from their cities again. Raises UserError for what is no time zone.
    """
    zone = typed_zone(text)
    found = [one for one in store.where(Company, "id", companies) if one.time_zone != zone]
    with store.change(message("Enter the clocks of companies")) as change:
        for company in found:
            change.update(replace(company, time_zone=zone))
    return len(found)
