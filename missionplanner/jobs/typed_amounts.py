"""Amounts and currencies as they are typed."""

from missionplanner.errors import UserError
from missionplanner.i18n import _, current, is_currency


def typed_amount(text: str) -> float | None:
    """Return the amount a text means, None for an empty one; raises UserError where it is none."""
    if not text:
        return None
    try:
        return current().parse_number(text)
    except ValueError as error:
        raise UserError(_("“{text}” is no amount.").format(text=text), _("Type a number such as 25000.")) from error


def typed_value(text: str) -> float | None:
    """Return the amount a text means as `typed_amount` does; raises UserError also where it is below nothing."""
    found = typed_amount(text)
    if found is not None and found < 0:
        raise UserError(_("“{text}” is no amount.").format(text=text), _("Type a number such as 25000."))
    return found


def typed_currency(text: str) -> str:
    """Return the three letters of a currency, empty for an empty text; raises UserError where it is none."""
    if text and not is_currency(text.upper()):
        raise UserError(_("“{text}” is no currency.").format(text=text), _("Type its three letters, such as CAD."))
    return text.upper()
