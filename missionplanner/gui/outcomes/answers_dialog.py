"""The answers of the forms of a folder, before they are taken: how many are new, and line by line what is wrong."""

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from missionplanner.domain.issues import Severity
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.plain_text import CheckBox, Label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _, count
from missionplanner.jobs.relationships.collecting import AnswersFound, FileIssue


class AnswersDialog(Dialog):
    """Asks whether the answers are taken; those that cannot be read stay out."""

    def __init__(self, found: AnswersFound, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Read forms"))
        self._found = found
        self.sentence = Label(f"{found.sentence}.")
        self.sentence.setWordWrap(True)
        self.errors = CheckBox(_("Only what is not read"))
        self.table = DataTable(
            TableModel(_columns(), lambda keys: [found.issues[key] for key in keys]),
            _("What was found"),
            kept="outcomes.answers",
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        text = count("Take {n} answer", "Take {n} answers", len(found.new))
        self.take = buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(bool(found.new) and not read_only)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.sentence, self.errors, self.table, buttons):
            layout.addWidget(widget)
        self.errors.toggled.connect(lambda _on: self._list())
        self._list()
        open_with(self, 900, 520)

    def _list(self) -> None:
        only = self.errors.isChecked()
        issues = enumerate(self._found.issues)
        self.table.rows.set_keys([n for n, one in issues if not only or one.severity is Severity.ERROR])


def _columns() -> list[Column]:
    def kind(one: FileIssue) -> str:
        return _("Not read") if one.severity is Severity.ERROR else _("Note")

    return [
        Column(_("File"), lambda one: one.file, width=250, grows=True),
        Column(_("Row"), lambda one: str(one.row or ""), width=60, right=True),
        Column(
            "", kind, width=90, colour=lambda one: colours().warn if one.severity is Severity.ERROR else colours().text
        ),
        Column(_("What was found"), lambda one: one.text, width=430, grows=True),
    ]
