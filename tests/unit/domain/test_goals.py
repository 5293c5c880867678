"""What counts in a timetable."""

from dataclasses import replace

from missionplanner.domain.companies import Side
from missionplanner.domain.goals import USUAL, Goal


def test_days_of_the_hosts_count_more_and_they_keep_their_tables() -> None:
    assert (USUAL.day(Side.DELEGATION), USUAL.day(Side.COUNTERPART), USUAL.seated) == (1, 2, Side.COUNTERPART)
    assert replace(USUAL, guest_day=3).seated is Side.DELEGATION


def test_goals_have_their_words() -> None:
    assert [goal.label for goal in Goal] == ["Fewest days", "Shortest waits"]
