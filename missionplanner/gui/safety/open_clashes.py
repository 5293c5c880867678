"""The clashes nobody has settled yet, as a place of their own."""

from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.safety.clash_pane import ClashPane
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.i18n import N_, _
from missionplanner.jobs.safety import clashes
from missionplanner.store.store import Store


class OpenClashesDialog(Dialog):
    """Settles what is chosen as one step, and goes on with the rest."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What two people wrote"))
        open_with(self, 1000, 560)
        self._store = store
        self.introduction = quiet_label()
        self.clashes = ClashPane()
        self.button = command_button(self.settle, store, primary=True)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.introduction)
        layout.addWidget(self.clashes, 1)
        layout.addLayout(row)
        self.clashes.changed.connect(self._update)
        self.refresh()

    def refresh(self) -> None:
        """List the clashes that are open now."""
        found = clashes.open_clashes(self._store)
        text = _("Nothing is left to settle. What two people write without knowing of each other is listed here.")
        if found:
            choose = _("Choose what is right; until then the value shown counts. Undo takes a choice back.")
            text = f"{clashes.summary(found)} {choose}"
        self.introduction.setText(text)
        self.clashes.setVisible(bool(found))
        self.clashes.show_clashes(found)

    @command(N_("Settle what is chosen"), icon="check", needs=Needs.WRITING)
    def settle(self) -> None:
        """Settle what is chosen; what is not stays here."""
        if alerts.attempt(self, lambda: clashes.settle(self._store, self.clashes.chosen)):
            self.refresh()

    def _update(self) -> None:
        self.button.setEnabled(bool(self.clashes.chosen) and not self._store.read_only)
