"""The tabs over the timetable: a day of a stop each."""

from datetime import date

from missionplanner.domain.day import meeting_days, zone_note
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets.plain_text import TabBar, literal
from missionplanner.i18n import _, current


class DayTabs(TabBar):
    """The days with slots, stop by stop."""

    def __init__(self) -> None:
        super().__init__()
        self._days: list[tuple[int, date]] = []
        """The stop and day of each tab."""
        self._is_held = False
        """Whether there are meetings on any day."""
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setAccessibleName(_("Stop and day"))

    @property
    def shown(self) -> tuple[int, date] | None:
        """The stop and day that are shown; None without any."""
        place = self.currentIndex()
        return self._days[place] if 0 <= place < len(self._days) else None

    def offer(self, snapshot: Snapshot) -> None:
        """Have a tab for each day; the one that was shown stays where it still exists. Nothing is emitted.

        At first, and once there are meetings at all, the first day with meetings is shown.
        """
        held = {
            (snapshot.stop_of_slot[one.slot_id].id, snapshot.slot[one.slot_id].day)
            for one in snapshot.meetings
            if one.stands
        }
        chosen = self.shown if self._is_held or self.shown in held or not held else None
        self._is_held = bool(held)
        self._days = [(stop.id, day) for stop in snapshot.stops for day in meeting_days(snapshot, stop.id)]
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for stop_id, day in self._days:
            name = snapshot.stop[stop_id].name(current().language)
            place = self.addTab(f"{name}, {current().short_day(day)}")
            note = zone_note(snapshot, stop_id)
            self.setTabToolTip(place, literal(" – ".join(part for part in (current().date(day, "full"), note) if part)))
        first = min(
            held.intersection(self._days) or self._days, key=lambda one: (one[1], self._days.index(one)), default=None
        )
        shown = chosen if chosen in self._days else first
        if shown is not None:
            self.setCurrentIndex(self._days.index(shown))
        self.blockSignals(False)

    def show_day(self, stop_id: int, day: date) -> None:
        """Go to a day of a stop. Raises ValueError for one without slots."""
        self.setCurrentIndex(self._days.index((stop_id, day)))

    def step(self, steps: int) -> None:
        """Go so many days on (positive) or back, at most to the last or first."""
        self.setCurrentIndex(min(max(self.currentIndex() + steps, 0), self.count() - 1))
