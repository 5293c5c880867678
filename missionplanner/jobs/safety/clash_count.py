"""How many clashes nobody has settled yet: counted beside the window, and only in missions that have any."""

from missionplanner.jobs.job import Job, Opened, opened
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining


def may_clash(store: Store) -> bool:
    """Return whether work of others was ever merged into a mission: no other has clashes."""
    return joining.is_joined(store)


def count_clashes() -> Job[Opened, int]:
    """Count the clashes nobody has settled yet."""

    def work(mission: Opened, _progress: Progress) -> int:
        with Store.open(mission[0], read_only=True, password=mission[1]) as store:
            return len(joining.open_clashes(store))

    return Job("", opened, work)
