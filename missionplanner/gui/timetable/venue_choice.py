"""The venue of a stop that is shown; there is nothing to choose where it has one alone."""

from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.i18n import _


class VenueChoice(ChoiceEdit):
    """The venues of a stop that have tables."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Venue"))

    def offer_venues(self, snapshot: Snapshot, stop_id: int) -> None:
        """Offer the venues of a stop; the one that was chosen stays where it is among them. Nothing is emitted."""
        before = self.value
        found = [venue for venue in snapshot.venues if venue.stop_id == stop_id and snapshot.tables_of.get(venue.id)]
        self.blockSignals(True)
        self.offer([(venue.id, venue.name) for venue in found])
        self.choose(before)
        self.setVisible(len(found) > 1)
        self.blockSignals(False)
