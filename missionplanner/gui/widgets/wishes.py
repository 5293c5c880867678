"""Requests made of what registrations wish, with the names that mean nobody listed."""

from PySide6.QtWidgets import QWidget

from missionplanner.gui.widgets import alerts
from missionplanner.i18n import _, count
from missionplanner.jobs.requests import from_wishes
from missionplanner.store.store import Store


def take(store: Store, parent: QWidget) -> None:
    """Make requests of the companies that registrations wish to meet, and list the names nobody has."""
    wishes = from_wishes.found(store)
    if wishes.requests:
        from_wishes.take(store, wishes)
    if wishes.unknown:
        text = count(
            "{n} name means no company, or several.", "{n} names mean no company, or several.", len(wishes.unknown)
        )
        alerts.report(parent, text, [_("Company"), _("Wishes to meet")], wishes.unknown)
