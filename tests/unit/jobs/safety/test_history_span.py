"""Spans of time a history is read for: by name, typed, and since somebody was here last."""

from datetime import UTC, date, datetime, timedelta

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.safety.history_span import Span, between, named, typed
from missionplanner.store.history import Step

NOW = datetime(2026, 3, 12, 10, 30, tzinfo=UTC)  # a Thursday


def step(key: int, hours_ago: float, user: str = "ana") -> Step:
    return Step(key, "Edit", user, NOW - timedelta(hours=hours_ago), "change", {})


STEPS = [step(9, 0.2), step(8, 3), step(7, 20, "ben"), step(6, 30), step(5, 31), step(4, 60, "ben"), step(3, 90)]


def keys(span: Span) -> list[int]:
    return [one.id for one in STEPS if span.holds(one)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("", [9, 8, 7, 6, 5, 4, 3]), ("today", [9, 8]), ("yesterday", [9, 8, 7, 6, 5]), ("week", [9, 8, 7, 6, 5, 4]),
     ("last", [9, 8, 7])],
)  # fmt: skip
def test_a_name_holds_what_was_changed_since(name: str, expected: list[int]) -> None:
    assert keys(named(name, STEPS, "ana", NOW)) == expected


def test_who_was_never_here_sees_everything() -> None:
    assert named("last", STEPS, "zoë", NOW) == Span()
    assert named("last", STEPS[:2], "ana", NOW) == Span()


def test_what_a_merge_brought_since_is_new_however_old_it_is() -> None:
    late = step(10, 500, "ben")
    assert named("last", [*STEPS, late], "ana", NOW).holds(late)


def test_days_are_whole_and_begin_where_the_reader_is() -> None:
    span = between(date(2026, 3, 11), date(2026, 3, 11), NOW)
    assert (span.since, span.until) == (datetime(2026, 3, 11, tzinfo=UTC), datetime(2026, 3, 12, tzinfo=UTC))
    assert between(None, None, NOW) == Span()


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2026-03-11", "", Span(datetime(2026, 3, 11, tzinfo=UTC))),
        ("2026-03-11 09:15", "", Span(datetime(2026, 3, 11, 9, 15, tzinfo=UTC))),
        ("", "2026-03-10", Span(None, datetime(2026, 3, 11, tzinfo=UTC))),
        ("yesterday", "2026-03-11", Span(datetime(2026, 3, 11, tzinfo=UTC), datetime(2026, 3, 12, tzinfo=UTC))),
        ("last", "", Span(after=6)),
    ],
)
def test_a_span_is_typed_as_names_days_and_times(since: str, until: str, expected: Span) -> None:
    assert typed(since, until, STEPS, "ana", NOW) == expected


@pytest.mark.parametrize(
    ("text", "problem"), [("soon", "“soon” is no day or time."), ("03/04/2026", "“03/04/2026” can be several days.")]
)
def test_what_is_no_day_is_refused_with_what_can_be_typed(text: str, problem: str) -> None:
    with pytest.raises(UserError) as caught:
        typed(text, "", STEPS, "ana", NOW)
    assert caught.value.text == problem
    assert caught.value.hint == ("Write it as 2027-10-12 or 2027-10-12 09:00, or one of: last, today, yesterday, week.")
