"""A colleague's copy beside this file: the records it brings, and the values both wrote, to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from missionplanner.domain.record_labels import record_label
from missionplanner.gui.safety.clash_pane import ClashPane
from missionplanner.gui.safety.erasing import TickedList
from missionplanner.gui.safety.incoming import IncomingTree
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox
from missionplanner.i18n import _, count
from missionplanner.jobs.safety import merge_jobs
from missionplanner.jobs.safety.clashes import OpenClash
from missionplanner.jobs.safety.merging import CopyComparison

_MOST_NAMED = 8
_LINES = 120
"""Pixels for the people who are asked about."""


class MergeDialog(Dialog):
    """Shows what comes in, has the clashes settled, and asks whether the copy is brought to the same.

    is_both: whether that is chosen at first, where the copy can be written.
    """

    def __init__(self, found: CopyComparison, parent: QWidget | None = None, is_both: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Merge {name}").format(name=found.path.name))
        open_with(self, *((1000, 620) if found.records or found.clashes else (640, 180)))
        self._found = found
        self._asked = [one for one in found.left_out if not one.is_sure]
        self.namesakes = TickedList(_("People of the same name"))
        self.records = IncomingTree(found.records, [record_label(table) for table in found.joined.layout])
        self.clashes = ClashPane()
        self.clashes.show_clashes(found.clashes)
        self.yes = CheckBox(count("Yes, {n} record is deleted", "Yes, {n} records are deleted", found.deletions))
        self.both = CheckBox(_("Bring the copy up to date, too"))
        obstacle = merge_jobs.obstacle(found.path)
        self.both.setEnabled(not obstacle)
        self.both.setChecked(is_both and not obstacle)
        buttons, self.button = accept_or_cancel(self, _("Merge"), "users")
        layout = QVBoxLayout(self)
        layout.addWidget(quiet_label(_introduction(found)))
        layout.addWidget(self._parts(), 1)
        self._add_left_out(layout)
        for widget in (self.yes, self.both, *([quiet_label(obstacle)] if obstacle else [])):
            layout.addWidget(widget)
        layout.addWidget(buttons)
        self.yes.setVisible(found.needs_yes)
        self.yes.toggled.connect(self._update)
        self.both.toggled.connect(self._update)
        self._update()

    @property
    def chosen(self) -> list[tuple[OpenClash, int]]:
        """The clashes that are settled, each with the number of the value that was chosen."""
        return self.clashes.chosen

    @property
    def others(self) -> list[str]:
        """The uids of those with the name of one who was erased who are other people."""
        return [self._asked[place].uid for place in self.namesakes.ticked]

    def _add_left_out(self, layout: QVBoxLayout) -> None:
        """Say who is left out, and ask about those who only have the name of one who was erased."""
        sure = [one for one in self._found.left_out if one.is_sure]
        if sure:
            names = ", ".join(one.name for one in sure[:_MOST_NAMED]) + ("" if len(sure) <= _MOST_NAMED else "…")
            text = count(
                "{n} person of the copy was erased here and is left out:",
                "{n} people of the copy were erased here and are left out:",
                len(sure),
            )
            layout.addWidget(quiet_label(f"{text} {names}"))
        if self._asked:
            text = _(
                "These have the name of somebody who was erased. Tick who is another person; the others go for good."
            )
            layout.addWidget(quiet_label(text))
            for one in self._asked:
                self.namesakes.add(f"{one.name}, {one.company}", False)
            self.namesakes.setMaximumHeight(_LINES)
            layout.addWidget(self.namesakes)

    @property
    def is_both(self) -> bool:
        """Whether the copy is to be brought to the same."""
        return self.both.isChecked()

    def _parts(self) -> QSplitter:
        """Return the records that come in above the clashes to settle; either only where there is any."""
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.records)
        splitter.addWidget(self.clashes)
        self.records.setVisible(bool(self._found.records))
        self.clashes.setVisible(bool(self._found.clashes))
        return splitter

    def _update(self) -> None:
        """Merge where there is something to do, and to a mass deletion somebody said yes."""
        is_something = bool(self._found.steps or (self.is_both and self._found.outgoing))
        self.button.setEnabled(is_something and (self.yes.isChecked() or not self._found.needs_yes))


def _introduction(found: CopyComparison) -> str:
    """Return what there is to merge, in a few sentences."""
    if not found.steps:
        words = [_("Everything in this copy is here already.")]
    else:
        words = [count("{n} record comes in.", "{n} records come in.", len(found.records))]
    if found.deletions:
        words.append(count("{n} of them deletes something.", "{n} of them delete something.", found.deletions))
    if found.outgoing:
        words.append(
            count(
                "{n} change made here is not in the copy.",
                "{n} changes made here are not in the copy.",
                found.outgoing,
            )
        )
    if found.clashes:
        words.append(
            _(
                "Below is what two people wrote without knowing of each other: choose what is right, now or later. "
                "Until then the value that is shown counts."
            )
        )
    return " ".join(words)
