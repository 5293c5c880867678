"""Open clashes are counted, beside the window and only where a mission can have any."""

from missionplanner.jobs.job import run_now
from missionplanner.jobs.safety import clash_count, clashes
from missionplanner.store.store import Store
from tests.unit.jobs.safety.conftest import Editor


def test_only_a_merged_mission_may_clash(store: Store, clashing: Store) -> None:
    assert (clash_count.may_clash(store), clash_count.may_clash(clashing)) == (False, True)
    assert run_now(clash_count.count_clashes(), store) == 0


def test_open_clashes_are_counted_until_they_are_settled(clashing: Store, edit: Editor) -> None:
    assert run_now(clash_count.count_clashes(), clashing) == 3
    edit(clashing, "ana", "D2", city="Gatineau")
    assert run_now(clash_count.count_clashes(), clashing) == 2
    clashes.settle(clashing, clashes.choose(clashes.open_clashes(clashing), "mine"))
    assert run_now(clash_count.count_clashes(), clashing) == 0
