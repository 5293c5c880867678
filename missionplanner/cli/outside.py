"""Warnings about what was entered outside its stop or the mission."""

from collections.abc import Iterator
from contextlib import contextmanager

from missionplanner.cli import output
from missionplanner.domain import checks
from missionplanner.store.store import Store


@contextmanager
def told(store: Store) -> Iterator[None]:
    """Warn of what lies outside after an act and did not before."""
    before = {issue.text for issue in checks.in_mission(store.snapshot())}
    yield
    for issue in checks.in_mission(store.snapshot()):
        if issue.text not in before:
            output.warn(issue.text)


def warn(store: Store, table: str, key: int) -> None:
    """Warn on standard error where a stop, session or event that was entered is outside its days."""
    for issue in checks.in_mission(store.snapshot()):
        if (table, key) in issue.subjects:
            output.warn(issue.text)
