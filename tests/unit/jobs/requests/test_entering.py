"""Requests entered by hand: priorities of either side, orders, and how much everybody asks for."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.errors import UserError
from missionplanner.jobs.requests import entering
from missionplanner.store.store import Store
from tests.builders import ask, check_undo, key_of, meet, undone_and_redone, whole

MUST, MEET, NO = Priority.MUST_MEET, Priority.MEET, Priority.NO_THANKS


def pairs(store: Store, *names: str) -> list[tuple[int, int]]:
    keys = [key_of(store, name) for name in names]
    return list(zip(keys[::2], keys[1::2], strict=True))


def ordered(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    wanted = replace(store.all(Request)[-1], half=Half.MORNING)
    entering.save(store, wanted, {key_of(store, "D1"): [key_of(store, "C2")]})


ACTS: dict[str, Callable[[Store], object]] = {
    "Set 2 requests": lambda s: entering.set_priorities(
        s, dict.fromkeys(pairs(s, "D1", "C2", "D2", "C1"), MEET), Side.DELEGATION
    ),
    "Edit request": ordered,
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


def test_several_requests_are_held_at_a_place(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET), ("D3", "C3", MEET))
    keys = [one.id for one in store.all(Request)][:2]
    check_undo(store, lambda s: entering.set_place(s, keys, MeetsAt.OFFICE), "Set the place of 2 requests")
    assert [one.meets_at for one in store.all(Request)] == [MeetsAt.OFFICE, MeetsAt.OFFICE, MeetsAt.UNSAID]


def pair(store: Store, one: str, two: str) -> tuple[int, int]:
    return key_of(store, one), key_of(store, two)


def test_each_side_says_its_own_and_nothing_is_said_twice(store: Store) -> None:
    one = pair(store, "D1", "C1")
    assert entering.set_priorities(store, {one: MUST}, Side.DELEGATION) == 1
    assert entering.set_priorities(store, {one: NO}, Side.COUNTERPART) == 1
    assert entering.set_priorities(store, {one: NO}, Side.COUNTERPART) == 0
    assert {(r.asked_by, r.priority) for r in store.all(Request)} == {(Side.DELEGATION, MUST), (Side.COUNTERPART, NO)}
    assert store.snapshot().wishes[one].priority is NO
    assert entering.set_priorities(store, {one: None}, Side.COUNTERPART) == 1
    assert [r.asked_by for r in store.all(Request)] == [Side.DELEGATION]


@pytest.mark.parametrize(
    ("text", "ours", "theirs"),
    [
        ("★", MUST, MUST),
        ("must meet", MUST, MUST),
        ("Prioritaire", MUST, MUST),
        ("●", MEET, MEET),
        ("oui", MEET, MEET),
        ("✕", NO, NO),
        ("no gracias", NO, NO),
        ("", None, None),
        ("  ", None, None),
        ("★·", MUST, None),
        ("✕●", NO, MEET),
        ("·★", None, MUST),
        ("1", MUST, MUST),
        ("2", MEET, MEET),
        ("0", NO, NO),
        ("meet", MEET, MEET),
    ],
)
def test_a_cell_says_how_much_in_three_languages(text: str, ours: Priority | None, theirs: Priority | None) -> None:
    assert entering.parse(text, Side.DELEGATION) is ours
    assert entering.parse(text, Side.COUNTERPART) is theirs


@pytest.mark.parametrize("text", ["foo", "-", "★?", "D1"])
def test_what_says_no_priority_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="no priority"):
        entering.parse(text, Side.DELEGATION)


def test_orders_are_kept_with_the_request_and_circles_are_refused(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MEET))
    first, second = store.all(Request)
    d1, c1, c2 = key_of(store, "D1"), key_of(store, "C1"), key_of(store, "C2")
    entering.save(store, first, {d1: [c2]})
    assert [(p.company_id, p.first_id, p.then_id) for p in store.all(Precedence)] == [(d1, c1, c2)]
    assert entering.later(store, first) == {d1: (c2,), c1: ()}
    with pytest.raises(UserError, match="circle"):
        entering.save(store, second, {d1: [c1]})
    other_side = replace(first, id=0, uid="", asked_by=Side.COUNTERPART)
    entering.save(store, other_side, {})
    assert store.count(Precedence) == 1
    with pytest.raises(UserError, match="already in the list"):
        entering.save(store, replace(store.all(Request)[-1], asked_by=Side.DELEGATION), {})
    entering.save(store, first, {})
    assert store.all(Precedence) == []


def test_the_same_request_is_not_entered_twice(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    again = replace(store.all(Request)[0], id=0, uid="")
    with pytest.raises(UserError, match="already in the list"):
        entering.save(store, again, {})
    entering.save(store, replace(again, asked_by=Side.COUNTERPART), {})
    assert store.count(Request) == 2


def test_chosen_requests_get_a_priority_or_are_deleted(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MEET), ("D2", "C1", MEET))
    first, second, third = (request.id for request in store.all(Request))
    before = whole(store)
    entering.set_priority(store, [first, third], MUST)
    assert [request.priority for request in store.all(Request)] == [MUST, MEET, MUST]
    assert store.steps.undo_label == "Set priority to Must meet"
    undone_and_redone(store, before)
    before = whole(store)
    entering.remove(store, iter([first, second]))
    assert [request.id for request in store.all(Request)] == [third]
    assert store.steps.undo_label == "Delete 2 requests"
    undone_and_redone(store, before)


def test_a_new_request_adds_its_orders_to_those_known(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    d1, c1, c2, c3 = (key_of(store, name) for name in ("D1", "C1", "C2", "C3"))
    (request,) = store.all(Request)
    entering.save(store, request, {d1: [c2, c1]})
    other_side = replace(request, id=0, uid="", asked_by=Side.COUNTERPART)
    entering.save(store, other_side, {d1: [c3, c2]})
    assert store.steps.undo_label == "Add a request"
    assert entering.later(store, request) == {d1: (c2, c3), c1: ()}
    entering.save(store, request, {d1: [c3]})
    assert store.steps.undo_label == "Edit request"
    assert entering.later(store, request) == {d1: (c3,), c1: ()}


def test_orders_in_a_longer_circle_are_refused(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MEET), ("D1", "C3", MEET), ("D2", "C1", MEET))
    d1, d2, c1, c2, c3 = (key_of(store, name) for name in ("D1", "D2", "C1", "C2", "C3"))
    one, two, three, other = store.all(Request)
    entering.save(store, one, {d1: [c2]})
    entering.save(store, two, {d1: [c3]})
    with pytest.raises(UserError, match="go in a circle") as refused:
        entering.save(store, three, {d1: [c1]})
    assert refused.value.hint
    entering.save(store, other, {d2: [c2], c1: [d1]})
    assert entering.later(store, other) == {d2: (c2,), c1: (d1,)}
    assert entering.later(store, three) == {d1: (), c3: ()}


def test_requests_are_taken_back_and_set_in_one_step(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C2", MEET))
    wanted = {pair(store, "D1", "C1"): None, pair(store, "D2", "C2"): MUST, pair(store, "D3", "C3"): NO}
    assert entering.set_priorities(store, wanted, Side.DELEGATION) == 3
    assert [(request.pair, request.priority) for request in store.all(Request)] == [
        (pair(store, "D2", "C2"), MUST),
        (pair(store, "D3", "C3"), NO),
    ]
