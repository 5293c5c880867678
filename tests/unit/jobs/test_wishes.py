"""Requests by hand and by list: priorities of either side, orders, shares, and names that are said once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.requests import Precedence, Priority, Request
from missionplanner.errors import UserError
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.job import run_now
from missionplanner.jobs.requests import entering as wishes
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, small_mission

MUST, MEET, NO = Priority.MUST_MEET, Priority.MEET, Priority.NO_THANKS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def pair(store: Store, one: str, two: str) -> tuple[int, int]:
    return key_of(store, one), key_of(store, two)


def test_each_side_says_its_own_and_nothing_is_said_twice(store: Store) -> None:
    one = pair(store, "D1", "C1")
    assert wishes.set_priorities(store, {one: MUST}, Side.DELEGATION) == 1
    assert wishes.set_priorities(store, {one: NO}, Side.COUNTERPART) == 1
    assert wishes.set_priorities(store, {one: NO}, Side.COUNTERPART) == 0
    assert {(r.asked_by, r.priority) for r in store.all(Request)} == {(Side.DELEGATION, MUST), (Side.COUNTERPART, NO)}
    assert store.snapshot().wishes[one].priority is NO
    assert wishes.set_priorities(store, {one: None}, Side.COUNTERPART) == 1
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
    assert wishes.parse(text, Side.DELEGATION) is ours
    assert wishes.parse(text, Side.COUNTERPART) is theirs


@pytest.mark.parametrize("text", ["foo", "-", "★?", "D1"])
def test_what_says_no_priority_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="no priority"):
        wishes.parse(text, Side.DELEGATION)


def test_orders_are_kept_with_the_request_and_circles_are_refused(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MEET))
    first, second = store.all(Request)
    d1, c1, c2 = key_of(store, "D1"), key_of(store, "C1"), key_of(store, "C2")
    wishes.save(store, first, {d1: [c2]})
    assert [(p.company_id, p.first_id, p.then_id) for p in store.all(Precedence)] == [(d1, c1, c2)]
    assert wishes.later(store, first) == {d1: (c2,), c1: ()}
    with pytest.raises(UserError, match="circle"):
        wishes.save(store, second, {d1: [c1]})
    other_side = replace(first, id=0, uid="", asked_by=Side.COUNTERPART)
    wishes.save(store, other_side, {})
    assert store.count(Precedence) == 1
    with pytest.raises(UserError, match="already in the list"):
        wishes.save(store, replace(store.all(Request)[-1], asked_by=Side.DELEGATION), {})
    wishes.save(store, first, {})
    assert store.all(Precedence) == []


def test_the_same_request_is_not_entered_twice(store: Store) -> None:
    ask(store, ("D1", "C1", MEET))
    again = replace(store.all(Request)[0], id=0, uid="")
    with pytest.raises(UserError, match="already in the list"):
        wishes.save(store, again, {})
    wishes.save(store, replace(again, asked_by=Side.COUNTERPART), {})
    assert store.count(Request) == 2


def test_shares_tell_who_has_too_few_and_too_many(store: Store) -> None:
    with store.change("Limits") as change:
        change.update(replace(store.mission, meetings_least=1, meetings_most=2))
    ask(store, ("D1", "C1", MEET), ("D1", "C2", MUST), ("D1", "C3", MEET), ("D2", "C1", MEET), ("D3", "C2", NO))
    meet(store, "D1", "C1", 0, 0)
    found = {one.company.name: one for one in wishes.balances(store.snapshot())}
    assert {name: one.state for name, one in found.items()} == {
        "D1": "many",
        "D2": "unmet",
        "D3": "few",
        "C1": "good",
        "C2": "unmet",
        "C3": "unmet",
    }
    assert (found["D1"].asks, found["D1"].wanted, found["D1"].meetings, found["D1"].open) == (3, 3, 1, 2)
    assert (found["C1"].asked, found["D3"].vetoes) == (2, 1)


def analyse(store: Store, text: str, answers: dict[str, int] | None = None) -> import_requests.RequestPlan:
    return run_now(import_requests.analyse(Path("Clipboard"), pasted=text, answers=answers), store)


def test_pasted_names_nobody_has_are_said_once_and_remembered(store: Store) -> None:
    text = "Requested by\tWants to meet\tPriority\nD1\tThe Monterrey people\tmust\nD2\tThe Monterrey people\tmeet\n"
    plan = analyse(store, text)
    assert [row.verdict for row in plan.rows] == [RowOutcome.REJECTED] * 2
    assert plan.rows[0].unknown == ("The Monterrey people",)
    plan = analyse(store, text, {"The Monterrey people": key_of(store, "C2")})
    assert [row.verdict for row in plan.rows] == [RowOutcome.NEW] * 2
    import_requests.accept(store, plan)
    assert {r.counterpart_id for r in store.all(Request)} == {key_of(store, "C2")}
    assert [alias.name for alias in store.all(Alias)] == ["The Monterrey people"]
    later = analyse(store, "Requested by\tWants to meet\nD3\tTHE MONTERREY PEOPLE\n")
    assert [row.verdict for row in later.rows] == [RowOutcome.NEW]
    import_requests.accept(store, later)
    assert store.count(Alias) == 1


def test_an_ambiguous_name_is_decided_and_stays_decided(store: Store) -> None:
    with store.change("Two of a name") as change:
        one = change.insert(Company(side=Side.COUNTERPART, name="Grupo Alba S.A. de C.V."))
        two = change.insert(Company(side=Side.COUNTERPART, name="Grupo Alba SAPI de CV"))
    text = "Requested by\tWants to meet\nD1\tGrupo Alba\n"
    plan = analyse(store, text)
    assert plan.rows[0].verdict is RowOutcome.REJECTED
    assert [company.id for company in import_requests.candidates(store, "Grupo Alba")] == [one, two]
    import_requests.accept(store, analyse(store, text, {"Grupo Alba": two}))
    assert [r.counterpart_id for r in store.all(Request)] == [two]
    assert analyse(store, text).rows[0].verdict is RowOutcome.SAME
