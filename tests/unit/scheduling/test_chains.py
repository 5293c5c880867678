"""Chains of moves swap what is in the way, and leave everybody in one meeting at a time."""

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.search import Search
from tests.unit.scheduling.problems import is_lawful, problem


def test_a_full_timetable_is_rearranged_by_chains_alone() -> None:
    stated = problem((0, 1), (0, 2), (3, 1), (3, 2), (4, 5), (6, 7), places=3, tables=2)
    search = Search(stated, 1)
    search.load({0: 0, 1: 2, 2: 2, 3: 0, 4: 1, 5: 1})
    search.anneal(2, Progress())
    assert len(search.assignment) == 6
    assert is_lawful(stated, search.assignment)
    assert objective.score(stated, search.assignment).idle == 0
