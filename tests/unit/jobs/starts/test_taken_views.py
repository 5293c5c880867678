"""Views taken into a new mission: they lead to the copies, or stay behind."""

import json
from dataclasses import asdict

import pytest

from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.jobs.companies.saved_filters import filter_of
from missionplanner.jobs.starts import taken_views
from missionplanner.jobs.starts.take import USUAL, Take
from missionplanner.store.conditions import CompanyFilter


def view(**asked: object) -> SavedFilter:
    return SavedFilter(name="V", wanted=json.dumps(asdict(CompanyFilter(**asked))), sort="company.hs")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "parts", "taken"),
    [
        ({"side": "delegation", "since": "2026-01-01"}, (), True),
        ({"sectors": ("AG",)}, (Take.STRUCTURE,), False),
        ({"stops": (1,)}, (Take.SECTORS,), False),
        ({"kinds": (0,)}, (Take.STRUCTURE,), True),
        ({"own": ("company.hs=1",)}, (Take.SECTORS,), False),
        ({"reviewers": ("Ana",)}, USUAL, False),
        ({"ids": (1,)}, tuple(Take), False),
    ],
)
def test_a_view_is_taken_with_all_its_conditions(
    asked: dict[str, object], parts: tuple[Take, ...], taken: bool
) -> None:
    assert taken_views.is_about(view(**asked), parts) is taken


def test_keys_and_order_are_those_of_the_copies() -> None:
    keys = {"stops": {5: 1}, "organisation_kinds": {7: 2}}
    found = taken_views.copied(view(stops=(5,), kinds=(0, 7)), (), keys)
    assert found is not None
    assert (filter_of(found).stops, filter_of(found).kinds, found.sort) == ((1,), (0, 2), "name")
    assert taken_views.copied(view(stops=(6,)), (), keys) is None
    assert taken_views.copied(view(kinds=(6,)), (), keys) is None


def test_a_view_of_relationships_goes_as_it_is_unless_it_asks_for_sectors_that_stay() -> None:
    said = {"list": "relationships", "owners": ["Ann"], "sectors": ["solar"]}
    mine = SavedFilter(name="V", wanted=json.dumps(said))
    assert [taken_views.is_about(mine, {part}) for part in (Take.SECTORS, Take.PEOPLE)] == [True, False]
    assert taken_views.copied(mine, {Take.SECTORS}, {}) is mine
    del said["sectors"]
    assert taken_views.is_about(SavedFilter(name="V", wanted=json.dumps(said)), set())
