"""Where registrations stand: which status can follow, and what a decision notes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from missionplanner.domain.applications import STATUS_LABELS, Application, Decision, Status, decide, refusal
from tests.builders import defaults

NOW = datetime(2025, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "wanted", "busy", "allowed"),
    [
        (Status.APPLIED, Status.ACCEPTED, False, True),
        (Status.ACCEPTED, Status.ACCEPTED, False, False),
        (Status.WITHDRAWN, Status.ACCEPTED, False, False),
        (Status.APPLIED, Status.CONFIRMED, False, False),
        (Status.ACCEPTED, Status.CONFIRMED, False, True),
        (Status.ACCEPTED, Status.DECLINED, True, False),
        (Status.ACCEPTED, Status.WITHDRAWN, True, True),
    ],
)
def test_status_changes_follow_the_rules(now: Status, wanted: Status, busy: bool, allowed: bool) -> None:
    assert (refusal(Application(company_id=1, status=now), wanted, busy) == "") is allowed


def test_leaving_the_reserve_list_gives_the_place_up() -> None:
    waiting = Application(company_id=1, status=Status.RESERVE, rank=3)
    assert decide(waiting, Decision(Status.ACCEPTED, "ana", datetime.now(UTC))).rank is None


def test_a_decision_notes_who_when_and_why_and_ends_the_need_to_approve_again() -> None:
    before = Application(company_id=1, status=Status.ACCEPTED, edited="name", rank=4)
    after = decide(before, Decision(Status.RESERVE, "ana", NOW, "no room"))
    assert (after.status, after.decided_by, after.decided_at, after.reason, after.edited, after.rank) == (
        Status.RESERVE,
        "ana",
        NOW,
        "no room",
        "",
        4,
    )


def test_a_new_registration_is_an_application() -> None:
    assert defaults(Application) == {"id": 0, "status": Status.APPLIED}


def test_the_accepted_and_the_confirmed_take_part() -> None:
    assert {status for status in Status if status.takes_part} == {Status.ACCEPTED, Status.CONFIRMED}


def test_every_status_has_a_label() -> None:
    assert {status: status.label_text for status in Status} == STATUS_LABELS
    assert Status.UNDER_REVIEW.label == "Under review"


def test_declarations_are_in_the_order_of_the_form() -> None:
    one = Application(company_id=1, declares_origin=True, declares_export_controls=False, declares_integrity=None)
    assert one.declarations == (True, False, None)


@pytest.mark.parametrize(
    ("now", "wanted", "busy", "text"),
    [
        (Status.ACCEPTED, Status.ACCEPTED, True, "It is already accepted."),
        (Status.WITHDRAWN, Status.RESERVE, False, "It was withdrawn; it has to be applied again first."),
        (Status.WITHDRAWN, Status.APPLIED, False, ""),
        (Status.RESERVE, Status.CONFIRMED, False, "Only an accepted company can be confirmed."),
        (Status.ACCEPTED, Status.RESERVE, True, "It has planned meetings; withdraw it or remove its meetings first."),
        (Status.ACCEPTED, Status.RESERVE, False, ""),
        (Status.ACCEPTED, Status.CONFIRMED, True, ""),
        (Status.CONFIRMED, Status.WITHDRAWN, True, ""),
    ],
)
def test_a_refusal_says_why(now: Status, wanted: Status, busy: bool, text: str) -> None:
    assert refusal(Application(company_id=1, status=now), wanted, busy) == text


def test_a_decision_changes_nothing_else() -> None:
    before = Application(id=3, company_id=1, status=Status.ACCEPTED, announced="accepted", rank=4, reviewer="ana")
    after = decide(before, Decision(Status.DECLINED, "ben", NOW, "late"))
    assert after == replace(
        before, status=Status.DECLINED, rank=None, decided_at=NOW, decided_by="ben", reason="late", edited=""
    )
