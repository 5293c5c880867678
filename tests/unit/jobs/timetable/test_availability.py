"""Absences painted and noted, and what they would strand."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from missionplanner.domain import absences
from missionplanner.domain.mission import Table
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.timetable import availability
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, meet, moment, small_mission


def painted(store: Store) -> None:
    edits = availability.Edits({Range(moment(9), moment(9, 15)): "visit", Range(moment(9, 15), moment(9, 30)): "visit"})
    assert availability.paint(store, {(Owner.COMPANY, key_of(store, "D1")): edits})
    assert [(a.starts, a.ends) for a in store.all(Availability)] == [(moment(9), moment(9, 30))]


ACTS: dict[str, Callable[[Store], object]] = {
    "Add absence": lambda s: availability.add_absence(
        s,
        Owner.TABLE,
        s.all(Table)[0].id,
        (moment(9).replace(tzinfo=None), moment(10).replace(tzinfo=None)),
        "America/Mexico_City",
        "broken",
    ),
    "Paint availability": painted,
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


@pytest.mark.parametrize("seed", range(20))
def test_painting_gives_exactly_what_is_painted_and_touches_nothing_else(tmp_path: Path, seed: int) -> None:
    """Random absences, some of odd minutes; random quarters painted and wiped; every five minutes compared."""
    chance = Random(seed)
    with small_mission(tmp_path / "m.mission") as store:
        key = key_of(store, "D1")
        with store.change(message("Away")) as change:
            for _n in range(chance.randrange(4)):
                start = moment(5) + timedelta(minutes=5 * chance.randrange(180))
                end = start + timedelta(minutes=5 * chance.randrange(1, 36))
                change.insert(Availability(owner=Owner.COMPANY, owner_id=key, starts=start, ends=end, reason="old"))
        before = store.all(Availability)
        quarters = [
            Range(moment(0) + timedelta(minutes=15 * n), moment(0) + timedelta(minutes=15 * n + 15))
            for n in chance.sample(range(20, 90), 12)
        ]
        edits = availability.Edits(dict.fromkeys(quarters[:6], "new"), set(quarters[6:]))
        assert availability.paint(store, {(Owner.COMPANY, key): edits})
        after = store.all(Availability)
        for minute in range(0, 24 * 60 - 5, 5):
            instant = Range(moment(0) + timedelta(minutes=minute), moment(0) + timedelta(minutes=minute + 1))
            was = any(a.span.overlaps(instant) for a in before)
            wiped = any(q.overlaps(instant) for q in quarters[6:])
            wanted = (was and not wiped) or any(q.overlaps(instant) for q in quarters[:6])
            assert any(a.span.overlaps(instant) for a in after) is wanted, minute
        untouched = [a for a in before if not any(q.overlaps(a.span) for q in quarters[6:])]
        assert all(a in after for a in untouched)
        spans = availability.painted(before, edits)
        assert spans == absences.joined(a.span for a in after)
        steps = len(store.steps.history())
        assert not availability.paint(store, {(Owner.COMPANY, key): availability.Edits()})
        assert len(store.steps.history()) == steps


def test_an_absence_that_ends_before_it_starts_is_refused(store: Store) -> None:
    times = (moment(12).replace(tzinfo=None), moment(9).replace(tzinfo=None))
    with pytest.raises(UserError, match="ends before it starts"):
        availability.add_absence(store, Owner.COMPANY, key_of(store, "D1"), times, "America/Mexico_City")


def test_painting_over_a_part_leaves_the_rest_of_an_absence(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Away")) as change:
        old = change.insert(
            Availability(owner=Owner.COMPANY, owner_id=key, starts=moment(9), ends=moment(10), reason="old")
        )
        other = change.insert(Availability(owner=Owner.TABLE, owner_id=key, starts=moment(9), ends=moment(10)))
    quarter = Range(moment(9, 15), moment(9, 30))
    assert availability.paint(store, {(Owner.COMPANY, key): availability.Edits({}, {quarter}, {old: "new"})})
    assert [(a.owner, a.starts, a.ends, a.reason) for a in store.all(Availability)] == [
        (Owner.TABLE, moment(9), moment(10), ""),
        (Owner.COMPANY, moment(9), moment(9, 15), "new"),
        (Owner.COMPANY, moment(9, 30), moment(10), "new"),
    ]
    assert store.get(Availability, other).owner is Owner.TABLE


def test_another_reason_alone_is_an_edit(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Away")) as change:
        old = change.insert(Availability(owner=Owner.COMPANY, owner_id=key, starts=moment(9), ends=moment(10)))
    edits = availability.Edits(reasons={old: "flight"})
    assert edits.any
    assert availability.paint(store, {(Owner.COMPANY, key): edits, (Owner.TABLE, 1): availability.Edits()})
    assert [(a.id, a.reason) for a in store.all(Availability)] == [(old, "flight")]
    assert not availability.Edits().any


def test_quarters_of_another_reason_are_an_absence_of_their_own(store: Store) -> None:
    first, second, third = (Range(moment(9, m), moment(9, m + 15)) for m in (0, 15, 30))
    edits = availability.Edits({third: "a", first: "a", second: "b"})
    availability.paint(store, {(Owner.TABLE, 1): edits})
    assert [(a.starts, a.ends, a.reason) for a in store.all(Availability)] == [
        (first.start, first.end, "a"), (second.start, second.end, "b"), (third.start, third.end, "a"),
    ]  # fmt: skip


def test_quarters_that_touch_and_have_one_reason_are_one_absence(store: Store) -> None:
    first, second, apart = (Range(moment(9, m), moment(9, m + 10)) for m in (0, 10, 30))
    availability.paint(store, {(Owner.TABLE, 1): availability.Edits(dict.fromkeys((second, first, apart), "a"))})
    assert [(a.starts, a.ends) for a in store.all(Availability)] == [
        (first.start, second.end),
        (apart.start, apart.end),
    ]


def test_an_absence_is_noted_on_the_clocks_of_its_zone(store: Store) -> None:
    naive = (moment(9).replace(tzinfo=None), moment(9, 30).replace(tzinfo=None))
    availability.add_absence(store, Owner.DELEGATE, 1, naive, "America/Tijuana", "visit")
    (found,) = store.all(Availability)
    assert (found.owner, found.owner_id, found.reason) == (Owner.DELEGATE, 1, "visit")
    assert (found.starts, found.ends) == (moment(11), moment(11, 30))
    with pytest.raises(UserError, match="ends before it starts"):
        availability.add_absence(store, Owner.DELEGATE, 1, (naive[0], naive[0]), "America/Tijuana")


def test_a_range_within_another_of_one_reason_adds_nothing(store: Store) -> None:
    early, whole, part = (
        Range(moment(8), moment(8, 15)),
        Range(moment(10), moment(11)),
        Range(moment(10, 15), moment(10, 30)),
    )
    availability.paint(store, {(Owner.TABLE, 1): availability.Edits(dict.fromkeys((early, whole, part), "a"))})
    assert [(a.starts, a.ends) for a in store.all(Availability)] == [(r.start, r.end) for r in (early, whole)]
