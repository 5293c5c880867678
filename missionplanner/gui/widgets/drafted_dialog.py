"""The dialog that is typed into: what it holds survives a crash, and is not thrown away without asking."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QDialog, QWidget

from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.form_drafts import DraftLine, DraftPlace
from missionplanner.i18n import _


class DraftedDialog(Dialog):
    """A dialog whose editors `typed` reads and `restore` fills; `keep_in` is called once they are filled."""

    edited = Signal()
    """Something was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: DraftLine | None = None
        self._opened_with: dict[str, Any] = {}

    def typed(self) -> dict[str, Any]:
        """Return what stands in all editors, also where it cannot be read, as JSON has it.

        Raises NotImplementedError where a dialog does not say.
        """
        raise NotImplementedError

    def restore(self, typed: dict[str, Any]) -> None:
        """Put back what `typed` returned; raises NotImplementedError where a dialog does not say how."""
        raise NotImplementedError

    def keep_in(self, place: DraftPlace, layout: QBoxLayout) -> None:
        """Keep what is typed there until the dialog is left, and bring back what was left behind."""
        self._opened_with = self.typed()
        self.draft = DraftLine(place, self)
        layout.insertWidget(0, self.draft)
        self.draft.restore()
        self.finished.connect(self.draft.drop)

    def reject(self) -> None:
        """Close without storing; what was typed is not thrown away without asking."""
        if self.typed() == self._opened_with or may_forget(self):
            super().reject()


def may_forget(dialog: QDialog) -> bool:
    """Ask whether what was typed into a dialog may be thrown away."""
    text = _("Close “{title}” without what you typed?").format(title=dialog.windowTitle())
    return alerts.confirm(dialog, text, "", _("Close"), _("Go on here"))
