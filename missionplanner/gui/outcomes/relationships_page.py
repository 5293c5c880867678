"""Relationships: each with its stage and next step, and below what was said of the chosen one, day by day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.companies import Company
from missionplanner.domain.deals import as_on
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.results import stages
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.outcomes.relationship_forms import ask_claim, ask_relationship
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.empty_state import EmptyTable
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.relationships import entering, reading, typed
from missionplanner.jobs.relationships.registering import KnownRegister, registered


class RelationshipsPage(QWidget):
    """A line a relationship, a line a claim of the chosen one; each act is one step."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._known: KnownRegister | None = None
        self._stages: dict[int, Stage] = {}
        self._said_next: dict[int, str] = {}
        self._rows: dict[int, Relationship] = {}
        self._claims: dict[int, Claim] = {}
        self.text = QLineEdit(clearButtonEnabled=True)
        self.stage = ChoiceEdit([(None, _("All stages")), *((stage, stage.label) for stage in Stage)])
        self.table = DataTable(
            TableModel(self._columns(), lambda keys: [self._rows[key] for key in keys]),
            _("Relationships"),
            kept="outcomes.relationships",
        )
        self.story = DataTable(
            TableModel(self._story_columns(), lambda keys: [self._claims[key] for key in keys]),
            _("What was said"),
            kept="outcomes.claims",
        )
        self.summary = quiet_label()
        self._build()

    def refresh(self) -> None:
        """Show the relationships as they are today."""
        self._known = registered(self._workspace.store)
        counting = as_on(self._known.register.claims, None)
        self._claims = {claim.id: claim for claim in self._known.register.claims}
        self._stages = stages(self._known.register.relationships, counting)
        self._said_next = {claim.relationship_id: claim.next_step for claim in counting if claim.next_step}
        self._rows = {one.id: one for one in self._known.register.relationships}
        self._list()

    def shown_list(self) -> ShownList:
        """The relationships as they are listed."""
        return self.table.shown(_("Relationships"), self._workspace.store.mission.name)

    @command(N_("Make them of meetings"), icon="handshake", needs=Needs.WRITING)
    def make(self) -> None:
        """Make the relationships of held meetings and existing partners."""
        made = entering.from_meetings(self._workspace.store, _today())
        alerts.tell(self, count("{n} relationship was made.", "{n} relationships were made.", made))

    @command(N_("Note what is said…"), "Ctrl+Return", "plus", needs=Needs.WRITING)
    def say(self) -> None:
        """Note what somebody says of the chosen relationship, or of a pair that is named."""
        chosen = self._chosen()
        companies = self._workspace.store.all(Company)
        ask_claim(self, companies, chosen, self._store_claim)

    @command(N_("Owner and next step…"), icon="user", needs=Needs.WRITING)
    def edit(self) -> None:
        """Edit the chosen relationship."""
        if chosen := self._chosen():
            third = entering.third_parties(self._workspace.store, chosen)
            ask_relationship(self, chosen, lambda texts: self._store_edited(chosen, texts), third)

    @command(N_("Delete relationships"), icon="trash-2", needs=Needs.WRITING)
    def remove(self) -> None:
        """Delete the chosen relationships with what was said of them."""
        if keys := self.table.chosen_keys():
            entering.remove(self._workspace.store, keys)

    @command(N_("Withdraw what was said"), icon="undo-2", needs=Needs.WRITING)
    def withdraw(self) -> None:
        """Have the chosen claims not count from today on."""
        for key in self.story.chosen_keys():
            entering.withdraw(self._workspace.store, self._claims[key], _today())

    @command(N_("Read answers…"), icon="download", needs=Needs.WRITING)
    def read(self) -> None:
        """Read a table of answers, after saying what it adds."""
        kinds = _("Spreadsheets") + " (*.csv *.xlsx *.ods)"
        chosen = QFileDialog.getOpenFileName(self, _("Read answers"), str(Path.home()), kinds)[0]
        if chosen:
            self._guarded(lambda: self._read(Path(chosen)))

    @command(N_("Verify from a folder…"), icon="check", needs=Needs.WRITING)
    def verify(self) -> None:
        """Verify claims by the files of a folder which they name, from today on."""
        chosen = QFileDialog.getExistingDirectory(self, _("Verify from a folder"), str(Path.home()))
        if chosen:
            self._guarded(lambda: self._verify(Path(chosen)))

    def _read(self, path: Path) -> None:
        found = reading.read(self._workspace.store, path)
        told = [_("Row {row}: {text}").format(row=one.row, text=one.text) for one in found.issues[:_MOST_TOLD]]
        reading.take(self._workspace.store, found)
        alerts.tell(self, "\n".join((found.sentence, *told)))

    def _verify(self, folder: Path) -> None:
        store = self._workspace.store
        found = reading.evidence_in(registered(store), folder, _today())
        n = entering.verify(store, found.proofs, found.files) if found.proofs else 0
        missing = [_("There is no file {name}.").format(name=name) for name in sorted(set(found.missing))]
        unread = [_("{name} says no value.").format(name=name) for name in sorted(set(found.unread))]
        said = count("{n} claim was verified.", "{n} claims were verified.", n)
        alerts.tell(self, "\n".join((said, *(missing + unread)[:_MOST_TOLD])))

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            alerts.show_error(self, error)

    def _store_claim(self, pair: tuple[Company, Company], teller: int | None, texts: dict[str, str]) -> None:
        store, today = self._workspace.store, _today()
        claim = typed.claim_with(0, teller, texts, today)
        made = entering.make(store, *pair, claim.told_on)
        entering.say(store, typed.claim_with(made.id, teller, texts, today))

    def _store_edited(self, chosen: Relationship, texts: dict[str, str]) -> None:
        third = texts.pop("third_parties", "").split(";")
        entering.edit(self._workspace.store, typed.relationship_with(chosen, texts), third)

    def _chosen(self) -> Relationship | None:
        keys = self.table.chosen_keys()
        return self._rows.get(keys[0]) if keys else None

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        as_search(self.text, _("Search in names"))
        self.stage.setAccessibleName(_("Stage"))
        row = WrappingRow()
        row.addWidget(self.text, 1)
        row.addWidget(self.stage)
        layout.addLayout(row)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        above = QWidget()
        inner = QVBoxLayout(above)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.table)
        split.addWidget(above)
        split.addWidget(self.story)
        split.setSizes([320, 180])
        store = self._workspace.store
        text = _("Relationships stand here: of held meetings, of existing partners, of answers that are read.")
        self._empty = EmptyTable(self.table, text, command_button(self.make, store, takes_keys=False))
        layout.addWidget(split, 1)
        row = WrappingRow()
        row.addWidget(command_button(self.say, store, primary=True))
        for method in (self.edit, self.withdraw, self.make, self.read, self.verify, self.remove):
            row.addWidget(command_button(method, store, takes_keys=False))
        row.addWidget(self.summary, 1)
        layout.addLayout(row)
        self.text.textChanged.connect(lambda _text: self._list())
        self.stage.currentIndexChanged.connect(lambda _index: self._list())
        self.table.selectionModel().selectionChanged.connect(lambda *_what: self._tell())

    def _list(self) -> None:
        words = fold(self.text.text()).split()
        keys = [
            one.id
            for one in self._rows.values()
            if self.stage.value in (None, self._stages.get(one.id)) and all(w in fold(self._names(one)) for w in words)
        ]
        self._empty.narrowed(bool(self._rows))
        self.table.rows.set_keys(keys)
        self.summary.setText(count("{n} relationship", "{n} relationships", len(keys)))
        self._tell()

    def _tell(self) -> None:
        chosen = self._chosen()
        of = [one for one in self._claims.values() if chosen and one.relationship_id == chosen.id]
        self.story.rows.set_keys([one.id for one in sorted(of, key=lambda one: (one.told_on, one.id))])

    def _names(self, one: Relationship) -> str:
        third = self._known.third.get(one.id, []) if self._known else []
        return " ".join((*(self._name(key) for key in one.pair), *third))

    def _name(self, key: int | None) -> str:
        return self._known.name(key) if self._known else ""

    def _columns(self) -> list[Column]:
        def stage(one: Relationship) -> str:
            found = self._stages.get(one.id)
            return found.label if found else ""

        def third(one: Relationship) -> str:
            return ", ".join(self._known.third.get(one.id, [])) if self._known else ""

        def due(one: Relationship) -> str:
            return current().date(one.due, "medium") if one.due else ""

        return [
            Column(_("Company"), lambda one: self._name(one.company_id), width=220, grows=True),
            Column(_("Counterpart"), lambda one: self._name(one.other_id), width=220, grows=True),
            Column(_("Stage"), stage, width=160, colour=lambda one: _colour(self._stages.get(one.id))),
            Column(_("Owner"), lambda one: one.owner, width=120),
            Column(_("Next step"), lambda one: one.next_step or self._said_next.get(one.id, ""), width=180, grows=True),
            Column(_("Due"), due, width=110),
            Column(_("Third parties"), third, width=130),
        ]

    def _story_columns(self) -> list[Column]:
        def value(one: Claim) -> str:
            if one.value is None:
                return ""
            said = f"{current().number(one.value)} {one.currency}".strip()
            return _("{value} (expected)").format(value=said) if one.expected else said

        def verified(one: Claim) -> str:
            proofs = self._known.proofs if self._known else []
            proof = next((proof for proof in proofs if proof.claim_id == one.id), None)
            said = f"{current().date(proof.verified_on, 'medium')}, {proof.verified_by}" if proof else ""
            return _("withdrawn") if one.withdrawn_on else said

        return [
            Column(_("Told on"), lambda one: current().date(one.told_on, "medium"), width=110),
            Column(_("Told by"), lambda one: self._name(one.teller_id), width=190, grows=True),
            Column(_("Stage"), lambda one: one.stage.label, width=150),
            Column(_("About"), lambda one: one.about or one.reason, width=180, grows=True),
            Column(_("Value"), value, width=160, right=True),
            Column(_("Evidence"), lambda one: one.evidence, width=150),
            Column(_("Verified"), verified, width=170),
        ]


_MOST_TOLD = 12
"""The most rows that are told in a message."""


def _colour(stage: Stage | None) -> str:
    if stage is Stage.ENDED:
        return colours().warn
    return colours().good if stage and stage.is_deal else colours().text


def _today() -> date:
    return date.today()  # noqa: DTZ011 (the day of this computer)
