"""Packs made in memory for the tests."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.i18n import translator
from missionplanner.jobs.packs import (
    drafts,
    printing,
    states,
)
from missionplanner.jobs.packs.drafts import PackDraft
from missionplanner.jobs.packs.states import PrintState
from missionplanner.pack import gathering, shared_content
from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.store.store import Store
from tests.builders import key_of


def draft(store: Store, whose: str | int | Edition, language: str = "en") -> PackDraft:
    """The draft of a company (by name or key) or of an edition."""
    material = drafts.read(store)
    if isinstance(whose, Edition):
        return drafts.special(material, language, whose)
    if isinstance(whose, int):
        company = store.get(Company, whose)
    else:
        company = next(company for company in store.all(Company) if company.name == whose)
    return next(drafts.of_companies(material, language, [company]))


def printed(store: Store, whose: str | int | Edition, language: str = "en") -> bytes:
    """The PDF of such a pack."""
    return printing.preview(draft(store, whose, language))[0]


def laid_out_text(content: bytes, tmp_path: Path) -> str:
    """The text of a PDF as it lies on its pages."""
    path = tmp_path / "read.pdf"
    path.write_bytes(content)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def flowing_text(content: bytes, tmp_path: Path) -> str:
    """The text of a PDF in one line."""
    (tmp_path / "read.pdf").write_bytes(content)
    done = subprocess.run(["pdftotext", tmp_path / "read.pdf", "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def parts(store: Store, name: str = "D1", language: str = "en") -> tuple[Shared, Own]:
    """What all packs share, and what is a company’s own."""
    snapshot = store.snapshot()
    return shared_content.shared(snapshot, language), gathering.own(
        snapshot, snapshot.company[key_of(store, name)], language
    )


def all_printed(store: Store, language: str = "en") -> None:
    """Note every pack of both sides and both other editions as printed now, without drawing them."""
    material = drafts.read(store)
    companies = [company for side in Side for company in drafts.takers(material.snapshot, side)]
    found = [*drafts.of_companies(material, language, companies)]
    found += [drafts.special(material, language, edition) for edition in (Edition.LEADER, Edition.ORGANISER)]
    store.record(
        *(
            PackPrint(
                company_id=d.own.company_id or None,
                edition=d.edition,
                language=language,
                fingerprint=d.fingerprint,
                printed_at=datetime.now(UTC),
                content=d.written_content,
            )
            for d in found
        )
    )


def outdated(store: Store, language: str = "en") -> set[str]:
    """Whose printed packs are out of date."""
    material = drafts.read(store)
    found = {
        d.own.company
        for side in Side
        for d, state in states.each_state(material, language, side=side)
        if state is PrintState.OUTDATED
    }
    for edition in (Edition.LEADER, Edition.ORGANISER):
        special = drafts.special(material, language, edition)
        if states.state_of(material, special) is PrintState.OUTDATED:
            found.add(edition.value)
    return found


def changes(store: Store, whose: str | Edition, language: str = "en") -> tuple[str, ...]:
    """What changed in a pack since it was printed."""
    return states.changes(drafts.read(store), draft(store, whose, language), translator(language))
