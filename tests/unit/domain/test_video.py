"""Meetings by video: their links, and the clocks of both sides where they differ."""

from dataclasses import replace

import pytest

from missionplanner.domain import meeting_places, video
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import translator
from tests.builders import meeting, snapshot_of

LINK = "https://meet.example/1"


def by_video(home: str, zone: str = "America/Mexico_City") -> Snapshot:
    """A small mission that meets by video."""
    held = snapshot_of(meetings=[meeting(1, 1, 3, 1)])
    return replace(
        held,
        mission=replace(held.mission, home_zone=home),
        stops=[replace(stop, time_zone=zone) for stop in held.stops],
        venues=[replace(venue, online=True) for venue in held.venues],
        tables=[replace(table, link=LINK) for table in held.tables],
    )


@pytest.mark.parametrize(
    ("home", "words"),
    [
        ("", ""),
        ("America/Mexico_City", ""),
        ("America/Costa_Rica", ""),
        ("America/Toronto", "09:00–09:20 Mexico City · 10:00–10:20 Toronto"),
        ("Asia/Tokyo", "09:00–09:20 Mexico City · Tue, Feb 17, 00:00–00:20 Tokyo"),
    ],
)
def test_all_clocks_are_said_where_they_differ(home: str, words: str) -> None:
    snapshot = by_video(home)
    assert video.all_clocks(snapshot, snapshot.meetings[0], translator("en")) == words
    assert video.other_clocks(snapshot, snapshot.meetings[0], translator("en")) == words.partition(" · ")[2]


def test_each_company_sees_its_own_clocks() -> None:
    snapshot = by_video("America/Toronto")
    places = {1: ("Vancouver", "Canada"), 3: ("Tijuana", "Mexico")}
    companies = [
        replace(one, city=places.get(one.id, ("", ""))[0], country=places.get(one.id, ("", ""))[1])
        for one in snapshot.companies
    ]
    words = "09:00–09:20 Mexico City · 07:00–07:20 Vancouver"
    assert video.all_clocks(replace(snapshot, companies=companies), snapshot.meetings[0], translator("en")) == words
    companies = [replace(one, city="Lyon", country="France") if one.id == 3 else one for one in companies]
    words += " · 16:00–16:20 Paris"
    assert video.all_clocks(replace(snapshot, companies=companies), snapshot.meetings[0], translator("en")) == words
    assert (
        video.other_clocks(replace(snapshot, companies=companies), snapshot.meetings[0], translator("fr"))
        == "07:00–07:20 Vancouver · 16:00–16:20 Paris"
    )


def test_a_meeting_at_a_table_has_neither_link_nor_second_clock() -> None:
    snapshot = snapshot_of(meetings=[meeting(1, 1, 3, 1)])
    snapshot = replace(snapshot, mission=replace(snapshot.mission, home_zone="Asia/Tokyo"))
    held = snapshot.meetings[0]
    assert (video.is_online(snapshot, held), video.link(snapshot, held)) == (False, "")
    assert video.clocks(snapshot, held) == ()
    office = replace(held, table_id=None)
    assert (video.is_online(snapshot, office), video.link(snapshot, office)) == (False, "")


def test_places_of_meetings_by_video_are_rooms() -> None:
    snapshot = by_video("America/Toronto")
    held = snapshot.meetings[0]
    assert meeting_places.spot(snapshot, held) == "Video room 1"
    venue = snapshot.venue_of_slot[held.slot_id].name
    assert meeting_places.venue_and_table(snapshot, held) == f"{venue}, video room 1"
    assert meeting_places.place_and_clock(snapshot, held) == f"{venue}, video room 1 · 10:00–10:20 Toronto"
    assert meeting_places.address(snapshot, held) == LINK
    assert meeting_places.moved_to(snapshot, held, "09:00").endswith(": 09:00, video room 1.")
