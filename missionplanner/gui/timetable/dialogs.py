"""Making the timetable: what is asked before, shown while it is made, and shown before it is accepted."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Keep, Meeting
from missionplanner.gui.editors import ChoiceEdit
from missionplanner.gui.runner import Runner
from missionplanner.gui.screen import make_button, quiet_label
from missionplanner.gui.table import Column, Table, plain_model
from missionplanner.i18n import _, count, current
from missionplanner.jobs import planning


class PlanDialog(QDialog):
    """What to keep, for which day, and for how long to look."""

    def __init__(self, snapshot: Snapshot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Make the timetable"))
        self.setMinimumWidth(460)
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
        days = sorted({slot.day for slot in snapshot.slots})
        self.day = ChoiceEdit([(None, _("All days")), *((day, current().date(day, "full")) for day in days)])
        self.seconds = ChoiceEdit([(n, count("{n} second", "{n} seconds", n)) for n in (5, 10, 30, 60, 300)])
        self.seconds.choose(10)
        form.addRow(_("Keep"), self.keep)
        form.addRow(_("Day"), self.day)
        form.addRow(_("Look for at most"), self.seconds)
        layout.addLayout(form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = make_button(_("Make the timetable"), "play", primary=True)
        start.setDefault(True)
        buttons.addButton(start, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.keep.setFocus()


class ProgressDialog(QDialog):
    """Shown while the timetable is made: time, what is being done, stop and keep the best, or cancel."""

    def __init__(self, runner: Runner, seconds: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Making the timetable"))
        self.setMinimumWidth(420)
        self._runner, self._seconds, self._started = runner, seconds, time.monotonic()
        self.text = QLabel(_("Reading the requests"))
        self.bar = QProgressBar(maximum=1000)
        self.elapsed = quiet_label()
        self.stop = make_button(_("Stop and keep the best"), "square", primary=True)
        cancel = make_button(_("Cancel"), "x")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.stop)
        layout = QVBoxLayout(self)
        for widget in (self.text, self.bar, self.elapsed):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.stop.clicked.connect(runner.stop)
        cancel.clicked.connect(self.reject)
        runner.progressed.connect(self._on_progressed)
        runner.finished.connect(self.accept)
        timer = QTimer(self, interval=200)
        timer.timeout.connect(self._tick)
        timer.start()

    def reject(self) -> None:
        """Forget the plan that is being made; the dialog closes when the thread has ended."""
        self._runner.cancel()

    def _on_progressed(self, fraction: float, text: str) -> None:
        self.bar.setValue(round(fraction * 1000))
        if text:
            self.text.setText(text)

    def _tick(self) -> None:
        spent = time.monotonic() - self._started
        self.elapsed.setText(
            _("{spent} of at most {seconds} s").format(spent=round(spent), seconds=round(self._seconds))
        )


class ProposalDialog(QDialog):
    """What a new timetable would change, before it is accepted."""

    def __init__(self, snapshot: Snapshot, proposal: planning.Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("The new timetable"))
        self.resize(860, 560)
        layout = QVBoxLayout(self)
        placed = _("{placed} of {requested} requested meetings are placed.").format(
            placed=len(proposal.meetings), requested=proposal.requested
        )
        layout.addWidget(QLabel(f"{placed}  {proposal.summary}."))
        layout.addWidget(quiet_label(_quality(proposal)))
        tabs = QTabWidget()
        before = {meeting.pair: meeting for meeting in snapshot.meetings if meeting.stands}
        after = {meeting.pair: meeting for meeting in proposal.meetings}
        new = [meeting for pair, meeting in after.items() if pair not in before]
        moved = [meeting for pair, meeting in after.items() if pair in before and not _same(before[pair], meeting)]
        dropped = [meeting for pair, meeting in before.items() if pair not in after]
        for title, meetings in ((_("New"), new), (_("Moved"), moved), (_("Dropped"), dropped)):
            tabs.addTab(_meeting_table(snapshot, meetings, title), f"{title} ({len(meetings)})")
        tabs.addTab(_unplaced_table(snapshot, proposal), _("Not placed") + f" ({len(proposal.unplaced)})")
        layout.addWidget(tabs)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = make_button(_("Accept this timetable"), "check", primary=True)
        self.accept_button.setDefault(True)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _quality(proposal: planning.Proposal) -> str:
    idle = count("{n} idle slot", "{n} idle slots", proposal.idle_slots)
    bound = _("{idle}, at most {most} for one company; fewer than {bound} cannot be.").format(
        idle=idle, most=proposal.max_idle, bound=proposal.bound
    )
    if proposal.status == "infeasible":
        return proposal.contradiction or _("Meetings that were kept break rules; the overview tells which.")
    return _("{bound} This is proved to be the best.").format(bound=bound) if proposal.status == "optimal" else bound


def _meeting_table(snapshot: Snapshot, meetings: list[Meeting], name: str) -> Table:
    def when(meeting: Meeting) -> str:
        slot = snapshot.slot[meeting.slot_id]
        return f"{current().date(slot.day, 'MMMEd')}, {current().time(slot.starts)}"

    columns = [
        Column(_("Time"), when, width=150),
        Column(_("Delegation"), lambda m: snapshot.company[m.delegation_id].name, width=230),
        Column(_("Counterpart"), lambda m: snapshot.company[m.counterpart_id].name, width=230),
        Column(_("Stop"), lambda m: snapshot.stop_of_slot[m.slot_id].name(current().language), width=110),
        Column(_("Table"), lambda m: str(snapshot.table[m.table_id].number), width=60, right=True),
    ]
    ordered = sorted(meetings, key=lambda m: (snapshot.slot[m.slot_id].starts, m.table_id))
    return Table(plain_model(columns, ordered), name)


def _unplaced_table(snapshot: Snapshot, proposal: planning.Proposal) -> Table:
    columns = [
        Column(_("Priority"), lambda u: u.request.priority.label, width=90),
        Column(_("Delegation"), lambda u: snapshot.company[u.request.delegation_id].name, width=200),
        Column(_("Counterpart"), lambda u: snapshot.company[u.request.counterpart_id].name, width=200),
        Column(_("Reason"), lambda u: u.reason, width=300),
    ]
    return Table(plain_model(columns, proposal.unplaced), _("Not placed"))


def _same(one: Meeting, two: Meeting) -> bool:
    return (one.slot_id, one.table_id) == (two.slot_id, two.table_id)
