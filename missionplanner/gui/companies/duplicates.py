"""The dialog of companies that may have been entered twice: merged field by field, or kept apart."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.changes import Registration
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.buttons import command_button, make_button
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.side_by_side import SideBySide
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.companies import duplicates, registrations
from missionplanner.jobs.companies.duplicates import Suspicion
from missionplanner.store.store import Store


class DuplicatesDialog(Dialog):
    """The pairs at the left, the two companies of the current one side by side at the right."""

    def __init__(self, store: Store, found: Sequence[Suspicion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Companies entered twice"))
        self.resize(1080, 640)
        self._store, self._found = store, list(found)
        self._pair: tuple[Registration, Registration] | None = None
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("Companies entered twice"))
        self.reason = Label()
        self.reason.setWordWrap(True)
        self.table = SideBySide(_("Stays"), _("Goes into it"))
        self.merge_button = command_button(self.merge, store, primary=True)
        self.different_button = command_button(self.tell_apart, store)
        self._build()
        self._show_list()

    @command(N_("Make them one"), "Alt+M", "check", needs=Needs.WRITING)
    def merge(self) -> None:
        """Make the two companies shown one."""
        if self._pair:
            one, two = self._pair
            duplicates.merge(self._store, one.company.id, two.company.id, self.table.taken)
            gone = two.company.id
            self._found = [s for s in self._found if gone not in (s.one, s.two)]
            self._show_list()

    @command(N_("They are different"), "Alt+X", "x", needs=Needs.WRITING)
    def tell_apart(self) -> None:
        """Remember that the two companies shown are different."""
        if self._pair:
            pair = {self._pair[0].company.id, self._pair[1].company.id}
            duplicates.tell_apart(self._store, *pair)
            self._found = [s for s in self._found if {s.one, s.two} != pair]
            self._show_list()

    def _build(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.reason)
        right.addWidget(self.table, 1)
        row = QHBoxLayout()
        close = make_button(_("Close"), "", "Esc")
        for button in (self.merge_button, self.different_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(close)
        right.addLayout(row)
        middle = QHBoxLayout()
        self.list.setFixedWidth(330)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        text = _("Choose for every field which value stays. Delegates, requests and meetings of both are kept.")
        layout.addWidget(quiet_label(text))
        layout.addLayout(middle)
        self.list.currentRowChanged.connect(self._show_pair)
        close.clicked.connect(self.accept)

    def _show_list(self) -> None:
        names = registrations.names(self._store)
        self._found = [s for s in self._found if s.one in names and s.two in names]
        self.list.blockSignals(True)
        self.list.clear()
        for suspicion in self._found:
            self.list.addItem(f"{suspicion.score} %  {names[suspicion.one]}\n{names[suspicion.two]}")
        self.list.blockSignals(False)
        self.setWindowTitle(count("{n} pair to look at", "{n} pairs to look at", len(self._found)))
        self.list.setCurrentRow(0 if self._found else -1)
        self._show_pair(self.list.currentRow())

    def _show_pair(self, row: int) -> None:
        for button in (self.merge_button, self.different_button):
            button.setEnabled(row >= 0)
        if row < 0:
            self._pair = None
            self.table.setRowCount(0)
            self.reason.setText(_("Every pair has been looked at."))
            return
        suspicion = self._found[row]
        found = registrations.records(self._store, [suspicion.one, suspicion.two])
        one, two = found[suspicion.one], found[suspicion.two]
        self._pair = (one, two)
        self.reason.setText(f"{one.company.name} – {two.company.name}:  {suspicion.reason}.")
        self.table.show_differences(
            duplicates.differences(self._store, one, two), sorted(duplicates.usual_choice(one, two))
        )
