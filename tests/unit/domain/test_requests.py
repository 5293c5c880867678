"""The request that counts of those of a pair."""

from missionplanner.domain.companies import Side
from missionplanner.domain.requests import HALF_LABELS, PRIORITY_LABELS, Half, Precedence, Priority, Request, wishes
from tests.builders import defaults


def test_a_veto_wins_whoever_says_it() -> None:
    one = Request(delegation_id=1, counterpart_id=2, priority=Priority.MUST_MEET)
    two = Request(delegation_id=1, counterpart_id=2, asked_by=Side.COUNTERPART, priority=Priority.NO_THANKS)
    assert wishes([one, two])[1, 2].priority is Priority.NO_THANKS
    assert wishes([two, one])[1, 2].priority is Priority.NO_THANKS


def test_of_two_wishes_the_stronger_counts_and_of_equal_ones_the_first() -> None:
    meet, must = (Request(delegation_id=1, counterpart_id=2, priority=p) for p in (Priority.MEET, Priority.MUST_MEET))
    again = Request(delegation_id=1, counterpart_id=2, comment="again")
    other = Request(delegation_id=1, counterpart_id=3)
    assert wishes([meet, must, again, other]) == {(1, 2): must, (1, 3): other}
    assert wishes([must, meet]) == {(1, 2): must}
    assert wishes([meet, again]) == {(1, 2): meet}


def test_a_new_request_is_to_meet_at_any_time() -> None:
    assert defaults(Request) == {
        "id": 0, "asked_by": Side.DELEGATION, "priority": Priority.MEET, "half": Half.ANY,
    }  # fmt: skip
    assert defaults(Precedence) == {"id": 0}
    assert Request(delegation_id=4, counterpart_id=7).pair == (4, 7)


def test_every_priority_and_half_has_a_label() -> None:
    assert {one: one.label for one in Priority} == PRIORITY_LABELS
    assert {one: one.label for one in Half} == HALF_LABELS
