"""Relationships are listed with stage, value and next step, narrowed by conditions, and sorted."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from missionplanner.domain.companies import Company, CompanySector
from missionplanner.domain.relationships import Proof, Relationship, SameDeal, Stage
from missionplanner.jobs.relationships import entering, lines
from missionplanner.jobs.relationships.lines import DueState, RelationshipFilter, RelationshipLine
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.jobs.relationships.told import ON, related, say

TODAY = date(2026, 4, 1)


def line_of(store: Store, name: str = "D1") -> RelationshipLine:
    return next(one for one in lines.lines(store, TODAY) if one.names[0] == name)


def test_one_nobody_said_anything_of_stands_at_introduced(store: Store) -> None:
    related(store)
    line = line_of(store)
    assert (line.said_stage, line.stage, line.since, line.value) == (None, Stage.INTRODUCED, ON, "")
    assert (line.pair, line.sectors, line.cities, line.intents) == ("D1 – C1", (), (), ())


def test_intents_are_called_as_in_the_list_of_the_mission(store: Store) -> None:
    known = related(store)
    entering.edit(store, replace(store.get(Relationship, known.id), intents="vender; second_source"), ())
    assert line_of(store).named_intents == "Sell; Second source of supply"


def test_the_value_is_what_is_expected_until_there_is_a_deal(store: Store) -> None:
    known = related(store)
    say(store, known, Stage.QUOTATION, "D1", value=900.0, currency="CAD", expected=True, next_step="Send samples")
    line = line_of(store)
    assert (line.value, line.next_step, line.is_expected) == ("900 CAD (expected)", "Send samples", True)
    day = ON + timedelta(days=3)
    say(store, known, Stage.AGREEMENT, "D1", value=500.0, currency="CAD", told_on=day, since=day)
    line = line_of(store)
    assert (line.value, line.stage, line.since, line.is_expected) == ("500 CAD", Stage.AGREEMENT, day, False)


def test_a_deal_both_tell_counts_once_and_lower_and_evidence_counts_more(store: Store) -> None:
    known = related(store)
    keys = [
        say(store, known, Stage.TRADING, teller, value=value, currency="CAD", since=ON)
        for teller, value in (("D1", 500.0), ("C1", 400.0))
    ]
    with store.change(message("Decide")) as change:
        change.insert(SameDeal(one_id=keys[0], other_id=keys[1], decided_on=ON))
    assert line_of(store).amounts == (("CAD", 400.0),)
    with store.change(message("Verify")) as change:
        change.insert(Proof(claim_id=keys[0], value=450.0, currency="USD", verified_on=ON))
    assert line_of(store).amounts == (("USD", 450.0),)


def test_sums_are_by_currency_the_largest_first(store: Store) -> None:
    for name, value, currency in (("D1", 5.0, "CAD"), ("D2", 90.0, "MXN"), ("D3", 7.0, "CAD")):
        say(store, related(store, name), Stage.AGREEMENT, name, value=value, currency=currency, since=ON)
    found = lines.sums(lines.lines(store, TODAY))
    assert found == (("MXN", 90.0), ("CAD", 12.0))
    assert lines.amounts_shown(found) == "90 MXN + 12 CAD"
    assert lines.amounts_shown(found, 1) == "90 MXN + …"
    assert lines.amounts_shown(()) == ""


@pytest.mark.parametrize(
    ("due", "ended", "state"),
    [
        (None, False, DueState.NEVER),
        (TODAY - timedelta(days=1), False, DueState.OVERDUE),
        (TODAY, False, DueState.SOON),
        (TODAY + timedelta(days=7), False, DueState.SOON),
        (TODAY + timedelta(days=8), False, DueState.LATER),
        (TODAY - timedelta(days=1), True, DueState.NEVER),
    ],
)
def test_a_next_step_is_overdue_the_day_after_unless_it_ended(
    store: Store, due: date | None, ended: bool, state: DueState
) -> None:
    known = related(store, due=due)
    if ended:
        say(store, known, Stage.ENDED, reason="Price")
    assert line_of(store).due_state is state


@pytest.fixture
def several(store: Store) -> Store:
    """Three relationships that differ in everything one can ask for."""
    with store.change(message("Edit")) as change:
        change.insert(CompanySector(company_id=key_of(store, "D1"), sector_id=1))
        for name, city in (("C1", "Puebla"), ("C2", "León")):
            change.update(replace(store.get(Company, key_of(store, name)), city=city))
    one = related(store, "D1", "C1", owner="Ana", due=TODAY - timedelta(days=2), intents="sell")
    say(store, one, Stage.TRADING, "D1", value=5.0, currency="CAD", since=ON)
    related(store, "D2", "C2", owner="Marc", due=TODAY + timedelta(days=20), next_step="Visit the plant")
    say(store, related(store, "D3", "C1"), Stage.ENDED, reason="Price")
    return store


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (RelationshipFilter(), ["D1", "D2", "D3"]),
        (RelationshipFilter(text="c1 d"), ["D1", "D3"]),
        (RelationshipFilter(text="PLANT"), ["D2"]),
        (RelationshipFilter(stages=("trading", "ended")), ["D1", "D3"]),
        (RelationshipFilter(stages=("introduced",)), ["D2"]),
        (RelationshipFilter(sectors=("Advanced manufacturing",)), ["D1"]),
        (RelationshipFilter(cities=("León",)), ["D2"]),
        (RelationshipFilter(intents=("Sell",)), ["D1"]),
        (RelationshipFilter(intents=("",)), ["D2", "D3"]),
        (RelationshipFilter(owners=("Ana", "")), ["D1", "D3"]),
        (RelationshipFilter(dues=("overdue",)), ["D1"]),
        (RelationshipFilter(dues=("never",), cities=("Puebla",)), ["D3"]),
    ],
)
def test_conditions_leave_what_meets_them(several: Store, wanted: RelationshipFilter, names: list[str]) -> None:
    assert [one.names[0] for one in lines.narrowed(lines.lines(several, TODAY), wanted)] == names


def test_numbers_count_what_a_value_would_leave(several: Store) -> None:
    found = lines.lines(several, TODAY)
    wanted = RelationshipFilter(stages=("trading",), cities=("Puebla",))
    assert lines.numbers(found, wanted, "stages") == {"trading": 1, "ended": 1}
    assert lines.numbers(found, RelationshipFilter(), "owners") == {"Ana": 1, "Marc": 1, "": 1}


@pytest.mark.parametrize(
    ("column", "names"),
    [
        ("name", ["D1", "D2", "D3"]),
        ("other", ["D1", "D3", "D2"]),
        ("stage", ["D2", "D1", "D3"]),
        ("value", ["D2", "D3", "D1"]),
        ("due", ["D1", "D2", "D3"]),
        ("urgency", ["D1", "D2", "D3"]),
        ("owner", ["D3", "D1", "D2"]),
        ("sectors", ["D2", "D3", "D1"]),
        ("cities", ["D2", "D1", "D3"]),
        ("since", ["D1", "D2", "D3"]),
    ],
)
def test_lists_are_sorted_by_every_column(several: Store, column: str, names: list[str]) -> None:
    found = lines.lines(several, TODAY)
    assert [one.names[0] for one in lines.ordered(found, column)] == names


def test_the_last_of_an_order_comes_first_when_it_is_turned(several: Store) -> None:
    found = lines.ordered(lines.lines(several, TODAY), "name", descending=True)
    assert [one.names[0] for one in found] == ["D3", "D2", "D1"]
