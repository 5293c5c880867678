"""The bound of single parties: what each must be idle, whatever happens to the others."""

from dataclasses import replace

from missionplanner.progress import Progress
from missionplanner.scheduling.bounds import SingleBounds
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Party, Wish
from tests.unit.scheduling.problems import problem


def bound(allowed: tuple[int, ...], parties: tuple[Party, ...] = (Party(), Party(), Party())) -> int:
    """The bound with the first meeting of a party fixed to slot 0 and its second allowed in these slots."""
    stated = replace(
        problem((0, 1), (0, 2), places=5), wishes=(Wish((0, 1), (0,)), Wish((0, 2), allowed)), parties=parties
    )
    return SingleBounds(stated).bound({0: 0, 1: allowed[-1]}, Limits(2), Progress())


def test_a_party_whose_meetings_cannot_come_together_is_idle() -> None:
    assert bound((3, 4)) == 2


def test_a_party_whose_meetings_could_come_together_adds_nothing() -> None:
    assert bound((1, 4)) == 0


def test_slots_in_which_the_party_is_away_are_not_idle() -> None:
    assert bound((3, 4), (Party(absent=frozenset({1})), Party(), Party())) == 1


def test_a_party_with_several_meetings_at_once_adds_nothing() -> None:
    assert bound((3, 4), (Party(at_once=2), Party(), Party())) == 0


def test_a_stopped_bound_proves_nothing() -> None:
    stopped = Progress()
    stopped.stop()
    stated = replace(problem((0, 1), (0, 2), places=5), wishes=(Wish((0, 1), (0,)), Wish((0, 2), (4,))))
    assert SingleBounds(stated).bound({0: 0, 1: 4}, Limits(2), stopped) == 0


def test_what_is_proved_is_known_by_party() -> None:
    stated = replace(problem((0, 1), (0, 2), places=5), wishes=(Wish((0, 1), (0,)), Wish((0, 2), (4,))))
    found = SingleBounds(stated)
    found.bound({0: 0, 1: 4}, Limits(2), Progress())
    assert [found.least(0), found.least(1), found.total(), found.total({0})] == [3, 0, 3, 0]


def test_a_party_is_worked_out_once() -> None:
    stated = replace(problem((0, 1), (0, 2), places=5), wishes=(Wish((0, 1), (0,)), Wish((0, 2), (4,))))
    found = SingleBounds(stated)
    assert found.bound({0: 0, 1: 4}, Limits(2), Progress()) == 3
    stopped = Progress()
    stopped.stop()
    assert found.bound({0: 0, 1: 4}, Limits(2), stopped) == 3
