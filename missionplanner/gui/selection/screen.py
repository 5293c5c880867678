"""The screen of selection: companies ranked in their sector, marks beside them, quotas above, letters at hand."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSplitter

from missionplanner.domain.applications import STATUS_LABELS, Status
from missionplanner.domain.reviews import ReviewScore
from missionplanner.domain.selection import OPEN, Candidate, Standing, ranking, reserve_list
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.companies.dialogs import ask_text
from missionplanner.gui.runner import Runner
from missionplanner.gui.selection.criteria import CriteriaDialog
from missionplanner.gui.selection.letters import LettersDialog
from missionplanner.gui.selection.marks import MarksPanel
from missionplanner.gui.selection.quota_gauges import QuotaGauges
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.screen import Screen, make_button, quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.selection import decisions, letters
from missionplanner.jobs.selection.decisions import BulkReport
from missionplanner.store.listing import CompanyLine


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row of the ranking. `place` is the place by points; told says what the company was told last."""

    place: int
    candidate: Candidate
    line: CompanyLine
    score: ReviewScore | None
    sector: str
    owner: str
    is_waiting: bool


class SelectionScreen(Screen):
    """Who goes, who waits, who is told."""

    TOUCHED_BY = frozenset({"companies", "applications", "company_sectors", "sectors", "reviews", "criteria",
                            "missions", "letters", "delegates", "offerings"})  # fmt: skip

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(_("Selection"), workspace, runner)
        self._sector = 0
        self._ranked: dict[int, Ranked] = {}
        self.gauges = QuotaGauges()
        self.shown = ChoiceEdit(
            [
                ("all", _("All applications")),
                ("open", _("To be decided")),
                ("taken", _("Accepted")),
                ("reserve", _("Reserve list")),
                ("edited", _("To be approved again")),
                ("untold", _("Not told yet")),
            ]
        )
        self.by_median = ChoiceEdit([(False, _("By mean")), (True, _("By median"))])
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._ranked[key] for key in keys]), _("Selection")
        )
        self.panel = MarksPanel(workspace.store)
        self.advice = QLabel()
        self.advice.setWordWrap(True)
        self.promote = make_button(_("Accept it"), "check")
        self.words = quiet_label()
        self._successor = 0
        self._snapshot: Snapshot | None = None
        self._standings: list[Standing] = []
        self._build()

    def refresh(self) -> None:
        """Show the applications as they are now."""
        self._snapshot = self.workspace.snapshot()
        self._standings = decisions.standings(self._snapshot)
        self.gauges.show_standings(self._standings, self._sector)
        self._list()

    def set_status(self, status: Status, reason: str = "") -> None:
        """Decide on the selected companies; nothing is told to them yet."""
        if keys := self.table.chosen_keys():
            self._tell(decisions.set_status(self.workspace.store, keys, status, reason))

    def announce(self) -> None:
        """Show the letters that wait."""
        dialog = LettersDialog(self.workspace, self.runner, self)
        dialog.exec()
        dialog.deleteLater()

    def edit_criteria(self) -> None:
        """Change the criteria and their weights."""
        dialog = CriteriaDialog(self.workspace.store, self)
        dialog.exec()
        dialog.deleteLater()

    def move_in_reserve(self, places: int) -> None:
        """Move the selected company in the reserve list."""
        keys = self.table.chosen_keys()
        if len(keys) == 1:
            decisions.move_in_reserve(self.workspace.store, keys[0], places)

    def shown_list(self) -> ShownList:
        """The ranking as it is shown."""
        return self.table.shown(_("Selection"), f"{self.workspace.store.mission.name}  ·  {self.words.text()}")

    def _columns(self) -> list[Column]:
        def points(row: Ranked, name: str) -> str:
            value = getattr(row.score, name) if row.score else None
            return "" if value is None else str(round(value))

        return [
            Column(_("Place"), lambda r: str(r.place), width=60, right=True),
            Column(_("Company"), lambda r: r.candidate.name, width=210),
            Column(_("Sector"), lambda r: r.sector, width=170),
            Column(_("Status"), lambda r: r.candidate.application.status.label, width=120, colour=_colour),
            Column(_("Mean"), lambda r: points(r, "mean"), width=65, right=True),
            Column(_("Median"), lambda r: points(r, "median"), width=70, right=True),
            Column(_("Reviews"), lambda r: str(len(r.score.by_reviewer)) if r.score else "", width=75, right=True),
            Column(_("Complete"), lambda r: f"{r.line.complete} %", width=85, right=True),
            Column(_("Reserve"), lambda r: str(r.candidate.application.rank or ""), width=75, right=True),
            Column(_("Told"), _told, width=140),
            Column(_("Sector owner"), lambda r: r.owner, width=130),
            Column(_("Reviewer"), lambda r: r.candidate.application.reviewer, width=130),
            Column(_("Reason"), lambda r: r.candidate.application.reason, width=180),
        ]

    def _build(self) -> None:
        for text, name, keys, status in (
            (_("Accept"), "check", "Ctrl+Shift+A", Status.ACCEPTED),
            (_("Reserve"), "clock", "Ctrl+Shift+W", Status.RESERVE),
            (_("Decline"), "x", "Ctrl+Shift+D", Status.DECLINED),
        ):
            button = self.button(text, name, keys)
            button.clicked.connect(lambda _checked=False, s=status: self.set_status(s))
            button.setEnabled(not self.workspace.store.read_only)
        more = self.button(_("More"))
        more.setMenu(self._menu())
        tell = self.button(_("Letters…"), "mail-question", primary=True)
        tell.clicked.connect(self.announce)
        self.layout_.addWidget(self.gauges)
        self.layout_.addLayout(self._tools())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(self.panel)
        splitter.setSizes([820, 300])
        splitter.setChildrenCollapsible(False)
        self.layout_.addWidget(splitter, 1)
        self.layout_.addWidget(self.words)
        self._connect()

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for editor, name in ((self.shown, _("Show")), (self.by_median, _("Order"))):
            editor.setAccessibleName(name)
            row.addWidget(editor)
        row.addSpacing(16)
        row.addWidget(self.advice, 1)
        row.addWidget(self.promote)
        return row

    def _connect(self) -> None:
        self.gauges.chosen.connect(self._on_sector)
        self.shown.currentIndexChanged.connect(lambda _index: self._list())
        self.by_median.currentIndexChanged.connect(lambda _index: self._list())
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda row: self.asked.emit("open_company", self.table.rows.key(row)))
        self.panel.given.connect(self._on_chosen)
        self.promote.clicked.connect(self._on_promote)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for status in STATUS_LABELS:
            action = QAction(status.label, menu)
            action.triggered.connect(lambda _checked=False, s=status: self._with_reason(s))
            menu.addAction(action)
        menu.addSeparator()
        for text, act in (
            (_("Approve again"), self._approve_again),
            (_("Up in the reserve list"), lambda: self.move_in_reserve(-1)),
            (_("Down in the reserve list"), lambda: self.move_in_reserve(1)),
            (_("Criteria…"), self.edit_criteria),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, a=act: a())
        menu.setEnabled(not self.workspace.store.read_only)
        return menu

    def _list(self) -> None:
        store, snapshot = self.workspace.store, self._snapshot
        if snapshot is None:
            return
        everyone = decisions.candidates(snapshot)
        scores = decisions.all_scores(store)
        name = "median" if self.by_median.value else "mean"
        points = {key: getattr(score, name) for key, score in scores.items()}
        mine = [c for c in everyone if not self._sector or c.sector == self._sector]
        lines = {line.id: line for line in store.company_lines([c.company_id for c in mine])}
        waiting = {application.company_id for application in letters.waiting(store)}
        language = current().language
        names = {s.id: s.name(language) for s in snapshot.sectors}
        owners = {s.id: s.owner for s in snapshot.sectors}
        ordered = ranking(mine, points)
        self._ranked = {
            c.company_id: Ranked(
                place,
                c,
                lines[c.company_id],
                scores.get(c.company_id),
                names.get(c.sector, ""),
                owners.get(c.sector, ""),
                c.company_id in waiting,
            )
            for place, c in enumerate(ordered, start=1)
        }
        chosen = self.table.chosen_keys()
        self.table.rows.set_keys([c.company_id for c in self._narrowed(ordered)])
        self.table.choose(chosen)
        self._advise(everyone)
        number = count("{n} application", "{n} applications", self.table.rows.rowCount())
        untold = count("{n} decision not told yet", "{n} decisions not told yet", len(waiting))
        self.words.setText(f"{number}  ·  {untold}")
        self._on_chosen()

    def _narrowed(self, ordered: list[Candidate]) -> list[Candidate]:
        wanted = self.shown.value
        if wanted == "reserve":
            return reserve_list(ordered)
        tests: dict[str, Callable[[Candidate], bool]] = {
            "open": lambda c: c.application.status in OPEN,
            "taken": lambda c: c.application.status.takes_part,
            "edited": lambda c: bool(c.application.edited),
            "untold": lambda c: self._ranked[c.company_id].is_waiting,
        }
        return [c for c in ordered if wanted not in tests or tests[wanted](c)]

    def _advise(self, everyone: list[Candidate]) -> None:
        """Say who should move up where a place is free."""
        self._successor = 0
        for standing in self._standings[1:]:
            sector = standing.sector
            first = next((c for c in reserve_list(everyone) if sector and c.sector == sector.id), None)
            if first and sector and (standing.room or 0) > 0:
                text = _("{sector} has room. First in reserve: {company}")
                self.advice.setText(text.format(sector=sector.name(current().language), company=first.name))
                self._successor = first.company_id
                break
        self.advice.setVisible(bool(self._successor))
        self.promote.setVisible(bool(self._successor) and not self.workspace.store.read_only)

    def _on_promote(self) -> None:
        self._tell(decisions.set_status(self.workspace.store, [self._successor], Status.ACCEPTED))

    def _on_sector(self, sector: int) -> None:
        self._sector = 0 if sector == self._sector else sector
        self.refresh()

    def _on_chosen(self) -> None:
        keys = self.table.chosen_keys()
        row = self._ranked.get(keys[0]) if len(keys) == 1 else None
        if row is None:
            self.panel.show_company(0, "", "", None)
        else:
            self.panel.show_company(keys[0], row.candidate.name, _about(row), row.score)

    def _with_reason(self, status: Status) -> None:
        if self.table.chosen_keys():
            reason = ask_text(
                status.label, _("Reason"), self, hint=_("It is kept with the decision and can stand in the letter.")
            )
            if reason is not None:
                self.set_status(status, reason)

    def _approve_again(self) -> None:
        if keys := self.table.chosen_keys():
            self._tell(decisions.approve_again(self.workspace.store, keys))

    def _tell(self, found: BulkReport) -> None:
        if found.refused:
            text = count("{n} company was not changed.", "{n} companies were not changed.", len(found.refused))
            alerts.report(self, text, [_("Company"), _("Reason")], [(r.company, r.reason) for r in found.refused])


def _about(row: Ranked) -> str:
    line = row.line
    parts = [row.sector, ", ".join(part for part in (line.city, line.region) if part)]
    parts.append(count("{n} employee", "{n} employees", line.employees) if line.employees else "")
    return "  ·  ".join(part for part in parts if part)


def _told(row: Ranked) -> str:
    announced = row.candidate.application.announced
    if row.is_waiting:
        return _("not told yet")
    return Status(announced).label if announced else ""


def _colour(row: Ranked) -> str:
    c = colours()
    status = row.candidate.application.status
    if status.takes_part:
        return c.good
    return {Status.DECLINED: c.bad, Status.WITHDRAWN: c.quiet, Status.RESERVE: c.warn}.get(status, "")
