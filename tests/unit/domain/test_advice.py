"""Advice in its order, and whom a company that is asked could meet."""

from missionplanner.domain.advice import Advice, AdviceKind, missed_at, must_meets, partners_at, sorted_by_gain
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import CompanyStop
from missionplanner.domain.requests import Priority, Request
from tests.builders import snapshot_of

PAIRS = frozenset({(1, 3), (1, 4), (2, 4)})
STOPS = [CompanyStop(company_id=key, stop_id=stop) for key, stop in ((1, 1), (2, 1), (3, 2), (4, 2))]


def test_the_gain_is_what_was_placed_of_what_could_be() -> None:
    assert [Advice(AdviceKind.ASK, PAIRS, placed=placed).gain for placed in (0, 2, 3, 9)] == [0, 2, 3, 3]


def test_fewest_is_proved_where_the_bound_is_met() -> None:
    found = [Advice(AdviceKind.ASK, number=number, bound=bound) for number, bound in ((2, 2), (3, 2), (0, 0))]
    assert [one.is_fewest for one in found] == [True, False, False]


def test_the_most_meetings_come_first_then_the_fewest_asked() -> None:
    spare = Advice(AdviceKind.SPARE, number=1, place=1)
    many = Advice(AdviceKind.INVITE, PAIRS, number=3, placed=3)
    few = Advice(AdviceKind.ASK, PAIRS, number=2, placed=3)
    less = Advice(AdviceKind.TABLES, PAIRS, number=1, placed=2)
    assert sorted_by_gain([spare, many, less, few]) == [few, many, less, spare]


def test_must_meets_are_counted() -> None:
    wishes = [
        Request(delegation_id=1, counterpart_id=3, priority=Priority.MUST_MEET),
        Request(delegation_id=1, counterpart_id=4),
    ]
    assert must_meets(snapshot_of(requests=wishes), PAIRS) == 1


def test_a_company_could_meet_those_who_are_there_must_meets_first() -> None:
    wish = Request(delegation_id=1, counterpart_id=4, priority=Priority.MUST_MEET)
    snapshot = snapshot_of(company_stops=STOPS, requests=[wish])
    advice = Advice(AdviceKind.ASK, PAIRS, number=2, asks=((1, 2), (4, 1)))
    assert [partners_at(snapshot, advice, key) for key in (1, 4, 2)] == [[4, 3], [1, 2], []]


def test_a_company_misses_whom_it_shares_no_stop_with() -> None:
    wishes = [Request(delegation_id=1, counterpart_id=key) for key in (3, 4)]
    both = CompanyStop(company_id=4, stop_id=1)
    for stops, wanted in ((STOPS, [3, 4]), ([*STOPS, both], [3])):
        applied = [Application(company_id=key, status=Status.ACCEPTED) for key in (1, 3, 4)]
        snapshot = snapshot_of(company_stops=stops, requests=wishes, applications=applied)
        assert missed_at(snapshot, frozenset({(1, 2)}), 1) == wanted
        assert missed_at(snapshot, frozenset(), 1) == []
    assert missed_at(snapshot_of(company_stops=STOPS, requests=wishes, applications=()), frozenset({(1, 2)}), 1) == []
