"""The screen of meeting requests: who wants to meet whom, and what became of it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStackedWidget

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.requests import PRIORITY_LABELS, Priority, Request
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.gui.editors import Field
from missionplanner.gui.form import RecordDialog
from missionplanner.gui.icons import icon
from missionplanner.gui.runner import Runner
from missionplanner.gui.screen import EmptyState, Screen, quiet_label
from missionplanner.gui.table import Column, Table, TableModel
from missionplanner.gui.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs import export, planning
from missionplanner.jobs.printing import ShownList


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request as the list shows it."""

    request: Request
    delegation: str
    counterpart: str
    outcome: str
    placed: bool
    searched: str


class RequestsScreen(Screen):
    """A list of wishes with what the timetable made of each."""

    TOUCHED_BY = frozenset({"requests", "companies", "applications", "meetings", "company_stops", "sessions", "events"})

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(_("Requests"), workspace, runner)
        self._lines: dict[int, RequestLine] = {}
        self.table = Table(TableModel(_columns(), lambda keys: [self._lines[key] for key in keys]), _("Requests"))
        self.text = QLineEdit(clearButtonEnabled=True)
        self.priority = QComboBox()
        self.state = QComboBox()
        self.count_label = quiet_label()
        self._sort, self._descending = "delegation", False
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            _("No requests yet. Bring in a list of who wants to meet whom, or add one by hand."), _("Import…"), "upload"
        )
        self._build()

    def shown_list(self) -> ShownList:
        """The requests as they are listed."""
        return self.table.shown(_("Requests"), self.workspace.store.mission.name)

    def refresh(self) -> None:
        """Read the requests and what became of them."""
        snapshot = self.workspace.store.snapshot()
        reasons = {unplaced.request.pair: unplaced.reason for unplaced in planning.unplaced(snapshot)}
        met = {meeting.pair: meeting for meeting in snapshot.meetings if meeting.stands}
        names = {company.id: company.name for company in snapshot.companies}
        self._lines = {}
        for request in snapshot.requests:
            meeting = met.get(request.pair)
            if meeting:
                slot = snapshot.slot[meeting.slot_id]
                stop = snapshot.stop_of_slot[slot.id].name(current().language)
                outcome = f"{current().date(slot.day, 'MMMEd')}, {current().time(slot.starts)}, {stop}"
            else:
                outcome = "" if request.priority is Priority.NO_THANKS else reasons.get(request.pair, "")
            one, two = names[request.delegation_id], names[request.counterpart_id]
            self._lines[request.id] = RequestLine(
                request, one, two, outcome, meeting is not None, fold(f"{one} {two} {request.comment} {outcome}")
            )
        self._list()

    def add_request(self) -> None:
        """Ask for two names and a priority, and store the request."""
        companies = self.workspace.store.all(Company)
        dialog = RecordDialog(_("New request"), _fields(companies), {"priority": Priority.MEET}, self)
        while dialog.exec():
            try:
                self._store(dialog.form.values(), companies)
                return
            except UserError as error:
                dialog.form.note("counterpart", f"{error.text} {error.hint}")

    def set_priority(self, priority: Priority) -> None:
        """Give the selected requests a priority, as one step."""
        keys = self.table.chosen_keys()
        with self.workspace.store.change(_("Set priority to {priority}").format(priority=priority.label)) as change:
            for key in keys:
                change.update(replace(self._lines[key].request, priority=priority))

    def _store(self, values: dict[str, str], companies: list[Company]) -> None:
        delegation = export.find_company([c for c in companies if c.side is Side.DELEGATION], values["delegation"])
        counterpart = export.find_company([c for c in companies if c.side is Side.COUNTERPART], values["counterpart"])
        request = Request(
            delegation_id=delegation.id, counterpart_id=counterpart.id, priority=Priority(values["priority"]),
            comment=values["comment"],
        )  # fmt: skip
        if any(line.request.pair == request.pair for line in self._lines.values()):
            raise UserError(_("This request is already in the list."), _("Change its priority there."))
        with self.workspace.store.change(_("Add a request")) as change:
            change.insert(request)

    def _build(self) -> None:
        bring = self.button(_("Import…"), "upload")
        add = self.button(_("Add a request"), "plus", "Ctrl+Shift+R", primary=True)
        bring.clicked.connect(lambda: self.asked.emit("import_file", "requests"))
        add.clicked.connect(self.add_request)
        self._empty.clicked.connect(lambda: self.asked.emit("import_file", "requests"))
        self.text.setPlaceholderText(_("Search in names, comments and reasons"))
        self.text.setAccessibleName(_("Search in names, comments and reasons"))
        self.text.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.text.textChanged.connect(lambda _text: self._list())
        self.priority.addItem(_("Every priority"), "")
        for priority in PRIORITY_LABELS:
            self.priority.addItem(priority.label, priority.value)
        for value, label in (("", _("Placed or not")), ("placed", _("Placed")), ("unplaced", _("Not placed"))):
            self.state.addItem(label, value)
        row = QHBoxLayout()
        row.addWidget(self.text, 2)
        for combo, name in ((self.priority, _("Priority")), (self.state, _("Placed or not"))):
            combo.setAccessibleName(name)
            combo.currentIndexChanged.connect(lambda _index: self._list())
            row.addWidget(combo, 1)
        self.layout_.addLayout(row)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)
        self.table.sort_asked.connect(self._on_sort_asked)
        self._add_actions()
        for button in (bring, add):
            button.setEnabled(not self.workspace.store.read_only)

    def _add_actions(self) -> None:
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for priority in PRIORITY_LABELS:
            action = QAction(priority.label, self.table)
            action.triggered.connect(lambda _checked=False, p=priority: self.set_priority(p))
            self.table.addAction(action)
        remove = QAction(_("Delete"), self.table)
        remove.setShortcut("Del")
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self._on_remove)
        self.table.addAction(remove)

    def _on_remove(self) -> None:
        keys = self.table.chosen_keys()
        with self.workspace.store.change(count("Delete {n} request", "Delete {n} requests", len(keys))) as change:
            change.delete(Request, keys)

    def _on_sort_asked(self, key: str, descending: bool) -> None:
        self._sort, self._descending = key, descending
        self._list()

    def _list(self) -> None:
        words = fold(self.text.text()).split()
        lines = [
            line for line in self._lines.values()
            if all(word in line.searched for word in words)
            and self.priority.currentData() in ("", line.request.priority.value)
            and self.state.currentData() in ("", "placed" if line.placed else "unplaced")
        ]  # fmt: skip
        lines.sort(key=lambda line: (fold(_sorted_by(line, self._sort)), line.request.id), reverse=self._descending)
        self.table.rows.set_keys([line.request.id for line in lines])
        self._pages.setCurrentIndex(0 if self._lines else 1)
        placed = sum(line.placed for line in lines)
        parts = (count("{n} request", "{n} requests", len(lines)), count("{n} placed", "{n} placed", placed))
        self.count_label.setText("  ·  ".join(parts))


def _columns() -> list[Column]:
    def colour(line: RequestLine) -> str:
        c = colours()
        if line.request.priority is Priority.NO_THANKS:
            return c.quiet
        return c.good if line.placed else c.warn

    def side(line: RequestLine) -> str:
        return _("Delegation") if line.request.asked_by is Side.DELEGATION else _("Counterpart")

    return [
        Column(_("Delegation"), lambda line: line.delegation, "delegation", 240),
        Column(_("Counterpart"), lambda line: line.counterpart, "counterpart", 260),
        Column(_("Priority"), lambda line: line.request.priority.label, "priority", 100),
        Column(_("Asked by"), side, "asked_by", 100),
        Column(_("Meeting, or why not"), lambda line: line.outcome, "outcome", 320, colour=colour),
        Column(_("Comment"), lambda line: line.request.comment, "comment", 180),
    ]


def _sorted_by(line: RequestLine, key: str) -> str:
    return {
        "delegation": line.delegation, "counterpart": line.counterpart, "priority": line.request.priority.value,
        "asked_by": line.request.asked_by.value, "outcome": line.outcome, "comment": line.request.comment,
    }[key]  # fmt: skip


def _fields(companies: list[Company]) -> list[Field]:
    def names(side: Side) -> list[tuple[str, str]]:
        return [(company.name, company.name) for company in companies if company.side is side]

    priorities = [(priority, priority.label) for priority in PRIORITY_LABELS]
    return [
        Field("delegation", _("Delegation"), choices=names(Side.DELEGATION)),
        Field("counterpart", _("Counterpart"), choices=names(Side.COUNTERPART)),
        Field("priority", _("Priority"), "choice", priorities),
        Field("comment", _("Comment")),
    ]
