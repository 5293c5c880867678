"""The preview of a pack."""

from missionplanner.jobs.packs import previews, printing
from missionplanner.jobs.packs.previews import PageSource, source_of
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.unit.pack.making import draft

PLACES = {"welcome": 2, "schedule": 7, "profiles": 8, "conduct": 11, "evaluation": 11, "company-5": 8, "company-6": 9}


def test_pages_come_from_companies_and_sections() -> None:
    assert source_of(PLACES, [8, 9]) == PageSource((5, 6), "profiles")
    assert source_of(PLACES, [9]) == PageSource((6,), "profiles")
    assert source_of(PLACES, [11]) == PageSource((), "conduct")
    assert source_of(PLACES, [1]) == PageSource()


def test_a_preview_knows_the_pages_of_companies(store: Store) -> None:
    meet(store, "D1", "C1", slot=0, table=1)
    meet(store, "D1", "C2", slot=2, table=0)
    content, places, _told = printing.preview(draft(store, "D1"))
    companies = {name: page for name, page in places if name.startswith("company-")}
    assert set(companies) == {f"company-{key_of(store, name)}" for name in ("C1", "C2")}
    assert previews.side_by_side(content)[1] == 12
    assert previews.one_page(content, 0).startswith(b"%PDF")


def test_the_meetings_of_a_pack_are_listed_by_time_with_their_places(store: Store) -> None:
    late = meet(store, "D1", "C2", slot=2, table=0)
    early = meet(store, "D1", "C1", slot=0, table=1)
    found = previews.meetings_listed(store.snapshot(), key_of(store, "D1"))
    assert found == [(early, "Mon, Feb 16, 09:00, C1, Table 2"), (late, "Mon, Feb 16, 09:50, C2, Table 1")]
    assert previews.meetings_listed(store.snapshot(), key_of(store, "D3")) == []
