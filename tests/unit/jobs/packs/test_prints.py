"""Packs that were printed, in the journal."""

from pathlib import Path

from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.jobs.packs import prints
from missionplanner.jobs.packs.prints import PackResult
from missionplanner.store.store import Store
from tests.unit.pack.making import draft


def test_every_pack_is_noted_in_its_language_under_its_edition(store: Store) -> None:
    files = tuple(prints.record_of(draft(store, "D1", language), 12) for language in ("en", "fr"))
    assert [(file.path, file.name, file.copies, file.missing) for file in files] == [(Path(), "D1", 1, "")] * 2
    result = PackResult("", files, (), edition=Edition.DELEGATE)
    prints.note(store, result)
    found = store.all(PackPrint)
    assert [(one.edition, one.language, one.pages, one.printed_at) for one in found] == [
        (Edition.DELEGATE, language, 12, result.printed_at) for language in ("en", "fr")
    ]
