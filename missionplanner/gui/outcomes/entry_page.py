"""Outcomes typed in from the paper forms, as fast as they can be turned over."""

from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain import meeting_places, outcomes
from missionplanner.domain.outcomes import OutcomeLine
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import OUTCOME_LABELS, MeetingStatus, Outcome
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.cells import CellModel, CellTable, Change
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.places import place_button
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.outcomes import entering
from missionplanner.messages import message


class EntryTable(CellTable):
    """Enter goes on to the kind of the next meeting; Tab to the next cell."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close the editor and, after Enter, go on to the next paper form."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_on()

    def go_on(self) -> None:
        """Go to the first cell to be typed of the next row."""
        row = self.currentIndex().row() + 1
        first = next(place for place, column in enumerate(self.rows.columns) if column.edits)
        if row < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(row, first))


class EntryPage(QWidget):
    """A line a meeting, by time and table, which is the order the paper forms lie in."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._snapshot: Snapshot | None = None
        self._lines: dict[int, OutcomeLine] = {}
        self.text = QLineEdit(clearButtonEnabled=True)
        self.shown = ChoiceEdit(
            [("", _("All meetings")), ("open", _("Without an outcome")), ("held", _("Held")), ("done", _("With one"))]
        )
        self.table = EntryTable(
            CellModel(self._columns(), lambda keys: [self._lines[k] for k in keys]), _("Outcomes"), kept="outcomes"
        )
        self.summary = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Show meetings and outcomes as they are now, with the current cell kept."""
        self._snapshot = self._workspace.snapshot()
        found = outcomes.lines(self._snapshot, self._workspace.store.all(Outcome))
        self._lines = {line.meeting.id: line for line in found}
        self._list(keeps=True)

    def shown_list(self) -> ShownList:
        """The outcomes as they are listed."""
        return self.table.shown(_("Outcomes"), self._workspace.mission_name)

    def change(self, changes: list[Change], label: str) -> None:
        """Store what was typed or pasted as one step, and report the cells that were refused, with the reason."""
        refused = entering.save_cells(self._workspace.store, changes, message(label))
        if refused:
            rows = [[self._pair_names(line.key), line.text, line.reason] for line in refused]
            text = count("{n} cell could not be changed.", "{n} cells could not be changed.", len(refused))
            alerts.report(self, text, [_("Meeting"), _("Typed"), _("Reason")], rows)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        kinds = "  ".join(f"{n} {_(label)}" for n, label in enumerate(OUTCOME_LABELS.values()) if n)
        layout.addWidget(
            quiet_label(_("Kinds by number: {kinds}. Tab goes on, Enter to the next form.").format(kinds=kinds))
        )
        as_search(self.text, _("Company or table"))
        self.shown.setAccessibleName(_("Show"))
        row = WrappingRow()
        row.addWidget(self.text, 1)
        row.addWidget(self.shown)
        layout.addLayout(row)
        text = _("Each meeting is a line here, to enter what came of it, once there is a timetable.")
        self._empty = EmptyTable(self.table, text, place_button("timetable"))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.summary)
        self.text.textChanged.connect(lambda _text: self._list())
        self.shown.currentIndexChanged.connect(lambda _index: self._list())
        if not self._workspace.store.read_only:
            self.table.changes_asked.connect(self.change)

    def _list(self, keeps: bool = False) -> None:
        """List what the filter wants; `keeps` leaves what is shown where it is until the filter is changed."""
        shown = set(self.table.rows.keys) if keeps else set()
        words, wanted = fold(self.text.text()).split(), self.shown.value
        keys = [
            key
            for key, line in self._lines.items()
            if key in shown
            or (_is_wanted(line, wanted) and all(word in fold(self._search_text(line)) for word in words))
        ]
        if keys == self.table.rows.keys:
            self.table.rows.renew()
        else:
            self._empty.narrowed(bool(self._lines))
            self.table.rows.set_keys(keys)
        done = sum(line.outcome is not None for line in self._lines.values())
        self.summary.setText(
            "  ·  ".join(
                [
                    count("{n} meeting", "{n} meetings", len(keys)),
                    count("{n} outcome", "{n} outcomes", done),
                ]
            )
        )

    def _pair_names(self, key: int) -> str:
        assert self._snapshot is not None
        return " – ".join(self._snapshot.company[k].name for k in self._lines[key].meeting.pair)

    def _search_text(self, line: OutcomeLine) -> str:
        assert self._snapshot is not None
        return f"{self._pair_names(line.meeting.id)} {meeting_places.spot(self._snapshot, line.meeting)}"

    def _columns(self) -> list[Column]:
        def company(place: int, line: OutcomeLine) -> str:
            return self._snapshot.company[line.meeting.pair[place]].name if self._snapshot else ""

        def when(line: OutcomeLine) -> str:
            if self._snapshot is None:
                return ""
            slot = self._snapshot.slot[line.meeting.slot_id]
            return f"{current().date(slot.day, 'MMMd')} {current().time(slot.starts)}"

        def table(line: OutcomeLine) -> str:
            return meeting_places.table_shown(self._snapshot, line.meeting) if self._snapshot else ""

        kinds = [_(label) for kind, label in OUTCOME_LABELS.items() if kind]
        return [
            Column(_("Time"), when, width=110),
            Column(_("Table"), table, width=60, right=True),
            Column(_("Delegation"), lambda line: company(0, line), width=170, grows=True),
            Column(_("Counterpart"), lambda line: company(1, line), width=170, grows=True),
            Column(_("State"), lambda line: line.meeting.status.label, width=85, colour=_status_colour),
            Column(_("Outcome"), _kind, width=150, edits="kind", choices=lambda: kinds),
            Column(_("Value"), _value, width=80, edits="value", right=True),
            Column(_("Currency"), _currency, width=90, edits="currency", choices=lambda: ["CAD", "MXN", "USD", "EUR"]),
            Column(_("Next step"), _next_step, width=170, edits="next_step", grows=True),
            Column(_("Due"), _due, width=95, edits="due"),
            Column(_("Second meeting"), _second_meeting, width=110, edits="second_meeting", choices=_answers),
        ]


def _status_colour(line: OutcomeLine) -> str:
    c = colours()
    return {MeetingStatus.HELD: c.good, MeetingStatus.NO_SHOW: c.bad}.get(line.meeting.status, c.quiet)


def _is_wanted(line: OutcomeLine, wanted: str) -> bool:
    if wanted == "open":
        return line.outcome is None
    if wanted == "held":
        return line.meeting.status is MeetingStatus.HELD
    return wanted != "done" or line.outcome is not None


def _kind(line: OutcomeLine) -> str:
    return _(OUTCOME_LABELS[line.outcome.kind]) if line.outcome and line.outcome.kind in OUTCOME_LABELS else ""


def _value(line: OutcomeLine) -> str:
    return current().number(line.outcome.value) if line.outcome and line.outcome.value is not None else ""


def _due(line: OutcomeLine) -> str:
    return line.outcome.due.isoformat() if line.outcome and line.outcome.due else ""


def _second_meeting(line: OutcomeLine) -> str:
    return _("Yes") if line.outcome and line.outcome.second_meeting else ""


def _currency(line: OutcomeLine) -> str:
    return line.outcome.currency if line.outcome else ""


def _next_step(line: OutcomeLine) -> str:
    return line.outcome.next_step if line.outcome else ""


def _answers() -> list[str]:
    return [_("Yes"), _("No")]
