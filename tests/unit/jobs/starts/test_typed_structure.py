"""Stops and sectors typed on the command line."""

from collections.abc import Iterator, Mapping

import pytest

from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Sector, Stop
from missionplanner.errors import UserError
from missionplanner.jobs.starts import typed_structure
from missionplanner.store.store import Store
from tests.builders import small_mission, undone_and_redone, whole


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_mission(tmp_path_factory.mktemp("structure") / "m.mission", 1, 1) as store:
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    """The mission, as it was when the test is over."""
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def test_a_stop_follows_from_its_city_or_from_what_is_typed(store: Store) -> None:
    before = whole(store)
    made = typed_structure.enter_stop(store, None, {"name": "Geneva, Switzerland", "meets_at": "office"})
    assert (made.name_fr, made.country, made.time_zone) == ("Genève", "Switzerland", "Europe/Zurich")
    assert made.meets_at is MeetsAt.OFFICE
    undone_and_redone(store, before)
    other = typed_structure.enter_stop(store, None, {"name": "Zyz", "time_zone": "Lyon", "country": "Francia"})
    assert (other.name_en, other.country, other.time_zone) == ("Zyz", "France", "Europe/Paris")
    assert typed_structure.enter_stop(store, other, {"name": "Zyx"}).name_en == "Zyx"


def test_a_sector_has_a_code_and_a_colour_of_its_own(store: Store) -> None:
    made = typed_structure.enter_sector(store, None, {"name": "Cheese = Fromage = Queso"})
    assert (made.name_fr, made.name_es, bool(made.colour)) == ("Fromage", "Queso", True)
    assert made.code not in {one.code for one in store.all(Sector) if one.id != made.id}
    below = typed_structure.enter_sector(store, None, {"name": "Goat", "parent": "queso", "quota": "2"})
    assert (below.parent_id, below.quota) == (made.id, 2)
    typed_structure.remove_sector(store, made)
    assert store.count(Sector) == 1


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({}, "A stop needs a name."),
        ({"name": "Zyz"}, "“Zyz” is not in the list of cities."),
        ({"name": "Lyon", "time_zone": "zz"}, "“zz” is no time zone."),
        ({"name": "Lyon", "starts": "2026-02-18", "ends": "2026-02-17"}, "It ends before it starts."),
        ({"name": "Lyon", "meets_at": "home"}, "There is no “home”."),
        ({"name": "Lyon", "visit_margin": "long"}, "“long” is no number."),
    ],
)
def test_what_a_stop_cannot_be_is_refused(store: Store, texts: Mapping[str, str], said: str) -> None:
    with pytest.raises(UserError) as refused:
        typed_structure.enter_stop(store, None, texts)
    assert (refused.value.text, store.count(Stop)) == (said, 1)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({}, "A sector needs a name."),
        ({"name": "Goat", "parent": "nothing"}, "There is no sector “nothing”."),
        ({"name": "Goat", "quota": "many"}, "“many” is no number."),
        ({"name": "Goat", "stops": "Nowhere"}, "There is no stop “Nowhere”."),
        ({"name": "Goat", "colour": "green"}, "This is no colour, such as #3d6fb4."),
    ],
)
def test_what_a_sector_cannot_be_is_refused(store: Store, texts: Mapping[str, str], said: str) -> None:
    with pytest.raises(UserError) as refused:
        typed_structure.enter_sector(store, None, texts)
    assert (refused.value.text, store.count(Sector)) == (said, 1)
