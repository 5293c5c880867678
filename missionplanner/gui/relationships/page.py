"""The page of a relationship beside the board or list: where it stands, and its story with ways to the records."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from missionplanner.domain.intents import IntentList
from missionplanner.domain.relationships import Claim, Proof, Relationship
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.relationships.columns import due_shown, urgency_shown
from missionplanner.gui.relationships.relationship_commands import RelationshipCommands, today
from missionplanner.gui.widgets import places
from missionplanner.gui.widgets.buttons import command_button, command_tool_button, make_button
from missionplanner.gui.widgets.dialog_size import Scrolled
from missionplanner.gui.widgets.evidence import show_proof
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.listed_screen import RecordPane
from missionplanner.gui.widgets.plain_text import Label, literal
from missionplanner.gui.widgets.record_header import RecordHeader
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.jobs.relationships import entering
from missionplanner.jobs.relationships.lines import RelationshipLine
from missionplanner.jobs.relationships.story import StoryKind, StoryLine, story

_PLACES = {
    StoryKind.OUTCOME: "outcomes.Enter outcomes", StoryKind.LETTER: "letters",
    StoryKind.FOLLOW_UP: "outcomes.Follow-ups", StoryKind.AGREEMENT: "outcomes.Agreements",
}  # fmt: skip
"""Where the things of a story are that have no page of their own."""


class RelationshipPage(RecordPane):
    """Shows one relationship; it is changed by commands, so that nothing typed is left unsaved."""

    company_asked = Signal(int)
    meeting_asked = Signal(int)

    def __init__(self, workspace: Workspace, commands: RelationshipCommands) -> None:
        super().__init__()
        self._workspace, self._commands = workspace, commands
        self._line: RelationshipLine | None = None
        self._story: list[StoryLine] = []
        self.header = RecordHeader(command_tool_button(self.leave, workspace.store))
        self.facts, self.detail = Label(), quiet_label()
        self.companies = [make_button("", "building-2"), make_button("", "building-2")]
        self.table = DataTable(
            TableModel(_columns(), lambda keys: [self._story[key] for key in keys]),
            _("Story of the relationship"),
            kept="relationships.story",
        )
        self._build()

    @property
    def key(self) -> int:
        """The key of the relationship shown."""
        return self._line.key if self._line else 0

    @property
    def is_changed(self) -> bool:
        """Return that nothing is typed here."""
        return False

    @property
    def is_nameless(self) -> bool:
        """Return that there is nothing to ask about."""
        return True

    def save(self) -> bool:
        """Return that everything is stored already."""
        return True

    def keep_draft(self) -> None:
        """Keep nothing: nothing is typed here."""

    def show_line(self, line: RelationshipLine) -> None:
        """Show a relationship as it is now, and stay in the row of its story one was in."""
        row = self.table.currentIndex().row() if line.key == self.key else -1
        self._line = line
        due = " ".join(filter(None, (due_shown(line), f"({urgency_shown(line)})" if urgency_shown(line) else "")))
        self.header.show_record(line.pair, [line.stage.label, line.value, due])
        self.facts.setText("\n".join(facts(line, intents_of(self._workspace.store))))
        self.facts.setVisible(bool(self.facts.text()))
        for button, name in zip(self.companies, line.names, strict=True):
            _name(button, name)
        self._story = story(self._workspace.store, self._workspace.snapshot(), line.relationship)
        self.table.rows.set_keys(list(range(len(self._story))))
        self.table.share_room()
        # The newest is what one looks for.
        place = row if 0 <= row < len(self._story) else len(self._story) - 1
        self.table.choose([place])
        self._on_chosen()

    @command(N_("Close the relationship"), "Esc", "x")
    def leave(self) -> None:
        """Go back to the board or list."""
        self.closed.emit()

    @command(N_("Go to the record"), icon="eye", takes=Takes.SOME)
    def jump(self) -> None:
        """Go to what the chosen line of the story is about."""
        line = self._chosen()
        if line is None:
            return
        if line.kind is StoryKind.MEETING:
            self.meeting_asked.emit(line.key)
        elif line.kind is StoryKind.PROOF:
            show_proof(self, self._workspace.store, self._workspace.store.get(Proof, line.key))
        elif line.kind is StoryKind.MADE:
            if not self._workspace.store.read_only:
                self._commands.edit()
        elif place := _PLACES.get(line.kind):
            places.go_to(self, place)
        elif line.company_id:
            self.company_asked.emit(line.company_id)

    @command(N_("Withdraw what was said"), icon="undo-2", needs=Needs.WRITING, takes=Takes.SOME)
    def withdraw(self) -> None:
        """Have the chosen claim not count from today on."""
        line = self._chosen()
        if line and line.kind is StoryKind.SAID:
            entering.withdraw(self._workspace.store, self._workspace.store.get(Claim, line.key), today())

    def _build(self) -> None:
        store, commands = self._workspace.store, self._commands
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 0, 0, 0)
        outer.addWidget(self.header)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        self.facts.setWordWrap(True)
        layout.addWidget(self.facts)
        row = WrappingRow()
        for place, button in enumerate(self.companies):
            button.clicked.connect(partial(self._show_company, place))
            row.addWidget(button)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        row = WrappingRow()
        self._withdraw = command_button(self.withdraw, store)
        self._jump = command_button(self.jump, store)
        acts: tuple[Callable[[], None], ...] = (commands.say, commands.edit, commands.choose_stage)
        for button in (self._jump, *(command_button(act, store, takes_keys=False) for act in acts), self._withdraw):
            row.addWidget(button)
        layout.addLayout(row)
        scrolled = Scrolled(body)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        outer.addWidget(scrolled, 1)
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda _row: self.jump())

    def _show_company(self, place: int) -> None:
        if self._line:
            self.company_asked.emit(self._line.relationship.pair[place])

    def _chosen(self) -> StoryLine | None:
        keys = self.table.chosen_keys()
        return self._story[keys[0]] if keys and keys[0] < len(self._story) else None

    def _on_chosen(self) -> None:
        line = self._chosen()
        self.detail.setText("  ·  ".join(filter(None, (line.what, line.who, line.value, line.note))) if line else "")
        is_said = line is not None and line.kind is StoryKind.SAID
        self._withdraw.setEnabled(is_said and not self._workspace.store.read_only)
        self._jump.setEnabled(line is not None and not (is_said and not line.company_id))


def facts(line: RelationshipLine, listed: IntentList) -> list[str]:
    """Return what is known of a relationship besides its story, a line each; listed: the intents of the mission."""
    one: Relationship = line.relationship
    owners = " / ".join(filter(None, (one.owner, one.other_owner)))
    found = (
        (_("Owners"), owners), (_("Next step"), line.next_step),
        (_("Intents"), listed.named(one.intents, current().language)),
        (_("Third parties"), ", ".join(line.third)), (_("Notes"), one.notes),
    )  # fmt: skip
    return [_("{label}: {text}").format(label=label, text=text) for label, text in found if text]


def _name(button: QPushButton, name: str) -> None:
    button.setText(name)
    words = _("Open {text}").format(text=name)
    button.setToolTip(literal(words))
    button.setAccessibleName(words)


def _columns() -> list[Column]:
    def day(line: StoryLine) -> str:
        return current().date(line.day, "medium") if line.day else ""

    def colour(line: StoryLine) -> str:
        return colours().good if line.kind in (StoryKind.PROOF, StoryKind.AGREEMENT) else ""

    return [
        Column(_("Day"), day, width=112),
        Column(_("Event"), lambda line: line.kind.label, width=98, colour=colour),
        Column(_("What and who"), lambda line: ", ".join(filter(None, (line.what, line.who))), width=160, grows=True),
        Column(
            _("Value and note"), lambda line: "; ".join(filter(None, (line.value, line.note))), width=150, grows=True
        ),
    ]
