"""The letters of a moment: the moments, whom the one that is shown concerns, and the letter as it will be read."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.moments import READY, Moment, OwnMoment, template_kind
from missionplanner.gui.letters.occasion_bar import OccasionBar
from missionplanner.gui.widgets.combo_box import ComboBox
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
_NARROW = 860
"""Pixels below which the moments are in one line."""


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
        self._short = ComboBox()
        """The moments where there is no room for their list."""
        self._short.setAccessibleName(_("Moments"))
        self._short.hide()
        self._offer_moments()
        self._build()
        self.moments.setCurrentRow(READY.index(Moment.TIMETABLE))
        self.moments.currentRowChanged.connect(lambda _row: self.refresh())
        self._short.currentIndexChanged.connect(self.moments.setCurrentRow)

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
        keys = self._chosen_keys()
        return [self.letters[key] for key in keys] if len(keys) > 1 else self.letters

    @property
    def selected(self) -> list[MomentDraft]:
        """The letters that are selected, one too."""
        return [self.letters[key] for key in self._chosen_keys()]

    @property
    def current(self) -> MomentDraft | None:
        """The letter that is shown."""
        keys = self._chosen_keys()
        return self.letters[keys[0]] if keys else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the moments in one line where their list would leave no room for a letter."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        self.moments.setVisible(not is_narrow)
        self._short.setVisible(is_narrow)

    def refresh(self) -> None:
        """Compose the letters of the moment that is shown, and stay at the one that was."""
        store, here = self._workspace.store, {self.letters[key].mark for key in self._chosen_keys()}
        self._offer_moments()
        with QSignalBlocker(self._short):
            self._short.setCurrentIndex(self.moments.currentRow())
        self.bar.show_moment(self.moment, store)
        self.letters = composing.compose(store, self.occasion, self.bar.wanted(store))
        self.table.rows.set_keys(list(range(len(self.letters))))
        same = [n for n, one in enumerate(self.letters) if one.mark in here]
        if self.letters:
            self.table.choose(same or [0])
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
            names = [own.name if own else moment.label for moment, own in found]
            self.moments.addItems(names)
            with QSignalBlocker(self._short):
                self._short.clear()
                self._short.addItems(names)
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
        column.addWidget(self._short)
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
        self.table.chosen.connect(self._show_words)
        self.table.activated_row.connect(lambda row: self.company_asked.emit(self.letters[row].company_id))

    def _chosen_keys(self) -> list[int]:
        return [key for key in self.table.chosen_keys() if key < len(self.letters)]

    def _show_words(self) -> None:
        """Say how many letters are to be written of those that are selected, else of all."""
        chosen = self.chosen
        waiting = len(writing.to_write(chosen))
        without = sum(not one.recipient for one in chosen)
        lacking = sum(bool(one.obstacle) for one in chosen)
        selected = count("{n} selected", "{n} selected", len(chosen))
        parts = [selected] if chosen is not self.letters else []
        parts += [count("{n} letter to be written", "{n} letters to be written", waiting)]
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
        Column(_("State"), lambda one: one.obstacle or one.state.label, width=126, grows=True),
        Column(_("Recipient"), lambda one: one.recipient or _("(no address)"), width=130, grows=True),
        Column(_("Language"), lambda one: OWN_NAMES[one.language], width=80),
        Column(_("Person"), lambda one: one.person, width=110),
    ]
