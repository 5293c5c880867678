"""The board of a day: what goes on now, comes next and is over, and what is done about each meeting."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain import day
from missionplanner.domain.companies import Side
from missionplanner.domain.day import DayMeeting
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.gui.day.questions import ask_late, ask_no_show, ask_walk_in
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable.meeting_commands import Act
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask_reason
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.timetable import meetings as meeting_edits

PHASES = {"now": N_("Now"), "next": N_("Next"), "later": N_("Later"), "over": N_("Over")}
_PLAIN, _LARGE = (10, 34), (17, 56)
"""Points of the type and height of a row."""


ACTS = (
    Act("held", N_("Held"), "H", "check"), Act("late", N_("Late…"), "T", "alarm-clock"),
    Act("no_show", N_("No-show…"), "N", "user-x"), Act("rebook", N_("Rebook"), "R", "calendar-plus"),
    Act("move_by_hand", N_("Move by hand"), "M", "move"), Act("cancel", N_("Cancel…"), "C", "x"),
    Act("reset", N_("As planned"), "P", "undo-2"),
)  # fmt: skip


class BoardTable(DataTable):
    """Single letters do something with the selected meetings."""

    act = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters of the acts; the rest is the table's."""
        letter = event.text().upper()
        name = next((act.name for act in ACTS if act.key == letter), "")
        if name and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.act.emit(name)
        else:
            super().keyPressEvent(event)


class BoardPage(QWidget):
    """Large buttons under a list that stays where one is."""

    company_asked = Signal(int)
    meeting_asked = Signal(int)

    def __init__(self, workspace: Workspace, _runner: Runner) -> None:
        super().__init__()
        self._workspace = workspace
        self._plan: Plan | None = None
        self._stop, self._moment = 0, datetime.now(UTC)
        self._going: dict[int, DayMeeting] = {}
        self.text = QLineEdit(clearButtonEnabled=True)
        self.shown = ChoiceEdit([("near", _("Now and next")), ("open", _("Not closed yet")), ("", _("The whole day"))])
        self.table = BoardTable(TableModel(self._columns(), self._fetch), _("Meetings of the day"))
        self.summary = quiet_label()
        self.buttons: dict[str, QPushButton] = {}
        self._build()

    def show_day(self, plan: Plan, stop_id: int, moment: datetime) -> None:
        """Show the meetings of a stop on the day of a moment, as they stand at it."""
        self._plan, self._stop, self._moment = plan, stop_id, moment
        self._going = {going.meeting.id: going for going in day.meetings_of_day(plan.snapshot, stop_id, moment)}
        self._list()

    def use_large_type(self, on: bool) -> None:
        """Write so that it can be read on a tablet at arm's length."""
        points, height = _LARGE if on else _PLAIN
        self.table.setStyleSheet(f"QTableView, QHeaderView {{ font-size: {points}pt; }}")
        self.table.verticalHeader().setDefaultSectionSize(height)
        for button in self.buttons.values():
            button.setStyleSheet(f"font-size: {13 if on else 10}pt; padding: {'10px 16px' if on else '6px 14px'};")
        for number, column in enumerate(self.table.rows.columns):
            self.table.setColumnWidth(number, round(column.width * (1.45 if on else 1)))

    def shown_list(self, subtitle: str) -> ShownList:
        """The meetings as they are listed."""
        return self.table.shown(_("Who should be where"), subtitle)

    def do(self, name: str) -> None:
        """Do something about the selected meetings; a known trouble is told."""
        meetings = self.chosen()
        if not meetings or self._workspace.store.read_only:
            return
        try:
            getattr(self, f"_{name}")(meetings)
        except UserError as error:
            alerts.show_error(self, error)

    def chosen(self) -> list[Meeting]:
        """The selected meetings."""
        return [self._going[key].meeting for key in self.table.chosen_keys() if key in self._going]

    def walk_in(self) -> None:
        """Ask for two companies and enter their meeting at the first free place from the moment on."""
        if self._plan is None:
            return
        store, snapshot = self._workspace.store, self._plan.snapshot
        verdict = ask_walk_in(snapshot, meeting_edits.printed(store), self._moment, self._stop, self)
        if verdict:
            self._say(verdict.meetings[0], meeting_edits.walk_in(store, verdict))

    # -- acts

    def _held(self, meetings: list[Meeting]) -> None:
        meeting_edits.set_status(self._workspace.store, [m.id for m in meetings], MeetingStatus.HELD)

    def _reset(self, meetings: list[Meeting]) -> None:
        meeting_edits.reset(self._workspace.store, [m.id for m in meetings])

    def _late(self, meetings: list[Meeting]) -> None:
        found = ask_late(self._snapshot, meetings[0], self)
        if found:
            meeting_edits.late(self._workspace.store, [m.id for m in meetings if m.is_ahead], *found)

    def _no_show(self, meetings: list[Meeting]) -> None:
        found = ask_no_show(self._snapshot, meetings[0], self)
        if found:
            meeting_edits.no_show(self._workspace.store, [m.id for m in meetings], *found)

    def _cancel(self, meetings: list[Meeting]) -> None:
        reason = ask_reason(self._snapshot, meetings, self)
        if reason is None:
            return
        done = meeting_edits.cancel(self._workspace.store, [m.id for m in meetings], reason)
        if done < len(meetings):
            raise UserError(count("{n} held meeting stays.", "{n} held meetings stay.", len(meetings) - done))

    def _rebook(self, meetings: list[Meeting]) -> None:
        """One click: the first free place after now of this stop, also for a meeting somebody missed."""
        store, meeting = self._workspace.store, meetings[0]
        if len(meetings) > 1:
            raise UserError(_("This is done with one meeting at a time."), _("Select a single meeting."))
        if meeting.locked:
            raise UserError(_("This meeting is locked; unlock it first."))
        if meeting.status is MeetingStatus.HELD:
            raise UserError(_("This meeting was held."), _("“As planned” takes that back."))
        after = max(self._moment, self._snapshot.slot[meeting.slot_id].starts)
        verdict = day.rebooking(self._snapshot, meeting, after, self._stop, meeting_edits.printed(store))
        if verdict is None:
            raise UserError(
                _("There is no free place left for it at this stop."),
                _("Move it by hand to another day, or cancel it."),
            )
        self._say(verdict.meetings[0], meeting_edits.drop(store, verdict)[0])

    def _move_by_hand(self, meetings: list[Meeting]) -> None:
        self.meeting_asked.emit(meetings[0].id)

    def _say(self, moved: Meeting, key: int) -> None:
        slot, table = self._snapshot.slot[moved.slot_id], self._snapshot.table[moved.table_id]
        text = _("{pair}: {time}, table {number}.").format(
            pair=" – ".join(self._snapshot.company[k].name for k in moved.pair),
            time=f"{current().date(slot.day, 'MMMEd')} {current().time(slot.starts)}",
            number=table.number,
        )
        self.table.choose([key])
        self.summary.setText(text)

    # -- inside

    @property
    def _snapshot(self) -> Snapshot:
        assert self._plan is not None
        return self._plan.snapshot

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        as_search(self.text, _("Company, person or table"))
        self.shown.setAccessibleName(_("Show"))
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.shown)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.summary)
        row = QHBoxLayout()
        for act in ACTS:
            button = make_button(_(act.text), act.icon)
            button.setToolTip(f"{_(act.text)} ({act.key})")
            button.setEnabled(not self._workspace.store.read_only)
            button.clicked.connect(lambda _checked=False, name=act.name: self.do(name))
            self.buttons[act.name] = button
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)
        self.text.textChanged.connect(lambda _text: self._list())
        self.shown.currentIndexChanged.connect(lambda _index: self._list())
        self.table.act.connect(self.do)
        self.table.activated_row.connect(lambda row: self._open(row))

    def _open(self, row: int) -> None:
        self.company_asked.emit(self._going[self.table.rows.key(row)].meeting.delegation_id)

    def _list(self) -> None:
        if self._plan is None:
            return
        words, wanted = fold(self.text.text()).split(), self.shown.value
        found = [
            going.meeting.id
            for going in self._going.values()
            if _is_wanted(going, "" if words else wanted) and all(w in fold(self._searched(going)) for w in words)
        ]
        chosen, place = self.table.chosen_keys(), self.table.verticalScrollBar().value()
        self.table.rows.set_keys(found)
        self.table.choose(chosen)
        self.table.verticalScrollBar().setValue(place)
        numbers = list(self._going.values())
        parts = [
            count("{n} meeting now", "{n} meetings now", sum(g.phase == "now" for g in numbers)),
            count("{n} held", "{n} held", sum(g.meeting.status is MeetingStatus.HELD for g in numbers)),
            count("{n} no-show", "{n} no-shows", sum(g.meeting.status is MeetingStatus.NO_SHOW for g in numbers)),
            count("{n} not closed yet", "{n} not closed yet", sum(_is_wanted(g, "open") for g in numbers)),
        ]
        self.summary.setText("  ·  ".join(parts))

    def _fetch(self, keys: list[int]) -> list[DayMeeting]:
        return [self._going[key] for key in keys]

    def _searched(self, going: DayMeeting) -> str:
        meeting = going.meeting
        people = (p.full_name for key in meeting.pair for p in self._snapshot.delegates_of.get(key, []))
        names = (self._snapshot.company[key].name for key in meeting.pair)
        return " ".join([*names, *people, _("Table {number}").format(number=going.table)])

    def _columns(self) -> list[Column]:
        def colour(going: DayMeeting) -> str:
            c = colours()
            if going.meeting.status is MeetingStatus.NO_SHOW:
                return c.bad
            if going.meeting.late_minutes or _is_wanted(going, "open"):
                return c.warn
            return {"now": c.good, "over": c.quiet}.get(going.phase, c.text)

        def name(place: int) -> Callable[[DayMeeting], str]:
            return lambda going: self._who(going.meeting, going.meeting.pair[place])

        return [
            Column(_("When"), lambda g: _(PHASES[g.phase]), width=95, colour=colour),
            Column(_("Time"), lambda g: f"{current().time(g.starts)}–{current().time(g.ends)}", width=110),
            Column(_("Table"), lambda g: str(g.table), width=60, right=True),
            Column(_("Delegation"), name(0), width=270),
            Column(_("Counterpart"), name(1), width=270),
            Column(_("State"), lambda g: self._state(g.meeting), width=230, colour=colour),
        ]

    def _who(self, meeting: Meeting, company_id: int) -> str:
        """The company and who of it attends, where that is said."""
        named = self._snapshot.attending.get(meeting.id, frozenset())
        people = [p.full_name for p in self._snapshot.delegates_of.get(company_id, []) if p.id in named]
        name = self._snapshot.company[company_id].name
        return f"{name} ({', '.join(people)})" if people else name

    def _state(self, meeting: Meeting) -> str:
        parts = [meeting.status.label]
        sides = {Side.DELEGATION.value: meeting.delegation_id, Side.COUNTERPART.value: meeting.counterpart_id}
        if meeting.status is MeetingStatus.NO_SHOW and meeting.no_show_side in sides:
            parts.append(self._snapshot.company[sides[meeting.no_show_side]].name)
        elif meeting.late_minutes and meeting.late_side in sides:
            name = self._snapshot.company[sides[meeting.late_side]].name
            parts = [_("{n} min late: {company}").format(company=name, n=meeting.late_minutes)]
        if meeting.walk_in:
            parts.append(_("Walk-in"))
        return ", ".join([*parts, *([meeting.reason] if meeting.reason else [])])


def _is_wanted(going: DayMeeting, wanted: str) -> bool:
    if wanted == "near":
        return going.phase in ("now", "next")
    if wanted == "open":
        return going.phase == "over" and going.meeting.is_ahead
    return True
