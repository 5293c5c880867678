"""The calendar with the commands on its events, each one step, and the number of meetings an event concerns."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from missionplanner.domain.attendance import guests, meetings_during
from missionplanner.domain.day import zone_note
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, command, is_allowed
from missionplanner.gui.programme.calendar import Calendar
from missionplanner.gui.programme.calendar_layout import DayColumn
from missionplanner.gui.programme.entering_dialog import EnteringDialog
from missionplanner.gui.programme.events import Events
from missionplanner.gui.programme.guests import GuestsDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.shortcuts import pressed
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.programme import programme
from missionplanner.messages import message


class CalendarPage(QWidget):
    """Days side by side; all stops, or one of them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._snapshot: Snapshot | None = None
        self.calendar = Calendar()
        self.calendar.is_writable = not workspace.store.read_only
        self.stop = ChoiceEdit()
        self.sentence = Label()
        self._buttons = {
            "add": command_button(self.add, workspace.store),
            "edit": command_button(self.edit_current, workspace.store),
            "guests": command_button(self.show_guests, workspace.store, takes_keys=False),
            "entering": command_button(self.show_entering, workspace.store, takes_keys=False),
            "remove": command_button(self.remove_current, workspace.store, takes_keys=False),
        }
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the events as they are now."""
        self._snapshot = snapshot = self._workspace.snapshot()
        chosen, language = self.stop.value, current().language
        self.stop.blockSignals(True)
        self.stop.offer([(None, _("All stops")), *((stop.id, stop.name(language)) for stop in snapshot.stops)])
        self.stop.choose(chosen)
        self.stop.blockSignals(False)
        self._show()

    @command(N_("Add"), "Insert", "plus", needs=Needs.WRITING)
    def add(self) -> None:
        """Ask for a new event."""
        self.edit(None)

    @command(N_("Edit"), needs=Needs.WRITING)
    def edit_current(self) -> None:
        """Ask for the values of the current event."""
        if self.calendar.current:
            self.edit(self.calendar.current)

    @command(N_("Who attends…"), "G", "users")
    def show_guests(self) -> None:
        """Show who attends the current event."""
        if self.calendar.current:
            self.guests(self.calendar.current)

    @command(N_("Who enters…"), "O", "users")
    def show_entering(self) -> None:
        """Show in which order those of the current bilateral call enter."""
        if self.calendar.current and self.calendar.current.kind is EventKind.CALL:
            dialog = EnteringDialog(self._workspace, self.calendar.current, self)
            dialog.exec()
            dialog.deleteLater()
            self.calendar.setFocus()

    @command(N_("Delete"), "Del", "trash-2", needs=Needs.WRITING)
    def remove_current(self) -> None:
        """Delete the current event; undo brings it back."""
        if self.calendar.current:
            programme.remove(self._workspace.store, Event, [self.calendar.current.id], message("Delete events"))

    def take_key(self, event: QKeyEvent) -> bool:
        """Carry out the command of a key on the current event; return whether there is one."""
        found = pressed(self, event)
        if found and is_allowed(found[0], self._workspace.store):
            found[1]()
        return found is not None

    def edit(self, event: Event | None, values: dict[str, Any] | None = None) -> None:
        """Ask for an event's values, a new one's without an event, and store it."""
        events = Events(self._workspace.store)
        title = _("Edit event") if event else _("Add event")
        filled = {**events.values(event), **(values or {})}
        dialog = RecordDialog(
            title, events.fields(), filled, self, DraftPlace.of(self._workspace.store, "programme.events", event)
        )
        events.prepare(dialog.form)
        while dialog.exec():
            try:
                events.save(event, dialog.form.values())
                break
            except UserError as error:
                alerts.show_error(dialog, error)
        dialog.deleteLater()

    def guests(self, event: Event) -> None:
        """Show who attends an event."""
        dialog = GuestsDialog(self._workspace, event, self)
        dialog.exec()
        dialog.deleteLater()
        self.calendar.setFocus()

    def move_event(self, event: Event, starts: datetime, ends: datetime, stop_id: int) -> None:
        """Give an event another time or stop."""
        programme.move_event(self._workspace.store, event, starts, ends, stop_id)

    def copy_event(self, event: Event, starts: datetime, stop_id: int) -> None:
        """Enter an event once more, at another time."""
        programme.copy_event(self._workspace.store, event, starts, stop_id)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        row = WrappingRow()
        self.stop.setAccessibleName(_("Stop"))
        row.addWidget(self.stop)
        row.addStretch()
        for button in self._buttons.values():
            row.addWidget(button)
        layout.addLayout(row)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self.calendar)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.horizontalScrollBar().valueChanged.connect(
            lambda _left: self.calendar.update()
        )  # the hours stay in sight
        self._scroll = scroll
        layout.addWidget(scroll, 1)
        self.sentence.setWordWrap(True)
        layout.addWidget(self.sentence)

    def _connect(self) -> None:
        calendar = self.calendar
        self.stop.currentIndexChanged.connect(lambda _index: self._show())
        calendar.moved.connect(self.move_event)
        calendar.copied.connect(self.copy_event)
        calendar.opened.connect(self.edit)
        calendar.take_key = self.take_key
        calendar.chosen.connect(self._describe)
        calendar.pointed.connect(self._describe)
        calendar.wanted.connect(self._on_wanted)

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        self.calendar.stops = snapshot.stop
        wanted = [stop for stop in snapshot.stops if self.stop.value in (None, stop.id)]
        columns = [
            DayColumn(
                stop.id,
                day,
                stop.time_zone,
                f"{stop.name(current().language)}\n{current().short_day(day)}",
                zone_note(snapshot, stop.id),
            )
            for stop in wanted
            for day in _days(snapshot, stop.id)
        ]
        sessions = [(snapshot.venue[session.venue_id].stop_id, session) for session in snapshot.sessions]
        meetings = Counter(snapshot.slot[m.slot_id].session_id for m in snapshot.meetings if m.stands)
        self.calendar.show_days(columns, snapshot.events, sessions, meetings)

    def _describe(self, event: Event | None) -> None:
        """Show what an event is, whom it concerns, and which meetings lie in it."""
        writable = not self._workspace.store.read_only
        for name in ("edit", "guests", "remove"):
            self._buttons[name].setEnabled(event is not None and (writable or name == "guests"))
        self._buttons["entering"].setEnabled(event is not None and event.kind is EventKind.CALL)
        if event is None or self._snapshot is None or not self.calendar.columns:
            self.sentence.setStyleSheet(f"color: {colours().quiet}")
            hint = _(
                "Drag to move, the lower edge to resize, with Ctrl to copy. Keys: arrows, Alt+arrows, Alt+Shift+arrows."
            )
            self.sentence.setText(hint)
            return
        found = guests(self._snapshot, event)
        parts = [self.calendar.sentence(event), count("{n} person attends", "{n} people attend", found.people)]
        if found.left is not None:
            parts.append(_("room for {n}").format(n=event.capacity))
        if found.waiting:
            parts.append(count("{n} company waits", "{n} companies wait", len(found.waiting)))
        lost = len(meetings_during(self._snapshot, event))
        if lost:
            parts.append(count("{n} meeting lies in this time", "{n} meetings lie in this time", lost))
        c = colours()
        bad = bool(lost) or (found.left is not None and found.left < 0)
        self.sentence.setText(" · ".join(parts))
        self.sentence.setStyleSheet(f"color: {c.warn if bad else c.text}")

    def _on_wanted(self, starts: datetime, stop_id: int) -> None:
        assert self._snapshot is not None
        here = in_zone(starts, self._snapshot.stop[stop_id].time_zone)
        self.edit(None, {"starts": here, "ends": here + timedelta(hours=1), "stop_id": stop_id})


def _days(snapshot: Snapshot, stop_id: int) -> list[date]:
    """The days of a stop, and those on which it has an event."""
    stop = snapshot.stop[stop_id]
    days = {stop.starts + timedelta(number) for number in range((stop.ends - stop.starts).days + 1)}
    days |= {in_zone(e.starts, stop.time_zone).date() for e in snapshot.events if e.stop_id == stop_id}
    return sorted(days)
