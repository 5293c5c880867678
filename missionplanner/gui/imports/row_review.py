"""The row that is looked at in the preview: what it looks like, what was typed since, and what is to happen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.side_by_side import SideBySide
from missionplanner.i18n import _
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
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.table = SideBySide(_("In the mission"), _("In the file"))
        self.same = make_button(_("The same company"), "check", "Alt+S")
        self.different = make_button(_("Different companies"), "x", "Alt+F")
        self.take = make_button(_("Take what is chosen"), "check", "Alt+T")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.table, 1)
        row = QHBoxLayout()
        for button in (self.same, self.different, self.take):
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)
        self.same.clicked.connect(lambda: self._answer(True))
        self.different.clicked.connect(lambda: self._answer(False))
        self.take.clicked.connect(lambda: self._answer(None))
        self.hide()

    def show_row(self, plan: ImportPlan, row: RowResult | None, taken: frozenset[str]) -> None:
        """Show what is to be decided about a row, and what was decided already."""
        self._row = row
        if row is None or not (row.like or row.kept):
            self.hide()
            return
        asks = row.like is not None and not row.kept
        if asks and row.like:
            answer = plan.options.answers.get(row.number)
            text = _("Row {row}, {name}, looks like {other} ({score} %): {reason}.").format(
                row=row.number,
                name=row.name,
                other=other_name(row, plan.comparison),
                score=row.like.score,
                reason=row.like.reason,
            )
            if answer is not None:
                text += " " + (
                    _("It is taken as the same company.") if answer else _("It is taken as another company.")
                )
            self.text.setText(text)
        else:
            text = _("Row {row}: these values were typed since. They stay unless you choose those of the file.")
            self.text.setText(text.format(row=row.number))
        for button, shown in ((self.same, asks), (self.different, asks), (self.take, not asks)):
            button.setVisible(shown)
        self.table.show_differences(differences(self._store, row, plan.comparison), sorted(taken))
        self.show()

    def _answer(self, same: bool | None) -> None:
        if self._row:
            self.answered.emit(self._row.number, same, frozenset(self.table.taken))
