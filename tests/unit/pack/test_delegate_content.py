"""The fingerprint of a pack’s content."""

from missionplanner.jobs.programme import programme
from missionplanner.jobs.timetable import planning
from missionplanner.pack.delegate_content import fingerprint
from missionplanner.store.store import Store
from tests.unit.pack.making import parts


def test_fingerprint_is_the_same_in_another_process_order(store: Store) -> None:
    assert fingerprint(*parts(store)) == fingerprint(*parts(store))
    programme.save_text(store, "welcome", "en", "Hello", "x")
    planning.set_locked(store, [1], True)
    assert fingerprint(*parts(store)) == fingerprint(*parts(store))
