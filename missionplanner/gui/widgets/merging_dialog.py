"""The dialog of records that may have been entered twice: each pair side by side, made one field by field."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.buttons import command_button, make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.side_by_side import SideBySide
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.companies.duplicates import FieldDifference
from missionplanner.store.store import Store


class Pair(Protocol):
    """Two records that may be one, by their keys."""

    @property
    def one(self) -> int:
        """The key of the record that stays."""

    @property
    def two(self) -> int:
        """The key of the record that goes into it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records beside one another."""

    heading: str
    """Who they are, and why they may be one."""
    differences: Sequence[FieldDifference]
    usual: Collection[str]
    """The fields best taken from the second."""


K = TypeVar("K", bound=Pair)


class MergingDialog(Dialog, Generic[K]):
    """The pairs at the left, the two records of the current one side by side at the right."""

    def __init__(self, store: Store, found: Sequence[K], title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        open_with(self, 1080, 640)
        self._store, self._found = store, list(found)
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(title)
        self.reason = Label()
        self.reason.setWordWrap(True)
        self.table = SideBySide(_("Stays"), _("Goes into it"))
        self.merge_button = command_button(self.merge, store, primary=True)
        self._answers: list[QPushButton] = [self.merge_button, *self._more_answers()]
        self._build(text)
        self._show_list()

    @command(N_("Make them one"), "Alt+M", "check", needs=Needs.WRITING)
    def merge(self) -> None:
        """Make the two records shown one."""
        if pair := self._pair():
            self._merge(pair, self.table.taken)
            self._found = [one for one in self._found if pair.two not in (one.one, one.two)]
            self._show_list()

    # -- what a dialog fills in

    def _listed(self, pairs: Sequence[K]) -> list[tuple[K, str]]:
        """The pairs that are still there, each as listed. Raises NotImplementedError: every dialog has its own."""
        raise NotImplementedError

    def _compare(self, pair: K) -> Comparison:
        """The records of a pair. Raises NotImplementedError: every dialog has its own."""
        raise NotImplementedError

    def _merge(self, pair: K, taken: Collection[str]) -> None:
        """Make two records one. Raises NotImplementedError: every dialog has its own."""
        raise NotImplementedError

    def _more_answers(self) -> list[QPushButton]:
        """Buttons besides the one that makes them one."""
        return []

    # -- the pairs

    def _pair(self) -> K | None:
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _build(self, text: str) -> None:
        right = QVBoxLayout()
        right.addWidget(self.reason)
        right.addWidget(self.table, 1)
        row = QHBoxLayout()
        close = make_button(_("Close"), "", "Esc")
        for button in self._answers:
            row.addWidget(button)
        row.addStretch()
        row.addWidget(close)
        right.addLayout(row)
        middle = QHBoxLayout()
        self.list.setMaximumWidth(330)
        middle.addWidget(self.list, 1)
        middle.addLayout(right, 2)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(text))
        layout.addLayout(middle)
        self.list.currentRowChanged.connect(lambda _row: self._show_pair())
        close.clicked.connect(self.accept)

    def _show_list(self) -> None:
        listed = self._listed(self._found)
        self._found = [pair for pair, _text in listed]
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([text for _pair, text in listed])
        self.list.blockSignals(False)
        self.setWindowTitle(count("{n} pair to look at", "{n} pairs to look at", len(self._found)))
        self.list.setCurrentRow(0 if self._found else -1)
        self._show_pair()

    def _show_pair(self) -> None:
        pair = self._pair()
        for button in self._answers:
            button.setEnabled(pair is not None and not self._store.read_only)
        if pair is None:
            self.table.setRowCount(0)
            self.reason.setText(_("Every pair has been looked at."))
            return
        found = self._compare(pair)
        self.reason.setText(found.heading)
        self.table.show_differences(found.differences, sorted(found.usual))
