"""The commands on the relationships selected on the board or in the list, each one step."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import ORDER, Claim, Relationship, Stage
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.relationships.relationship_forms import ask_claim, ask_relationship
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.cell_commands import CellCommands
from missionplanner.gui.widgets.cells import CellTable
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import needed
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.cell_edits import Edit, EditReport
from missionplanner.jobs.relationships import cells, entering, moving, reading, typed
from missionplanner.jobs.relationships.lines import RelationshipLine
from missionplanner.jobs.relationships.moving import Move
from missionplanner.jobs.relationships.registering import registered
from missionplanner.messages import Message
from missionplanner.store.store import Store

REASONS = (
    N_("No interest any more"), N_("No answer"), N_("Price"), N_("Requirements not met"),
    N_("Another partner was chosen"),
)  # fmt: skip
"""The reasons offered for what ended."""
_MOST_TOLD = 12
"""The most rows that are reported in a message."""
_STAGES = tuple(Stage)


class RelationshipCommands(CellCommands):
    """Carries commands out on the selected rows; on the board the current card is the selected row."""

    one_by_one = ("notes",)

    def __init__(
        self, parent: QWidget, store: Store, table: CellTable, line_of: Callable[[int], RelationshipLine]
    ) -> None:
        super().__init__(parent, store, table)
        self._line_of = line_of

    @command(N_("Move to the stage before"), "Alt+Left", "chevron-left", needs=Needs.WRITING)
    def stage_before(self) -> None:
        """Move each selected relationship one stage back."""
        self._step(-1)

    @command(N_("Move to the next stage"), "Alt+Right", "chevron-right", needs=Needs.WRITING)
    def next_stage(self) -> None:
        """Move each selected relationship one stage on; the last one is that it ended, and why is asked."""
        self._step(1)

    @command(N_("Move to a stage…"), icon="move", needs=Needs.WRITING)
    def choose_stage(self) -> None:
        """Ask for the stage of all selected relationships."""
        if lines := self._lines():
            choices = [(stage, stage.label) for stage in Stage]
            fields = [FormField("stage", _("Stage"), "choice", choices), _reason(is_needed=False)]
            found = ask(_("Move to a stage"), fields, {"stage": lines[0].stage}, self._parent)
            if found:
                self._move([(line.relationship, found["stage"]) for line in lines], str(found["reason"]))

    def move_to(self, key: int, stage: Stage) -> None:
        """Move one relationship to a stage; of one that ends the reason is asked."""
        self._ask_and_move([(self._line_of(key).relationship, stage)])

    @command(N_("Note what is said…"), "Ctrl+Return", "plus", needs=Needs.WRITING)
    def say(self) -> None:
        """Note what somebody says of the selected relationship, or of a pair that is named."""
        keys = self._table.chosen_keys()
        chosen = self._line_of(keys[0]).relationship if keys else None
        ask_claim(self._parent, self._store.all(Company), chosen, self._store_claim)

    @command(N_("Owner and next step…"), icon="user", needs=Needs.WRITING)
    def edit(self) -> None:
        """Edit the selected relationship."""
        if lines := self._lines()[:1]:
            known = lines[0].relationship
            third = entering.third_parties(self._store, known)
            ask_relationship(self._parent, known, partial(self._store_edited, known), third)

    @command(N_("Make them of meetings"), icon="handshake", needs=Needs.WRITING)
    def make(self) -> None:
        """Make the relationships of held meetings and existing partners."""
        made = entering.from_meetings(self._store, today())
        alerts.tell(self._parent, count("{n} relationship was made.", "{n} relationships were made.", made))

    @command(N_("Read answers…"), icon="download", needs=Needs.WRITING)
    def read(self) -> None:
        """Read a table of answers, after saying what it adds."""
        kinds = _("Spreadsheets") + " (*.csv *.xlsx *.ods)"
        chosen = QFileDialog.getOpenFileName(self._parent, _("Read answers"), str(Path.home()), kinds)[0]
        if chosen:
            alerts.attempt(self._parent, lambda: self._read(Path(chosen)))

    @command(N_("Verify from a folder…"), icon="check", needs=Needs.WRITING)
    def verify(self) -> None:
        """Verify claims by the files of a folder which they name, from today on."""
        chosen = QFileDialog.getExistingDirectory(self._parent, _("Verify from a folder"), str(Path.home()))
        if chosen:
            alerts.attempt(self._parent, lambda: self._verify(Path(chosen)))

    # -- what the list asks

    def _title(self, number: int) -> str:
        return count("Change {n} relationship", "Change {n} relationships at once", number)

    def _named(self) -> str:
        return _("Companies")

    def _edit(self, edits: Sequence[Edit], label: Message) -> EditReport:
        return cells.edit(self._store, edits, label)

    def _remove(self, keys: Sequence[int]) -> None:
        entering.remove(self._store, keys)

    # -- moving

    def _lines(self) -> list[RelationshipLine]:
        return [self._line_of(key) for key in self._chosen()]

    def _step(self, by: int) -> None:
        moves = [
            (line.relationship, _STAGES[place])
            for line in self._lines()
            if 0 <= (place := ORDER[line.stage] + by) < len(_STAGES)
        ]
        if moves:
            self._ask_and_move(moves)

    def _ask_and_move(self, moves: Sequence[Move]) -> None:
        reason = ""
        if any(stage is Stage.ENDED for _one, stage in moves):
            found = ask(_("Why did it end?"), [_reason(is_needed=True)], {}, self._parent)
            if found is None:
                return
            reason = str(found["reason"])
        self._move(moves, reason)

    def _move(self, moves: Sequence[Move], reason: str) -> None:
        found: list[EditReport] = []
        alerts.attempt(self._parent, lambda: found.append(moving.move(self._store, moves, today(), reason)))
        refused = [one for report in found for one in report.refused]
        if refused and len(moves) == 1:
            alerts.tell(self._parent, refused[0].reason)
        elif refused:
            text = count("{n} relationship was not moved.", "{n} relationships were not moved.", len(refused))
            rows = [(one.name, one.text, one.reason) for one in refused]
            alerts.report(self._parent, text, [_("Companies"), _("Stage"), _("Reason")], rows)

    # -- storing

    def _store_claim(self, pair: tuple[Company, Company], teller: int | None, texts: dict[str, str]) -> None:
        claim = typed.claim_with(0, teller, texts, today())
        made = entering.make(self._store, *pair, claim.told_on)
        entering.say(self._store, typed.claim_with(made.id, teller, texts, today()))

    def _store_edited(self, known: Relationship, texts: dict[str, str]) -> None:
        third = texts.pop("third_parties", "").split(";")
        entering.edit(self._store, typed.relationship_with(known, texts), third)

    def _read(self, path: Path) -> None:
        found = reading.read(self._store, path)
        told = [_("Row {row}: {text}").format(row=one.row, text=one.text) for one in found.issues[:_MOST_TOLD]]
        reading.take(self._store, found)
        alerts.tell(self._parent, "\n".join((found.sentence, *told)))

    def _verify(self, folder: Path) -> None:
        found = reading.evidence_in(registered(self._store), folder, today())
        n = entering.verify(self._store, found.proofs, found.files) if found.proofs else 0
        missing = [_("There is no file {name}.").format(name=name) for name in sorted(set(found.missing))]
        unread = [_("{name} says no value.").format(name=name) for name in sorted(set(found.unread))]
        said = count("{n} claim was verified.", "{n} claims were verified.", n)
        alerts.tell(self._parent, "\n".join((said, *(missing + unread)[:_MOST_TOLD])))


def today() -> date:
    """Return the day of this computer."""
    return date.today()  # noqa: DTZ011


def _reason(is_needed: bool) -> FormField:
    known = [(0, _(reason)) for reason in REASONS]
    hint = "" if is_needed else _("Needed where it ended.")
    return FormField(
        "reason",
        _("Reason"),
        choices=known,
        check=needed if is_needed else None,
        hint=hint,
        stored=((Claim, "reason"),),
    )
