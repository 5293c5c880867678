"""The dialogs around making a timetable: the question before, the progress, and the proposal to accept."""

import time
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain import meeting_places
from missionplanner.domain.companies import Side
from missionplanner.domain.day import meeting_days
from missionplanner.domain.goals import Goal
from missionplanner.domain.plan_stages import PlanStage
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import told_apart
from missionplanner.domain.timetable import Keep, Meeting, Scope
from missionplanner.errors import UserError
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable.plan_figures_pane import PlanFiguresPane
from missionplanner.gui.timetable.progress_chart import ProgressChart
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import accept_or_cancel, make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.list_line import ListLine
from missionplanner.gui.widgets.plain_text import Label, TabWidget
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.i18n import _, count, current
from missionplanner.jobs.job import Job
from missionplanner.jobs.timetable import plan_words, planning


class PlanDialog(Dialog):
    """Asks which meetings to keep, which part of the mission to plan, and for how long to search."""

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None, companies: Sequence[int] = ()) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Make the timetable"))
        self.setMinimumWidth(520)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(_("You will see what would change before anything is changed.")))
        form = QFormLayout()
        self.keep = ChoiceEdit(
            [
                (Keep.LOCKED, _("Locked and confirmed meetings")),
                (Keep.ALL, _("All meetings; place only what is missing")),
                (Keep.NONE, _("Nothing; begin anew")),
            ]
        )
        self.part = ChoiceEdit(_parts(snapshot))
        self._keys = told_apart((c.id, c.name) for side in Side for c in snapshot.participants(side))
        labels = {key: label for label, key in self._keys.items()}
        self.companies = ListLine(list(self._keys))
        self.companies.line.setPlaceholderText(_("All companies"))
        self.companies.set_text("; ".join(labels[key] for key in companies if key in labels))
        self.goal = ChoiceEdit([(goal, goal.label) for goal in Goal])
        self.goal.choose(snapshot.mission.goal)
        self.seconds = ChoiceEdit([(n, count("{n} second", "{n} seconds", n)) for n in (5, 10, 30, 60, 300)])
        self.seconds.choose(10)
        self.keep.choose(Keep.ALL if companies else Keep.LOCKED)
        for label, editor in (
            (_("Keep"), self.keep),
            (_("Part"), self.part),
            (_("Only these companies"), self.companies),
            (_("What comes first"), self.goal),
            (_("Look for at most"), self.seconds),
        ):
            editor.setAccessibleName(label)
            form.addRow(Label(label), editor)
        layout.addLayout(form)
        layout.addWidget(accept_or_cancel(self, _("Make the timetable"), "play")[0])
        self.keep.setFocus()

    @property
    def scope(self) -> Scope:
        """The chosen part of the mission. Raises UserError for a name nobody has."""
        names = self.companies.value or ()
        for name in names:
            if name not in self._keys:
                raise UserError(
                    _("No company that takes part is called “{name}”.").format(name=name),
                    _("Choose it from the list that opens while you type."),
                )
        day, stop = self.part.value
        return Scope(day, stop, frozenset(self._keys[name] for name in names))

    def accept(self) -> None:
        """Close where the names are known."""
        try:
            self.scope  # noqa: B018 (asked for its errors)
        except UserError as error:
            alerts.show_error(self, error)
            return
        super().accept()


def _parts(snapshot: Snapshot) -> list[tuple[tuple[date | None, int | None], str]]:
    """The whole mission, each of its stops, each day of a stop."""
    found: list[tuple[tuple[date | None, int | None], str]] = [((None, None), _("The whole mission"))]
    for stop in snapshot.stops:
        name, days = stop.name(current().language), meeting_days(snapshot, stop.id)
        if days:
            found.append(((None, stop.id), name))
        if len(days) > 1:
            found += [((day, stop.id), f"{name}, {current().date(day, 'full')}") for day in days]
    return found


class ProgressDialog(Dialog):
    """Shown while the timetable is made: time, step, how good the best is; stop and keep that, or cancel."""

    def __init__(self, runner: Runner, job: Job[Any, Any], seconds: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Making the timetable"))
        self.setMinimumWidth(560)
        self._runner, self._job, self._seconds, self._started = runner, job, seconds, time.monotonic()
        self._is_preparing = False
        self.text = Label(_("Reading the requests"))
        self.bar = QProgressBar(maximum=1000)
        self.bar.setAccessibleName(_("Progress"))
        # On the colour of the bar its number would not be readable; the seconds stand below.
        self.bar.setTextVisible(False)
        self.elapsed = quiet_label()
        self.chart = ProgressChart(seconds)
        self.stop = make_button(_("Stop and keep the best"), "square", primary=True)
        cancel = make_button(_("Cancel"), "x")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.stop)
        layout = QVBoxLayout(self)
        for widget in (self.text, self.bar, self.elapsed, self.chart):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.stop.clicked.connect(lambda: runner.stop(job))
        cancel.clicked.connect(self.reject)
        runner.progressed.connect(self._on_progressed)
        runner.staged.connect(self._on_staged)
        runner.ended.connect(self._on_ended)
        timer = QTimer(self, interval=200)
        timer.timeout.connect(self._tick)
        timer.start()

    def reject(self) -> None:
        """Forget the plan that is being made; the dialog closes when the thread has ended."""
        self._runner.cancel(self._job)

    def _on_ended(self, job: Job[Any, Any]) -> None:
        if job is self._job:
            self.accept()

    def _on_progressed(self, fraction: float, text: str) -> None:
        if not self._runner.is_running(self._job):
            self._started = time.monotonic()
            return
        if text:
            self.text.setText(text)
            self._show_preparing(text == _(planning.PREPARING_ONCE))
        self.bar.setValue(round(fraction * 1000))

    def _on_staged(self, stage: object) -> None:
        if isinstance(stage, PlanStage) and self._runner.is_running(self._job):
            self.chart.add(stage)

    def _show_preparing(self, is_preparing: bool) -> None:
        """Show a time without an end while the search is compiled: nothing is there yet that could be kept."""
        if self._is_preparing and not is_preparing:
            self._started = time.monotonic()
        self._is_preparing = is_preparing
        self.bar.setRange(0, 0 if is_preparing else 1000)
        self.stop.setDisabled(is_preparing)

    def _tick(self) -> None:
        spent = time.monotonic() - self._started
        if self._is_preparing:
            self.elapsed.setText(_("{spent} s; about a minute, this once").format(spent=round(spent)))
            return
        # The limit is that of the search: reading before it and reasons and routes after it take their time.
        late, text = _("{spent} s so far"), _("{spent} of at most {seconds} s")
        shown = late if spent > self._seconds + 1 else text
        self.elapsed.setText(shown.format(spent=round(spent), seconds=round(self._seconds)))


class ProposalDialog(Dialog):
    """Shows the changes of a new timetable before it is accepted."""

    def __init__(self, snapshot: Snapshot, proposal: planning.Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("The new timetable"))
        open_with(self, 860, 560)
        layout = QVBoxLayout(self)
        placed = _("{placed} of {requested} requested meetings are placed.").format(
            placed=len(proposal.meetings), requested=proposal.requested
        )
        layout.addWidget(Label(f"{placed}  {proposal.summary}."))
        layout.addWidget(quiet_label(_quality(proposal)))
        self.tabs = DifferenceTabs(snapshot, proposal)
        self.tabs.addTab(PlanFiguresPane(proposal.figures), _("What it is like"))
        layout.addWidget(self.tabs)
        buttons, self.accept_button = accept_or_cancel(self, _("Accept this timetable"), "check")
        layout.addWidget(buttons)


class DifferenceTabs(TabWidget):
    """The new, moved and dropped meetings of a proposal against the present timetable, and the requests it leaves.

    lost: meetings that an incident dropped already.
    """

    def __init__(self, snapshot: Snapshot, proposal: planning.Proposal, lost: Sequence[Meeting] = ()) -> None:
        super().__init__()
        before = {meeting.pair: meeting for meeting in snapshot.meetings if meeting.stands}
        after = {meeting.pair: meeting for meeting in proposal.meetings}
        new = [meeting for pair, meeting in after.items() if pair not in before]
        moved = [
            meeting
            for pair, meeting in after.items()
            if pair in before and not planning.has_same_place(before[pair], meeting)
        ]
        dropped = [*lost, *(meeting for pair, meeting in before.items() if pair not in after)]
        for title, meetings in ((_("New"), new), (_("Moved"), moved), (_("Dropped"), dropped)):
            self.addTab(_meeting_table(snapshot, meetings, title, before), f"{title} ({len(meetings)})")
        if other := _with_another_interpreter(proposal, before):
            title = _("Another interpreter")
            self.addTab(_meeting_table(snapshot, other, title, before), f"{title} ({len(other)})")
        self.addTab(_unplaced_table(snapshot, proposal), _("Not placed") + f" ({len(proposal.unplaced)})")
        lists = (new, moved, dropped, other or proposal.unplaced)
        self.setCurrentIndex(next((n for n, found in enumerate(lists) if found), 0))


def _with_another_interpreter(proposal: planning.Proposal, before: dict[tuple[int, int], Meeting]) -> list[Meeting]:
    """Return the meetings that stay where they are, and are interpreted by somebody else than now."""
    stay = [one for one in proposal.meetings if (old := before.get(one.pair)) and planning.has_same_place(old, one)]
    return [one for one in stay if (one.interpreter_id or 0) != (before[one.pair].interpreter_id or 0)]


def _quality(proposal: planning.Proposal) -> str:
    if proposal.status == "infeasible":
        return proposal.contradiction or _("Meetings that were kept break rules; the overview tells which.")
    best = [_("This is proved to be the best.")] if proposal.status == "optimal" else []
    return "\n".join([*plan_words.quality(proposal), *best])


def _meeting_table(
    snapshot: Snapshot, meetings: list[Meeting], name: str, before: dict[tuple[int, int], Meeting]
) -> DataTable:
    def when(meeting: Meeting) -> str:
        slot = snapshot.slot[meeting.slot_id]
        return current().short_moment(slot.starts)

    def was(meeting: Meeting) -> str:
        old = before.get(meeting.pair)
        return f"{when(old)}, {meeting_places.table_shown(snapshot, old)}" if old else ""

    def interpreter(meeting: Meeting) -> str:
        return names.get(meeting.interpreter_id or 0, _("Nobody"))

    names = {person.id: person.full_name for person in snapshot.interpreters}
    there = [(before[m.pair], m) for m in meetings if m.pair in before]
    is_other = any(old.interpreter_id != new.interpreter_id and planning.has_same_place(old, new) for old, new in there)
    columns = [
        Column(_("Time"), when, width=150),
        Column(_("Delegation"), lambda m: snapshot.company[m.delegation_id].name, width=230, grows=True),
        Column(_("Counterpart"), lambda m: snapshot.company[m.counterpart_id].name, width=230, grows=True),
        Column(_("Stop"), lambda m: snapshot.stop_of_slot[m.slot_id].name(current().language), width=110),
        Column(_("Table"), lambda m: meeting_places.table_shown(snapshot, m), width=60, right=True),
        *([Column(_("Was, at table"), was, width=170)] if there and not is_other else []),
        *([Column(_("Interpreter"), interpreter, width=150, grows=True)] if is_other else []),
    ]
    ordered = sorted(meetings, key=lambda m: (snapshot.slot[m.slot_id].starts, m.table_id or 0))
    return DataTable(plain_model(columns, ordered), name)


def _unplaced_table(snapshot: Snapshot, proposal: planning.Proposal) -> DataTable:
    columns = [
        Column(_("Priority"), lambda u: u.request.priority.label, width=90),
        Column(_("Delegation"), lambda u: snapshot.company[u.request.delegation_id].name, width=200, grows=True),
        Column(_("Counterpart"), lambda u: snapshot.company[u.request.counterpart_id].name, width=200, grows=True),
        Column(_("Reason"), lambda u: u.reason, width=300, grows=True),
    ]
    return DataTable(plain_model(columns, proposal.unplaced), _("Not placed"))
