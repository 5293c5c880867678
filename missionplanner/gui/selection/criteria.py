"""The dialog of the criteria applications are marked by, with their weights."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.scored_fields import field_of
from missionplanner.errors import UserError
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.drafted_dialog import DraftedDialog
from missionplanner.gui.widgets.editors import Grid
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.i18n import _
from missionplanner.jobs.fields import values
from missionplanner.jobs.selection import decisions
from missionplanner.store.store import Store


class CriteriaDialog(DraftedDialog):
    """A row per criterion: its weight and its names; an emptied row is removed with its marks."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Criteria"))
        open_with(self, 1140, 420)
        self._store = store
        self._known = decisions.criteria(store)
        headings = [
            _("Weight"),
            _("Name in English"),
            _("Name in French"),
            _("Name in Spanish"),
            _("Read from own field or exposure"),
            _("Marks of values"),
        ]
        self.table = Grid(headings, (60, 215, 220, 215, 205, 185))
        self.table.setAccessibleName(_("Criteria"))
        self.table.show_rows(self._rows())
        self.problem = quiet_label()
        self.problem.setObjectName("problem")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(_("A criterion of weight 2 counts twice as much as one of weight 1.")))
        layout.addWidget(
            quiet_label(
                _(
                    "A criterion read from an own field of companies needs no reviewer: type the field, and the mark "
                    "each value gives (yes = 5; no = 1), or from which number on (100 = 3; 1000 = 5). The exposure is "
                    "read likewise: tariff status, share of the largest market (%) and others."
                )
            )
        )
        for widget in (self.table, self.problem, buttons):
            layout.addWidget(widget)
        self.keep_in(DraftPlace(store, "criteria"), layout)
        self.table.typed.connect(self.edited)

    def _rows(self) -> list[tuple[str, ...]]:
        fields = values.fields(self._store)
        return [
            (
                f"{one.weight:g}",
                *(one.name_en, one.name_fr, one.name_es),
                _label(field_of(one, fields)),
                "; ".join(one.points.splitlines()),
            )
            for one in self._known
        ]

    def typed(self) -> dict[str, Any]:
        """The rows as they stand in the table; those that were emptied keep their place."""
        rows = [[self.table.cell(row, column) for column in range(6)] for row in range(self.table.rowCount())]
        return {"rows": rows}

    def restore(self, typed: dict[str, Any]) -> None:
        """Show the rows as they were typed, with an empty one below."""
        rows = [*typed["rows"]]
        while rows and not any(rows[-1]):
            rows.pop()
        self.table.show_rows(rows)

    def accept(self) -> None:
        """Store the criteria as one step, once every weight is a number."""
        found: list[Criterion] = []
        try:
            for row in range(self.table.rowCount()):
                weight, english, french, spanish, named, points = (self.table.cell(row, column) for column in range(6))
                if not (english or french or spanish):
                    continue
                known = self._known[row] if row < len(self._known) else Criterion(name_en=english)
                names: dict[str, Any] = {"name_en": english, "name_fr": french, "name_es": spanish}
                typed: dict[str, Any] = {"weight": decisions.weight(weight), "points": decisions.points(points)}
                found.append(replace(known, **names, **typed, **decisions.read_from(self._store, named)))
            decisions.save_criteria(self._store, found)
        except UserError as error:
            self.problem.setText(f"{error.text} {error.hint}".strip())
            return
        super().accept()


def _label(field: OwnField | None) -> str:
    return field.label if field else ""
