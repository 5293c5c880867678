"""The commands that take things out: workbooks, lists as files or on paper, copies."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from missionplanner.errors import Cancelled, UserError
from missionplanner.gui.commands import command
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import written_files
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.window.save_dialog import MISSION_FILTER, ask_path
from missionplanner.gui.window.screen_stack import ScreenStack
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.paper import PaperPages
from missionplanner.paths import safe_name

if TYPE_CHECKING:
    from missionplanner.jobs.lists.printing import ShownList


class ExportCommands:
    """Everything, or the list of the screen that is shown, as a file or on paper."""

    def __init__(self, window: QWidget, workspace: Workspace, runner: Runner, stack: ScreenStack) -> None:
        self._window, self._workspace, self._runner, self._stack = window, workspace, runner, stack

    @command(N_("Export…"), "Ctrl+E", "download", "&File")
    def export_file(self) -> None:
        """Ask for a name and write a workbook of everything, or the companies as csv."""
        from missionplanner.jobs.lists import export  # slow import

        start = self._workspace.store.path.with_suffix(".xlsx")
        path = ask_path(self._window, _("Export"), start, _("Workbook or csv"), "*.xlsx *.csv")
        if path:
            job = export.export(path, sensitive=self._wants_sensitive())
            self._runner.start(job, self._show)

    @command(N_("Forms to fill in…"), "", "file-plus", "&File")
    def make_forms(self) -> None:
        """Ask which form, and write it in the languages that are wanted."""
        from missionplanner.gui.programme.forms_dialog import FormsDialog  # slow import

        dialog = FormsDialog(self._workspace.store, self._runner, self._window)
        dialog.exec()
        dialog.deleteLater()

    @command(N_("Export this list…"), "Ctrl+Shift+E", "table-2", "&File")
    def export_list(self) -> None:
        """Ask for a name and write the list that is shown as a spreadsheet."""
        self._save_list(_("Export this list"), "*.xlsx *.csv *.pdf")

    @command(N_("Print…"), "Ctrl+P", "printer", "&File")
    def print_shown(self) -> None:
        """Ask for a printer and print what is selected, or else the list. Raises UserError where neither is."""
        from missionplanner.jobs.lists import printing  # slow import

        if packs := self._stack.shown_pages():
            self._runner.start(packs, self._print_and_note)
        else:
            self._runner.start(printing.pages(self._shown()), self._print)

    def _print(self, pages: bytes) -> None:
        from missionplanner.gui.widgets import paper  # slow import

        paper.print_pages(pages, self._window)

    def _print_and_note(self, pages: PaperPages) -> None:
        """Print and note it, unless that is cancelled or only some of the pages are wanted."""
        from missionplanner.gui.widgets import paper  # slow import

        if paper.print_pages(pages.content, self._window) >= pages.sides:
            pages.note(self._workspace.store)

    @command(N_("Save a copy…"), "Ctrl+Shift+S", "save", "&File")
    def save_copy(self) -> None:
        """Ask for a name and copy the mission file there."""
        store = self._workspace.store
        start = store.path.with_stem(f"{store.path.stem} copy")
        path = ask_path(self._window, _("Save a copy"), start, _("Missions"), MISSION_FILTER)
        if path:
            store.backup(path)
            written_files.tell_written(self._window, store, _("A copy was saved."), (), path)

    def _save_list(self, title: str, patterns: str) -> None:
        """Raises UserError where no list is shown."""
        from missionplanner.jobs.lists import printing  # slow import

        shown = self._shown()
        ending = patterns.split()[0].removeprefix("*")
        start = self._workspace.store.path.with_name(f"{safe_name(shown.title)}{ending}")
        path = ask_path(self._window, title, start, shown.title, patterns)
        if path:
            path = path if path.suffix else path.with_suffix(ending)
            self._runner.start(printing.save(shown, path), self._show)

    def _shown(self) -> "ShownList":
        shown = self._stack.shown_list()
        if shown is None:
            raise UserError(_("This screen has no list."), _("Go to one that has, such as Companies."))
        return shown

    def _show(self, path: Path) -> None:
        written_files.show_file(self._window, self._workspace.store, path)

    def _wants_sensitive(self) -> bool:
        """Whether what is sensitive or under embargo goes along; the usual answer is no."""
        text = _(
            "Export passports, dietary and access needs, emergency contacts, agreements under embargo "
            "and what agreements are really worth as well?"
        )
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._window, _("Sensitive data"), literal(text), buttons.Yes | buttons.No | buttons.Cancel, buttons.No
        )
        if answer == buttons.Cancel:
            raise Cancelled
        return bool(answer == buttons.Yes)
