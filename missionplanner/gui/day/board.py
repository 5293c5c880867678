"""The board of a day: what goes on now, comes next and is over, and what is done about each meeting."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain import day, meeting_places
from missionplanner.domain.companies import Side
from missionplanner.domain.day import DayMeeting
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui.day.board_commands import BoardCommands
from missionplanner.gui.day.questions import ask_walk_in
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.places import place_button
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.timetable import meetings as meeting_edits

PHASES = {"now": N_("Now"), "next": N_("Next"), "later": N_("Later"), "over": N_("Over")}
_PLAIN, _LARGE = (10, 34), (17, 56)
"""Points of the type and height of a row."""


class BoardTable(DataTable):
    """Single letters carry out commands on the selected meetings."""

    def __init__(self, model: TableModel, name: str, kept: str = "") -> None:
        super().__init__(model, name, kept=kept)
        self.take_key: Callable[[QKeyEvent], bool] = lambda _event: False
        """Carries out the command of a key; returns whether there is one."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters of the commands; the rest is the table's."""
        if not self.take_key(event):
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
        self.table = BoardTable(TableModel(self._columns(), self._fetch), _("Meetings of the day"), kept="day.board")
        self.summary = quiet_label()
        self.commands = BoardCommands(workspace, self.chosen, self)
        self.buttons = self.commands.buttons()
        self._build()

    def show_day(self, plan: Plan, stop_id: int, moment: datetime) -> None:
        """Show the meetings of a stop on the day of a time, as they stand at that time."""
        self._plan, self._stop, self._moment = plan, stop_id, moment
        self.commands.stop_id, self.commands.at = stop_id, moment
        self._going = {going.meeting.id: going for going in day.meetings_of_day(plan.snapshot, stop_id, moment)}
        self._list()

    def use_large_type(self, on: bool) -> None:
        """Write so that it can be read on a tablet at arm's length."""
        points, height = _LARGE if on else _PLAIN
        self.table.setStyleSheet(f"QTableView, QHeaderView {{ font-size: {points}pt; }}")
        self.table.verticalHeader().setDefaultSectionSize(height)
        for button in self.buttons.values():
            button.setStyleSheet(f"font-size: {13 if on else 10}pt; padding: {'10px 16px' if on else '6px 14px'};")
        self.table.widen(1.45 if on else 1)

    def shown_list(self, subtitle: str) -> ShownList:
        """The meetings as they are listed."""
        return self.table.shown(_("Who should be where"), subtitle)

    def chosen(self) -> list[Meeting]:
        """The selected meetings."""
        return [self._going[key].meeting for key in self.table.chosen_keys() if key in self._going]

    def walk_in(self) -> None:
        """Ask for two companies and enter their meeting at the first free place from the time on."""
        if self._plan is None:
            return
        store, snapshot = self._workspace.store, self._plan.snapshot
        printed, place = meeting_edits.printed(store), DraftPlace(store, "day.walk-in")
        verdict = ask_walk_in(snapshot, printed, self._moment, self._stop, self, place)
        if verdict:
            self._on_moved(meeting_edits.walk_in(store, verdict))

    def _on_moved(self, key: int) -> None:
        """Select a meeting and show where it is now."""
        snapshot = self._workspace.snapshot()
        meeting = next(meeting for meeting in snapshot.meetings if meeting.id == key)
        slot = snapshot.slot[meeting.slot_id]
        self.table.choose([key])
        self.summary.setText(meeting_places.moved_to(snapshot, meeting, current().short_moment(slot.starts)))

    @property
    def _snapshot(self) -> Snapshot:
        assert self._plan is not None
        return self._plan.snapshot

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        as_search(self.text, _("Company, person or table"))
        self.shown.setAccessibleName(_("Show"))
        row = WrappingRow()
        row.addWidget(self.text, 1)
        row.addWidget(self.shown)
        layout.addLayout(row)
        text = _("The meetings of the day stand here, once there is a timetable.")
        self._empty = EmptyTable(self.table, text, place_button("timetable"))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.summary)
        row = WrappingRow()
        for button in self.buttons.values():
            row.addWidget(button)
        follow_rows(self.table, self.buttons.values())
        row.addStretch()
        layout.addLayout(row)
        self.text.textChanged.connect(lambda _text: self._list())
        self.shown.currentIndexChanged.connect(lambda _index: self._list())
        self.table.take_key = self.commands.take_key
        self.commands.moved.connect(self._on_moved)
        self.commands.carry_asked.connect(self.meeting_asked)
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
        self._empty.narrowed(bool(self._snapshot.meetings))
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
        return " ".join([*names, *people, meeting_places.spot(self._snapshot, meeting)])

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
            Column(_("Table"), lambda g: meeting_places.table_shown(self._snapshot, g.meeting), width=60, right=True),
            Column(_("Delegation"), name(0), width=270, grows=True),
            Column(_("Counterpart"), name(1), width=270, grows=True),
            Column(_("State"), lambda g: self._state(g.meeting), width=230, colour=colour, grows=True),
        ]

    def _who(self, meeting: Meeting, company_id: int) -> str:
        """Return the company and, where they are named, its people who attend."""
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
