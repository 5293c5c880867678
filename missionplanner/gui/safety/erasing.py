"""Erasing people: what will happen in words, and the texts that name them, each to be emptied or left."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _, count
from missionplanner.jobs.safety.privacy import NamingPassage
from missionplanner.store.merging.blanking import Place

_TICKED = Qt.CheckState.Checked


class TickedList(QListWidget):
    """A list whose lines are ticked by mouse or with Space, all of those that are selected at once."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.itemChanged.connect(self._on_changed)

    def add(self, text: str, is_ticked: bool) -> None:
        """Add a line."""
        item = QListWidgetItem(text)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_TICKED if is_ticked else Qt.CheckState.Unchecked)
        self.blockSignals(True)
        self.addItem(item)
        self.blockSignals(False)

    def tick(self, is_ticked: bool) -> None:
        """Tick or untick every line."""
        self.blockSignals(True)
        for place in range(self.count()):
            self.item(place).setCheckState(_TICKED if is_ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    @property
    def ticked(self) -> list[int]:
        """The places of the lines that are ticked."""
        return [place for place in range(self.count()) if self.item(place).checkState() is _TICKED]

    def _on_changed(self, item: QListWidgetItem) -> None:
        """Have the other selected lines follow the one that was ticked."""
        if item.isSelected():
            self.blockSignals(True)
            for other in self.selectedItems():
                other.setCheckState(item.checkState())
            self.blockSignals(False)
            self.viewport().update()


class ErasingDialog(Dialog):
    """The question before people are erased; what is unticked stays."""

    def __init__(
        self, who: str, details: str, passages: Sequence[NamingPassage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Erase personal data"))
        open_with(self, 760, 620)
        self._passages = list(passages)
        self.list = TickedList(_("Texts that name them"))
        for one in self._passages:
            self.list.add(f"{one.record}, {one.about}\n{one.passage.words}", one.passage.is_sure)
        layout = QVBoxLayout(self)
        layout.addWidget(heading_label(who))
        text = Label(details)
        text.setWordWrap(True)
        layout.addWidget(text)
        if self._passages:
            self._add_passages(layout)
        else:
            layout.addWidget(quiet_label(_("No note or text names them.")))
            layout.addStretch()
        layout.addWidget(self._buttons())

    @property
    def kept(self) -> set[Place]:
        """The texts that stay as they are."""
        ticked = set(self.list.ticked)
        return {one.place for place, one in enumerate(self._passages) if place not in ticked}

    def _add_passages(self, layout: QVBoxLayout) -> None:
        layout.addWidget(heading_label(_("Texts that name them")))
        text = _(
            "What is ticked is taken out: of notes and texts the sentences that name them, of names of things these "
            "names, files whole. Untick what means somebody else, or is to stay."
        )
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        for label, is_ticked in ((_("Tick all"), True), (_("Tick none"), False)):
            button = make_button(label)
            button.clicked.connect(lambda *_args, wanted=is_ticked: self.list.tick(wanted))
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        erase = make_button(_("Erase for good"), "trash-2")
        buttons.addButton(erase, QDialogButtonBox.ButtonRole.DestructiveRole)
        # Enter must not erase anybody.
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        erase.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


class LeftCopiesDialog(Dialog):
    """The kept copies that still hold people who were erased, to be deleted by choice."""

    def __init__(self, done: str, copies: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Erase personal data"))
        open_with(self, 640, 420)
        self._copies = list(copies)
        self.list = TickedList(_("Kept copies"))
        for path in self._copies:
            self.list.add(f"{path.name}\n{path.parent}", True)
        layout = QVBoxLayout(self)
        layout.addWidget(heading_label(done))
        text = count(
            "{n} kept copy on this computer still holds them. What is ticked is deleted.",
            "{n} kept copies on this computer still hold them. What is ticked is deleted.",
            len(self._copies),
        )
        layout.addWidget(quiet_label(text))
        layout.addWidget(self.list, 1)
        buttons = QDialogButtonBox()
        delete = make_button(_("Delete the ticked copies"), "trash-2")
        buttons.addButton(delete, QDialogButtonBox.ButtonRole.DestructiveRole)
        keep = make_button(_("Keep them all"))
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        delete.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    @property
    def chosen(self) -> list[Path]:
        """The copies to be deleted."""
        return [self._copies[place] for place in self.list.ticked]
