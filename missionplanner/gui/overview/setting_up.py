"""Where the steps of venues and meeting hours lead: to what comes before them, to their dialog, or to their list."""

from PySide6.QtWidgets import QDialog

from missionplanner.domain.mission import Stop, Venue
from missionplanner.gui.overview.places_dialogs import HoursDialog, SetUpDialog, VenuesDialog
from missionplanner.gui.widgets.screen import Screen
from missionplanner.jobs.starts import places


def set_up(screen: Screen, what: str) -> None:
    """Ask for venues or hours, or lead from the screen to where they are set up.

    what: "venues" or "hours".
    """
    store = screen.workspace.store
    if not store.all(Stop):
        screen.settings_asked.emit("stops")
    elif what == "venues":
        _set_up_venues(screen)
    # Hours are held at venues, so that these are asked for first.
    elif store.all(Venue) or _made(VenuesDialog(store, screen)):
        _set_up_hours(screen)


def _set_up_venues(screen: Screen) -> None:
    if places.venues_to_set_up(screen.workspace.store):
        _made(VenuesDialog(screen.workspace.store, screen))
    else:
        screen.programme_asked.emit("Venues")


def _set_up_hours(screen: Screen) -> None:
    if places.days_without_hours(screen.workspace.store):
        _made(HoursDialog(screen.workspace.store, screen))
    else:
        screen.programme_asked.emit("Sessions")


def _made(dialog: SetUpDialog) -> bool:
    """Ask in a dialog; return whether it made something."""
    done = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return done
