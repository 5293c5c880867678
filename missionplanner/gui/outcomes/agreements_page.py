"""Agreements: each with its parties and state, and below who signs the chosen one in which order; each act one step."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.agreements import AgreementRecord, Signatory
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.outcomes import agreement_form
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask, ask_text
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.row_buttons import follow_rows
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import LANGUAGES, N_, OWN_NAMES, _, count, current
from missionplanner.jobs.agreements import entering, papers
from missionplanner.jobs.agreements.papers import PaperWritten, SigningPaper
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.paths import safe_name


class AgreementsPage(QWidget):
    """A line an agreement in the order of signing, a line a signatory of the chosen one."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__()
        self._workspace, self._runner = workspace, runner
        self._snapshot: Snapshot | None = None
        self._records: dict[int, AgreementRecord] = {}
        self._people: dict[int, Signatory] = {}
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._records[key] for key in keys]),
            _("Agreements"),
            kept="outcomes.agreements",
        )
        self.signatories = DataTable(
            TableModel(self._signatory_columns(), lambda keys: [self._people[key] for key in keys]),
            _("Signatories"),
            kept="outcomes.signatories",
        )
        self.summary = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Show the agreements as they are now, and stay at the chosen one."""
        chosen = self.table.chosen_keys()
        self._snapshot = self._workspace.snapshot()
        found = entering.all_records(self._workspace.store)
        self._records = {one.agreement.id: one for one in found}
        self._people = {one.id: one for record in found for one in record.signatories}
        self.table.rows.set_keys([one.agreement.id for one in found])
        self.table.share_room()
        self.table.choose([key for key in chosen if key in self._records])
        out = sum(bool(one.dropped) for one in found if one.agreement.status.is_ahead)
        parts = (
            count("{n} agreement", "{n} agreements", len(found)),
            count("{n} without somebody who signs", "{n} without somebody who signs", out) if out else "",
        )
        self.summary.setText(" · ".join(filter(None, parts)))
        self._show_signatories()

    def shown_list(self) -> ShownList:
        """The agreements as they are listed."""
        return self.table.shown(_("Agreements"), self._workspace.mission_name)

    @command(N_("Add an agreement…"), "Ctrl+Return", "plus", needs=Needs.WRITING)
    def add(self) -> None:
        """Enter an agreement."""
        self._edit(None)

    @command(N_("Edit the agreement…"), icon="settings", needs=Needs.WRITING, takes=Takes.SOME)
    def edit(self) -> None:
        """Change the chosen agreement, its parties and who signs."""
        if record := self._asked():
            self._edit(record)

    @command(N_("Drops out…"), icon="user-x", needs=Needs.WRITING, takes=Takes.SOME)
    def drop_out(self) -> None:
        """Note that the chosen signatories drop out, and why."""
        if chosen := self._asked_people():
            note = ask_text(_("Drops out"), _("Reason"), self)
            if note is not None:
                entering.drop_out(self._workspace.store, chosen, note)

    @command(N_("Is there after all"), icon="user-check", needs=Needs.WRITING, takes=Takes.SOME)
    def come_back(self) -> None:
        """Note that the chosen signatories are there after all."""
        if chosen := self._asked_people():
            entering.come_back(self._workspace.store, chosen)

    @command(N_("Attach the text…"), icon="upload", needs=Needs.WRITING, takes=Takes.SOME)
    def attach(self) -> None:
        """Keep a file as the text of the chosen agreement in a language."""
        record = self._asked()
        if record is None:
            return
        fields = [FormField("language", _("Language"), "choice", _languages())]
        wanted = ask(_("Text of an agreement"), fields, {"language": ""}, self)
        path = QFileDialog.getOpenFileName(self, _("Text of an agreement"))[0] if wanted else ""
        if wanted and path:
            store = self._workspace.store
            alerts.attempt(self, lambda: entering.keep_text(store, record, wanted["language"], Path(path)))

    @command(N_("Save the texts…"), icon="save", takes=Takes.SOME)
    def save_texts(self) -> None:
        """Write the texts of the chosen agreement into a folder."""
        record = self._asked()
        if record and not record.texts:
            alerts.tell(self, _("It has no text yet."))
        folder = QFileDialog.getExistingDirectory(self, _("Save into")) if record and record.texts else ""
        if record and folder:
            written = entering.save_texts(self._workspace.store, record, Path(folder))
            text = count("{n} file was written.", "{n} files were written.", len(written))
            tell_written(self, self._workspace.store, text, (), Path(folder))

    @command(N_("Papers of the signing…"), icon="printer")
    def write_paper(self) -> None:
        """Write the run sheet, or the list for the press, in a language."""
        fields = [
            FormField("paper", _("Paper"), "choice", [(one, one.label) for one in SigningPaper]),
            FormField("language", _("Language"), "choice", [(code, OWN_NAMES[code]) for code in LANGUAGES]),
        ]
        values = {"paper": SigningPaper.RUN, "language": current().language}
        wanted = ask(_("Papers of the signing"), fields, values, self)
        if wanted is None:
            return
        name = safe_name(f"{wanted['paper'].label} ({wanted['language']})")
        start = str(self._workspace.store.path.with_name(f"{name}.pdf"))
        chosen = QFileDialog.getSaveFileName(self, wanted["paper"].label, start, "PDF (*.pdf)")[0]
        if chosen:
            target = Path(chosen).with_suffix(".pdf")
            now = datetime.now().astimezone()
            self._runner.start(papers.make(target, wanted["paper"], wanted["language"], now), self._on_written)

    @command(N_("Delete agreements"), icon="trash-2", needs=Needs.WRITING, takes=Takes.SOME)
    def remove(self) -> None:
        """Delete the chosen agreements."""
        if self._asked():
            entering.remove(self._workspace.store, self.table.chosen_keys())

    def _on_written(self, made: PaperWritten) -> None:
        left = count(
            "{n} agreement is under embargo and left out.",
            "{n} agreements are under embargo and left out.",
            made.withheld,
        )
        said = _("{name} was written.").format(name=made.path.name)
        tell_written(self, self._workspace.store, " ".join((said, *([left] if made.withheld else []))), (), made.path)

    def _edit(self, record: AgreementRecord | None) -> None:
        agreement_form.edit(self, self._workspace.store, record)

    def _chosen(self) -> AgreementRecord | None:
        keys = self.table.chosen_keys()
        return self._records.get(keys[0]) if keys else None

    def _asked(self) -> AgreementRecord | None:
        """Return the chosen agreement; without one say that one is needed."""
        record = self._chosen()
        if record is None:
            alerts.tell(self, _("Choose an agreement."))
        return record

    def _asked_people(self) -> list[Signatory]:
        """Return the chosen signatories; without any say that some are needed."""
        found = [self._people[key] for key in self.signatories.chosen_keys()]
        if not found:
            alerts.tell(self, _("Choose who in the lower list."))
        return found

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        store = self._workspace.store
        above = QWidget()
        inner = QVBoxLayout(above)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.table)
        text = _("Agreements stand here: who signs what with whom, at which event, and when the press may know.")
        self._empty = EmptyTable(self.table, text, command_button(self.add, store, takes_keys=False))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(above)
        split.addWidget(self.signatories)
        split.setSizes([300, 200])
        layout.addWidget(split, 1)
        row = WrappingRow()
        row.addWidget(command_button(self.add, store, primary=True))
        acts: tuple[Callable[[], None], ...] = (
            self.edit, self.drop_out, self.come_back, self.attach, self.save_texts, self.write_paper, self.remove,
        )  # fmt: skip
        buttons = {method: command_button(method, store, takes_keys=False) for method in acts}
        of_signatories = (self.drop_out, self.come_back)
        for button in buttons.values():
            row.addWidget(button)
        follow_rows(self.signatories, [buttons[method] for method in of_signatories])
        follow_rows(self.table, [button for method, button in buttons.items() if method not in of_signatories])
        row.addWidget(self.summary, 1)
        layout.addLayout(row)
        self.table.selectionModel().selectionChanged.connect(lambda *_what: self._show_signatories())

    def _show_signatories(self) -> None:
        record = self._chosen()
        self.signatories.rows.set_keys([one.id for one in record.signatories] if record else [])
        self.signatories.share_room()

    def _columns(self) -> list[Column]:
        def value(one: AgreementRecord) -> str:
            found = one.agreement.announced_value
            return "" if found is None else f"{current().number(found)} {one.agreement.currency}".strip()

        def missing(one: AgreementRecord) -> str:
            if self._snapshot is None or not one.agreement.status.is_ahead:
                return ""
            out = [self._snapshot.signatory_name(each) for each in one.dropped]
            return ", ".join((*out, *(self._snapshot.party_name(party) for party in one.unsigned if not one.of(party))))

        return [
            Column(_("Agreement"), lambda one: one.agreement.title(current().language), width=190, grows=True),
            Column(_("Kind"), lambda one: one.agreement.kind.label, width=100, grows=True),
            Column(_("Status"), lambda one: one.agreement.status.label, width=100, grows=True),
            Column(_("Parties"), self._party_names, width=150, grows=True),
            Column(_("Nobody signs"), missing, width=100, grows=True, colour=lambda _one: colours().warn),
            Column(_("Signing"), self._signing, width=90, grows=True),
            Column(_("Announced value"), value, width=110, right=True),
            Column(_("Embargo until"), self._embargo, width=110, grows=True),
            Column(_("Text"), lambda one: ", ".join(map(entering.text_label, one.texts)), width=70, grows=True),
        ]

    def _party_names(self, one: AgreementRecord) -> str:
        return ", ".join(map(self._snapshot.party_name, one.parties)) if self._snapshot else ""

    def _signing(self, one: AgreementRecord) -> str:
        events = self._snapshot.events if self._snapshot else []
        event = next((event for event in events if event.id == one.agreement.event_id), None)
        if event is None or self._snapshot is None:
            return current().date(one.agreement.signed_on, "medium") if one.agreement.signed_on else ""
        starts = in_zone(event.starts, self._snapshot.stop[event.stop_id].time_zone)
        return f"{event.name(current().language)}, {current().short_day(starts.date())}"

    def _embargo(self, one: AgreementRecord) -> str:
        if one.agreement.embargo is None or self._snapshot is None:
            return ""
        zone = self._snapshot.stops[0].time_zone if self._snapshot.stops else "UTC"
        return current().short_moment(in_zone(one.agreement.embargo, zone))

    def _signatory_columns(self) -> list[Column]:
        def party(one: Signatory) -> str:
            record = self._records.get(one.agreement_id)
            found = next((each for each in record.parties if each.id == one.party_id), None) if record else None
            return self._snapshot.party_name(found) if found and self._snapshot else ""

        def out(one: Signatory) -> str:
            return ", ".join(filter(None, (_("dropped out"), one.note))) if one.is_out else ""

        def name(one: Signatory) -> str:
            return self._snapshot.signatory_name(one) if self._snapshot else ""

        def order(one: Any) -> str:
            return str(one.position + 1)

        return [
            Column(_("Order"), order, width=60, right=True),
            Column(_("Name"), name, width=220, grows=True),
            Column(_("Post"), lambda one: one.post, width=200, grows=True),
            Column(_("For"), party, width=220, grows=True),
            Column(_("Role"), lambda one: one.part.label, width=90),
            Column(_("Dropped out"), out, width=200, colour=lambda _one: colours().warn),
        ]


def _languages() -> list[tuple[str, str]]:
    return [("", _("In all languages")), *((code, OWN_NAMES[code]) for code in LANGUAGES)]
