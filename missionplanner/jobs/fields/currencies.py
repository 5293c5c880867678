"""The currency of sums that name none: that of their field, for a new field that of the country the mission is from."""

from missionplanner.errors import UserError
from missionplanner.i18n import _, currency_of_country, is_currency
from missionplanner.store.store import Store


def usual(store: Store) -> str:
    """Return the currency a new field of money has where none is chosen; empty where the country is not known."""
    return currency_of_country(store.mission.home_country)


def typed(text: str) -> str:
    """Return the code somebody typed in capitals, empty for none; raises UserError for what is no currency."""
    code = text.strip().upper()
    if code and not is_currency(code):
        raise UserError(_("“{code}” is no currency.").format(code=code), _("Type its code, such as CAD or MXN."))
    return code
