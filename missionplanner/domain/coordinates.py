"""Coordinates as people copy them from maps, and the way between two points of a city."""

import math
import re

Point = tuple[float, float]
"""Latitude and longitude in degrees."""
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_EARTH = 6371.0
"""Its radius in kilometres."""
DETOUR, SPEED, GETTING_IN = 1.4, 20.0, 5
"""Streets are so much longer than the straight line; kilometres an hour in the traffic of a large city; the minutes to
get into a car and out of it.
"""
_STEP = 5
"""Minutes are rounded up to this."""


def point(text: str) -> Point | None:
    """Return the point of a text such as "19.4326, -99.1332"; None for any other text.

    Decimal commas are read where a semicolon or blank separates the two: "19,4326; -99,1332".
    """
    parts = [part for part in re.split(r"[;\s]+", text.strip()) if part]
    if len(parts) == 2:
        # "19.4326, -99.1332" ends its first part with the comma that separates the two.
        parts = [part.removesuffix(",").replace(",", ".") for part in parts]
    elif len(parts) == 1:
        parts = text.strip().split(",")
    if len(parts) != 2 or not all(map(_NUMBER.fullmatch, parts)):
        return None
    latitude, longitude = map(float, parts)
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def minutes_between(one: Point, other: Point) -> int:
    """Return about how many minutes a car takes from one point of a city to another."""
    kilometres = _distance(one, other) * DETOUR
    if not kilometres:
        return 0
    return math.ceil((GETTING_IN + kilometres / SPEED * 60) / _STEP) * _STEP


def _distance(one: Point, other: Point) -> float:
    """Return the length of the great circle between two points in kilometres."""
    (north, east), (north_2, east_2) = (tuple(map(math.radians, here)) for here in (one, other))
    a = math.sin((north_2 - north) / 2) ** 2
    a += math.cos(north) * math.cos(north_2) * math.sin((east_2 - east) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(a))
