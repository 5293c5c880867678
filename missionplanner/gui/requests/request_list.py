"""The list of requests: who wants to meet whom, how much, and its outcome."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit

from missionplanner.domain import own_filters
from missionplanner.domain.companies import Side
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_kinds import order_of
from missionplanner.domain.own_values import Values, is_own
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import PRIORITY_LABELS, Half, Priority, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.commands import Needs, Takes, command, command_of
from missionplanner.gui.requests.request_commands import RequestCommands
from missionplanner.gui.requests.request_form import ask_request
from missionplanner.gui.requests.requests_page import RequestsPage
from missionplanner.gui.widgets import own_columns
from missionplanner.gui.widgets.buttons import add_row_actions, command_action
from missionplanner.gui.widgets.cells import CellModel
from missionplanner.gui.widgets.chosen_columns import ChosenColumnsTable
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.own_chips import OwnLineChips
from missionplanner.gui.widgets.plain_text import Action
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.fields.definitions import of_subject
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.requests import entering
from missionplanner.jobs.timetable import planning

_AT_FIRST = ("delegation", "counterpart", "priority", "asked_by", "wished", "outcome", "comment", "attended")
"""The columns shown until somebody chooses others."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request as the list shows it."""

    request: Request
    delegation: str
    """The name of the company."""
    counterpart: str
    """The name of the company."""
    wished: str
    """The wished session or half of the day; empty for any time."""
    outcome: str
    """Time and city of the meeting, or the reason why there is none."""
    placed: bool
    own: Values = field(default_factory=dict)
    """The values of its own fields, as they are stored."""
    said: str = ""
    """The same as people read them."""

    @property
    def searched(self) -> str:
        """The text a search examines."""
        texts = (
            self.delegation,
            self.counterpart,
            self.request.comment,
            self.request.intents,
            self.wished,
            self.outcome,
            self.said,
        )
        return fold(" ".join(texts))


class RequestListPage(RequestsPage):
    """Every request in a line; the reasons without a meeting are found between events."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._lines: dict[int, RequestLine] = {}
        self._meetings: dict[tuple[int, int], Meeting] = {}
        """Those that stand, by their companies."""
        self.table = ChosenColumnsTable(
            CellModel(self._all_columns(), lambda keys: [self._lines[key] for key in keys]),
            _("Requests"),
            "request_columns",
            _AT_FIRST,
            lambda column: column.sort or "attended",
        )
        self.commands = RequestCommands(self, workspace.store, self.table)
        self.own = OwnLineChips(Subject.REQUEST, self._list, self._own_left)
        self._sort, self._descending = self.table.sorted_by("delegation")
        self.text = QLineEdit(clearButtonEnabled=True)
        self.priority, self.state = ComboBox(), ComboBox()
        self.count_label = quiet_label()
        self._slices = IdleWork(self)
        self._slices.finished.connect(self._list)
        self._build()

    def refresh(self) -> None:
        """Read the requests and their outcomes."""
        snapshot = self.workspace.snapshot()
        self.table.offer_columns(self._all_columns())
        self.own.fill(snapshot.own, self._row)
        plan = Plan(snapshot, snapshot.meetings)
        self._meetings = {meeting.pair: meeting for meeting in plan.meetings}
        met = {meeting.pair: _when(snapshot, meeting.slot_id) for meeting in plan.meetings}
        known = {line.request.pair: line.outcome for line in self._lines.values() if not line.placed}
        self._lines = {}
        for request in snapshot.requests:
            is_no = request.priority is Priority.NO_THANKS
            outcome = met.get(request.pair) or ("" if is_no else known.get(request.pair, "…"))
            one, other = (snapshot.company[key].name for key in request.pair)
            self._lines[request.id] = RequestLine(
                request,
                one,
                other,
                _wished(snapshot, request),
                outcome,
                request.pair in met,
                snapshot.own_of_request.get(request.id, {}),
                _said(snapshot, request),
            )
        self._list()
        self._slices.start(self._find_reasons(plan))

    def shown_list(self) -> ShownList:
        """The requests as they are listed."""
        self._slices.finish()
        return self.table.shown(_("Requests"), self.workspace.mission_name)

    def stop(self) -> None:
        """Stop looking for reasons."""
        self._slices.stop()

    @command(N_("Edit…"), needs=Needs.WRITING, takes=Takes.SOME)
    def edit(self) -> None:
        """Edit the first selected request."""
        keys = self.table.chosen_keys()
        if keys and not self.workspace.store.read_only:
            ask_request(self.workspace, self._lines[keys[0]].request, self)

    def set_priority(self, priority: Priority) -> None:
        """Give the selected requests a priority, as one step."""
        entering.set_priority(self.workspace.store, self.table.chosen_keys(), priority)

    def set_place(self, place: MeetsAt) -> None:
        """Have the meetings of the selected requests be held at a place, as one step."""
        entering.set_place(self.workspace.store, self.table.chosen_keys(), place)

    @command(N_("Delete"), "Del", needs=Needs.WRITING, takes=Takes.SOME)
    def remove(self) -> None:
        """Delete the selected requests; undo brings them back."""
        entering.remove(self.workspace.store, self.table.chosen_keys())

    def _build(self) -> None:
        as_search(self.text, _("Search in names, comments and reasons"))
        self.text.textChanged.connect(lambda _text: self._list())
        self.priority.addItem(_("Every priority"), "")
        for priority in PRIORITY_LABELS:
            self.priority.addItem(priority.label, priority.value)
        for value, label in (("", _("Placed or not")), ("placed", _("Placed")), ("unplaced", _("Not placed"))):
            self.state.addItem(label, value)
        self._row = row = WrappingRow()
        row.addWidget(self.text, 2)
        for combo, name in ((self.priority, _("Priority")), (self.state, _("Placed or not"))):
            combo.setAccessibleName(name)
            combo.currentIndexChanged.connect(lambda _index: self._list())
            row.addWidget(combo, 1)
        row.addWidget(self.own.more)
        self.layout_.addLayout(row)
        self.layout_.addWidget(self.table, 1)
        self.layout_.addWidget(self.count_label)
        self.table.sort_asked.connect(self._on_sort_asked)
        self.table.activated_row.connect(lambda _row: self.edit())
        self.table.changes_asked.connect(self.commands.change_cells)
        if not self.workspace.store.read_only:
            self._add_actions()

    def _add_actions(self) -> None:
        commands = self.commands
        shown = (self.edit, commands.change_many, commands.replace, commands.fill_down, self.table.choose_columns)
        add_row_actions(self.table, self.workspace.store, shown)
        for priority in PRIORITY_LABELS:
            action = Action(priority.label, self.table)
            action.triggered.connect(lambda _checked=False, p=priority: self.set_priority(p))
            self.table.addAction(action)
        for place in MeetsAt:
            text = _("Where it is held: {place}").format(place=place.label)
            action = Action(text, self.table)
            action.triggered.connect(lambda _checked=False, one=place: self.set_place(one))
            self.table.addAction(action)
        self.table.addAction(command_action(command_of(self.remove), self.remove, self.table, self.workspace.store))

    def _attended(self, line: RequestLine) -> str:
        """Who attends the meeting of a request, for either side."""
        meeting, snapshot = self._meetings.get(line.request.pair), self.workspace.snapshot()
        if meeting is None or meeting.id not in {one.id for one in snapshot.meetings_of.get(meeting.delegation_id, ())}:
            return ""
        sides = (", ".join(one.full_name for one in snapshot.attendees(meeting, key)) for key in meeting.pair)
        return " – ".join(filter(None, sides))

    def _find_reasons(self, plan: Plan) -> Iterator[None]:
        of_pair: dict[tuple[int, int], list[int]] = {}
        for line in self._lines.values():
            of_pair.setdefault(line.request.pair, []).append(line.request.id)
        for found in planning.reasons(plan, planning.open_requests(plan.snapshot)):
            for key in of_pair.get(found.request.pair, ()):
                line = self._lines[key]
                if line.request.priority is not Priority.NO_THANKS:
                    self._lines[key] = replace(line, outcome=found.reason)
            yield

    def _on_sort_asked(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._list()

    def _all_columns(self) -> list[Column]:
        own = own_columns.of_own_fields(of_subject(self.workspace.store, Subject.REQUEST), lambda line: line.own)
        return [*_columns(), Column(_("Attended by"), self._attended, width=220), *own]

    def _left(self, own: Sequence[str]) -> list[RequestLine]:
        """Return the lines that pass everything above them. own: what is asked of own fields."""
        words = fold(self.text.text()).split()
        return [
            line
            for line in self._lines.values()
            if self.priority.currentData() in ("", line.request.priority.value)
            and self.state.currentData() in ("", "placed" if line.placed else "unplaced")
            and (not words or all(word in line.searched for word in words))
            and own_filters.passes(own, line.own)
        ]

    def _own_left(self, own: tuple[str, ...]) -> list[Values]:
        return [line.own for line in self._left(own)]

    def _list(self) -> None:
        chosen = self.table.chosen_keys()
        lines = self._left(self.own.wanted)
        lines.sort(key=lambda line: (_sorted_by(line, self._sort), line.request.id), reverse=self._descending)
        place = self.table.verticalScrollBar().value()
        self.table.rows.set_keys([line.request.id for line in lines])
        self.table.choose(chosen)
        self.table.verticalScrollBar().setValue(place)
        placed = sum(line.placed for line in lines)
        parts = (count("{n} request", "{n} requests", len(lines)), count("{n} placed", "{n} placed", placed))
        self.count_label.setText("  ·  ".join(parts))


def _when(snapshot: Snapshot, slot_id: int) -> str:
    slot = snapshot.slot[slot_id]
    stop = snapshot.stop_of_slot[slot.id].name(current().language)
    return f"{current().short_moment(slot.starts)}, {stop}"


def _wished(snapshot: Snapshot, request: Request) -> str:
    """Return the wished time and place of the meeting; empty for any."""
    session = snapshot.session.get(request.session_id or 0)
    time = request.half.label if request.half is not Half.ANY else ""
    if session:
        time = session.label or current().moment(session.starts)
    return ", ".join(filter(None, (time, request.meets_at.label if request.meets_at else "")))


def _columns() -> list[Column]:
    def colour(line: RequestLine) -> str:
        c = colours()
        if line.request.priority is Priority.NO_THANKS:
            return c.quiet
        return c.good if line.placed else c.warn

    def side(line: RequestLine) -> str:
        return _("Delegation") if line.request.asked_by is Side.DELEGATION else _("Counterpart")

    return [
        Column(_("Delegation"), lambda line: line.delegation, "delegation", 190, grows=True),
        Column(_("Counterpart"), lambda line: line.counterpart, "counterpart", 215, grows=True),
        Column(
            _("Priority"),
            lambda line: line.request.priority.label,
            "priority",
            150,
            edits="priority",
            choices=_priorities,
        ),
        Column(_("Asked by"), side, "asked_by", 95),
        Column(_("Wished for"), lambda line: line.wished, "wished", 125),
        Column(_("Meeting, or why not"), lambda line: line.outcome, "outcome", 310, colour=colour, grows=True),
        Column(_("Comment"), lambda line: line.request.comment, "comment", 180, edits="comment"),
        Column(_("Intents"), lambda line: line.request.intents, "intents", 150, edits="intents"),
    ]


def _priorities() -> list[str]:
    return [priority.label for priority in PRIORITY_LABELS]


def _said(snapshot: Snapshot, request: Request) -> str:
    """Return the values of own fields as people read them."""
    values = snapshot.own_of_request.get(request.id, {})
    return " ".join(snapshot.own.shown(name, text) for name, text in values.items())


def _sorted_by(line: RequestLine, key: str) -> tuple[Decimal, str]:
    """Return what a line is sorted by: numbers and amounts of own fields by what they are, else letters."""
    if is_own(key):
        return order_of(line.own.get(key, ""))
    text = {
        "delegation": line.delegation,
        "counterpart": line.counterpart,
        "priority": line.request.priority.value,
        "asked_by": line.request.asked_by.value,
        "wished": line.wished,
        "outcome": line.outcome,
        "comment": line.request.comment,
        "intents": line.request.intents,
    }[key]
    return Decimal(0), fold(text)
