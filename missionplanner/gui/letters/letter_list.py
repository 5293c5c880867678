"""The letters of a moment: the moments, whom the one that is shown concerns, and the letter as it will be read."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.moments import READY, Moment, OwnMoment, template_kind
from missionplanner.gui.letters.occasion_bar import OccasionBar
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import OWN_NAMES, _, count
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.moments import composing, writing
from missionplanner.jobs.moments.composing import MomentDraft
from missionplanner.jobs.moments.occasions import Occasion, own_moments

_WIDEST = 260
"""Pixels of the list of moments, however long the name of one is."""


class LetterList(QWidget):
    """One moment at a time, with everybody it concerns."""

    company_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.letters: list[MomentDraft] = []
        self.along: list[str] = []
        """The files and invitations that go along, in words."""
        self.moments = QListWidget()
        self.moments.setObjectName("plain")
        self.moments.setAccessibleName(_("Moments"))
        self._moments: list[tuple[Moment, OwnMoment | None]] = []
        self.bar = OccasionBar()
        self.table = DataTable(TableModel(_columns(), self._rows), _("Letters"), kept="letters")
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setAccessibleName(_("Preview"))
        self.words = quiet_label()
        self._offer_moments()
        self._build()
        self.moments.setCurrentRow(READY.index(Moment.TIMETABLE))
        self.moments.currentRowChanged.connect(lambda _row: self.refresh())

    @property
    def moment(self) -> Moment:
        """The moment that is shown."""
        return self._moments[max(self.moments.currentRow(), 0)][0]

    @property
    def own(self) -> OwnMoment | None:
        """The moment that is shown, where it is one of the mission's own."""
        return self._moments[max(self.moments.currentRow(), 0)][1]

    @property
    def called(self) -> str:
        """The name of the moment that is shown."""
        return self.own.name if self.own else self.moment.label

    @property
    def kind(self) -> str:
        """The kind of the wordings of the moment that is shown."""
        return self.own.kind if self.own else template_kind(self.moment)

    @property
    def occasion(self) -> Occasion:
        """The occasion as it is chosen."""
        return self.bar.occasion(self.moment, self.own)

    @property
    def chosen(self) -> list[MomentDraft]:
        """The letters that are selected; all where one or none is."""
        keys = self.table.chosen_keys()
        return [self.letters[key] for key in keys] if len(keys) > 1 else self.letters

    @property
    def current(self) -> MomentDraft | None:
        """The letter that is shown."""
        keys = self.table.chosen_keys()
        return self.letters[keys[0]] if keys and keys[0] < len(self.letters) else None

    def refresh(self) -> None:
        """Compose the letters of the moment that is shown, and stay at the one that was."""
        store, here = self._workspace.store, self.current
        self._offer_moments()
        self.bar.show_moment(self.moment, store)
        self.letters = composing.compose(store, self.occasion, self.bar.wanted(store))
        self.table.rows.set_keys(list(range(len(self.letters))))
        same = [n for n, one in enumerate(self.letters) if here and one.mark == here.mark]
        if self.letters:
            self.table.choose(same[:1] or [0])
        self._show_words()
        self._show_letter()

    def show_own(self, uid: str) -> None:
        """Show a moment of the mission's own."""
        self._offer_moments()
        rows = [row for row, (_moment, own) in enumerate(self._moments) if own and own.uid == uid]
        self.moments.setCurrentRow(rows[0] if rows else READY.index(Moment.TIMETABLE))

    def shown_list(self) -> ShownList:
        """The letters of the moment, as they are listed."""
        columns = _columns()
        return ShownList(
            _("Letters"),
            self.called,
            [column.heading for column in columns],
            [[column.text(one) for column in columns] for one in self.letters],
            [column.width for column in columns],
        )

    def _offer_moments(self) -> None:
        """List the moments, those of the mission's own last, and stay at the one that was shown."""
        found: list[tuple[Moment, OwnMoment | None]] = [(moment, None) for moment in READY]
        found += [(Moment.OWN, own) for own in own_moments(self._workspace.store)]
        if found == self._moments:
            return
        shown, row = self.own if self._moments else None, self.moments.currentRow()
        with QSignalBlocker(self.moments):
            self.moments.clear()
            self.moments.addItems([own.name if own else moment.label for moment, own in found])
            uids = [own.uid if own else "" for _moment, own in found]
            still = uids.index(shown.uid) if shown and shown.uid in uids else READY.index(Moment.TIMETABLE)
            self.moments.setCurrentRow(still if shown else max(row, 0))
        self._moments = found
        # As wide as the longest moment: its names are what one chooses by.
        widest = self.moments.sizeHintForColumn(0) + 2 * self.moments.frameWidth() + 12
        self.moments.setMinimumWidth(min(widest, _WIDEST))

    def _rows(self, keys: Sequence[int]) -> list[MomentDraft]:
        return [self.letters[key] for key in keys]

    def _build(self) -> None:
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        for widget in (self.moments, lists, self.preview):
            parts.addWidget(widget)
        parts.setSizes([190, 520, 420])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)
        self.bar.changed.connect(self.refresh)
        self.table.chosen.connect(self._show_letter)
        self.table.activated_row.connect(lambda row: self.company_asked.emit(self.letters[row].company_id))

    def _show_words(self) -> None:
        waiting = len(writing.to_write(self.letters))
        without = sum(not one.recipient for one in self.letters)
        lacking = sum(bool(one.obstacle) for one in self.letters)
        parts = [count("{n} letter to be written", "{n} letters to be written", waiting)]
        if without:
            parts.append(count("{n} without an address, on paper", "{n} without an address, on paper", without))
        if lacking:
            parts.append(count("{n} cannot be written yet", "{n} cannot be written yet", lacking))
        nobody = _("Nobody is concerned now.")
        if self.moment is Moment.STOPS:
            nobody = _("Nobody was asked yet. Advice (F6) finds whom to ask.")
        self.words.setText("  ·  ".join([*parts, *self.along]) if self.letters else nobody)

    def _show_letter(self) -> None:
        one = self.current
        if one is None:
            self.preview.setPlainText("")
            return
        head = _("To: {recipient}").format(recipient=one.recipient or _("(no address)"))
        self.preview.setPlainText("\n".join([head, _("Subject: {subject}").format(subject=one.subject), "", one.body]))


def _columns() -> list[Column]:
    return [
        Column(_("Company"), lambda one: one.company, width=170, grows=True),
        Column(_("State"), lambda one: one.obstacle or one.state.label, width=100, grows=True),
        Column(_("Recipient"), lambda one: one.recipient or _("(no address)"), width=140, grows=True),
        Column(_("Language"), lambda one: OWN_NAMES[one.language], width=80),
        Column(_("Person"), lambda one: one.person, width=110),
    ]
