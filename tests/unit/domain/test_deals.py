"""Deals told twice are suggested by companies, day and value, and nobody tells one deal as two."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from missionplanner.domain.deals import Register, as_on, deals, doubles, stands, tellings
from missionplanner.domain.relationships import Claim, Relationship, SameDeal, Stage

DAY = date(2026, 3, 1)
PAIRS = {1: (1, 2), 2: (1, 3), 3: (2, 3), 4: (4, 5)}


def claim(key: int, teller: int | None = 1, relationship: int = 1, **more: object) -> Claim:
    usual = Claim(
        id=key, relationship_id=relationship, teller_id=teller, told_on=DAY, stage=Stage.AGREEMENT, since=DAY,
        about="pumps", value=100.0, currency="CAD",
    )  # fmt: skip
    return replace(usual, **more)  # type: ignore[arg-type]


def register(*claims: Claim, decisions: tuple[SameDeal, ...] = ()) -> Register:
    made = [Relationship(id=key, company_id=one, other_id=two, made_on=DAY) for key, (one, two) in PAIRS.items()]
    return Register(made, claims, decisions, {"third": 3}, {"CAD": 1.0, "USD": 2.0})


def suggested(*claims: Claim, decisions: tuple[SameDeal, ...] = ()) -> list[tuple[int, int]]:
    return [(one.one.key, one.other.key) for one in doubles(register(*claims, decisions=decisions))]


def test_claims_count_from_when_they_were_told_until_they_were_withdrawn() -> None:
    told = [claim(2), claim(1), claim(3, withdrawn_on=DAY + timedelta(2))]
    assert [one.id for one in as_on(told, DAY)] == [1, 2, 3]
    assert [one.id for one in as_on(told, DAY + timedelta(2))] == [1, 2]
    assert [one.id for one in as_on(told, None)] == [1, 2]
    assert as_on(told, DAY - timedelta(1)) == []


def test_a_company_tells_one_deal_again_and_again() -> None:
    again = claim(2, told_on=DAY + timedelta(60), value=150.0)
    (found,) = tellings(register(again, claim(1)))
    assert (found.key, found.newest) == (1, again)
    other = tellings(
        register(claim(1), claim(2, since=DAY + timedelta(60)), claim(3, about="valves"), claim(4, teller=2))
    )
    assert len(other) == 4
    without_day = tellings(register(claim(1, since=None), claim(2, since=None), claim(3, since=None, value=5.0)))
    assert [len(one.claims) for one in without_day] == [2, 1]


@pytest.mark.parametrize(
    ("later", "is_standing"),
    [
        ({"horizon": 90, "stage": Stage.NEGOTIATION, "value": None}, False),
        ({"horizon": 30, "stage": Stage.NEGOTIATION, "value": None}, True),
        ({"horizon": 90, "stage": Stage.ENDED, "relationship_id": 2}, True),
        ({"horizon": 90, "stage": Stage.ENDED, "teller_id": 2}, True),
        ({"horizon": None, "stage": Stage.ENDED}, False),
        ({"horizon": None, "stage": Stage.NEGOTIATION, "value": None}, True),
        ({"horizon": None, "stage": Stage.ENDED, "told_on": DAY - timedelta(1)}, True),
    ],
)  # fmt: skip
def test_a_later_answer_without_a_deal_takes_it_back(later: dict[str, object], is_standing: bool) -> None:
    first = claim(1, horizon=30)
    (telling,) = tellings(register(first))
    assert stands(telling, [first, claim(2, **{"told_on": DAY + timedelta(60), **later})]) is is_standing  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "is_suggested"),
    [
        ({}, True),
        ({"since": DAY + timedelta(21), "value": 350.0}, True),
        ({"since": DAY + timedelta(22)}, False),
        ({"value": 401.0}, False),
        ({"value": 401.0, "currency": "USD"}, False),
        ({"value": 190.0, "currency": "USD"}, True),
        ({"value": 900.0, "since": DAY + timedelta(99), "evidence": "a.pdf"}, True),
        ({"teller_id": 1, "about": "valves"}, False),
        ({"relationship_id": 4, "teller_id": 4}, False),
        ({"relationship_id": 2, "teller_id": 3}, True),
        ({"relationship_id": 3, "teller_id": 3, "third": "Elsewhere"}, False),
        ({"stage": Stage.NEGOTIATION}, False),
        ({"expected": True}, False),
    ],
)
def test_what_two_tell_is_one_deal_where_companies_day_and_value_agree(
    other: dict[str, object], is_suggested: bool
) -> None:
    two = claim(2, **{"teller_id": 2, **other}) if "teller_id" not in other else replace(claim(2), **other)  # type: ignore[arg-type]
    assert bool(suggested(claim(1, evidence="A.pdf"), two)) is is_suggested


def test_a_third_party_that_is_named_is_surer_than_one_that_is_not() -> None:
    named = doubles(register(claim(1, third="Third"), claim(2, teller=3, relationship=2)))
    unnamed = doubles(register(claim(1), claim(2, teller=3, relationship=2)))
    assert named[0].cost < unnamed[0].cost
    assert suggested(claim(1, third="Third"), claim(2, teller=3, relationship=3)) == [(1, 2)]


def test_of_two_deals_of_a_pair_each_is_told_once_by_either_side() -> None:
    close = {"since": DAY + timedelta(10), "about": "valves", "value": 200.0}
    found = suggested(claim(1), claim(2, **close), claim(3, teller=2), claim(4, teller=2, **close))  # type: ignore[arg-type]
    assert sorted(found) == [(1, 3), (2, 4)]


def test_jobs_that_differ_speak_against_it() -> None:
    same, other = (doubles(register(claim(1, jobs=5), claim(2, teller=2, jobs=n)))[0].cost for n in (5, 6))
    assert same < other


def test_decisions_make_deals_and_the_newest_counts() -> None:
    told = (claim(1), claim(2, teller=2))
    same = SameDeal(id=1, one_id=1, other_id=2, decided_on=DAY)
    different = SameDeal(id=2, one_id=2, other_id=1, is_same=False, decided_on=DAY + timedelta(1))
    assert [len(one.claims) for one in deals(register(*told))] == [1, 1]
    assert [len(one.claims) for one in deals(register(*told, decisions=(same,)))] == [2]
    both = register(*told, decisions=(same, different))
    assert [len(one.claims) for one in deals(both)] == [1, 1]
    assert [len(one.claims) for one in deals(both, DAY)] == [2]
    assert suggested(*told, decisions=(same,)) == suggested(*told, decisions=(different,)) == []
