"""The two pages of the wizard, preview and columns, and the button that turns them."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from missionplanner.gui.imports.mapping import MappingPage
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.i18n import _
from missionplanner.jobs.imports.reading import FilePlan

_PREVIEW, _COLUMNS = range(2)


class WizardPages(QStackedWidget):
    """Shows the preview; the columns on demand, and first where some of them are not sure."""

    def __init__(self, preview: QWidget) -> None:
        super().__init__()
        self.mapping = MappingPage()
        self.addWidget(preview)
        self.addWidget(self.mapping)
        self.button = make_button(_("Columns…"), "table-2")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self._has_asked = False

    def start_over(self) -> None:
        """Ask anew: another table is about to be shown."""
        self._has_asked = False

    def show_plan(self, plan: FilePlan[Any]) -> None:
        """Show the columns of a plan; those that are not sure come before the preview, once for a table."""
        self.mapping.show_plan(plan)
        asked = bool(self.mapping.unsure)
        if asked and not self._has_asked:
            self.button.setChecked(True)
        if asked and self.button.isChecked():
            self.mapping.focus_question()
        self._has_asked = True
        self._name_button()

    def _on_toggled(self, on: bool) -> None:
        self.setCurrentIndex(_COLUMNS if on else _PREVIEW)
        self._name_button()

    def _name_button(self) -> None:
        asked = len(self.mapping.unsure)
        text = _("Columns… ({n} not sure)").format(n=asked) if asked else _("Columns…")
        self.button.setText(_("Preview") if self.button.isChecked() else text)
