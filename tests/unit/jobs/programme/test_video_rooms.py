"""Links of video rooms as they are typed: one for each room, a dash for a room without one."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.mission import Table, Venue
from missionplanner.errors import UserError
from missionplanner.jobs.programme import programme, video_rooms
from tests.builders import small_mission

ONE, TWO = "https://meet.example/1", "http://meet.example/2?pwd=x"


def test_links_are_parted_by_anything_that_is_none() -> None:
    assert video_rooms.split(f" {ONE};\n{TWO} - ,") == [ONE, TWO, ""]
    assert video_rooms.typed([ONE, "", TWO, "", ""]) == f"{ONE}\n-\n{TWO}"
    assert video_rooms.split(video_rooms.typed(["", ONE])) == ["", ONE]
    assert video_rooms.typed(["", ""]) == ""


@pytest.mark.parametrize("text", ["javascript:alert(1)", "meet.example/1", "https://", f"{ONE} ftp://a.example"])
def test_what_is_no_web_address_is_refused(text: str) -> None:
    assert video_rooms.problem(text).endswith("is no web address.")
    with pytest.raises(UserError):
        video_rooms.split(text)


def test_rooms_without_a_link_are_counted_where_a_venue_is_online(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        venue = store.all(Venue)[0]
        assert (video_rooms.links(store, venue), video_rooms.missing(store)) == (["", ""], [])
        programme.save_venue(store, replace(venue, online=True), 3, links=[ONE])
        online = store.all(Venue)[0]
        assert video_rooms.missing(store) == [(online, 2)]
        programme.save_venue(store, online, 3)
        assert [table.link for table in store.all(Table)] == [ONE, "", ""]
        programme.save_venue(store, online, 3, links=["", TWO])
        assert [table.link for table in store.all(Table)] == ["", TWO, ""]
