"""The dialog in which availability is painted: what is painted is when somebody or something cannot."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain import absences
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import told_apart
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.gui.timetable.painted_times import PER_HOUR, QUARTER_WIDTH, PaintedTimes, day_rows
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.completing import CompletingEdit
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.timetable import availability
from missionplanner.jobs.timetable.availability import Edits

_MOST_NAMED = 6
"""So many stranded meetings are named; more would push the table out of the window."""


class AvailabilityDialog(Dialog):
    """The owner, the painted days, the reason, and, while one paints, the meetings that would be stranded.

    Everything is kept until OK, then stored as one step; Cancel stores nothing.
    """

    def __init__(
        self, workspace: Workspace, owner: Owner = Owner.COMPANY, key: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Availability"))
        open_with(self, 1240, 560)
        self._workspace = workspace
        self._snapshot = workspace.snapshot()
        self._edits: dict[tuple[Owner, int], Edits] = {}
        self._whose = owner, 0
        self.owner = ChoiceEdit([(one, one.label) for one in Owner])
        self.name = CompletingEdit([])
        self.times = PaintedTimes(day_rows(self._snapshot))
        self.reason = QLineEdit()
        self.stranded = Label()
        self.stranded.setWordWrap(True)
        self._keys: dict[str, int] = {}
        self._layout = QVBoxLayout(self)
        self._build()
        self.owner.choose(owner)
        self._offer(key)
        self.times.horizontalScrollBar().setValue(QUARTER_WIDTH * PER_HOUR * 6)  # nobody meets before six

    @property
    def chosen(self) -> int:
        """The key of whose availability is shown, 0 for nobody's."""
        return self._whose[1]

    @property
    def ranges(self) -> list[Range]:
        """The times at which the one who is shown is away, as painted."""
        return availability.painted(self._known(), self._edit())

    def done(self, result: int) -> None:
        """Store what was painted where OK was chosen."""
        if result and not self._workspace.store.read_only:
            availability.paint(self._workspace.store, self._edits)
        super().done(result)

    def _known(self) -> list[Availability]:
        return self._snapshot.unavailable.get(self._whose, []) if self.chosen else []

    def _edit(self) -> Edits:
        return self._edits.setdefault(self._whose, Edits())

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.owner)
        row.addWidget(self.name, 1)
        self._layout.addWidget(
            quiet_label(_("Paint when somebody or something cannot. Painting over it again wipes it."))
        )
        self._layout.addLayout(row)
        self._layout.addWidget(self.times, 1)
        row = QHBoxLayout()
        label = Label(_("Reason"))
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(_("Reason"))
        row.addWidget(label)
        row.addWidget(self.reason, 1)
        self._layout.addLayout(row)
        self._layout.addWidget(self.stranded)
        buttons, save = accept_or_cancel(self, _("Save"), "check")
        save.setEnabled(not self._workspace.store.read_only)
        self._layout.addWidget(buttons)
        self.owner.setAccessibleName(_("Whose"))
        self.name.setAccessibleName(_("Whose"))
        self.owner.currentIndexChanged.connect(lambda _index: self._offer(0))
        self.name.textChanged.connect(self._on_named)
        self.times.painted.connect(self._on_painted)
        self.times.itemSelectionChanged.connect(self._on_selected)
        self.reason.textEdited.connect(self._on_reason)

    def _offer(self, key: int) -> None:
        """Offer everybody of the kind; choose one by key, the first without."""
        self._keys = told_apart(absences.owners(self._snapshot, self.owner.value))
        labels = {number: label for label, number in self._keys.items()}
        self.name.offer(list(self._keys))
        text = labels.get(key) or next(iter(self._keys), "")
        self.name.blockSignals(True)
        self.name.setText(text)
        self.name.blockSignals(False)
        self._show(self._keys.get(text, 0))

    def _on_named(self, text: str) -> None:
        if text in self._keys:
            self._show(self._keys[text])

    def _show(self, key: int) -> None:
        self._whose = self.owner.value, key
        self.times.setEnabled(bool(key))
        self.reason.setText(next((absence.reason for absence in self._known()), ""))
        self._show_times()

    def _on_painted(self, quarters: list[Range], away: bool) -> None:
        edit = self._edit()
        for quarter in quarters:
            known = any(absence.span.overlaps(quarter) for absence in self._known())
            if away:
                edit.wiped.discard(quarter)
                if not known:
                    edit.added[quarter] = self.reason.text().strip()
            else:
                edit.added.pop(quarter, None)
                if known:
                    edit.wiped.add(quarter)
        self._show_times()

    def _on_selected(self) -> None:
        """Show the reason of what is selected."""
        quarter = next(iter(self.times.chosen()), None)
        if quarter is None or not self.times.is_away(quarter) or self.reason.hasFocus():
            return
        edit = self._edit()
        known = next((a for a in self._known() if a.span.overlaps(quarter)), None)
        self.reason.setText(edit.reasons.get(known.id, known.reason) if known else edit.added.get(quarter, ""))

    def _on_reason(self, text: str) -> None:
        """Another reason for what is selected, or for all there is where nothing painted is."""
        edit, chosen = self._edit(), [quarter for quarter in self.times.chosen() if self.times.is_away(quarter)]
        for absence in self._known():
            if not chosen or any(absence.span.overlaps(quarter) for quarter in chosen):
                edit.reasons[absence.id] = text.strip()
        for quarter in edit.added:
            if not chosen or quarter in chosen:
                edit.added[quarter] = text.strip()
        self._show_times()

    def _show_times(self) -> None:
        snapshot, (owner, key), edit = self._snapshot, self._whose, self._edit()
        spans = [(range_, self._reason_of(range_, edit)) for range_ in self.ranges]
        self.times.show_times(spans, _busy(snapshot, owner, key) if key else [])
        lost = absences.stranded(snapshot, owner, key, self.ranges)
        c = colours()
        if not lost:
            self.stranded.setText(_("No meeting is concerned."))
            self.stranded.setStyleSheet(f"color: {c.quiet}")
            return
        names = "; ".join(
            f"{current().moment(snapshot.slot[m.slot_id].starts)} "
            + " – ".join(snapshot.company[k].name for k in m.pair)
            for m in lost[:_MOST_NAMED]
        )
        text = count("{n} meeting cannot stay:", "{n} meetings cannot stay:", len(lost))
        self.stranded.setText(f"{text} {names}{'…' if len(lost) > _MOST_NAMED else ''}")
        self.stranded.setStyleSheet(f"color: {c.warn}")

    def _reason_of(self, range_: Range, edit: Edits) -> str:
        known = [edit.reasons.get(a.id, a.reason) for a in self._known() if a.span.overlaps(range_)]
        new = [reason for quarter, reason in edit.added.items() if quarter.overlaps(range_)]
        return "; ".join(dict.fromkeys(text for text in (*known, *new) if text))


def _busy(snapshot: Snapshot, owner: Owner, key: int) -> list[tuple[Range, str]]:
    """The meetings and events of the owner, with their names."""
    found = []
    for meeting in absences.engagements(snapshot, owner, key):
        names = " – ".join(snapshot.company[company].name for company in meeting.pair)
        found.append((snapshot.slot[meeting.slot_id].span, names))
    if owner is Owner.COMPANY:
        found += [(e.span, e.name(current().language)) for e in snapshot.events if snapshot.attends(key, e)]
    return found
