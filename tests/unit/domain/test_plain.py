"""Spelling, time, statuses, wishes and merging of drafts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.applications import Application, Decision, Status, decide, refusal
from missionplanner.domain.changes import Memory, Registration, SourceEntry, changed_fields, combine, merge
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.requests import Priority, Request, wishes
from missionplanner.domain.spelling import fold, tidy, words
from missionplanner.domain.time import Range, cut, in_zone, local
from tests.builders import DAY, moment


def test_fold_ignores_accents_case_and_blanks() -> None:
    assert fold("  LÉVIS\u00a0Ñandú ") == "levis nandu"
    assert fold("Yılmaz Łódź Øre") == "yilmaz lodz ore"
    assert fold("Straße") == "strasse"


def test_words_ignore_punctuation() -> None:
    assert words("S. de R.L. de C.V.") == "s de rl de cv"
    assert words("Smith & Sons") == words("Smith and Sons")


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_tidy_keeps_lines_and_drops_control_characters() -> None:
    assert tidy("a\x00b \t c\r\n\u202e d ") == "a b c\nd"


def test_slots_leave_the_buffer_between_and_none_after_the_last() -> None:
    spans = list(cut(Range(moment(9), moment(10, 10)), 20, 5))
    assert [(s.start.strftime("%H:%M"), s.end.strftime("%H:%M")) for s in spans] == [
        ("09:00", "09:20"),
        ("09:25", "09:45"),
        ("09:50", "10:10"),
    ]
    with pytest.raises(ValueError, match="minute"):
        list(cut(Range(moment(9), moment(10)), 0, 5))


def test_zones_are_kept_apart() -> None:
    mexico = local(DAY, datetime(2026, 1, 1, 9).time(), "America/Mexico_City")
    assert in_zone(mexico, "America/Toronto").hour == 10
    assert mexico.utcoffset() == timedelta(hours=-6)


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


def test_a_veto_wins_whoever_says_it() -> None:
    one = Request(delegation_id=1, counterpart_id=2, priority=Priority.MUST_MEET)
    two = Request(delegation_id=1, counterpart_id=2, asked_by=Side.COUNTERPART, priority=Priority.NO_THANKS)
    assert wishes([one, two])[1, 2].priority is Priority.NO_THANKS
    assert wishes([two, one])[1, 2].priority is Priority.NO_THANKS


def test_later_draft_wins_and_what_only_the_first_says_stays() -> None:
    first = SourceEntry(
        {"name": "A", "city": "Lévis", "employees": 3}, delegates=({"given_name": "Zoë", "email": "z@a.ca"},)
    )
    later = SourceEntry(
        {"name": "a inc", "employees": 8}, delegates=({"given_name": "Zoe", "email": "z@a.ca", "phone": "1"},)
    )
    both = combine(first, later)
    assert both.company == {"name": "A", "city": "Lévis", "employees": 8}
    assert both.delegates == ({"given_name": "Zoë", "email": "z@a.ca", "phone": "1"},)


def test_applying_the_same_draft_twice_changes_nothing() -> None:
    record = Registration(Company(id=1, side=Side.DELEGATION, name="A"), Application(company_id=1))
    draft = SourceEntry({"name": "A", "city": "Lévis"}, sectors=(2, 1), delegates=({"given_name": "Zoë"},))
    once, _kept = merge(record, draft, Memory())
    assert changed_fields(record, once) == ["city", "sectors", "delegates"]
    assert merge(once, draft, Memory()) == (once, [])
    assert once.delegates == (Delegate(company_id=1, given_name="Zoë"),)
