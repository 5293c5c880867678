"""Where registrations stand: which status can follow, and what a decision notes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from missionplanner.domain.applications import (
    STATUS_LABELS,
    Application,
    Decision,
    Status,
    decide,
    number_of_each,
    refusal,
    same_words,
    statuses_of,
)
from missionplanner.domain.companies import Side
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
    assert (refusal(Application(company_id=1, status=now), wanted, Side.DELEGATION, busy) == "") is allowed


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
    words = {side: {status: status.label(side) for status in Status} for side in Side}
    assert words == STATUS_LABELS
    assert words[Side.COUNTERPART] == words[Side.DELEGATION] | {
        Status.APPLIED: "On the long list",
        Status.INFORMATION_REQUESTED: "Contacted",
        Status.UNDER_REVIEW: "Interested",
        Status.ACCEPTED: "Comes",
        Status.CONFIRMED: "Comes",
        Status.PROSPECT: "On the long list",
    }


@pytest.mark.parametrize("sides", [(), (Side.COUNTERPART, Side.DELEGATION)])
def test_of_both_sides_a_status_has_the_words_of_both(sides: tuple[Side, ...]) -> None:
    assert [status.label(*sides) for status in (Status.ACCEPTED, Status.DECLINED)] == ["Accepted / Comes", "Declined"]


def test_what_is_called_the_same_is_offered_once() -> None:
    missing = [status for status in Status if status not in statuses_of(Side.COUNTERPART)]
    assert missing == [Status.CONFIRMED, Status.PROSPECT]
    assert (statuses_of(), statuses_of(Side.DELEGATION)) == (list(Status), list(Status))
    assert same_words([Status.CONFIRMED], Side.COUNTERPART) == [Status.ACCEPTED, Status.CONFIRMED]
    assert same_words([Status.CONFIRMED], Side.DELEGATION) == [Status.CONFIRMED]


@pytest.mark.parametrize(
    ("counterparts", "applications", "text"),
    [
        (220, 245, "220 counterparts, 245 applications"),
        (1, 1, "1 counterpart, 1 application"),
        (0, 2, "2 applications"),
        (0, 0, ""),
    ],
)
def test_companies_are_counted_by_side(counterparts: int, applications: int, text: str) -> None:
    assert number_of_each({Side.DELEGATION: applications, Side.COUNTERPART: counterparts}) == text


def test_declarations_are_in_the_order_of_the_form() -> None:
    one = Application(company_id=1, declares_origin=True, declares_export_controls=False, declares_integrity=None)
    assert one.declarations == (True, False, None)


@pytest.mark.parametrize(
    ("now", "wanted", "busy", "text"),
    [
        (Status.ACCEPTED, Status.ACCEPTED, True, "Its status is “Accepted” already."),
        (Status.WITHDRAWN, Status.RESERVE, False, "It is withdrawn; set it to “Applied” first."),
        (Status.WITHDRAWN, Status.APPLIED, False, ""),
        (Status.RESERVE, Status.CONFIRMED, False, "Only an accepted company can be confirmed."),
        (Status.ACCEPTED, Status.RESERVE, True, "It has planned meetings; withdraw it or remove its meetings first."),
        (Status.ACCEPTED, Status.RESERVE, False, ""),
        (Status.ACCEPTED, Status.CONFIRMED, True, ""),
        (Status.CONFIRMED, Status.WITHDRAWN, True, ""),
    ],
)
def test_a_refusal_says_why(now: Status, wanted: Status, busy: bool, text: str) -> None:
    assert refusal(Application(company_id=1, status=now), wanted, Side.DELEGATION, busy) == text


@pytest.mark.parametrize(
    ("now", "wanted", "text"),
    [
        (Status.CONFIRMED, Status.ACCEPTED, "Its status is “Comes” already."),
        (Status.ACCEPTED, Status.CONFIRMED, ""),
        (Status.APPLIED, Status.CONFIRMED, ""),
        (Status.WITHDRAWN, Status.RESERVE, "It is withdrawn; set it to “On the long list” first."),
    ],
)
def test_a_counterpart_is_refused_in_its_own_words(now: Status, wanted: Status, text: str) -> None:
    assert refusal(Application(company_id=1, status=now), wanted, Side.COUNTERPART, False) == text


def test_a_decision_changes_nothing_else() -> None:
    before = Application(id=3, company_id=1, status=Status.ACCEPTED, announced="accepted", rank=4, reviewer="ana")
    after = decide(before, Decision(Status.DECLINED, "ben", NOW, "late"))
    assert after == replace(
        before, status=Status.DECLINED, rank=None, decided_at=NOW, decided_by="ben", reason="late", edited=""
    )
