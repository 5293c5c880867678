"""Packs printed into a folder or one file, all or only those that changed, and noted in the journal of prints."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from missionplanner.domain.companies import Side
from missionplanner.domain.journals import EDITION_LABELS, Edition
from missionplanner.errors import UserError, trace
from missionplanner.i18n import LOCALES, _, count, current, translator
from missionplanner.jobs.job import Job
from missionplanner.jobs.packs import drafts, previews, run_list, states, unprintable, versions
from missionplanner.jobs.packs.drafts import Material, PackDraft
from missionplanner.jobs.packs.prints import PackFile, PackResult, Skipped, note, record_of
from missionplanner.jobs.packs.states import PrintState
from missionplanner.pack.editions import Separator, Separators
from missionplanner.pack.metadata import FileFacts
from missionplanner.paths import safe_name
from missionplanner.progress import Progress
from missionplanner.unfinished import temporary_folder
from missionplanner.writing import all_or_none, make_folder, put_in_place, replace_file

if TYPE_CHECKING:
    from missionplanner.pack.render import RenderResult

Preview = tuple[bytes, tuple[tuple[str, int], ...], str]
"""A pack as PDF, the pages its sections begin on and those of companies (`previews`), and what in it no font has."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PackOptions:
    """The packs to print."""

    folder: Path
    language: str = "en"
    """Empty for that of each reader, in the editions of companies."""
    companies: frozenset[int] | None = None
    """Keys of either side, or None for the whole side the edition is for."""
    outdated: bool = False
    """Whether to leave out packs whose newest print is still right."""
    single: str = ""
    """The name of one file for the print shop with all packs, or of the file of another edition."""
    edition: Edition = Edition.DELEGATE
    per_delegate: bool = False
    """Whether each delegate gets a pack instead of each company."""
    papers: frozenset[str] | None = None
    """Papers of the organiser edition, None for all."""
    delegates: frozenset[int] | None = None
    """With `per_delegate` only these delegates, None for all."""
    bleed: bool = False
    """Whether the one file has 3 mm beyond the edges of its pages, and marks to cut by."""
    copies: bool = False
    """Whether a run list is written beside the packs."""


def make(options: PackOptions) -> Job[Material, PackResult]:
    """Return the job that prints packs into a folder (made when missing) and notes them in the journal.

    The job raises UserError when nothing can be printed or written.
    """

    def work(material: Material, progress: Progress) -> PackResult:
        progress.report(0.01, _("Gathering what goes into the packs"))
        # The time that is printed is the one that is noted: the same version is printed the same again.
        now = datetime.now(UTC)
        result = _made(versions.Printing(material, now), options, progress)
        if options.copies and result.files:
            result = _with_run_list(result, options, material)
        letters = "".join(sorted({letter for file in result.files for letter in file.missing}))
        return replace(result, printed_at=now, unprintable=unprintable.sentences(material.snapshot, letters))

    return Job(_("Printing packs"), drafts.read, work, note)


def _with_run_list(result: PackResult, options: PackOptions, material: Material) -> PackResult:
    name = safe_name(_("Run list"), "run list")
    target = options.folder / f"{name} - {result.language or current().language}.pdf"
    runs = [run_list.Run(file.name, file.language, file.copies, file.pages) for file in result.files]
    run_list.write(target, runs, material.snapshot)
    return replace(result, run_list=target)


def _made(printing: versions.Printing, options: PackOptions, progress: Progress) -> PackResult:
    if not options.edition.is_of_companies:
        return _special(printing, options, progress)
    chosen, skipped = _choose(printing, options)
    if options.single:
        result = _single(chosen, skipped, options, progress)
    elif not chosen:
        result = PackResult(options.language, (), tuple(skipped))
    else:
        result = _separate(chosen, skipped, options, progress)
    return replace(result, edition=options.edition)


def preview(draft: PackDraft) -> Preview:
    """Return the PDF of a pack, the pages its sections begin on, and the characters in it that no font has."""
    from missionplanner.pack import render  # slow import

    with laid_out():
        content, rendered = render.render(draft.shared, draft.own, draft.special, draft.stamp, draft.edition)
    places = (*rendered.sections, *previews.company_places(rendered.companies))
    return content, places, unprintable.of_draft(draft)


def previewing(material: Material, make_draft: Callable[[Material], PackDraft]) -> Job[Material, Preview]:
    """Return the job that lays out one pack of this material as it would be printed, without writing anything."""

    def work(found: Material, _progress: Progress) -> Preview:
        return preview(versions.Printing(found).stamped(make_draft(found)))

    return Job(_("Preview"), lambda _store: material, work)


def _choose(printing: versions.Printing, options: PackOptions) -> tuple[list[PackDraft], list[Skipped]]:
    """Return the packs to print, by company and name, and the companies left out with the reason."""
    material = printing.material
    taking_part = [company for side in Side for company in drafts.takers(material.snapshot, side)]
    skipped = list(_left_out(material, options, {company.id for company in taking_part}))
    keys = options.companies
    edition = options.edition
    wanted = [c for c in taking_part if (c.side is edition.side if keys is None else c.id in keys)]
    if edition is Edition.HOSTS:
        reason = _("The hosts’ edition is for the companies that are visited.")
        skipped += [Skipped(c.name, reason) for c in wanted if c.side is not edition.side]
        wanted = [c for c in wanted if c.side is edition.side]
    chosen = []
    for draft in drafts.of_companies(material, options.language, wanted, options.per_delegate, edition):
        if options.delegates is not None and draft.own.delegate_id not in options.delegates:
            continue
        if options.outdated and states.state_of(material, draft) is PrintState.CURRENT:
            skipped.append(Skipped(draft.own.delegate or draft.own.company, _("Its printed pack is still right.")))
        else:
            chosen.append(printing.stamped(draft))
    return chosen, skipped


def _left_out(material: Material, options: PackOptions, taking_part: set[int]) -> Iterator[Skipped]:
    """Yield the companies that were asked for (or all of the edition's side) and get no pack."""
    wanted = options.companies
    for company in material.snapshot.companies:
        if company.id not in wanted if wanted is not None else company.side is not options.edition.side:
            continue
        if company.id not in taking_part:
            status = material.snapshot.status_of(company.id)
            yield Skipped(company.name, _("It does not take part: its status is “{status}”.").format(status=status))
        elif options.per_delegate and not material.snapshot.delegates_of.get(company.id):
            yield Skipped(company.name, _("Nobody is named as its delegate."))


def _separate(chosen: list[PackDraft], skipped: list[Skipped], options: PackOptions, progress: Progress) -> PackResult:
    """Print a file for each pack; they appear in the folder when all are made: a cancelled job leaves nothing."""
    folder = options.folder
    with (
        written(folder.name),
        all_or_none(folder),
        # In the folder itself, so that finished files are renamed into place and not copied from another disk.
        temporary_folder(".packs-", folder) as place,
    ):
        files, failed = _render(chosen, place, progress)
        moved: list[PackFile] = []
        for file in files:
            try:
                moved.append(replace(file, path=put_in_place(file.path, options.folder / file.path.name)))
            except OSError as error:
                failed.append(Skipped(file.company, _why_not_made(error)))
    return PackResult(options.language, tuple(moved), (*skipped, *failed))


def _render(chosen: list[PackDraft], folder: Path, progress: Progress) -> tuple[list[PackFile], list[Skipped]]:
    """Render packs into a folder; those that cannot be made are reported and do not stop the others."""
    files: list[PackFile] = []
    failed: list[Skipped] = []
    for draft, path, done in _rendered(chosen, _paths(chosen, folder)):
        if done.rendered is None:
            failed.append(Skipped(draft.own.company, _why_not_made(done.error)))
        else:
            files.append(replace(record_of(draft, done.rendered.pages), path=path))
        text = count("{n} pack made", "{n} packs made", len(files))
        progress.report(0.02 + 0.96 * (len(files) + len(failed)) / len(chosen), text)
    if not files and failed:
        raise UserError(failed[0].reason, _("None of the packs was made."))
    return files, failed


def _rendered(chosen: Sequence[PackDraft], paths: Sequence[Path]) -> Iterator[tuple[PackDraft, Path, "RenderResult"]]:
    """Yield packs with their files and outcomes, language by language."""
    from missionplanner.pack import render  # slow import

    for language in dict.fromkeys(draft.shared.language for draft in chosen):
        pairs = [pair for pair in zip(chosen, paths, strict=True) if pair[0].shared.language == language]
        jobs = [render.PackJob(draft.own, path, draft.stamp, draft.edition) for draft, path in pairs]
        outcomes = render.write_all(pairs[0][0].shared, jobs)
        yield from ((draft, path, done) for (draft, path), done in zip(pairs, outcomes, strict=True))


def _why_not_made(error: BaseException | None) -> str:
    if isinstance(error, OSError):
        return _("Its file cannot be written ({reason}).").format(reason=error.strerror or error)
    logger.error("A pack could not be laid out\n%s", trace(error) if error else "")
    return _("Its pages cannot be laid out; the log file says why.")


@contextmanager
def written(name: str) -> Iterator[None]:
    """Raise UserError when a file or folder cannot be written."""
    try:
        yield
    except OSError as error:
        text = _("{name} cannot be written ({reason}).").format(name=name, reason=error.strerror or error)
        raise UserError(text, _("Check that the folder has room and can be written.")) from error


@contextmanager
def laid_out() -> Iterator[None]:
    """Raise UserError when pages cannot be laid out."""
    from missionplanner.pack import render  # slow import

    try:
        yield
    except render.LayoutError as error:
        raise UserError(_why_not_made(error), _("Look for a very long text in what is printed.")) from error


def _special(printing: versions.Printing, options: PackOptions, progress: Progress) -> PackResult:
    """Print the leader or the organiser edition as one file."""
    from missionplanner.pack import joining, render  # slow import

    language, edition, material = options.language, options.edition, printing.material
    draft = printing.stamped(drafts.special(material, language, edition, options.papers))
    if options.outdated and states.state_of(material, draft) is PrintState.CURRENT:
        skipped = Skipped(draft.own.company, _("Its printed pack is still right."))
        return PackResult(language, (), (skipped,), edition=edition)
    target = options.folder / (options.single or f"{safe_name(draft.own.company, edition.value)} - {language}.pdf")
    with laid_out():
        content, rendered = render.render(draft.shared, draft.own, draft.special, draft.stamp)
    content = joining.with_bleed(content) if options.bleed else content
    progress.report(0.95)
    with all_or_none(target.parent):
        replace_file(target, content)
    file = replace(record_of(draft, rendered.pages), path=target)
    return PackResult(language, (file,), (), edition=edition)


_BESIDE = (Edition.CARD, Edition.LARGE)
"""Editions a company gets beside its pack, which are named in their files."""


def _paths(chosen: Iterable[PackDraft], folder: Path) -> list[Path]:
    """Return a file name for each pack that every system accepts; equal names get their keys."""
    used: set[str] = set()
    found = []
    for draft in chosen:
        own, language = draft.own, draft.shared.language
        company = safe_name(own.company, _("company"))
        person = safe_name(own.delegate, _("delegate")) if own.delegate_id else ""
        # Other editions of the same company must not replace its pack.
        beside = translator(language)(EDITION_LABELS[draft.edition]) if draft.edition in _BESIDE else ""
        person = "".join(f" - {part}" for part in (person, beside) if part)
        name = f"{company}{person} - {language}.pdf"
        # Windows and macOS take names that differ in capitals alone for one.
        if name.casefold() in used:
            name = f"{company}{person} ({own.delegate_id or own.company_id}) - {language}.pdf"
        used.add(name.casefold())
        found.append(folder / name)
    return found


def _single(chosen: list[PackDraft], skipped: list[Skipped], options: PackOptions, progress: Progress) -> PackResult:
    """Print all packs into one file for the print shop, each after a sheet with its owner and length."""
    from missionplanner.pack import joining, render  # slow import

    if not chosen and skipped:
        return PackResult(options.language, (), tuple(skipped))
    if not chosen:
        raise UserError(_("There is no pack to print."), _("Accept companies of the delegation first."), "selection")
    target = options.folder / options.single
    shared = chosen[0].shared
    language = shared.language
    t = translator(language)
    with written(target.name), temporary_folder() as place:
        files, failed = _render(chosen, place, progress)
        sheets = []
        for number, file in enumerate(files, start=1):
            lines = (
                t("Pack {number} of {total}").format(number=number, total=len(files)),
                t.count("{n} page, printed on both sides", "{n} pages, printed on both sides", file.pages),
                t.count("{n} sheet of paper", "{n} sheets of paper", run_list.sheets_of(file.pages)),
                *([run_list.stapling(file.pages, t)] if file.pages > 2 else []),
                *([t.count("{n} copy", "{n} copies", file.copies)] if options.copies else []),
            )
            sheets.append(Separator(file.company, lines))
        covers = place / "sheets.pdf"
        nobody = replace(chosen[0].own, company_id=0, delegate_id=0, delegate="", company=shared.mission)
        render.write(shared, nobody, covers, Separators(tuple(sheets)))
        tag = LOCALES[language].replace("_", "-")
        whole = place / "whole.pdf"
        # The newest of their dates, so that the same packs give the same file.
        moment = max(draft.stamp.printed_at for draft in chosen if draft.stamp)
        pages = joining.join([file.path for file in files], whole, FileFacts(shared.mission, tag), covers, moment)
        progress.report(0.99)
        make_folder(target.parent)
        content = whole.read_bytes()
        replace_file(target, joining.with_bleed(content) if options.bleed else content)
    moved = tuple(replace(file, path=target) for file in files)
    return PackResult(language, moved, (*skipped, *failed), target, pages)
