"""The commands of the packs: PDFs of them, change slips, one file for the print shop, calendars."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.gui import settings
from missionplanner.gui.commands import Takes, command
from missionplanner.gui.packs import result_messages
from missionplanner.gui.packs.calendars_dialog import CalendarChoice, CalendarsDialog
from missionplanner.gui.packs.pack_list import PackList
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.table import DataTable
from missionplanner.gui.widgets.texts_pane import TextsPane
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.calendars import contacts, making
from missionplanner.jobs.calendars.making import CalendarOptions
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs import printing, run_list, slips
from missionplanner.jobs.packs.drafts import Material
from missionplanner.jobs.packs.prints import PackResult
from missionplanner.paths import safe_name


class PackCommands:
    """Prints the packs of the edition that is listed, and shows what was made."""

    def __init__(self, texts: TextsPane, workspace: Workspace, runner: Runner, table: DataTable, packs: PackList):
        self._texts, self._workspace, self._runner, self._table, self._packs = texts, workspace, runner, table, packs

    @command(N_("Make PDFs of the selected…"), icon="download", takes=Takes.SOME)
    def print_selected(self) -> None:
        """Ask for a folder and make PDFs of the selected packs."""
        self._ask_and_print(self._table.chosen_keys(), outdated=False)

    @command(N_("Make PDFs of what is out of date…"), icon="download")
    def print_outdated(self) -> None:
        """Ask for a folder and make PDFs of the packs that were never made or are out of date."""
        self._ask_and_print(list(self._table.rows.keys), outdated=True)

    @command(N_("Make a PDF of change slips…"))
    def print_slips(self) -> None:
        """Ask for a file and print a change slip for every printed pack that is out of date."""
        if target := self._ask_file(_("Change slips"), _("Changes")):
            self.print_slips_into(target)

    @command(N_("Make one PDF for the print shop…"))
    def print_single(self) -> None:
        """Ask for a file and print the packs into it."""
        if target := self._ask_file(_("One PDF for the print shop"), _("Packs")):
            self.print_single_into(target)

    @command(N_("Make a PDF with bleed for the print shop…"))
    def print_with_bleed(self) -> None:
        """Ask for a file and print the packs into it with 3 mm beyond the edges of pages, and marks to cut by."""
        if target := self._ask_file(_("One PDF for the print shop"), _("Packs")):
            self.print_single_into(target, bleed=True)

    @command(N_("Run list for whoever prints…"))
    def write_run_list(self) -> None:
        """Ask for a file and write into it how many copies of each pack are printed, and how they are stapled."""
        if target := self._ask_file(_("Run list"), _("Run list")):
            self.write_run_list_into(target)

    @command(N_("Calendars and contacts…"))
    def write_calendars(self) -> None:
        """Ask what and for a folder, and write calendars and contacts of the selected companies and their people."""
        dialog = CalendarsDialog(self._window())
        if dialog.exec() and (folder := self._ask_folder()):
            self.write_calendars_into(folder, dialog.choice)

    def print_into(self, folder: Path, keys: list[int], outdated: bool) -> None:
        """Print packs into this folder and show what was made."""
        packs, of_companies = self._packs, self._packs.choice.edition.is_of_companies
        options = printing.PackOptions(
            folder,
            packs.language,
            frozenset(map(packs.company, keys)) if of_companies else None,
            outdated,
            edition=packs.choice.edition,
            per_delegate=packs.choice.per_delegate,
            papers=packs.papers,
            delegates=packs.people(keys),
        )
        self._start(printing.make(options), folder)

    def print_slips_into(self, target: Path) -> None:
        """Print the change slips into this file."""
        self._start(slips.make(target, self._one_language), target.parent)

    def write_run_list_into(self, target: Path) -> None:
        """Write the run list of the packs of this language into this file."""
        job = run_list.make(target, self._packs.language, self._packs.choice.per_delegate, self._packs.choice.edition)
        window, store = self._window(), self._workspace.store
        self._runner.start(job, lambda made: tell_written(window, store, _("The run list was written."), (), made))

    def print_single_into(self, target: Path, bleed: bool = False) -> None:
        """Print the selected packs, or all where one is selected, into this file."""
        packs, keys = self._packs, self._several()
        options = printing.PackOptions(
            target.parent,
            packs.language,
            frozenset(map(packs.company, keys)),
            single=target.name,
            per_delegate=packs.choice.per_delegate,
            delegates=packs.people(keys),
            bleed=bleed,
            edition=packs.choice.edition,
        )
        self._start(printing.make(options), target.parent)

    def write_calendars_into(self, folder: Path, choice: CalendarChoice) -> None:
        """Write what was chosen of the selected companies, or of all where one is selected, into this folder."""
        companies = frozenset(map(self._packs.company, self._several()))
        window, store = self._window(), self._workspace.store
        if choice.kinds:
            options = CalendarOptions(companies, choice.kinds, self._one_language, choice.reminder)
            job = making.make(folder, options)
            self._runner.start(job, lambda made: result_messages.show_calendars_made(window, store, made, folder))
        if choice.vcard:
            wanted = contacts.ContactOptions(companies, choice.vcard, self._one_language)
            self._runner.start(
                contacts.make(folder, wanted),
                lambda made: tell_written(window, store, contacts.words(made), (), folder),
            )

    @property
    def _one_language(self) -> str:
        """The language of the packs, or of the screen where each is in its reader's."""
        return self._packs.language or current().language

    def _ask_and_print(self, keys: list[int], outdated: bool) -> None:
        if keys and (folder := self._ask_folder()):
            self.print_into(folder, keys, outdated)

    def _several(self) -> list[int]:
        """The selected rows; one is always selected, so that one alone means all."""
        keys = self._table.chosen_keys()
        return keys if len(keys) > 1 else list(self._table.rows.keys)

    def _start(self, job: Job[Material, PackResult], folder: Path) -> None:
        # What is being typed is printed too.
        self._texts.save()
        window, store = self._window(), self._workspace.store
        self._runner.start(job, lambda result: result_messages.show_packs_made(window, store, result, folder))

    def _window(self) -> QWidget:
        """The window, which is still there when the screen has gone meanwhile."""
        return self._table.window()

    def _ask_folder(self) -> Path | None:
        start = settings.read("pack_folder") or str(self._workspace.store.path.parent)
        folder = QFileDialog.getExistingDirectory(self._table, _("Folder for the packs"), start)
        if folder:
            settings.write("pack_folder", folder)
        return Path(folder) if folder else None

    def _ask_file(self, title: str, name: str) -> Path | None:
        start = Path(settings.read("pack_folder") or self._workspace.store.path.parent)
        proposed = start / f"{safe_name(name)} - {self._one_language}.pdf"
        found = QFileDialog.getSaveFileName(self._table, title, str(proposed), "PDF (*.pdf)")[0]
        return Path(found).with_suffix(".pdf") if found else None
