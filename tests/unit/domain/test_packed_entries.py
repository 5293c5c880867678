"""Packed entries come back as they were."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from missionplanner.domain.changes import SourceEntry
from missionplanner.domain.companies import Market, Partner
from missionplanner.domain.packed_entries import opened, packed

FULL = SourceEntry(
    company={"name": "Ñandú \ud800", "employees": 7, "consent": True, "consent_on": date(2026, 2, 16)},
    sectors=(2, 1),
    stops=(3,),
    offers=("castings",),
    seeks=("agents", "tools"),
    markets=(Market(country="Mexico", share="10 %"),),
    partners=(Partner(name="Alba", place="León"),),
    delegates=({"given_name": "Ana"}, {"email": "roy@nord.ca", "given_name": "Roy"}, {}),
    application={"applicant": "Ana"},
    received=datetime(2026, 1, 2, 9, tzinfo=ZoneInfo("America/Toronto")),
    assumed={"language": "es"},
    is_withdrawn=True,
)


@pytest.mark.parametrize("entry", [FULL, SourceEntry({"name": "A"}), SourceEntry({})], ids=["full", "name", "empty"])
def test_an_entry_comes_back_as_it_was(entry: SourceEntry) -> None:
    kept = packed(entry)
    assert isinstance(kept, bytes)
    assert opened(kept) == entry
    assert list(opened(kept).company) == list(entry.company)


def test_an_entry_that_is_not_packed_stays() -> None:
    assert opened(FULL) is FULL


def test_names_of_fields_are_not_packed_again() -> None:
    first = packed(SourceEntry({"name": "A", "operating_name": "B"}))
    assert b"operating_name" not in first
    assert len(first) < 60
