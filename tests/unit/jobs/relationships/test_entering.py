"""Relationships are entered and made of meetings, each act one step that is undone and redone exactly."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from missionplanner.domain.companies import Company, Partner, Side
from missionplanner.domain.relationships import Claim, Proof, Relationship, RelationshipParty, SameDeal, Stage
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting, MeetingStatus, Outcome
from missionplanner.errors import UserError
from missionplanner.jobs.outcomes import entering as outcomes
from missionplanner.jobs.relationships import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, key_of, meet, undone_and_redone, whole

ON = date(2026, 3, 20)


def company(store: Store, name: str) -> Company:
    return store.get(Company, key_of(store, name))


def made(store: Store, one: str = "D1", other: str = "C1") -> Relationship:
    return entering.make(store, company(store, one), company(store, other), ON)


def said(store: Store, **more: object) -> int:
    claim = Claim(relationship_id=made(store).id, told_on=ON, stage=Stage.AGREEMENT, value=5.0, currency="CAD")
    return entering.say(store, replace(claim, **more))  # type: ignore[arg-type]


def request(store: Store, asked_by: Side, intents: str) -> Request:
    pair = {"delegation_id": key_of(store, "D1"), "counterpart_id": key_of(store, "C1")}
    return Request(**pair, asked_by=asked_by, intents=intents)


ACTS: dict[str, tuple[Callable[[Store], object], Callable[[Store], object]]] = {
    "Make the relationship of D1 and C1": (lambda s: None, made),
    "Edit a relationship": (made, lambda s: entering.edit(s, replace(made(s), owner="Ana"))),
    "Delete 1 relationship": (said, lambda s: entering.remove(s, [made(s).id])),
    "Note what is said of a relationship": (made, said),
    "Withdraw a claim": (said, lambda s: entering.withdraw(s, s.all(Claim)[0], ON)),
    "Decide on 1 deal told twice": (
        lambda s: [said(s), said(s, teller_id=key_of(s, "C1"))], lambda s: entering.decide(s, [(1, 2, ON)], True),
    ),
    "Verify 1 claim": (said, lambda s: entering.verify(s, [Proof(claim_id=1, value=4.0, verified_on=ON)])),
}  # fmt: skip


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    before, act = ACTS[label]
    before(store)
    check_undo(store, act, label)


def test_a_pair_has_one_relationship_with_the_delegation_first(store: Store) -> None:
    first = made(store, "C1", "D1")
    assert first.pair == (key_of(store, "D1"), key_of(store, "C1"))
    assert made(store) == first
    assert made(store, "D2", "D1").pair == (key_of(store, "D1"), key_of(store, "D2"))
    with pytest.raises(UserError):
        made(store, "D1", "D1")


def test_what_was_decided_before_stays_for_the_days_between(store: Store) -> None:
    said(store)
    said(store, teller_id=key_of(store, "C1"))
    entering.decide(store, [(1, 2, ON)], is_same=True)
    entering.decide(store, [(2, 1, date(2026, 4, 1))], is_same=False)
    entering.decide(store, [(1, 2, date(2026, 4, 1))], is_same=True)
    assert [(one.is_same, one.decided_on) for one in store.all(SameDeal)] == [
        (True, ON), (True, date(2026, 4, 1)),
    ]  # fmt: skip
    assert all(one.decided_by for one in store.all(SameDeal))


def test_held_meetings_and_existing_partners_become_relationships_once(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    meet(store, "D2", "C2", 1, 0)
    with store.change(message("Partners")) as change:
        change.insert(Partner(company_id=key_of(store, "D3"), name="C3", relationship="distributor"))
        change.insert(Partner(company_id=key_of(store, "D3"), name="Somebody"))
        change.insert(Partner(company_id=key_of(store, "D3"), name="D1"))
        change.insert(request(store, Side.DELEGATION, "sell"))
        change.insert(request(store, Side.COUNTERPART, "buy"))
    check_undo(store, lambda s: entering.from_meetings(s, ON), "Make 2 relationships")
    assert [one.intents for one in store.all(Relationship)] == ["sell; buy", ""]
    claims = [(claim.stage, claim.since, claim.began_before, claim.about) for claim in store.all(Claim)]
    assert claims == [(Stage.HELD, DAY, None, ""), (Stage.INTRODUCED, None, True, "distributor")]
    assert entering.from_meetings(store, ON) == 0


def test_the_outcome_of_a_meeting_is_said_of_its_relationship(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    for name, text in (("kind", "3"), ("value", "500"), ("kind", "6")):
        assert outcomes.save_cells(store, [(key, name, text)], message("Outcome")) == []
    (claim,) = store.all(Claim)
    assert (claim.stage, claim.value, claim.expected, claim.since) == (Stage.AGREEMENT, 500.0, False, DAY)
    assert store.all(Relationship)[0].pair == store.get(Meeting, key).pair
    assert store.all(Outcome)[0].kind == "sale"


def test_third_parties_are_entered_by_name_and_those_that_stay_are_the_records_they_are(store: Store) -> None:
    one, other = (store.get(Company, key_of(store, name)) for name in ("D1", "C1"))
    made = entering.make(store, one, other, DAY)
    entering.edit(store, made, ["Port of Veracruz", "Bank", "bank "])
    before = whole(store)
    (port, bank) = store.all(RelationshipParty)
    entering.edit(store, made, ["bank", "Rail"])
    undone_and_redone(store, before)
    assert [(party.name, party.uid == bank.uid) for party in store.all(RelationshipParty)] == [
        ("Bank", True),
        ("Rail", False),
    ]
    entering.edit(store, made)
    assert entering.third_parties(store, made) == ["Bank", "Rail"]
    assert port.name == "Port of Veracruz"
