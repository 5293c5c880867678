"""A problem and its report: read and completed by the user, then saved as a file to send, or not."""

from collections.abc import Iterable
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QScreen
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from missionplanner import problem_report
from missionplanner.errors import UserError
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.theme import name_in_use
from missionplanner.i18n import _, current
from missionplanner.paths import free_path
from missionplanner.problem_report import Circumstances
from missionplanner.writing import replace_file


class ProblemDialog(Dialog):
    """A sentence on the problem, and the text of the report as it is saved; the program goes on afterwards, or ends.

    problem: lines of a trace, or those written at a crash. is_new: it just happened, so the program may be ended.
    """

    def __init__(
        self, text: str, details: str, problem: Iterable[str] = (), is_new: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Report of a problem"))
        open_with(self, 760, 560)
        self.is_to_quit = False
        """Whether the program is to be ended."""
        self.report = QPlainTextEdit(problem_report.report_text(problem, circumstances()))
        self.report.setAccessibleName(_("Report of a problem"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setTabChangesFocus(True)
        self.said = quiet_label()
        self.save = make_button(_("Save the report…"), "save", primary=True)
        self.copy = make_button(_("Copy"), "copy")
        self.go_on = make_button(_("Continue") if is_new else _("Close"))
        self.quit = make_button(_("Quit"))
        self._arrange(text, details, is_new)
        self.save.clicked.connect(self._on_save)
        self.copy.clicked.connect(self._on_copy)
        self.quit.clicked.connect(self._on_quit)
        self.go_on.setFocus()

    def _arrange(self, text: str, details: str, is_new: bool) -> None:
        explained = _(
            "This is the whole report, in English for those who repair the program. It holds no names, addresses or"
            " file names. You may add what you were doing, or delete what you do not want to send."
        )
        said = Label(details)
        said.setWordWrap(True)
        heading = heading_label(text)
        heading.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.RejectRole)
        if is_new:
            buttons.addButton(self.quit, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (heading, said, quiet_label(explained)):
            layout.addWidget(widget)
        layout.addWidget(self.report, 1)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def _on_save(self) -> None:
        start = free_path(Path.home(), "missionplanner-report", ".txt")
        found = QFileDialog.getSaveFileName(self, _("Save the report"), str(start), "*.txt")[0]
        if not found:
            return
        try:
            replace_file(Path(found), self.report.toPlainText().encode())
        except UserError as error:
            self.said.setText(str(error))
        else:
            self.said.setText(_("{name} was written.").format(name=found))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.said.setText(_("The report is on the clipboard."))

    def _on_quit(self) -> None:
        self.is_to_quit = True
        self.reject()


def circumstances() -> Circumstances:
    """Return what else a report says: Qt, the screens, language and theme."""
    screens = ", ".join(_screen_text(screen) for screen in QGuiApplication.screens())
    return (
        ("Qt", f"{qVersion()} ({QGuiApplication.platformName()}), PySide6 {PySide6.__version__}"),
        ("Screens", screens),
        ("Language", current().language),
        ("Theme", name_in_use()),
    )


def _screen_text(screen: QScreen) -> str:
    size = screen.size()
    return f"{size.width()} × {size.height()} at {screen.devicePixelRatio():g}"
