"""Both ends of an event, each on its own clocks."""

from datetime import UTC, date, datetime, timedelta

import pytest

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.mission import Stop, Venue
from missionplanner.domain.transfers import ends_of, in_hours, place_in_short
from missionplanner.i18n import translator

DAY = date(2027, 3, 20)
STOPS = {
    n: Stop(id=n, name_en=name, time_zone=zone, starts=DAY, ends=DAY)
    for n, name, zone in (
        (1, "Madrid", "Europe/Madrid"),
        (2, "Las Palmas", "Atlantic/Canary"),
        (3, "Kathmandu", "Asia/Kathmandu"),
    )
}


def event(starts: datetime, ends: datetime, stop: int = 1, to_stop: int | None = 2, **more: object) -> Event:
    return Event(
        stop_id=stop, to_stop_id=to_stop, name_en="F", kind=EventKind.TRANSFER, starts=starts, ends=ends, **more
    )  # type: ignore[arg-type]


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2027, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (event(at(17), at(19, 55)), "18:00 Madrid → 19:55 Las Palmas (−1 h)"),
        (event(at(18), at(20, 30), 2, 1), "18:00 Las Palmas → 21:30 Madrid (+1 h)"),
        (event(at(17), at(1, day=21), 1, 3), "18:00 Madrid → 06:45 +1 Kathmandu (+4 h 45)"),
        (event(at(18, 30), at(18, 45, 21), 3, 1), "00:15 Kathmandu → 19:45 Madrid (−4 h 45)"),
        (event(at(17), at(18), 1, None), "18:00–19:00"),
        (event(at(17), at(18), 1, 1), "18:00–19:00"),
        (event(at(22, 30), at(23, 20), 1, None), "23:30–00:20 +1"),
    ],
)
def test_the_times_of_a_journey_are_on_the_clocks_of_its_ends(one: Event, words: str) -> None:
    ends = ends_of(one, STOPS)
    assert ends.times(translator("en")) == words
    assert ends.is_journey is ("→" in words)
    assert (ends.starts, ends.ends) == (one.starts, one.ends)


def test_what_arrives_on_the_day_before_says_so() -> None:
    stops = {1: STOPS[3], 2: Stop(id=2, name_en="Apia", time_zone="America/Los_Angeles", starts=DAY, ends=DAY)}
    assert ends_of(event(at(18, 30), at(23, 30)), stops).times(translator("en")).split(" Apia")[0].endswith("16:30 −1")


@pytest.mark.parametrize(("minutes", "words"), [(60, "+1 h"), (-60, "−1 h"), (345, "+5 h 45"), (-570, "−9 h 30")])
def test_a_difference_of_clocks_is_in_hours(minutes: int, words: str) -> None:
    assert in_hours(timedelta(minutes=minutes)) == words


def test_a_list_has_the_venue_the_place_or_both_ends() -> None:
    venues = {5: Venue(id=5, stop_id=1, name="Hall")}
    t = translator("fr")
    plain = {"starts": at(17), "ends": at(18), "to_stop": None}
    assert place_in_short(event(**plain, venue_id=5, place="Bar"), STOPS, venues, t) == "Hall"  # type: ignore[arg-type]
    assert place_in_short(event(**plain, place="Bar"), STOPS, venues, t) == "Bar"  # type: ignore[arg-type]
    assert place_in_short(event(at(17), at(18)), STOPS, venues, t) == "18:00 Madrid → 18:00 Las Palmas (−1 h)"
