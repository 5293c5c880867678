"""The selected row of the preview: the company it looks like, the values typed since, and what is to happen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.side_by_side import SideBySide
from missionplanner.i18n import N_, _
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.comparison import RowResult
from missionplanner.jobs.imports.review import differences, other_name
from missionplanner.store.store import Store


class RowReviewPane(QWidget):
    """Shown only for rows about which something can be decided."""

    answered = Signal(int, object, object)
    """Row, whether it is the same company (None where that was not asked), the fields the file is right in."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._row: RowResult | None = None
        self.text = Label()
        self.text.setWordWrap(True)
        self.table = SideBySide(_("In the mission"), _("In the file"))
        self.same = command_button(self.answer_same, store)
        self.different = command_button(self.answer_different, store)
        self.take = command_button(self.take_chosen, store)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        for button in (self.same, self.different, self.take):
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)
        self.hide()

    def show_row(self, plan: ImportPlan, row: RowResult | None, taken: frozenset[str]) -> None:
        """Show what is to be decided about a row, and what was decided already."""
        self._row = row
        if row is None or not (row.like or row.kept):
            self.hide()
            return
        asks = row.like is not None and not row.kept
        self.text.setText(_look_alike_text(plan, row) if asks else _kept_text(row))
        for button, shown in ((self.same, asks), (self.different, asks), (self.take, not asks)):
            button.setVisible(shown)
        self.table.show_differences(differences(self._store, row, plan.comparison), sorted(taken))
        self.show()

    @command(N_("The same company"), "Alt+S", "check", needs=Needs.WRITING)
    def answer_same(self) -> None:
        """Take the row as the company it looks like, with the chosen fields of the file."""
        self._answer(True)

    @command(N_("Different companies"), "Alt+X", "x", needs=Needs.WRITING)
    def answer_different(self) -> None:
        """Take the row as another company."""
        self._answer(False)

    @command(N_("Take what is chosen"), "Alt+M", "check", needs=Needs.WRITING)
    def take_chosen(self) -> None:
        """Take the chosen fields of the file in place of what was typed since."""
        self._answer(None)

    def _answer(self, same: bool | None) -> None:
        if self._row:
            self.answered.emit(self._row.number, same, frozenset(self.table.taken))


def _kept_text(row: RowResult) -> str:
    """Return why values of a row are not taken: somebody typed others since, or a person was erased."""
    erased = [issue.text for issue in row.issues if issue.code == "erased"]
    if len(erased) == len(row.kept):
        return " ".join(erased)
    text = _("Row {row}: these values were typed since. They stay unless you choose those of the file.")
    return " ".join((text.format(row=row.number), *erased))


def _look_alike_text(plan: ImportPlan, row: RowResult) -> str:
    """Return which company a row looks like and why, and how that was answered."""
    assert row.like is not None
    text = _("Row {row}, {name}, looks like {other} ({score} %): {reason}.").format(
        row=row.number,
        name=row.name,
        other=other_name(row, plan.comparison),
        score=row.like.score,
        reason=row.like.reason,
    )
    answer = plan.options.answers.get(row.number)
    if answer is None:
        return text
    return f"{text} " + (_("It is taken as the same company.") if answer else _("It is taken as another company."))
