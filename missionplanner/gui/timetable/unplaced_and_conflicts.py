"""The lists beside the timetable: requests without a meeting and conflicts, each with its reason in words."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain import rules
from missionplanner.domain.advice import Cause
from missionplanner.domain.issues import Issue
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Request
from missionplanner.domain.spelling import fold
from missionplanner.gui.timetable.painting import LinesDelegate
from missionplanner.gui.widgets.drag_gesture import DragGesture
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.gui.widgets.labels import as_search
from missionplanner.gui.widgets.plain_text import TabWidget
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.i18n import _, count
from missionplanner.jobs.advice import words
from missionplanner.jobs.timetable import planning
from missionplanner.jobs.timetable.planning import Unplaced

_CAUSES = tuple(Cause)
_MOST_FITTED = 1500
"""The rows of a list that are measured."""


class LinesTable(DataTable):
    """A list of one column as wide as there is room, so that its lines wrap where they can be seen."""

    def __init__(self, model: TableModel, name: str) -> None:
        super().__init__(model, name)
        self.setItemDelegate(LinesDelegate(self))
        self.setWordWrap(True)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() * 8 + 4)
        self.verticalHeader().setMinimumSectionSize(self.fontMetrics().lineSpacing() + 10)
        self.horizontalHeader().hide()
        model.modelReset.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Widen or narrow the column."""
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Make each row as high as its lines: long lists, for which that takes too long, keep one height."""
        if self.rows.rowCount() <= _MOST_FITTED:
            self.resizeRowsToContents()
            return
        for row in range(self.rows.rowCount()):
            self.setRowHeight(row, self.verticalHeader().defaultSectionSize())


class TakingTable(LinesTable):
    """A list whose rows are taken up with the mouse or with Space."""

    taken = Signal(int)
    """The key of the row."""

    def __init__(self, model: TableModel, name: str) -> None:
        super().__init__(model, name)
        self.gesture = DragGesture(self)
        self.gesture.taken.connect(self._on_taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes the current row up; Enter opens it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.taken.emit(self.rows.key(self.currentIndex().row()))
        elif is_enter and self.currentIndex().isValid():
            self.activated_row.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _on_taken(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid():
            self.taken.emit(self.rows.key(index.row()))
        else:
            self.gesture.stop()


class UnplacedAndConflicts(QWidget):
    """Two lists that fill themselves in slices after every change: finding reasons takes a while."""

    taken = Signal(object)
    """The Request that was taken up."""
    asked = Signal(int)
    """The key of a meeting that is to be shown."""
    advice_asked = Signal()
    """Advice on requests without a meeting is asked for."""
    counted = Signal(int, int)
    """The numbers of requests not placed and of conflicts (-1: not known yet)."""

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._requests: list[Request] = []
        self._reasons: dict[int, Unplaced] = {}
        self._groups: dict[Cause, list[int]] = {}
        self._conflicts: list[Issue] = []
        self.text = QLineEdit(clearButtonEnabled=True)
        self.unplaced = TakingTable(
            TableModel([Column(_("Request and reason"), self._words, width=320)], self._fetch), _("Not placed")
        )
        self.conflicts = LinesTable(
            TableModel([Column(_("Conflict"), lambda issue: issue.text, width=320)], self._issues), _("Conflicts")
        )
        self.tabs = TabWidget()
        self._slices = IdleWork(self)
        self._slices.finished.connect(self._on_finished)
        self._build()

    def show_plan(self, plan: Plan) -> None:
        """Show the requests not placed in this plan and the broken rules; the reasons come as they are found."""
        self._plan = plan
        self._requests = planning.open_requests(plan.snapshot)
        self._reasons, self._conflicts = {}, []
        self._list()
        self.conflicts.rows.set_keys([])
        self.counted.emit(len(self._requests), -1)
        self._slices.start(self._find_reasons(plan))

    def add_page(self, page: QWidget, text: str) -> None:
        """Have another page, which the search above the lists is not for."""
        self.tabs.addTab(page, text)
        self.tabs.currentChanged.connect(lambda _place: self.text.setVisible(self.tabs.currentWidget() is not page))

    def finish(self) -> None:
        """Find all that is left at once."""
        self._slices.finish()

    def stop(self) -> None:
        """Stop looking for reasons: the screen goes."""
        self._slices.stop()

    def _build(self) -> None:
        as_search(self.text, _("Search in names and reasons"))
        self.text.textChanged.connect(lambda _text: self._list())
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.unplaced, _("Not placed"))
        self.tabs.addTab(self.conflicts, _("Conflicts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.tabs)
        self.unplaced.taken.connect(self._on_taken)
        self.unplaced.activated_row.connect(self._on_opened)
        self.conflicts.activated_row.connect(self._on_conflict)

    def _find_reasons(self, plan: Plan) -> Iterator[None]:
        for issues in rules.by_meeting(plan):
            self._conflicts += issues
            yield
        self._conflicts += planning.conflicts_beside(plan.snapshot)
        self.conflicts.rows.set_keys(list(range(len(self._conflicts))))
        self.counted.emit(len(self._requests), len(self._conflicts))
        for place, found in enumerate(planning.reasons(plan, self._requests)):
            self._reasons[place] = found
            yield

    def _on_finished(self) -> None:
        self._list()
        self.unplaced.viewport().update()
        self.tabs.setTabText(0, _("Not placed") + f" ({len(self._requests)})")
        self.tabs.setTabText(1, _("Conflicts") + f" ({len(self._conflicts)})")

    def _list(self) -> None:
        words = fold(self.text.text()).split()
        keys = self._grouped([n for n in range(len(self._requests)) if self._has(n, words)])
        if keys != self.unplaced.rows.keys or self._reasons:
            place = self.unplaced.verticalScrollBar().value()
            self.unplaced.rows.set_keys(keys)
            self.unplaced.verticalScrollBar().setValue(place)

    def _grouped(self, keys: list[int]) -> list[int]:
        """The requests under the heading of what they have in common, once all reasons are known (keys below 0)."""
        self._groups = {}
        if not keys or len(self._reasons) < len(self._requests):
            return keys
        for key in keys:
            self._groups.setdefault(self._reasons[key].cause, []).append(key)
        rows = []
        for cause in sorted(self._groups, key=lambda cause: (-len(self._groups[cause]), cause)):
            mine = self._groups[cause]
            rows += [*([-1 - _CAUSES.index(cause)] if len(mine) > 1 else []), *mine]
        return rows

    def _has(self, key: int, words: list[str]) -> bool:
        text = fold(self._words(key))
        return all(word in text for word in words)

    def _fetch(self, keys: list[int]) -> list[int]:
        return keys

    def _words(self, key: int) -> str:
        if self._plan is None or key >= len(self._requests):
            return ""
        if key < 0:
            cause = _CAUSES[-1 - key]
            return "\n".join(words.heading(cause, len(self._groups.get(cause, ()))))
        request, company = self._requests[key], self._plan.snapshot.company
        names = "\n".join(company[one].name for one in request.pair)
        return f"{names}\n{request.priority.label}. {self._reason(key)}"

    def _reason(self, key: int) -> str:
        """The reason of a request; under the heading of its group only what differs."""
        found = self._reasons.get(key)
        if found is None or self._plan is None:
            return "…"
        is_grouped = len(self._groups.get(found.cause, ())) > 1
        return (
            words.apart(self._plan.snapshot, found.request)
            if is_grouped and found.cause is Cause.APART
            else found.reason
        )

    def _on_taken(self, key: int) -> None:
        if key >= 0:
            self.taken.emit(self._requests[key])

    def _on_opened(self, row: int) -> None:
        if self.unplaced.rows.key(row) < 0:
            self.advice_asked.emit()

    def _issues(self, keys: list[int]) -> list[Issue]:
        return [self._conflicts[key] for key in keys]

    def _on_conflict(self, row: int) -> None:
        issue = self._conflicts[self.conflicts.rows.key(row)]
        key = next((number for table, number in issue.subjects if table == "meetings"), 0)
        if key == 0 and self._plan:
            company = next((number for table, number in issue.subjects if table == "companies"), 0)
            key = next((meeting.id for meeting in self._plan.of_company.get(company, [])), 0)
        self.asked.emit(key)


def counted(meetings: int, unplaced: int, conflicts: int, note: str) -> str:
    """Return how many there are of each in a line, with a note behind; `conflicts`: negative where not yet known."""
    parts = [
        count("{n} meeting", "{n} meetings", meetings),
        count("{n} request not placed", "{n} requests not placed", unplaced),
    ]
    if conflicts >= 0:
        parts.append(count("{n} conflict", "{n} conflicts", conflicts) if conflicts else _("no conflicts"))
    return "  ·  ".join(part for part in (*parts, note) if part)
