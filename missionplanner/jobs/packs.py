"""Printing packs: only what changed if wanted, many at once, and a journal of what was printed."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.i18n import LOCALES, N_, _, count
from missionplanner.jobs import papers
from missionplanner.jobs.job import Job
from missionplanner.pack import gather
from missionplanner.pack.content import Own, fingerprint
from missionplanner.paths import safe_name
from missionplanner.progress import Progress
from missionplanner.store.database import user_name
from missionplanner.store.store import Store


class PrintState(StrEnum):
    """How a printed pack stands to what it would hold now."""

    CURRENT = "current"
    OUTDATED = "outdated"
    NEVER = "never"

    @property
    def label(self) -> str:
        """The state in the language of the screen."""
        return _(PRINT_STATE_LABELS[self])


PRINT_STATE_LABELS = {
    PrintState.CURRENT: N_("Current"),
    PrintState.OUTDATED: N_("Out of date"),
    PrintState.NEVER: N_("Never printed"),
}


@dataclass(frozen=True, slots=True)
class PackOptions:
    """What to print. companies: keys, or None for the whole delegation; single: one file for all packs, or the name of
    the organiser edition's.
    """

    folder: Path
    language: str = "en"
    companies: frozenset[int] | None = None
    outdated: bool = False
    single: str = ""
    edition: Edition = Edition.DELEGATE


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file that was made; the organiser edition is of no company (0), and its name is in `company`."""

    path: Path
    company_id: int
    company: str
    pages: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A company whose pack was not made, and why."""

    company: str
    reason: str


@dataclass(frozen=True, slots=True)
class PackResult:
    """What printing came to."""

    language: str
    files: tuple[PackFile, ...]
    skipped: tuple[Skipped, ...]
    single: Path | None = None
    single_pages: int = 0
    edition: Edition = Edition.DELEGATE


@dataclass(frozen=True, slots=True)
class Material:
    """What printing reads: the mission and the newest print of every pack."""

    snapshot: Snapshot
    printed: dict[tuple[int, str], str] = field(default_factory=dict)


def make(options: PackOptions) -> Job[Material, PackResult]:
    """The job that prints packs into a folder (made when missing) and notes them in the journal."""

    def work(material: Material, progress: Progress) -> PackResult:
        progress.report(0.01, _("Gathering what goes into the packs"))
        if options.edition is Edition.ORGANISER:
            return _organiser(material, options)
        chosen, skipped = _choose(material, options)
        if options.single:
            return _single(material, chosen, skipped, options, progress)
        _make_folder(options.folder)
        files = _render(material, chosen, options.folder, options.language, progress)
        return PackResult(options.language, tuple(files), tuple(skipped))

    return Job(_("Printing packs"), read, work, note)


def read(store: Store) -> Material:
    """What printing needs of the mission."""
    return Material(store.snapshot(), newest_prints(store))


def newest_prints(store: Store) -> dict[tuple[int, str], str]:
    """The fingerprint of the newest print by company (0: the organiser edition) and language."""
    return {(p.company_id or 0, p.language): p.fingerprint for p in store.all(PackPrint)}


def note(store: Store, result: PackResult) -> None:
    """Enter the printed packs into the journal (nothing where the mission is open for reading only)."""
    if store.read_only:
        return
    for file in result.files:
        store.record(
            PackPrint(
                company_id=file.company_id or None, edition=result.edition, language=result.language,
                fingerprint=file.fingerprint, file_name=file.path.name, pages=file.pages,
                printed_at=datetime.now(UTC), printed_by=user_name(),
            )
        )  # fmt: skip


def each_state(material: Material, language: str) -> Iterator[tuple[int, PrintState]]:
    """For every company of the delegation that takes part (its key), how its printed pack stands."""
    shared = gather.shared(material.snapshot, language)
    for company in material.snapshot.participants(Side.DELEGATION):
        printed = material.printed.get((company.id, language))
        if printed is None:
            yield company.id, PrintState.NEVER
        else:
            now = fingerprint(shared, gather.own(material.snapshot, company, language))
            yield company.id, PrintState.CURRENT if printed == now else PrintState.OUTDATED


def states(material: Material, language: str) -> dict[int, PrintState]:
    """How the printed packs of all of them stand."""
    return dict(each_state(material, language))


def organiser_state(material: Material, language: str) -> PrintState:
    """How the printed organiser edition stands."""
    printed = material.printed.get((0, language))
    if printed is None:
        return PrintState.NEVER
    now = fingerprint(gather.shared(material.snapshot, language), papers.papers(material.snapshot, language))
    return PrintState.CURRENT if printed == now else PrintState.OUTDATED


def preview(material: Material, company_id: int, language: str) -> bytes:
    """The PDF of one company's pack, or with key 0 of the organiser edition; nothing written anywhere."""
    from missionplanner.pack import render  # slow import

    snapshot = material.snapshot
    if not company_id:
        shared, own = gather.shared(snapshot, language), papers.own(language)
        return render.render(shared, own, papers.papers(snapshot, language))[0]
    own = gather.own(snapshot, snapshot.company[company_id], language)
    return render.render(gather.shared(snapshot, language), own)[0]


def _choose(material: Material, options: PackOptions) -> tuple[list[Company], list[Skipped]]:
    """The companies to print for, by name, and those left out with the reason."""
    snapshot = material.snapshot
    wanted = options.companies
    companies = [c for c in snapshot.companies if (c.side is Side.DELEGATION if wanted is None else c.id in wanted)]
    taking_part = {company.id for company in snapshot.participants(Side.DELEGATION)}
    order = {company.id: place for place, company in enumerate(snapshot.participants(Side.DELEGATION))}
    state = states(material, options.language) if options.outdated else {}
    chosen, skipped = [], []
    for company in companies:
        if company.side is not Side.DELEGATION:
            skipped.append(Skipped(company.name, _("It is a counterpart; packs are for the delegation.")))
        elif company.id not in taking_part:
            skipped.append(Skipped(company.name, _("It is not accepted.")))
        elif state.get(company.id) is PrintState.CURRENT:
            skipped.append(Skipped(company.name, _("Its printed pack is still right.")))
        else:
            chosen.append(company)
    chosen.sort(key=lambda company: order[company.id])
    return chosen, skipped


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = _("The folder {name} cannot be made ({reason}).").format(name=folder, reason=error.strerror)
        raise UserError(text, _("Choose another folder.")) from error


def _render(
    material: Material, chosen: list[Company], folder: Path, language: str, progress: Progress
) -> list[PackFile]:
    from missionplanner.pack import render  # slow import

    shared = gather.shared(material.snapshot, language)
    owns = [gather.own(material.snapshot, company, language) for company in chosen]
    jobs = list(zip(owns, _paths(owns, folder, language), strict=True))
    files: list[PackFile] = []
    try:
        for own, done in zip(owns, render.write_all(shared, jobs), strict=True):
            files.append(PackFile(done.path, own.company_id, own.company, done.pages, fingerprint(shared, own)))
            text = count("{n} pack made", "{n} packs made", len(files))
            progress.report(0.02 + 0.98 * len(files) / len(jobs), text)
    except OSError as error:
        text = _("The packs cannot be written ({reason}).").format(reason=error.strerror or error)
        raise UserError(text, _("Check that the folder has room and can be written.")) from error
    return files


def _organiser(material: Material, options: PackOptions) -> PackResult:
    """The organiser edition as one file."""
    from missionplanner.pack import render  # slow import

    language, edition = options.language, Edition.ORGANISER
    own, content = papers.own(language), papers.papers(material.snapshot, language)
    if options.outdated and organiser_state(material, language) is PrintState.CURRENT:
        skipped = Skipped(own.company, _("Its printed pack is still right."))
        return PackResult(language, (), (skipped,), edition=edition)
    target = options.folder / (options.single or f"{safe_name(own.company, edition.value)} - {language}.pdf")
    _make_folder(target.parent)
    shared = gather.shared(material.snapshot, language)
    try:
        pages = render.write(shared, own, target, content).pages
    except OSError as error:
        text = _("{name} cannot be written ({reason}).").format(name=target.name, reason=error.strerror or error)
        raise UserError(text, _("Check that the folder has room and can be written.")) from error
    file = PackFile(target, 0, own.company, pages, fingerprint(shared, content))
    return PackResult(language, (file,), (), edition=edition)


def _paths(owns: Iterable[Own], folder: Path, language: str) -> list[Path]:
    """A file name per pack that every system accepts; equal names are told apart by the company's key."""
    used: set[str] = set()
    found = []
    for own in owns:
        company = safe_name(own.company, _("company"))
        name = f"{company} - {language}.pdf"
        if name.casefold() in used:
            name = f"{company} ({own.company_id}) - {language}.pdf"
        used.add(name.casefold())
        found.append(folder / name)
    return found


def _single(
    material: Material, chosen: list[Company], skipped: list[Skipped], options: PackOptions, progress: Progress
) -> PackResult:
    """All packs in one file, in order."""
    from missionplanner.pack import joining  # slow import

    if not chosen and skipped:
        return PackResult(options.language, (), tuple(skipped))
    if not chosen:
        raise UserError(_("There is no pack to print."), _("Accept companies of the delegation first."))
    target = options.folder / options.single if options.folder else Path(options.single)
    _make_folder(target.parent)
    with tempfile.TemporaryDirectory() as place:
        files = _render(material, chosen, Path(place), options.language, progress)
        try:
            language = LOCALES[options.language].replace("_", "-")
            pages = joining.join([file.path for file in files], target, material.snapshot.mission.name, language)
        except OSError as error:
            text = _("{name} cannot be written ({reason}).").format(name=target.name, reason=error.strerror or error)
            raise UserError(text, _("Check that the folder has room and can be written.")) from error
    moved = tuple(PackFile(target, f.company_id, f.company, f.pages, f.fingerprint) for f in files)
    return PackResult(options.language, moved, tuple(skipped), target, pages)
