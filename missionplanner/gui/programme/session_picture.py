"""The sessions of the mission in a picture of its days, where they are drawn, moved, made longer and deleted."""

from collections import Counter
from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from missionplanner.domain.mission import Stop, Venue
from missionplanner.domain.time import days, in_zone, local
from missionplanner.domain.timetable import Meeting, Session, Slot
from missionplanner.errors import UserError
from missionplanner.gui.programme.record_editor import RecordPicture
from missionplanner.gui.programme.stranded_meetings import ask_stranded
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.day_blocks import DrawnHours, PictureDay
from missionplanner.gui.widgets.day_picture import DayPicture, drawing_hint
from missionplanner.gui.widgets.hours_form import ask_hours
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.i18n import current
from missionplanner.jobs.programme import programme
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.store.store import Store


class SessionPicture(RecordPicture):
    """A column for each day of each venue; each act is one step, and shows first which meetings it would strand."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._columns: list[tuple[Venue, Stop, date]] = []
        self.picture = DayPicture()
        self.picture.is_writable = not store.read_only
        self.pointed = quiet_label()
        inside = QScrollArea(widgetResizable=True)
        inside.setFrameShape(QFrame.Shape.NoFrame)
        inside.setWidget(self.picture)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inside, 1)
        layout.addWidget(self.pointed)
        self.picture.drawn.connect(self._draw)
        self.picture.changed.connect(self._change)
        self.picture.removed.connect(self._remove)
        self.picture.opened.connect(self._edit)
        self.picture.pointed.connect(self._point)
        self._point("")

    def refresh(self) -> None:
        """Show the sessions as they are now."""
        stops = {stop.id: stop for stop in self._store.all(Stop)}
        sessions = self._store.all(Session)
        self._columns = []
        for venue in self._store.all(Venue):
            stop = stops[venue.stop_id]
            held = {in_zone(s.starts, stop.time_zone).date() for s in sessions if s.venue_id == venue.id}
            self._columns += [(venue, stop, day) for day in sorted({*days(stop.starts, stop.ends), *held})]
        many = len({venue.stop_id for venue, _stop, _day in self._columns}) > 1
        names = [
            f"{stop.name(current().language)}, {venue.name}" if many else venue.name
            for venue, stop, _day in self._columns
        ]
        found = [PictureDay(day, name) for (_v, _s, day), name in zip(self._columns, names, strict=True)]
        self.picture.show_days(found, [block for one in sessions if (block := self._block(one))])
        self.setVisible(bool(self._columns))

    def _block(self, session: Session) -> DrawnHours | None:
        slots = {slot.id for slot in self._store.where(Slot, "session_id", [session.id])}
        held = Counter(one.stands for one in self._store.where(Meeting, "slot_id", slots))
        for place, (venue, stop, day) in enumerate(self._columns):
            starts, ends = (in_zone(moment, stop.time_zone) for moment in (session.starts, session.ends))
            if venue.id == session.venue_id and starts.date() == day:
                minutes = starts.hour * 60 + starts.minute
                length = int((ends - starts).total_seconds()) // 60
                cut = session.slot_minutes, session.buffer_minutes
                return DrawnHours(place, minutes, minutes + length, *cut, session.id, held[True])
        return None

    def _session(self, block: DrawnHours) -> Session:
        venue, stop, day = self._columns[block.column]
        starts = local(day, time(), stop.time_zone) + timedelta(minutes=block.starts)
        new = Session(venue_id=venue.id, starts=starts, ends=starts)
        known = self._store.get(Session, block.key) if block.key else new
        return replace(
            known,
            venue_id=venue.id,
            starts=starts,
            ends=starts + timedelta(minutes=block.ends - block.starts),
            slot_minutes=block.slot,
            buffer_minutes=block.buffer,
        )

    def _draw(self, block: DrawnHours) -> None:
        self._store_session(block)

    def _change(self, _before: DrawnHours, block: DrawnHours) -> None:
        self._store_session(block)

    def _edit(self, block: DrawnHours) -> None:
        if self.picture.is_writable and (wanted := ask_hours(self, block)):
            self._store_session(wanted)

    def _store_session(self, block: DrawnHours) -> None:
        try:
            programme.save_session(self._store, self._session(block))
        except StrandedError as error:
            ask_stranded(error, self._store, self)
        except UserError as error:
            alerts.show_error(self, error)
        self.refresh()

    def _remove(self, block: DrawnHours) -> None:
        try:
            programme.remove_sessions(self._store, [block.key])
        except StrandedError as error:
            ask_stranded(error, self._store, self)
        except UserError as error:
            alerts.show_error(self, error)
        self.refresh()

    def _point(self, text: str) -> None:
        hint = drawing_hint()
        self.pointed.setText(text or hint)
