"""The local search: places, then takes out idle time."""

import time
from dataclasses import replace
from typing import Any

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling import search as search_module
from missionplanner.scheduling.problem import Assignment, Wish
from missionplanner.scheduling.search import HOT, WARM, Search
from tests.unit.scheduling.problems import is_lawful, problem


def soon() -> float:
    return time.monotonic() + 5


def test_a_search_begins_empty_and_goes_on_from_what_is_loaded() -> None:
    search = Search(problem((0, 1), (0, 2)), 1)
    assert search.assignment == {}
    search.load({1: 2})
    assert search.assignment == {1: 2}
    search.load({0: 0})
    assert search.assignment == {0: 0}


def test_everything_that_fits_is_placed() -> None:
    stated = problem((0, 1), (0, 2), (1, 2))
    search = Search(stated, 1)
    assert search.place(soon(), Progress()) is True
    assert len(search.assignment) == 3
    assert is_lawful(stated, search.assignment)


def test_what_does_not_fit_waits_and_the_heaviest_is_kept() -> None:
    full = problem((0, 1), (0, 2), places=1)
    weighed = replace(full, wishes=(replace(full.wishes[0], weight=1), replace(full.wishes[1], weight=9)))
    search = Search(weighed, 1)
    assert search.place(soon(), Progress()) is False
    assert search.assignment == {1: 0}


def test_wishes_stay_where_they_were_before_if_they_may() -> None:
    before = problem((0, 1), (2, 3))
    before = replace(before, wishes=tuple(replace(wish, previous=2) for wish in before.wishes))
    search = Search(before, 1)
    search.place(soon(), Progress())
    assert search.assignment == {0: 2, 1: 2}


def test_annealing_takes_out_idle_time_and_loses_nothing() -> None:
    stated = problem((0, 1), (0, 2), (0, 3), places=6)
    search = Search(stated, 1)
    search.load({0: 0, 1: 3, 2: 5})
    search.anneal(2, Progress())
    assert sorted(search.assignment) == [0, 1, 2]
    assert objective.score(stated, search.assignment).idle == 0


def test_annealing_ends_at_its_goal() -> None:
    search = Search(problem((0, 1), (0, 2), places=6), 1)
    search.load({0: 0, 1: 3})
    search.anneal(60, Progress(), goal=(2, 0))
    assert search.assignment == {0: 0, 1: 3}


def test_fixed_wishes_are_not_moved() -> None:
    stated = problem((0, 1), (0, 2), places=4)
    stated = replace(stated, wishes=(Wish((0, 1), (3,), fixed=True), stated.wishes[1]))
    search = Search(stated, 1)
    search.place(soon(), Progress())
    search.anneal(1, Progress())
    assert search.assignment == {0: 3, 1: 2}


def test_a_stopped_search_keeps_what_there_is() -> None:
    stopped = Progress()
    stopped.stop()
    search = Search(problem((0, 1), (0, 2), places=6), 1)
    search.load({0: 0, 1: 3})
    search.anneal(60, stopped)
    assert search.assignment == {0: 0, 1: 3}


def test_a_search_is_watched_while_it_gets_better() -> None:
    search, seen = Search(problem((0, 1), (0, 2)), 1), list[dict[int, int]]()
    search.watch = seen.append
    search.load({0: 0, 1: 2})
    search.anneal(1.0, Progress())
    assert seen == [search.assignment]
    assert abs(search.assignment[0] - search.assignment[1]) == 1


def test_it_is_asked_what_is_proved_where_nothing_gets_better(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_module, "STALL", 0.01)
    stated = replace(problem((0, 1), (0, 2), places=6), wishes=(Wish((0, 1), (0,)), Wish((0, 2), (3, 5))))
    search, asked = Search(stated, 1), list[dict[int, int]]()

    def prove(best: Assignment) -> int:
        asked.append(dict(best))
        return 2

    search.load({0: 0, 1: 5})
    started = time.monotonic()
    search.anneal(60, Progress(), ask=prove)
    assert asked == [{0: 0, 1: 3}]
    assert time.monotonic() - started < 30


def test_more_time_is_more_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = list[tuple[float, float]]()

    def cool(_self: Search, schedule: Any, _progress: Progress) -> bool:
        rounds.append((schedule.seconds, schedule.hot))
        return False

    monkeypatch.setattr(Search, "_anneal", cool)
    search = Search(problem((0, 1)), 1)
    for seconds, wanted in ((3, [3]), (14, [14]), (30, [10, 20]), (60, [10, 20, 30]), (75, [10, 20, 45])):
        rounds.clear()
        search.anneal(seconds, Progress())
        assert [part for part, _hot in rounds] == wanted
        assert [hot for _part, hot in rounds] == [HOT, *[WARM] * (len(wanted) - 1)]
