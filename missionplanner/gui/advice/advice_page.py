"""Advice as cards, the most meetings first, each with a button that does it or leads to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.domain.advice import Advice, AdviceKind
from missionplanner.gui.advice.asked_companies import AskedCompaniesDialog
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts, places
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import Scrolled
from missionplanner.gui.widgets.labels import card, heading_label, quiet_label
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.advice import advising, words
from missionplanner.jobs.advice.advising import Advised
from missionplanner.jobs.lists.printing import ShownList

ACTS = {
    AdviceKind.REPLAN: (N_("Make the timetable…"), "play"),
    AdviceKind.ASK_MUST: (N_("Companies and letters…"), "mail-question"),
    AdviceKind.ASK: (N_("Companies and letters…"), "mail-question"),
    AdviceKind.INVITE: (N_("Companies and letters…"), "mail-question"),
    AdviceKind.TABLES: (N_("Add these tables"), "plus"),
    AdviceKind.SLOTS: (N_("Add these slots"), "plus"),
    AdviceKind.HALF_DAY: (N_("Add this session"), "calendar-plus"),
    AdviceKind.INTERPRETERS: (N_("Add these interpreters"), "languages"),
    AdviceKind.SPARE: (places.PLACES["programme.Venues"], "calendar-days"),
}
"""The text and icon of the button of an advice."""
_WRITING = (
    AdviceKind.REPLAN, AdviceKind.TABLES, AdviceKind.SLOTS, AdviceKind.HALF_DAY, AdviceKind.INTERPRETERS,
)  # fmt: skip
"""The advice only a mission that can be written takes."""


class AdvicePage(QWidget):
    """The advice that was found, and the button that looks for it."""

    command_asked = Signal(str)
    company_asked = Signal(int)

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__()
        self._workspace, self._runner = workspace, runner
        self._advised: Advised | None = None
        self._is_old = False
        """Whether the mission was changed since advice was looked for."""
        self.look = make_button(_("Look for advice"), "sparkles", primary=True)
        self.words = quiet_label()
        self.acts: list[Callable[[], object]] = []
        """The acts of the buttons of the cards, in their order."""
        self._cards = QVBoxLayout()
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Say what was found, and whether the mission is another since."""
        if self._advised is None:
            text = _("Not looked yet. It takes a few seconds; nothing is changed by it.")
        else:
            text = words.summary(self._advised.findings)
            if self._is_old:
                text += " " + _("The mission has changed since; look again.")
        self.words.setText(text)

    def look_for_advice(self) -> None:
        """Look for advice."""
        self._is_old = False
        self._runner.start(advising.advise(), self.show_advice)

    def show_advice(self, advised: Advised) -> None:
        """Show what was found, a card each."""
        self._advised = advised
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.acts = [partial(self._do, one) for one in advised.findings.advice]
        for one, act in zip(advised.findings.advice, self.acts, strict=True):
            self._cards.addWidget(self._card(one, act))
        self.refresh()

    def shown_list(self) -> ShownList | None:
        """The advice as a list."""
        if self._advised is None:
            return None
        snapshot = self._advised.snapshot
        rows = [[words.title(snapshot, one), words.details(snapshot, one)] for one in self._advised.findings.advice]
        title = _("Advice")
        return ShownList(
            title, snapshot.mission.called(current().language), [title, _("What it brings")], rows, [320, 480]
        )

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.look)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(self._cards)
        column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(top)
        layout.addWidget(Scrolled(inside), 1)
        self.look.clicked.connect(self.look_for_advice)
        self._workspace.changed.connect(self._on_changed)

    def _on_changed(self, _tables: object) -> None:
        self._is_old = True
        self.refresh()

    def _card(self, advice: Advice, act: Callable[[], object]) -> QWidget:
        assert self._advised is not None
        frame, layout = card()
        text, sign = ACTS[advice.kind]
        title = heading_label(words.title(self._advised.snapshot, advice))
        title.setWordWrap(True)
        button = make_button(_(text), sign)
        button.setEnabled(advice.kind not in _WRITING or not self._workspace.store.read_only)
        button.setAccessibleDescription(title.text())
        button.clicked.connect(lambda: alerts.attempt(self, act))
        row, column = QHBoxLayout(), QVBoxLayout()
        column.addWidget(title)
        column.addWidget(quiet_label(words.details(self._advised.snapshot, advice)))
        row.addLayout(column, 1)
        row.addWidget(button)
        layout.addLayout(row)
        return frame

    def _do(self, advice: Advice) -> None:
        """Do what is advised, or lead to it."""
        store = self._workspace.store
        match advice.kind:
            case AdviceKind.REPLAN:
                self.command_asked.emit("make_timetable")
            case AdviceKind.ASK_MUST | AdviceKind.ASK | AdviceKind.INVITE:
                self._ask(advice)
            case AdviceKind.TABLES:
                advising.add_tables(store, advice)
            case AdviceKind.HALF_DAY:
                advising.add_half_day(store, advice)
            case AdviceKind.SLOTS:
                advising.add_slots(store, advice)
            case AdviceKind.INTERPRETERS:
                advising.add_interpreters(store, advice)
            case AdviceKind.SPARE:
                places.go_to(self, "programme.Venues")

    def _ask(self, advice: Advice) -> None:
        assert self._advised is not None
        dialog = AskedCompaniesDialog(self._workspace, self._runner, self._advised.snapshot, advice, self)
        dialog.exec()
        dialog.deleteLater()
