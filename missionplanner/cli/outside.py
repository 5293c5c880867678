"""What lies outside its stop or the mission, said beside what was done."""

from missionplanner.cli import output
from missionplanner.domain import checks
from missionplanner.store.store import Store


def warn(store: Store, table: str, key: int) -> None:
    """Say on standard error that a stop, session or event that was just entered is outside its days, where it is."""
    for issue in checks.in_mission(store.snapshot()):
        if (table, key) in issue.subjects:
            output.warn(issue.text)
