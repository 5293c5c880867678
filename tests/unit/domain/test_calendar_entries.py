"""The numbers of items grow exactly when what was told is true no more."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from missionplanner.domain.calendar_entries import CalendarEntry, CalendarFacts, CalendarNumbers
from tests.builders import moment

FACTS = CalendarFacts(moment(9), moment(10), "America/Mexico_City", "Hall, table 1", frozenset({"d1", "c1"}))
FIRST, LATER = (datetime(2026, 1, day, tzinfo=UTC) for day in (1, 2))


def told(
    before: Iterable[CalendarEntry], facts: dict[str, CalendarFacts], now: datetime = LATER, **wanted: set[str]
) -> list[CalendarEntry]:
    """What calendars tell of these items, by owner, without what was told before."""
    found = CalendarNumbers(before, facts, now).entries(wanted)
    return [entry for entries in found.values() for entry in entries]


def kept(entries: Iterable[CalendarEntry]) -> list[CalendarEntry]:
    """The entries as a mission has them once they are recorded."""
    return [replace(entry, id=n, uid=str(n)) for n, entry in enumerate(entries, start=1)]


def first() -> list[CalendarEntry]:
    """A meeting that was told to both of its companies."""
    return kept(told((), {"m": FACTS}, FIRST, d1={"m"}, c1={"m"}))


def test_the_first_number_is_zero() -> None:
    assert [(one.owner, one.sequence, one.stands, one.changed_at) for one in first()] == [
        ("d1", 0, True, FIRST), ("c1", 0, True, FIRST),
    ]  # fmt: skip


def test_what_is_as_it_was_comes_as_it_was_recorded() -> None:
    assert told(first(), {"m": FACTS}, d1={"m"}, c1={"m"}) == first()


@pytest.mark.parametrize(
    "change",
    [
        {"starts": moment(9) + timedelta(minutes=5)},
        {"ends": moment(10) + timedelta(minutes=5)},
        {"time_zone": "America/Monterrey"},
        {"place": "Hall, table 2"},
        {"participants": frozenset({"d1", "c1", "ana"})},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_number_grows_once_with_time_place_and_participants(change: dict[str, object]) -> None:
    facts = {"m": replace(FACTS, **change)}  # type: ignore[arg-type]
    one = kept([*first(), *told(first(), facts, d1={"m"})])
    assert [(entry.owner, entry.sequence, entry.changed_at) for entry in one[2:]] == [("d1", 1, LATER)]
    # Who is told later is told the same number.
    other = told(one, facts, LATER + timedelta(1), c1={"m"})
    assert [(entry.sequence, entry.changed_at, entry.digest == one[2].digest) for entry in other] == [(1, LATER, True)]


def test_what_fell_away_is_cancelled_with_a_higher_number_and_stays_so() -> None:
    gone = told(first(), {}, d1=set())
    assert [(one.sequence, one.stands, one.starts, one.digest) for one in gone] == [(1, False, moment(9), "")]
    after = kept([*first(), *gone])
    assert told(after, {}, d1=set()) == [after[2]]
    assert [(one.sequence, one.stands) for one in told(after, {}, c1=set())] == [(1, False)]


def test_what_comes_back_has_a_higher_number_than_its_cancellation() -> None:
    after = kept([*first(), *told(first(), {}, d1=set())])
    assert [(one.sequence, one.stands) for one in told(after, {"m": FACTS}, d1={"m"}, c1={"m"})] == [(2, True)] * 2


def test_who_lost_an_item_that_is_as_it_was_is_told_with_a_higher_number() -> None:
    after = kept([*first(), *told(first(), {"m": FACTS}, d1=set())])
    assert [(one.sequence, one.stands) for one in after[2:]] == [(1, False)]
    assert [(one.sequence, one.stands) for one in told(after, {"m": FACTS}, c1={"m"})] == [(1, True)]


def test_what_two_copies_told_apart_is_told_anew() -> None:
    one, other = (replace(FACTS, place=place) for place in ("Hall, table 2", "Hall, table 3"))
    both = kept([*first(), *told(first(), {"m": one}, d1={"m"}), *told(first(), {"m": other}, d1={"m"})])
    assert [entry.sequence for entry in told(both, {"m": other}, d1={"m"})] == [2]
