"""Drafts of letters of moments, written so that after any interruption each exists exactly once; and notes at them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from missionplanner.domain.calendar_entries import CalendarEntry
from missionplanner.domain.limits import LINE
from missionplanner.domain.moments import LetterMark, LetterNote, Moment, MomentLetter
from missionplanner.errors import UserError
from missionplanner.exchange import mail
from missionplanner.exchange.spreadsheets import csv_bytes
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.job import Job
from missionplanner.jobs.moments import attached
from missionplanner.jobs.moments.attached import Attached, AttachedBasis, AttachedOptions, LetterFile
from missionplanner.jobs.moments.composing import MomentDraft, composed
from missionplanner.jobs.moments.occasions import Occasion, basis_of
from missionplanner.paths import free_path, safe_name
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.user import user_name
from missionplanner.writing import make_folder, replace_file


class DraftForm(StrEnum):
    """The form in which drafts leave the program."""

    EML = "eml"
    MBOX = "mbox"
    CSV = "csv"


FORM_LABELS = {
    DraftForm.EML: N_("A file for each letter (Outlook, Apple Mail)"),
    DraftForm.MBOX: N_("One mailbox (Thunderbird)"),
    DraftForm.CSV: N_("A table for mail merge (Word, Outlook)"),
}


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """Which letters are written, and how."""

    occasion: Occasion
    folder: Path
    keys: frozenset[str]
    """The keys of the letters."""
    form: DraftForm = DraftForm.EML
    along: AttachedOptions = field(default_factory=AttachedOptions)


@dataclass(frozen=True, slots=True)
class WritingBasis:
    """The facts drafts are written from."""

    drafts: tuple[MomentDraft, ...]
    attached: AttachedBasis
    known: frozenset[str]
    """The names of files the journal knows, which are not written over."""


@dataclass(frozen=True, slots=True)
class LettersWritten:
    """The outcome of writing drafts."""

    folder: Path
    letters: tuple[tuple[MomentDraft, str], ...]
    """Each with the name of its file."""
    told: tuple[CalendarEntry, ...]
    """The entries their calendars tell for the first time."""
    now: datetime
    without_paper: int = 0
    """How many were asked for as Word documents and are PDF, since no paper of the office is chosen for them."""

    @property
    def without_address(self) -> tuple[str, ...]:
        """The companies and people without an address, whose letters are on paper only."""
        return tuple(one.person or one.company for one, _name in self.letters if not one.recipient)


def write(options: WritingOptions) -> Job[WritingBasis, LettersWritten]:
    """Return the job that writes drafts into a folder and enters them into the journal.

    A draft that an interrupted run had written is written again under the same name, so that each is there once. The
    job raises UserError where a letter was written by somebody meanwhile, or the folder cannot be written.
    """

    def read(store: Store) -> WritingBasis:
        basis = basis_of(store)
        drafts = tuple(one for one in composed(basis, options.occasion) if one.key in options.keys)
        if len(drafts) < len(options.keys):
            text = _("Something changed since these letters were listed.")
            raise UserError(text, _("Look at the list again."))
        known = frozenset(one.file_name for one in store.all(MomentLetter))
        return WritingBasis(drafts, attached.basis_of(store, options.along), known)

    def work(basis: WritingBasis, progress: Progress) -> LettersWritten:
        files = Attached(basis.drafts, basis.attached, options.along)
        basis.attached.enclosed.weigh(one for one in basis.drafts if one.recipient)
        make_folder(options.folder)
        now = datetime.now(UTC)
        found = tuple(_written(options, basis, files, progress))
        return LettersWritten(options.folder, found, files.new, now, _without_paper(basis, options))

    return Job(_("Writing letters"), read, work, _journal)


def trial(
    one: MomentDraft, target: Path, recipient: str, along: AttachedOptions | None = None
) -> Job[AttachedBasis, Path]:
    """Return the job that writes a letter as its reader will get it, but to an address of one's own; none is journaled.

    The job raises UserError where a mail cannot be written to that address.
    """

    def work(basis: AttachedBasis, _progress: Progress) -> Path:
        replace_file(target, _mail(one, Attached([one], basis, options), recipient, "test"))
        return target

    options = along or AttachedOptions()
    return Job(_("Writing letters"), lambda store: attached.basis_of(store, options), work)


def note(store: Store, letters: Iterable[MomentLetter], mark: LetterMark) -> int:
    """Note something at letters, outside undo as the letters are; return at how many."""
    now = datetime.now(UTC)
    notes = [LetterNote(letter=one.uid, mark=mark, noted_at=now, noted_by=user_name()) for one in letters]
    if notes:
        store.record(*notes)
    return len(notes)


def last_letters(store: Store, drafts: Iterable[MomentDraft]) -> list[MomentLetter]:
    """Return the last letters that were written of these, of each that was."""
    journal, found = basis_of(store).journal, []
    for one in drafts:
        moments = [Moment.TIMETABLE, Moment.CHANGES] if one.moment is Moment.CHANGES else [one.moment]
        found += journal.written(one.company_id, one.person_id, moments, one.about)[-1:]
    return found


def words(done: LettersWritten) -> str:
    """Return how many letters were written."""
    return count("{n} letter was written.", "{n} letters were written.", len(done.letters))


def remarks(done: LettersWritten) -> list[str]:
    """Return what is to be known of letters that were written, a sentence each."""
    found = []
    if done.without_address:
        found.append(_("Without an address, to be printed: {names}").format(names=", ".join(done.without_address)))
    if done.without_paper:
        found.append(
            count(
                "{n} letter is attached as PDF: no Word document of the office is chosen for it.",
                "{n} letters are attached as PDF: no Word document of the office is chosen for them.",
                done.without_paper,
            )
        )
    return found


def _without_paper(basis: WritingBasis, options: WritingOptions) -> int:
    """Return how many letters were to be Word documents and have no paper."""
    papers, is_word = basis.attached.head.papers, options.along.letter is LetterFile.WORD
    return sum(is_word and not papers.document(one.kinds, one.language) for one in basis.drafts)


def _written(
    options: WritingOptions, basis: WritingBasis, files: Attached, progress: Progress
) -> Iterator[tuple[MomentDraft, str]]:
    """Write the drafts and yield each with the name of its file."""
    marks = frozenset(one.mark for one in basis.drafts)
    in_one = [one for one in basis.drafts if one.recipient and options.form is not DraftForm.EML]
    if in_one:
        content = _in_one(in_one, files, options.form)
        title = (_title(basis.drafts, options), f".{options.form.value}")
        path = _put(options.folder, title, content, (basis.known, marks))
        yield from ((one, path) for one in in_one)
    for number, (one, name) in enumerate(zip(basis.drafts, _names(basis.drafts), strict=True)):
        progress.report(number / len(basis.drafts), one.company)
        if not one.recipient:
            ending, content = files.on_paper(one)
            yield one, _put(options.folder, (name, ending), content, (basis.known, marks))
        elif not in_one:
            content = _mail(one, files, one.recipient, one.mark)
            yield one, _put(options.folder, (name, ".eml"), content, (basis.known, frozenset({one.mark})))
            for place, made in enumerate(_inviting(one, files), start=1):
                marks = frozenset({mail.key_of(made)})
                _put(options.folder, (f"{name} - {place:02}", ".eml"), made, (basis.known, marks))


def _names(drafts: Sequence[MomentDraft]) -> Iterator[str]:
    """Yield the name of the file of every letter, each once; the same ones whenever it is asked."""
    taken: dict[str, int] = {}
    for one in drafts:
        parts = (one.company, one.person, one.called, one.about if one.moment is Moment.EVENING else "")
        name = safe_name(" - ".join(filter(None, parts)))
        taken[name.casefold()] = number = taken.get(name.casefold(), 0) + 1
        yield name if number == 1 else f"{name} ({number})"


def _title(drafts: Sequence[MomentDraft], options: WritingOptions) -> str:
    about = drafts[0].about if drafts and options.occasion.moment is Moment.EVENING else ""
    called = drafts[0].called if options.occasion.own else options.occasion.moment.label
    return safe_name(" - ".join(filter(None, (called, about))))


def _put(folder: Path, name: tuple[str, str], content: bytes, taken: tuple[frozenset[str], frozenset[str]]) -> str:
    """Write a file and return its name: over what an interrupted run left there, else beside what is there.

    taken: the names of files the journal knows, and the marks of the letters that are written.
    """
    path, (known, marks) = folder / "".join(name), taken
    if path.name in known or (path.exists() and not _is_left(path, content, marks)):
        path = free_path(folder, *name)
    replace_file(path, content)
    return path.name


def _is_left(path: Path, content: bytes, marks: frozenset[str]) -> bool:
    """Whether a file is a draft of these letters, as a run leaves that was interrupted before the journal."""
    there = path.read_bytes()
    return there == content or mail.key_of(there) in marks


def _mail(one: MomentDraft, files: Attached, recipient: str, mark: str) -> bytes:
    return mail.letter(recipient, one.subject, files.text(one), files.parts(one), mark)


def _inviting(one: MomentDraft, files: Attached) -> Iterator[bytes]:
    """Yield the mails that invite to meetings and events, or cancel them."""
    for each in files.invitations(one):
        mark = sha256(f"{one.mark} {each.item}".encode()).hexdigest()[:24]
        yield mail.invitation(one.recipient, each.subject, each.text, each.calendar, mark)


def _in_one(drafts: Sequence[MomentDraft], files: Attached, form: DraftForm) -> bytes:
    """Return letters that have an address as one mailbox, or as a table for mail merge."""
    if form is DraftForm.MBOX:
        letters = [_mail(one, files, one.recipient, one.mark) for one in drafts]
        return mail.mailbox([*letters, *(made for one in drafts for made in _inviting(one, files))])
    headings = ["email", "name", "company", "language", "subject", "body"]
    rows = [[one.recipient, one.name, one.company, one.language, one.subject, one.body] for one in drafts]
    return csv_bytes(headings, rows)


def _journal(store: Store, done: LettersWritten) -> None:
    entries = [
        MomentLetter(
            company_id=one.company_id,
            person_id=one.person_id,
            moment=one.moment,
            about=one.about,
            language=one.language,
            recipient=one.recipient[:LINE],
            subject=one.subject,
            file_name=name,
            content=one.content,
            written_at=done.now,
            written_by=user_name(),
        )
        for one, name in done.letters
    ]
    if entries:
        store.record(*entries, *done.told)


def to_write(drafts: Iterable[MomentDraft], again: bool = False) -> list[MomentDraft]:
    """Return the letters that are to be written; again: also those that were."""
    return [one for one in drafts if one.is_to_write or (again and not one.obstacle)]
