"""Relationships are moved from stage to stage: what was said before stays, what is bare of the same day gives way."""

from datetime import date, timedelta

import pytest

from missionplanner import user
from missionplanner.domain.deals import as_on
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.results import stages
from missionplanner.errors import UserError
from missionplanner.jobs.relationships import moving
from missionplanner.store.store import Store
from tests.builders import check_undo
from tests.unit.jobs.relationships.told import ON, related, say

TODAY = ON + timedelta(days=30)


def stage_on(store: Store, known: Relationship, day: date) -> Stage | None:
    return stages([known], as_on(store.all(Claim), day)).get(known.id)


def test_a_move_keeps_its_day_and_who_said_so_and_what_was_before(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = related(store)
    say(store, known, Stage.HELD)
    monkeypatch.setattr(user, "given_name", lambda: "Ana")
    report = moving.move(store, [(known, Stage.NEGOTIATION)], TODAY)
    assert (report.changed, report.refused) == (1, ())
    claim = store.all(Claim)[-1]
    assert (claim.told_on, claim.since, claim.teller_id, claim.said_by) == (TODAY, TODAY, None, "Ana")
    assert stage_on(store, known, TODAY) is Stage.NEGOTIATION
    assert stage_on(store, known, TODAY - timedelta(days=1)) is Stage.HELD


def test_a_move_is_one_step_that_is_undone(store: Store) -> None:
    known = related(store)
    check_undo(store, lambda s: moving.move(s, [(known, Stage.HELD)], TODAY), "Move D1 – C1 to “Meeting held”")


def test_many_are_moved_as_one_step(store: Store) -> None:
    many = [(related(store, "D1", "C1"), Stage.HELD), (related(store, "D2", "C2"), Stage.TRADING)]
    check_undo(store, lambda s: moving.move(s, many, TODAY), "Move 2 relationships")


def test_what_is_there_already_is_no_step(store: Store) -> None:
    known = related(store)
    say(store, known, Stage.HELD)
    label = store.steps.undo_label
    assert moving.move(store, [(known, Stage.HELD)], TODAY).changed == 0
    assert (store.steps.undo_label, len(store.all(Claim))) == (label, 1)


def test_moves_of_one_day_leave_the_last(store: Store) -> None:
    known = related(store)
    moving.move(store, [(known, Stage.ENDED)], TODAY, " Price ")
    assert [one.reason for one in store.all(Claim)] == ["Price"]
    moving.move(store, [(known, Stage.FOLLOW_UP)], TODAY)
    assert [(one.stage, one.reason) for one in store.all(Claim)] == [(Stage.FOLLOW_UP, "")]
    assert stage_on(store, known, TODAY) is Stage.FOLLOW_UP


def test_what_ends_has_a_reason(store: Store) -> None:
    known = related(store)
    with pytest.raises(UserError, match="The reason is missing"):
        moving.move(store, [(known, Stage.ENDED)], TODAY, "  ")
    assert store.all(Claim) == []


@pytest.mark.parametrize("more", [{"value": 5.0}, {"about": "Pumps"}, {"since": ON}])
def test_a_claim_that_says_more_than_a_stage_does_not_give_way(store: Store, more: dict[str, object]) -> None:
    known = related(store)
    said = {"told_on": TODAY, "since": TODAY, **more}
    say(store, known, Stage.AGREEMENT, **said)
    report = moving.move(store, [(known, Stage.HELD)], TODAY)
    assert (report.changed, [one.name for one in report.refused]) == (0, ["D1 – C1"])
    assert stage_on(store, known, TODAY) is Stage.AGREEMENT


def test_what_a_company_said_later_is_named_as_the_reason(store: Store) -> None:
    known = related(store)
    say(store, known, Stage.HELD, "C1", told_on=TODAY + timedelta(days=1))
    (refused,) = moving.move(store, [(known, Stage.NEGOTIATION)], TODAY).refused
    assert refused.reason == (
        "On April 20, 2026 more was said of it: Meeting held (C1). Withdraw that on its page, or move it on a later day."
    )


def test_what_was_withdrawn_is_not_in_the_way(store: Store) -> None:
    known = related(store)
    say(store, known, Stage.TRADING, told_on=TODAY, withdrawn_on=TODAY)
    assert moving.move(store, [(known, Stage.HELD)], TODAY).changed == 1
    assert stage_on(store, known, TODAY) is Stage.HELD
