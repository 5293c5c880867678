"""The commands of letters: their drafts, their wording, and what is noted at them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog

from missionplanner.domain.letters import variant
from missionplanner.domain.moments import LetterMark
from missionplanner.errors import UserError
from missionplanner.gui import settings
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.letters.letter_list import LetterList
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.letter_wording import edit_wording
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.moments import writing
from missionplanner.jobs.moments.attached import AttachedOptions
from missionplanner.jobs.moments.composing import MomentDraft
from missionplanner.jobs.moments.enclosures import Enclosures
from missionplanner.jobs.moments.writing import DraftForm, LettersWritten, WritingOptions


class LetterCommands:
    """Writes and marks the letters of the moment that is shown: those that are selected, or all."""

    def __init__(self, shown: LetterList, workspace: Workspace, runner: Runner) -> None:
        self._list, self._workspace, self._runner = shown, workspace, runner
        self.enclosures, self.inviting = Enclosures(), ""

    @property
    def along(self) -> AttachedOptions:
        """The files that go along with letters."""
        return AttachedOptions(self._list.bar.letter_file, self.enclosures, self.inviting)

    @property
    def notes(self) -> tuple[Callable[[], None], ...]:
        """The commands that note something."""
        return (self.note_out, self.note_kept, self.note_accepts, self.note_declines, self.note_asks)

    @command(N_("Write drafts…"), icon="mail-question", needs=Needs.WRITING)
    def write_drafts(self) -> None:
        """Ask for a folder and write a draft for each letter that is to be written."""
        self._ask_and_write(DraftForm.EML)

    @command(N_("Write one mailbox (Thunderbird)…"), needs=Needs.WRITING)
    def write_mailbox(self) -> None:
        """Ask for a folder and write the letters as one mailbox."""
        self._ask_and_write(DraftForm.MBOX)

    @command(N_("Write a table for mail merge…"), needs=Needs.WRITING)
    def write_table(self) -> None:
        """Ask for a folder and write the letters as a table."""
        self._ask_and_write(DraftForm.CSV)

    @command(N_("Attach files…"))
    def attach_files(self) -> None:
        """Ask for files that go along with every mail."""
        names, _kind = QFileDialog.getOpenFileNames(self._list, _("Attach files…"), self._folder())
        if names:
            self._enclose(replace(self.enclosures, files=tuple(map(Path, names))))

    @command(N_("Attach the printed packs…"))
    def attach_packs(self) -> None:
        """Ask for the folder packs were printed into: each mail gets the pack of who it is to."""
        folder = QFileDialog.getExistingDirectory(self._list, _("Where the packs were printed"), self._folder())
        if folder:
            self._enclose(replace(self.enclosures, packs=Path(folder)))

    @command(N_("Invite to each meeting…"))
    def invite(self) -> None:
        """Ask for the address that invites: each meeting and event is then a mail of its own, to be accepted."""
        known = self.inviting or str(settings.read("letter_own_address") or "")
        address, ok = QInputDialog.getText(
            self._list, _("Invite to each meeting"), literal(_("The address that answers go to")), text=known
        )
        if ok:
            self.inviting = address.strip()
            self._enclose(self.enclosures)

    @command(N_("Attach nothing more"))
    def attach_nothing(self) -> None:
        """Let no files and invitations go along."""
        self.inviting = ""
        self._enclose(Enclosures())

    @command(N_("Try out on oneself…"))
    def try_out(self) -> None:
        """Ask for an address and write the letter that is shown to it; it is in no journal."""
        one = self._shown()
        known = str(settings.read("letter_own_address") or "")
        address, ok = QInputDialog.getText(
            self._list, _("Try out on oneself"), literal(_("Your e-mail address")), text=known
        )
        if not ok or not address.strip():
            return
        settings.write("letter_own_address", address.strip())
        if folder := self._ask_folder():
            name = _("Letter to try out")
            target = folder / f"{name}.eml"
            self._runner.start(writing.trial(one, target, address.strip(), self.along), self._show_trial)

    @command(N_("Went out"), needs=Needs.WRITING)
    def note_out(self) -> None:
        """Note that the letters went out."""
        self.note(LetterMark.OUT)

    @command(N_("Did not go out"), needs=Needs.WRITING)
    def note_kept(self) -> None:
        """Note that the letters did not go out: they are to be written again."""
        self.note(LetterMark.KEPT)

    @command(N_("Accepts"), needs=Needs.WRITING)
    def note_accepts(self) -> None:
        """Note that who got the letter accepts."""
        self.note(LetterMark.ACCEPTS)

    @command(N_("Declines"), needs=Needs.WRITING)
    def note_declines(self) -> None:
        """Note that who got the letter declines."""
        self.note(LetterMark.DECLINES)

    @command(N_("Asks"), needs=Needs.WRITING)
    def note_asks(self) -> None:
        """Note that who got the letter asks something."""
        self.note(LetterMark.ASKS)

    def edit_wording(self, language: str, side: str = "", organisations: str = "") -> None:
        """Edit the wording of the letters of this moment in a language.

        side, organisations: for whom it is, where not for all: a side, and the uid of a kind of organisations.
        """
        kind = variant(self._list.kind, side, organisations)
        if edit_wording(self._list, self._workspace.store, kind, self._list.called, language):
            self._list.refresh()

    def write(self, folder: Path, form: DraftForm) -> None:
        """Write what is to be written of the letters that are chosen."""
        settings.write("letter_folder", str(folder))
        keys = frozenset(one.key for one in writing.to_write(self._list.chosen))
        options = WritingOptions(self._list.occasion, folder, keys, form, self.along)
        self._runner.start(writing.write(options), self._show_written)

    def note(self, mark: LetterMark) -> None:
        """Note something at the letters that are selected; an answer at the one that is shown.

        All went out where one alone is selected; those that did not are always named one by one.
        Raises UserError where none of them was written.
        """
        store, concerned = self._workspace.store, self._list.chosen
        if mark.is_answer:
            concerned = [self._shown()]
        elif mark is LetterMark.KEPT:
            concerned = self._list.selected
        found = writing.last_letters(store, concerned)
        if not found:
            raise UserError(_("None of these letters was written yet."), _("Write the drafts first."))
        number = writing.note(store, found, mark)
        self._list.refresh()
        letters_noted = count("{n} letter", "{n} letters", number)
        self._list.words.setText(_("{mark}: {letters}").format(mark=mark.label, letters=letters_noted))

    def _shown(self) -> MomentDraft:
        """Return the letter that is shown; raises UserError where none is."""
        one = self._list.current
        if one is None:
            raise UserError(_("No letter is selected."), _("Select a letter."))
        return one

    def _ask_and_write(self, form: DraftForm) -> None:
        if not writing.to_write(self._list.chosen):
            text = _("None of these letters is to be written.")
            raise UserError(text, _("Those that were written are written again once something changed."))
        if folder := self._ask_folder():
            self.write(folder, form)

    def _enclose(self, enclosures: Enclosures) -> None:
        """Have files go along, and say so beside the number of letters."""
        self.enclosures = enclosures
        files = count("with {n} file", "with {n} files", len(enclosures.files)) if enclosures.files else ""
        packs = _("with packs") if enclosures.packs else ""
        invited = _("with invitations") if self.inviting else ""
        self._list.along = [one for one in (files, packs, invited) if one]
        self._list.refresh()

    def _folder(self) -> str:
        return str(settings.read("letter_folder") or self._workspace.store.path.parent)

    def _ask_folder(self) -> Path | None:
        folder = QFileDialog.getExistingDirectory(self._list, _("Where the letters are written"), self._folder())
        return Path(folder) if folder else None

    def _show_written(self, done: LettersWritten) -> None:
        details = [
            _("Say under “Mark as” what went out; nobody is written to twice for the same."),
            *writing.remarks(done),
        ]
        tell_written(self._list.window(), self._workspace.store, writing.words(done), details, done.folder)

    def _show_trial(self, path: Path) -> None:
        text = _("The letter was written.")
        tell_written(self._list.window(), self._workspace.store, text, (), path)
