"""Follow-ups: a company is asked after 30, 90, 180 and 365 days about everybody it met, by a form it sends back."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain.follow_ups import DueFollowUp, follow_ups
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import FOLLOW_UP_DAYS
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.outcomes.answers_dialog import AnswersDialog
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask, ask_text
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import ChoiceEdit, FormField
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.places import place_button
from missionplanner.gui.widgets.plain_text import CheckBox
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import LANGUAGES, N_, OWN_NAMES, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships import asking, collecting
from missionplanner.jobs.relationships.asking import PDF, XLSX, FormsWanted
from missionplanner.jobs.relationships.collecting import AnswersFound


class FollowUpsPage(QWidget):
    """A line a company and horizon, the oldest first; those that were done on demand."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__()
        self._workspace, self._runner = workspace, runner
        self._snapshot: Snapshot | None = None
        self._due: list[DueFollowUp] = []
        self.text = QLineEdit(clearButtonEnabled=True)
        self.until = ChoiceEdit(
            [
                (0, _("Due today")),
                (14, _("Due in two weeks")),
                (60, _("Due in two months")),
                (400, _("All to come")),
            ]
        )
        self.owner = ChoiceEdit([(None, _("All owners"))])
        self.done_too = CheckBox(_("Those done, too"))
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._due[k] for k in keys]),
            _("Follow-ups"),
            kept="outcomes.company_follow_ups",
        )
        self.summary = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Show what is due now."""
        store = self._workspace.store
        self._snapshot = self._workspace.snapshot()
        until = _today() + timedelta(self.until.value or 0)
        self._due = follow_ups(asking.facts_of(store, self._snapshot), until)
        self._offer_owners()
        self._list()

    def shown_list(self) -> ShownList:
        """The follow-ups as they are listed: the list of who is to be called."""
        mission = self._workspace.mission_name
        subtitle = " – ".join(filter(None, (mission, self.owner.value)))
        return self.table.shown(_("Follow-ups"), subtitle)

    @command(N_("Write forms…"), icon="file-plus", needs=Needs.NOTHING)
    def write_forms(self) -> None:
        """Write a form for each company, those that are selected or all, of everybody it met."""
        chosen = [self._due[key] for key in self.table.chosen_keys()]
        fields = [
            FormField("days", _("Asked after"), "choice", _horizons()),
            FormField("kinds", _("As"), "choice", _kinds()),
            FormField("language", _("Language"), "choice", _languages()),
            FormField("only", _("For"), "choice", _whom(len({due.company.id for due in chosen}))),
        ]
        days = chosen[0].days if chosen else self._due[0].days if self._due else FOLLOW_UP_DAYS[0]
        values = {"days": days, "kinds": (XLSX,), "language": "", "only": bool(chosen)}
        wanted = ask(_("Follow-up forms"), fields, values, self)
        if wanted is None:
            return
        folder = QFileDialog.getExistingDirectory(self, _("Where the forms are written"), self._start)
        if folder:
            only = frozenset(due.company.id for due in chosen) if wanted["only"] else frozenset()
            order = FormsWanted(Path(folder), wanted["days"], wanted["kinds"], wanted["language"], only)
            self._runner.start(asking.write(order), self._on_written)

    @command(N_("Read forms…"), icon="download", needs=Needs.WRITING)
    def read_forms(self) -> None:
        """Read the forms of a folder: what is wrong is shown line by line, the rest is taken as one step."""
        folder = QFileDialog.getExistingDirectory(self, _("The folder of the forms that came back"), self._start)
        if folder:
            alerts.attempt(self, lambda: self._runner.start(collecting.read([Path(folder)], _today()), self._on_read))

    @command(N_("Done today…"), "Ctrl+Return", "check", needs=Needs.WRITING, takes=Takes.SOME)
    def mark_done(self) -> None:
        """Record that the selected companies were asked today, with a remark that is asked for."""
        if self._asked():
            remark = ask_text(_("Follow-up done"), _("What they said"), self)
            if remark is not None:
                asking.note_done(self._workspace.store, self._chosen(), _today(), remark)

    @command(N_("Take that back"), icon="undo-2", needs=Needs.WRITING, takes=Takes.SOME)
    def mark_open(self) -> None:
        """Record that the selected companies are still to be asked."""
        if chosen := self._asked():
            asking.take_back(self._workspace.store, chosen)

    @property
    def _start(self) -> str:
        return str(self._workspace.store.path.parent)

    def _chosen(self) -> list[tuple[int, int]]:
        return [self._due[key].key for key in self.table.chosen_keys()]

    def _asked(self) -> list[tuple[int, int]]:
        """Return what is chosen; without any say that some are needed."""
        found = self._chosen()
        if not found:
            alerts.tell(self, _("Choose companies in the list."))
        return found

    def _on_written(self, written: list[Path]) -> None:
        tell_written(self, self._workspace.store, asking.said(written), (), written[0].parent)

    def _on_read(self, found: AnswersFound) -> None:
        dialog = AnswersDialog(found, self._workspace.store.read_only, self)
        if dialog.exec():
            collecting.take(self._workspace.store, found)
            alerts.tell(self, found.sentence)
        dialog.deleteLater()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        as_search(self.text, _("Search in names"))
        self.until.setAccessibleName(_("Due"))
        self.owner.setAccessibleName(_("Owner"))
        row = WrappingRow()
        row.addWidget(self.text, 1)
        for part in (self.until, self.owner, self.done_too):
            row.addWidget(part)
        layout.addLayout(row)
        text = _("Companies that met others stand here when they are to be asked what came of it.")
        self._empty = EmptyTable(self.table, text, place_button("timetable"))
        layout.addWidget(self.table, 1)
        row = WrappingRow()
        store = self._workspace.store
        row.addWidget(command_button(self.read_forms, store, primary=True, takes_keys=False))
        acts = [command_button(method, store) for method in (self.write_forms, self.mark_done, self.mark_open)]
        for button in acts:
            row.addWidget(button)
        follow_rows(self.table, acts)
        row.addWidget(self.summary, 1)
        layout.addLayout(row)
        self.text.textChanged.connect(lambda _text: self._list())
        self.done_too.toggled.connect(lambda _on: self._list())
        self.owner.currentIndexChanged.connect(lambda _index: self._list())
        self.until.currentIndexChanged.connect(lambda _index: self.refresh())

    def _offer_owners(self) -> None:
        chosen = self.owner.value
        owners = sorted({owner for due in self._due for owner in due.owners}, key=current().sort_key)
        self.owner.blockSignals(True)
        self.owner.offer([(None, _("All owners")), *((owner, owner) for owner in owners)])
        self.owner.choose(chosen if chosen in owners else None)
        self.owner.blockSignals(False)
        self.owner.setVisible(bool(owners))

    def _list(self) -> None:
        words = fold(self.text.text()).split()
        keys = [
            place
            for place, due in enumerate(self._due)
            if (self.done_too.isChecked() or due.is_open)
            and (self.owner.value is None or self.owner.value in due.owners)
            and all(w in fold(self._names(due)) for w in words)
        ]
        self._empty.narrowed(bool(self._due))
        self.table.rows.set_keys(keys)
        still = [due for due in self._due if due.is_open]
        late = sum(due.late(_today()) > 0 for due in still)
        missed = sum(due.missed(_today()) for due in still)
        parts = (
            count("{n} follow-up is due", "{n} follow-ups are due", len(still)),
            count("{n} overdue", "{n} overdue", late) if late else "",
            count("{n} past its milestone", "{n} past their milestones", missed) if missed else "",
        )
        self.summary.setText(" · ".join(filter(None, parts)))

    def _names(self, due: DueFollowUp) -> str:
        assert self._snapshot is not None
        others = (self._snapshot.company[one.company_id].name for one in due.partners)
        return " ".join((due.company.name, *others))

    def _contact(self, due: DueFollowUp) -> str:
        assert self._snapshot is not None
        person, phone = self._snapshot.contact(due.company.id)
        parts = (person.full_name, phone, person.email) if person and (phone or person.email) else (phone,)
        return ", ".join(filter(None, parts))

    def _columns(self) -> list[Column]:
        def done(due: DueFollowUp) -> str:
            note = due.noted.note if due.noted else ""
            return " ".join(p for p in (current().date(due.done, "medium"), note) if p) if due.done else ""

        def late(due: DueFollowUp) -> str:
            days = due.late(_today())
            return count("{n} day", "{n} days", days) if days else ""

        def milestone(due: DueFollowUp) -> str:
            return f"{due.milestone[0]}, {current().date(due.milestone[1], 'medium')}" if due.milestone else ""

        def colour(due: DueFollowUp) -> str:
            return colours().text if not due.missed(_today()) else colours().warn

        return [
            Column(
                _("Due"),
                lambda d: current().date(d.on, "medium"),
                width=110,
                colour=lambda d: colours().good if d.done else colours().warn,
            ),
            Column(_("After"), lambda d: count("{n} day", "{n} days", d.days), width=80),
            Column(_("Company"), lambda d: d.company.name, width=170, grows=True),
            Column(_("Answered"), lambda d: f"{len(d.answered)} / {len(d.partners)}", width=90, right=True),
            Column(_("Contact person"), self._contact, width=180, grows=True),
            Column(_("Owner"), lambda d: ", ".join(d.owners), width=110),
            Column(_("Overdue"), late, width=90, right=True),
            Column(_("Needed for"), milestone, width=150, colour=colour),
            Column(_("Done"), done, width=180),
        ]


def _kinds() -> list[tuple[tuple[str, ...], str]]:
    return [
        ((XLSX,), _("Workbooks with lists to choose from")),
        ((PDF,), _("PDF forms")),
        ((XLSX, PDF), _("Both")),
    ]


def _horizons() -> list[tuple[int, str]]:
    return [(days, count("{n} day", "{n} days", days)) for days in FOLLOW_UP_DAYS]


def _languages() -> list[tuple[str, str]]:
    return [("", _("That of each company")), *((code, OWN_NAMES[code]) for code in LANGUAGES)]


def _whom(chosen: int) -> list[tuple[bool, str]]:
    every = (False, _("Every company that met another"))
    return [every, (True, count("{n} selected company", "{n} selected companies", chosen))] if chosen else [every]


def _today() -> date:
    return date.today()  # noqa: DTZ011 (the day of this computer)
