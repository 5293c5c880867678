"""Who meets where is said in one step, and what says so already is left alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Stop
from missionplanner.errors import UserError
from missionplanner.jobs.timetable import visits
from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", delegation=1, counterparts=2) as found:
        yield found


def test_where_meetings_are_held_is_said_and_undone_in_one_step(store: Store) -> None:
    before = store.snapshot()
    keys = [company.id for company in store.all(Company)]
    assert visits.say(store, MeetsAt.OFFICE, [store.all(Stop)[0].id], keys[1:]) == 3
    assert [one.meets_at for one in (*store.all(Stop), *store.all(Company))] == [
        MeetsAt.OFFICE, MeetsAt.UNSAID, MeetsAt.OFFICE, MeetsAt.OFFICE,
    ]  # fmt: skip
    assert store.steps.undo_label == "Where meetings are held: At the host’s office"
    assert visits.say(store, MeetsAt.OFFICE, companies=keys) == 1
    store.undo()
    store.undo()
    assert store.snapshot() == before


def test_offices_get_a_zone_or_coordinates_and_keep_the_other(store: Store) -> None:
    keys = [company.id for company in store.all(Company)][:2]
    assert visits.place(store, keys, " Centro ", None) == 2
    assert visits.place(store, keys[:1], None, "19.4, -99.1") == 1
    assert [(c.zone, c.coordinates) for c in store.all(Company)] == [
        ("Centro", "19.4, -99.1"),
        ("Centro", ""),
        ("", ""),
    ]
    with pytest.raises(UserError, match="no coordinates"):
        visits.place(store, keys, None, "somewhere")
