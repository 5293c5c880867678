"""Who is free at a time, as a condition of the list of companies."""

from dataclasses import replace

import pytest

from missionplanner.domain.snapshot import Snapshot
from missionplanner.jobs.companies.free_filter import FreeFilter
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import meet, other_day


def names(store: Store, wanted: CompanyFilter) -> list[str]:
    snapshot = store.snapshot()
    found = FreeFilter(lambda: snapshot).resolved(wanted)
    return [snapshot.company[key].name for key in store.companies.ids(found)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (CompanyFilter(free="9"), ["C2", "C3", "D2", "D3"]),
        (CompanyFilter(text="free:9"), ["C2", "C3", "D2", "D3"]),
        (CompanyFilter(text='d3 FREE:"mon 9:00"'), ["D3"]),
        (CompanyFilter(free="9", side="delegation"), ["D2", "D3"]),
        (CompanyFilter(free="tue 9", side="delegation"), ["D1", "D2", "D3"]),
        (CompanyFilter(free="9", text="free:tue"), ["C2", "C3", "D2", "D3"]),
        (CompanyFilter(free="9", stops=(1,), side="counterpart"), ["C2", "C3"]),
        (CompanyFilter(free="23"), []),
        (CompanyFilter(text="free:nonsense"), []),
        (CompanyFilter(free="9", text="d1"), []),
    ],
)
def test_only_who_is_free_is_listed(store: Store, wanted: CompanyFilter, expected: list[str]) -> None:
    other_day(store)
    meet(store, "D1", "C1", 0, 0)
    assert names(store, wanted) == expected


def test_keys_that_are_asked_for_too_are_kept_to(store: Store) -> None:
    snapshot = store.snapshot()
    keys = store.companies.ids(CompanyFilter(side="counterpart"))
    found = FreeFilter(lambda: snapshot).resolved(CompanyFilter(free="9", ids=tuple(keys[:2])))
    assert found == CompanyFilter(ids=tuple(keys[:2]))


def test_a_filter_without_a_time_is_left_as_it_is_and_nothing_is_read() -> None:
    wanted = CompanyFilter(text="city:laval  free", side="delegation")

    def read() -> Snapshot:
        raise AssertionError

    assert FreeFilter(read).resolved(wanted) is wanted


def test_after_a_change_it_is_found_out_anew(store: Store) -> None:
    snapshot = store.snapshot()
    free = FreeFilter(lambda: snapshot)
    wanted = CompanyFilter(free="9")
    assert len(free.resolved(wanted).ids) == 6
    meet(store, "D1", "C1", 0, 0)
    snapshot = store.snapshot()
    assert len(free.resolved(replace(wanted)).ids) == 4
