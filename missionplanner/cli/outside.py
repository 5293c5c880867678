"""Warnings about what was entered outside its stop or the mission."""

from missionplanner.cli import output
from missionplanner.domain import checks
from missionplanner.store.store import Store


def warn(store: Store, table: str, key: int) -> None:
    """Warn on standard error where a stop, session or event that was entered is outside its days."""
    for issue in checks.in_mission(store.snapshot()):
        if (table, key) in issue.subjects:
            output.warn(issue.text)
