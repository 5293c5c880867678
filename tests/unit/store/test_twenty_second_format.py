"""Outcomes of a mission of the twenty-first format are relationships from then on, and stay what they are."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.timetable import Outcome
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import key_of, meet, small_mission
from tests.unit.store.first_file import write_twenty_first_format

STAGES = {
    "": Stage.HELD, "none": Stage.ENDED, "information": Stage.HELD, "lead": Stage.FOLLOW_UP,
    "quote": Stage.QUOTATION, "agreement": Stage.AGREEMENT, "sale": Stage.AGREEMENT, "investment": Stage.AGREEMENT,
}  # fmt: skip


@pytest.mark.parametrize("kind", STAGES)
def test_an_outcome_becomes_a_relationship_with_its_stage(tmp_path: Path, kind: str) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        pair = key_of(store, "D1"), key_of(store, "C1")
        meeting = meet(store, "D1", "C1", 0, 0)
        with store.change(message("Outcome")) as change:
            change.insert(Outcome(meeting_id=meeting, kind=kind, value=500.0, currency="CAD", next_step="call"))
        outcomes = store.all(Outcome)
    old = write_twenty_first_format(tmp_path / "today.mission", tmp_path / "old.mission")
    copy = tmp_path / "copy.mission"
    copy.write_bytes(old.read_bytes())
    with Store.open(old) as store, Store.open(copy) as other:
        assert (store.format, store.all(Outcome)) == (schema.FORMAT, outcomes)
        (made,) = store.all(Relationship)
        (claim,) = store.all(Claim)
        assert (made.pair, made.next_step) == (pair, "call")
        assert (claim.stage, claim.value, claim.currency, claim.teller_id) == (STAGES[kind], 500.0, "CAD", None)
        assert claim.expected is not STAGES[kind].is_deal
        assert claim.told_on == claim.since == made.made_on
        # copies agree on what it is, so that they merge
        assert [other.all(Relationship), other.all(Claim)] == [[made], [claim]]
        assert {company.intents for company in store.all(Company)} == {""}


def test_a_mission_without_outcomes_gets_no_relationships(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    with Store.open(write_twenty_first_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        assert (store.all(Relationship), store.all(Claim)) == ([], [])
