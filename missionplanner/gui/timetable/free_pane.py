"""Who is free at a time: the companies of both sides, what they still ask for, and a meeting put there at once."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain import free_time
from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.moves import Grade, MoveVerdict
from missionplanner.domain.plan import Plan
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.timetable.unplaced_and_conflicts import LinesTable
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.table import Column, TableModel
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.timetable import meetings, who_is_free
from missionplanner.jobs.timetable.who_is_free import FreeCompany, MeetingTime, Opening


class FreePane(QWidget):
    """Follows the time one is at in the timetable, or that is typed; finds who is free when it is seen."""

    put_asked = Signal(object)
    """The MoveVerdict of a place a meeting is to be put into."""
    company_asked = Signal(int)
    """A company is to be opened."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._plan: Plan | None = None
        self._time: MeetingTime | None = None
        self._found: list[FreeCompany] = []
        self._openings: list[Opening] = []
        self._is_stale = False
        self.line = QLineEdit(clearButtonEnabled=True)
        self.heading = quiet_label()
        self.side = ComboBox()
        self.companies = LinesTable(
            TableModel([Column(_("Company"), _company_lines, width=320)], self._fetch_companies), _("Who is free")
        )
        self.openings = LinesTable(
            TableModel([Column(_("Request"), _opening_lines, width=320)], self._fetch_openings), _("Open requests")
        )
        self._slices = IdleWork(self)
        self._build()

    @property
    def time(self) -> MeetingTime | None:
        """The time it shows; None before there is one."""
        return self._time

    def show_plan(self, plan: Plan) -> None:
        """Work on this plan; the same time is shown where it still exists."""
        known = {(one.stop_id, one.starts): one for one in who_is_free.times(plan.snapshot)}
        self._plan = plan
        self._time = known.get((self._time.stop_id, self._time.starts)) if self._time else None
        self._renew()

    def show_time(self, time: MeetingTime) -> None:
        """Show who is free at a time."""
        if time != self._time:
            self._time = time
            self._renew()

    def type_time(self) -> None:
        """Have a time typed."""
        self.line.setFocus()
        self.line.selectAll()

    def finish(self) -> None:
        """Find all that is left at once."""
        self._slices.finish()

    def stop(self) -> None:
        """Stop looking: the screen goes."""
        self._slices.stop()

    @command(N_("Put the meeting here"), icon="calendar-plus", needs=Needs.WRITING)
    def put(self) -> None:
        """Make a meeting of the chosen request at this time."""
        verdict = self._verdict()
        if verdict and verdict.grade is not Grade.REFUSED:
            self.put_asked.emit(verdict)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose a company while one types a time; its appearance makes it look for who is free."""
        if watched is self and event.type() == QEvent.Type.Show and self._is_stale:
            self._renew()
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.line and key == Qt.Key.Key_Down:
            self.companies.setFocus()
            return True
        return super().eventFilter(watched, event)

    # -- inside

    def _build(self) -> None:
        as_search(self.line, _("Time, such as “10” or “tue 10:30”"), _("Time"))
        self.side.addItem(_("Both sides"), None)
        for side, label in SIDE_LABELS.items():
            self.side.addItem(_(label), side)
        self.side.setAccessibleName(_("Side"))
        self._put = command_button(self.put, self._workspace.store)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.companies)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.openings)
        column.addWidget(self._put)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        for widget in (self.line, self.heading, self.side):
            layout.addWidget(widget)
        layout.addWidget(split, 1)
        for table, lines in ((self.companies, 3), (self.openings, 5)):
            table.verticalHeader().setDefaultSectionSize(table.fontMetrics().lineSpacing() * lines + 8)
        self._connect()

    def _connect(self) -> None:
        for watched in (self, self.line):
            watched.installEventFilter(self)
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self.companies.setFocus)
        self.side.currentIndexChanged.connect(lambda _index: self._list())
        self.companies.chosen.connect(self._on_company)
        self.companies.activated_row.connect(lambda row: self.company_asked.emit(self.companies.rows.key(row)))
        self.openings.chosen.connect(self._on_opening)
        self.openings.activated_row.connect(lambda _row: self.put())
        self._slices.finished.connect(self._list)

    def _renew(self) -> None:
        """Look for who is free, when one sees it."""
        self._is_stale = not self.isVisible()
        self._slices.stop()
        self._found = []
        self._show_heading()
        if not self._is_stale:
            self._slices.start(self._find())

    def _find(self) -> Iterator[None]:
        if self._plan is None or self._time is None:
            return
        for one in who_is_free.free_one_by_one(self._plan, self._time):
            if one:
                self._found.append(one)
            yield
        self._found = who_is_free.by_use(self._found)

    def _list(self) -> None:
        wanted: Side | None = self.side.currentData()
        chosen = self.companies.chosen_keys()
        keys = [one.company.id for one in self._found if wanted in (None, one.company.side)]
        self.companies.rows.set_keys(keys)
        self.companies.choose([key for key in chosen if key in keys] or keys[:1])
        self._show_heading()

    def _show_heading(self) -> None:
        if self._plan is None or self._time is None:
            self.heading.setText(_("Go to a time in the timetable, or type one: who is free then is listed here."))
            return
        free, number = free_time.free_tables(self._plan, self._time.slots)
        tables = _("{free} of {tables} free").format(
            free=current().number(len(free)), tables=count("{n} table", "{n} tables", number)
        )
        companies = count("{n} company is free.", "{n} companies are free.", len(self._found))
        words = who_is_free.time_in_words(self._plan.snapshot, self._time)
        self.heading.setText(f"{words}  ·  {companies}  ·  {tables}" if self._found else f"{words}  ·  {tables}")

    def _on_typed(self, text: str) -> None:
        if self._plan and (found := who_is_free.meant(self._plan.snapshot, text, self._time)):
            self.show_time(found)
        elif text.strip():
            self.heading.setText(_("No time of meetings fits this."))

    def _on_company(self) -> None:
        chosen = self.companies.chosen_keys()
        free = next((one for one in self._found if one.company.id in chosen), None)
        self._openings = []
        if free and self._plan and self._time:
            printed = meetings.printed(self._workspace.store)
            self._openings = who_is_free.openings(self._plan, free, self._time, printed)
        self.openings.rows.set_keys(list(range(len(self._openings))))
        if self._openings:
            self.openings.selectRow(0)
        self._on_opening()

    def _on_opening(self) -> None:
        verdict = self._verdict()
        can = verdict is not None and verdict.grade is not Grade.REFUSED
        self._put.setEnabled(can and not self._workspace.store.read_only)

    def _verdict(self) -> MoveVerdict | None:
        keys = self.openings.chosen_keys()
        return self._openings[keys[0]].verdict if keys and keys[0] < len(self._openings) else None

    def _fetch_companies(self, keys: list[int]) -> list[FreeCompany]:
        known = {one.company.id: one for one in self._found}
        return [known[key] for key in keys]

    def _fetch_openings(self, keys: list[int]) -> list[Opening]:
        return [self._openings[key] for key in keys]


def _company_lines(one: FreeCompany) -> str:
    parts = [
        _(SIDE_LABELS[one.company.side]),
        _("{possible} of {requests} possible").format(
            possible=current().number(one.possible),
            requests=count("{n} open request", "{n} open requests", len(one.requests)),
        ),
        count("{n} meeting that day", "{n} meetings that day", one.meetings),
    ]
    return f"{one.company.name}\n{'  ·  '.join(parts)}"


def _opening_lines(one: Opening) -> str:
    return f"{one.partner.name}\n{one.request.priority.label}\n{one.verdict.text}"
