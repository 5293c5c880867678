"""Packs made in memory for the tests."""

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import Edition
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs import printing as packs
from missionplanner.jobs.packs.drafts import PackDraft
from missionplanner.store.store import Store


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
    return packs.preview(draft(store, whose, language))[0]
