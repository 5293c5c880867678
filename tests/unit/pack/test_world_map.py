"""The map of the stops."""

from missionplanner.pack.delegate_content import MapPlace
from missionplanner.pack.style import register_fonts
from missionplanner.pack.world_map import _rings, corners, frame_around, ways

PLACES = (
    MapPlace("Mexico City", "15–17", 19.43, -99.13),
    MapPlace("Guadalajara", "18–20", 20.67, -103.35, 0),
    MapPlace("Monterrey", "18–20", 25.67, -100.31, 0),
)


def test_every_stop_is_on_the_map_and_north_is_up() -> None:
    frame = frame_around(PLACES, (500, 280))
    points = [frame.place(place.longitude, place.latitude) for place in PLACES]
    assert all(0 < x < 500 and 0 < y < 280 for x, y in points)
    assert points[2][1] > points[1][1] > points[0][1]
    assert points[1][0] < points[2][0] < points[0][0]


def test_ways_lead_from_the_stop_before() -> None:
    points = [(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)]
    assert ways(PLACES, points) == [((0.0, 0.0), (1.0, 1.0)), ((0.0, 0.0), (2.0, 2.0))]


def test_names_stay_within_the_map_and_off_one_another() -> None:
    register_fonts()
    found = corners(PLACES, [(480.0, 100.0), (100.0, 100.0), (110.0, 104.0)], 500)
    assert found[0][0] + 60 < 480
    assert found[1] != found[2]


def test_the_outlines_of_countries_are_read() -> None:
    rings = _rings()
    assert len(rings) > 1000
    mexico = [r for r in rings if r.west < -117 and r.east > -87 and 14 < r.south < 15 and 32 < r.north < 33]
    assert len(mexico) == 1
