"""The packs that were printed, and their entry in the journal of prints."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.jobs.packs import run_list, unprintable
from missionplanner.jobs.packs.drafts import PackDraft
from missionplanner.store.store import Store
from missionplanner.user import user_name


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack that was printed."""

    path: Path
    company_id: int
    """0 for an edition that belongs to no company."""
    company: str
    """The name of the company, or of the edition."""
    pages: int
    fingerprint: str
    delegate_id: int = 0
    content: str = ""
    """The marks the journal keeps (PackDraft.content)."""
    missing: str = ""
    """Characters in it that no font has."""
    outdated: bool = False
    """Whether a print of before is out of date now."""
    copies: int = 1
    """The number of people who read it."""
    name: str = ""
    """The company with the delegate whose pack it is."""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A company whose pack was not made, and why."""

    company: str
    reason: str


@dataclass(frozen=True, slots=True)
class PackResult:
    """The outcome of printing."""

    language: str
    files: tuple[PackFile, ...]
    skipped: tuple[Skipped, ...]
    single: Path | None = None
    """The one file of all packs, where that was wanted."""
    single_pages: int = 0
    edition: Edition = Edition.DELEGATE
    run_list: Path | None = None
    """The run list, where it was wanted."""
    unprintable: tuple[str, ...] = ()
    """Where characters come from that no font has, a sentence each."""
    printed_at: datetime = field(default_factory=lambda: datetime.now(UTC), compare=False)


def note(store: Store, result: PackResult) -> None:
    """Enter the printed packs into the journal, unless the mission is open for reading only."""
    if store.read_only:
        return
    store.record(
        *(
            PackPrint(
                company_id=file.company_id or None,
                edition=result.edition,
                language=file.language or result.language,
                fingerprint=file.fingerprint,
                file_name=file.path.name,
                pages=file.pages,
                printed_at=result.printed_at,
                printed_by=user_name(),
                delegate_id=file.delegate_id or None,
                content=file.content,
            )
            for file in result.files
        )
    )


def record_of(draft: PackDraft, pages: int) -> PackFile:
    """Return the record of a printed pack; its path is set where it is known."""
    return PackFile(
        path=Path(),
        company_id=draft.own.company_id,
        company=draft.own.company,
        pages=pages,
        fingerprint=draft.fingerprint,
        delegate_id=draft.own.delegate_id,
        content=draft.written_content,
        missing=unprintable.of_draft(draft),
        outdated=draft.outdated,
        copies=draft.copies,
        name=run_list.name_of(draft),
        language=draft.shared.language,
    )
