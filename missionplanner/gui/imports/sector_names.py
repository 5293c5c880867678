"""The dialog that asks what sectors of a file stand for: those of the mission, or new ones."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.mission import Sector
from missionplanner.domain.spelling import words
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.completing import CompletingEdit
from missionplanner.gui.widgets.dialog_size import Scrolled, open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.drafted_dialog import may_forget
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _, count, current
from missionplanner.jobs.imports import new_sectors
from missionplanner.jobs.programme import ready_sectors
from missionplanner.store.store import Store

_FIELD = 220
"""Pixels of a line in which a sector is chosen, at least."""


class SectorNamesDialog(Dialog):
    """A line for each name: a sector of the mission chosen, a new one typed, or nothing.

    answers: what was said before.
    """

    def __init__(
        self, store: Store, names: Sequence[str], answers: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Sectors of the file"))
        self._sectors = sorted(store.all(Sector), key=lambda one: one.name(current().language).casefold())
        self.fields: dict[str, QComboBox] = {}
        self._said: dict[str, QLabel] = {}
        self.take = make_button(_("Take what is suggested"), "check")
        self._suggested = {name: one for name in names if (one := ready_sectors.likely(name, self._sectors))}
        self._build(names)
        for name, box in self.fields.items():
            box.setCurrentText(self._shown(answers.get(name, "")))
        self._before = self.answers
        open_with(self, 760, 520)
        first = next((box for box in self.fields.values() if not box.currentText()), None)
        if first:
            first.setFocus()

    @property
    def answers(self) -> dict[str, str]:
        """The code of a sector, or the name of a new one, by each name that stands for any."""
        return {name: found for name, box in self.fields.items() if (found := self._answer(box.currentText()))}

    def reject(self) -> None:
        """Close without taking the answers; what was typed is not thrown away without asking."""
        if self.answers == self._before or may_forget(self):
            super().reject()

    def take_suggestions(self) -> None:
        """Fill the lines that are empty with what is suggested."""
        for name, sector in self._suggested.items():
            if not self.fields[name].currentText().strip():
                self.fields[name].setCurrentText(sector.name(current().language))

    def _build(self, names: Sequence[str]) -> None:
        layout = QVBoxLayout(self)
        asked = count(
            "{n} name in the file is no sector of the mission: what is it?",
            "{n} names in the file are no sectors of the mission: what are they?",
            len(names),
        )
        heading = heading_label(asked)
        heading.setWordWrap(True)
        layout.addWidget(heading)
        layout.addWidget(quiet_label(_explanation()))
        layout.addWidget(self.take, alignment=Qt.AlignmentFlag.AlignLeft)
        self.take.setVisible(bool(self._suggested))
        self.take.clicked.connect(self.take_suggestions)
        inside = QWidget()
        grid = QGridLayout(inside)
        for place, share in enumerate((3, 4, 3)):
            grid.setColumnStretch(place, share)
        for row, name in enumerate(names):
            self._add(grid, row, name)
        grid.setRowStretch(len(names), 1)
        layout.addWidget(Scrolled(inside), 1)
        buttons = QDialogButtonBox()
        buttons.addButton(make_button(_("Cancel")), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(make_button(_("Apply"), primary=True), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _add(self, grid: QGridLayout, row: int, name: str) -> None:
        """Add the line of a name."""
        caption, box, said = Label(name), self._field(name), quiet_label()
        caption.setWordWrap(True)
        caption.setBuddy(box)
        for place, widget in enumerate((caption, box, said)):
            grid.addWidget(widget, row, place)
        self.fields[name], self._said[name] = box, said
        box.currentTextChanged.connect(lambda _text: self._say(name))
        self._say(name)

    def _field(self, name: str) -> QComboBox:
        box = ComboBox()
        names = [one.name(current().language) for one in self._sectors]
        line = CompletingEdit(names)
        box.setEditable(True)
        box.setLineEdit(line)  # completes by itself
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(names)
        box.setCurrentIndex(-1)
        box.setMinimumWidth(_FIELD)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (box, line):
            widget.setAccessibleName(_("What “{name}” stands for").format(name=name))
        return box

    def _say(self, name: str) -> None:
        """Say beside a line what it is understood as."""
        answer, likely = self._answer(self.fields[name].currentText()), self._suggested.get(name)
        text = _("Stays in the notes")
        if answer:
            text = _("A sector of the mission") if self._of_code(answer) else _("A new sector")
        elif likely:
            text = _("Perhaps: {field}").format(field=likely.name(current().language))
        self._said[name].setText(text)

    def _answer(self, text: str) -> str:
        """Return the code of the sector a text names, else the name of a new one, empty for none."""
        text = " ".join(text.split())
        if not words(text):
            return ""
        found = new_sectors.settled({"": text}, self._sectors).named[""]
        return found.code if found.id > 0 else text

    def _of_code(self, code: str) -> Sector | None:
        return next((one for one in self._sectors if one.code == code), None)

    def _shown(self, answer: str) -> str:
        known = self._of_code(answer)
        return known.name(current().language) if known else answer


def _explanation() -> str:
    return " ".join(
        [
            _("Choose a sector of the mission, or type the name of a new one."),
            _("Where a line is left empty, the name stays in the notes of the company."),
            _("What you say is remembered for the next file."),
        ]
    )
