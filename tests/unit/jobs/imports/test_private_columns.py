"""What is sensitive in a file is read by nobody else: not in public fields, exports or packs, whatever the headings."""

import random
import zipfile
from pathlib import Path

import pytest

from missionplanner.domain.companies import Delegate
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.store.store import Store
from tests.unit.exchange import labelled_sheets
from tests.unit.jobs.imports.bringing import bring, write

_SECRET = "Xqzsecret"
_PRIVATE = ("dietary", "access_needs", "emergency_contact")


def sheet_with_secrets(seed: int) -> list[list[str]]:
    """A registration among sensitive columns, each cell of which holds the secret, in any order."""
    r = random.Random(seed)
    sensitive = r.sample([one for one in labelled_sheets.headings() if one.sensitive], 14)
    headings = ["Company", "City", "First name", "Last name", "E-mail", *(one.text for one in sensitive)]
    row = ["Maple Foods Inc.", "Toronto", "Jane", "Doe", "jane@maple.example.ca", *[_SECRET] * len(sensitive)]
    order = r.sample(range(len(headings)), len(headings))
    return [[headings[place] for place in order], [row[place] for place in order]]


@pytest.mark.parametrize("seed", range(12))
def test_nothing_sensitive_leaves_the_fields_kept_for_it(store: Store, tmp_path: Path, seed: int) -> None:
    bring(store, write(tmp_path / "form.csv", *sheet_with_secrets(seed)))
    snapshot = store.snapshot()
    company = next(one for one in snapshot.companies if one.name == "Maple Foods Inc.")
    assert _SECRET not in repr(company)
    for person in store.where(Delegate, "company_id", [company.id]):
        public = {name: getattr(person, name) for name in person.__dataclass_fields__ if name not in _PRIVATE}
        assert _SECRET not in repr(public)
    assert _SECRET not in repr([offering for offering in snapshot.offerings if offering.company_id == company.id])
    for name in ("all.xlsx", "companies.csv"):
        run_now(export.export(tmp_path / name), store)
        assert _SECRET.encode() not in _unpacked(tmp_path / name)


def _unpacked(path: Path) -> bytes:
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as book:
        return b"".join(book.read(name) for name in book.namelist())
