"""The dialog of a workbook that comes back: every cell somebody changed in it, with what the mission says."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QVBoxLayout, QWidget

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.buttons import command_button, make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.plain_text import CheckBox, Label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.imports import read_back
from missionplanner.jobs.imports.read_back import ReadBack
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A changed cell, or an added row, as the dialog lists it."""

    sheet: str
    row: int
    record: str
    column: str
    old: str
    new: str
    outcome: str
    colour: str
    """The colour of the outcome, empty for the usual one."""


class ReadBackDialog(Dialog):
    """The changes of a workbook that was exported here, each with its outcome."""

    imported = Signal(str, str)
    """The sentence that says how much was imported, and the screen that shows it."""

    def __init__(self, store: Store, found: ReadBack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import {name}").format(name=found.file_name))
        open_with(self, 1080, 640)
        self._store, self._found = store, found
        self._lines: Sequence[ChangeLine] = ()
        self.summary = Label()
        self.summary.setWordWrap(True)
        self.over: QCheckBox = CheckBox(_("Also change what was changed here since the workbook was exported"))
        self.over.setVisible(any(one.is_clash and not one.refusal for one in found.changes))
        model = TableModel(_columns(), lambda keys: [self._lines[key] for key in keys])
        self.table = DataTable(model, _("Changes"), kept="read_back")
        self.accept_button = command_button(self.accept, store, primary=True)
        self.accept_button.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(make_button(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.summary, self.over):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.over.toggled.connect(lambda _on: self._show())
        self._show()

    @command(N_("Import"), icon="check", needs=Needs.WRITING)
    def accept(self) -> None:
        """Write the changes as one step."""
        over = self.over.isChecked()
        read_back.accept(self._store, self._found, over)
        self.imported.emit(read_back.in_words(self._found, over), _screen(self._found))
        super().accept()

    def _show(self) -> None:
        over = self.over.isChecked()
        self._lines = change_lines(self._found, over)
        self.table.rows.set_keys(list(range(len(self._lines))))
        self.summary.setText(summary(self._found, over))
        self.accept_button.setEnabled(bool(self._found.taken(over) or self._found.new))


def change_lines(found: ReadBack, over: bool) -> list[ChangeLine]:
    """Return a line for every changed cell and added row; over: as if what was changed here since is changed too."""
    c = colours()
    lines = []
    for one in found.changes:
        outcome, colour = _("Changed"), c.good
        if one.refusal:
            outcome, colour = one.refusal, c.bad
        elif one.is_clash and not over:
            outcome, colour = _("Left: changed here since"), c.warn
        lines.append(
            ChangeLine(one.sheet, one.row, one.record, one.column, one.old, one.edit.text, outcome, colour)
        )  # fmt: skip
    for row in found.added:
        outcome, colour = (row.refusal, c.bad) if row.refusal else (_("New"), c.good)
        text = "; ".join(edit.text for edit in row.edits)
        lines.append(ChangeLine(row.sheet, row.row, row.name, _("New row"), "", text, outcome, colour))
    return sorted(lines, key=lambda line: (line.sheet, line.row))


def summary(found: ReadBack, over: bool) -> str:
    """Return how many cells and rows are changed, and what is left out."""
    lines = [read_back.in_words(found, over)]
    if found.gone:
        lines.append(
            count("{n} row is of a record that is gone.", "{n} rows are of records that are gone.", found.gone)
        )
    if found.unknown:
        lines.append(_("Columns not imported: {names}").format(names=", ".join(found.unknown)))
    return "\n".join(lines)


def _screen(found: ReadBack) -> str:
    """Return the screen that shows most of what was changed."""
    kinds = [*(one.kind for one in found.changes), *(row.kind for row in found.added)]
    kind = max(kinds, key=kinds.count) if kinds else "companies"
    return {"events": "programme", "meetings": "timetable"}.get(kind, kind)


def _columns() -> list[Column]:
    return [
        Column(_("Sheet"), lambda line: line.sheet, width=110),
        Column(_("Row"), lambda line: str(line.row), width=60, right=True),
        Column(_("Record"), lambda line: line.record, width=180, grows=True),
        Column(_("Column"), lambda line: line.column, width=150),
        Column(_("Here"), lambda line: line.old, width=170),
        Column(_("In the workbook"), lambda line: line.new, width=170),
        Column(_("Result"), lambda line: line.outcome, width=190, colour=lambda line: line.colour),
    ]
