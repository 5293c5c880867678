"""The map of the stops: the countries around them, the way from one to the next, and their names beside it."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians
from typing import Any

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from missionplanner.pack.delegate_content import MapPlace
from missionplanner.pack.figures import figure
from missionplanner.pack.style import BOLD, INK, LINE, PALE, REGULAR, Look
from missionplanner.pack.typesetting import NOTE, SMALL_BOLD, text_width
from missionplanner.paths import resources

Point = tuple[float, float]
_AROUND = 1.35
"""How much wider the map is than the stops on it."""
_LEAST = 9.0
"""The least height of the map in degrees."""
_LABEL = 24
"""The height of a name with its dates."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that is shown, and how its degrees become points of the page."""

    west: float
    south: float
    scale: float
    narrow: float
    """The length of a degree of longitude beside one of latitude, in the middle of the map."""

    def place(self, longitude: float, latitude: float) -> Point:
        """Where a place of the world is on the map."""
        return (longitude - self.west) * self.narrow * self.scale, (latitude - self.south) * self.scale


class StopMap(Flowable):  # type: ignore[misc]
    """The stops in order on a map of this size."""

    def __init__(self, places: Sequence[MapPlace], look: Look, height: float) -> None:
        super().__init__()
        self.places, self.look, self.height = tuple(places), look, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The size it was given."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """The same on all packs of a language; told in words."""
        words = " → ".join(f"{place.name} ({place.dates})" for place in self.places)
        with figure(self.canv, self, words, (self.width, self.height)):
            self.canv.replayed(("map", self.width, self.height), self._draw_all)

    def _draw_all(self) -> None:
        canvas = self.canv
        frame = frame_around(self.places, (self.width, self.height))
        canvas.saveState()
        border = canvas.beginPath()
        border.rect(0, 0, self.width, self.height)
        canvas.clipPath(border, stroke=0, fill=0)
        canvas.setFillColor(PALE)
        canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        canvas.setFillColor(white)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        for ring in _rings():
            self._draw_ring(ring, frame)
        points = [frame.place(place.longitude, place.latitude) for place in self.places]
        self._draw_legs(points)
        for place, point, corner in zip(self.places, points, corners(self.places, points, self.width), strict=True):
            self._draw_stop(place, point, corner)
        canvas.restoreState()

    def _draw_ring(self, ring: "_Ring", frame: _Frame) -> None:
        x, y = frame.place(ring.west, ring.south)
        right, top = frame.place(ring.east, ring.north)
        if right < 0 or x > self.width or top < 0 or y > self.height:
            return
        path = self.canv.beginPath()
        last: Point | None = None
        for longitude, latitude in ring.points:
            x, y = frame.place(longitude, latitude)
            # What is far outside only leads around the map, and what is nearer than a dot cannot be seen.
            x, y = min(max(x, -99.0), self.width + 99), min(max(y, -99.0), self.height + 99)
            if last is None:
                path.moveTo(x, y)
            elif hypot(x - last[0], y - last[1]) < 0.7:
                continue
            else:
                path.lineTo(x, y)
            last = x, y
        path.close()
        self.canv.drawPath(path, stroke=1, fill=1)

    def _draw_legs(self, points: Sequence[Point]) -> None:
        canvas = self.canv
        canvas.setStrokeColor(self.look.accent)
        canvas.setLineWidth(1.4)
        for (x, y), (to_x, to_y) in ways(self.places, points):
            canvas.line(x, y, to_x, to_y)

    def _draw_stop(self, place: MapPlace, point: Point, corner: Point) -> None:
        canvas = self.canv
        canvas.setFillColor(self.look.accent)
        canvas.circle(*point, 4, stroke=0, fill=1)
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 9)
        canvas.drawString(corner[0], corner[1] + 13, f"{place.name} ")
        canvas.setFont(REGULAR, 8.5)
        canvas.drawString(corner[0], corner[1] + 2.5, f"{place.dates} ")


def frame_around(places: Sequence[MapPlace], size: tuple[float, float]) -> _Frame:
    """The part of the world with all these places in the middle."""
    south, north = min(p.latitude for p in places), max(p.latitude for p in places)
    west, east = min(p.longitude for p in places), max(p.longitude for p in places)
    narrow = max(cos(radians((south + north) / 2)), 0.2)
    high = max((north - south) * _AROUND, (east - west) * narrow * _AROUND * size[1] / size[0], _LEAST)
    scale = size[1] / high
    middle = (west + east) / 2
    return _Frame(middle - size[0] / scale / narrow / 2, (south + north) / 2 - high / 2, scale, narrow)


def corners(places: Sequence[MapPlace], points: Sequence[Point], width: float) -> list[Point]:
    """The lower left corners of the names: beside their dots, off the ways and other names, within the map."""
    taken: list[tuple[float, float, float, float]] = []
    dots = [(x - 5, y - 5, x + 5, y + 5) for x, y in points]
    legs = ways(places, points)
    passed = [(a[0] + (b[0] - a[0]) * n / 24, a[1] + (b[1] - a[1]) * n / 24) for a, b in legs for n in range(25)]
    found = []
    for number, (place, (x, y)) in enumerate(zip(places, points, strict=True)):
        wide = max(text_width(place.name, SMALL_BOLD), text_width(place.dates, NOTE)) + 4
        options = [(x + 8, y - 12), (x - wide - 8, y - 12), (x - wide / 2, y + 8), (x - wide / 2, y - _LABEL - 8)]

        def cost(corner: Point, wide: float = wide, number: int = number) -> float:
            box = corner[0], corner[1], corner[0] + wide, corner[1] + _LABEL
            outside = box[0] < 2 or box[2] > width - 2
            others = [*taken, *(dot for place, dot in enumerate(dots) if place != number)]
            return (
                50 * outside
                + 10 * sum(_meet(box, other) for other in others)
                + sum(_holds(box, point) for point in passed)
            )

        best = min(options, key=cost)
        taken.append((best[0], best[1], best[0] + wide, best[1] + _LABEL))
        found.append(best)
    return found


def ways(places: Sequence[MapPlace], points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """From where to where the ways lead."""
    pairs = zip(places, points, strict=True)
    return [(points[place.before], point) for place, point in pairs if 0 <= place.before < len(points)]


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _holds(box: Sequence[float], point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


@dataclass(frozen=True, slots=True)
class _Ring:
    """The outline of a piece of land."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@lru_cache(maxsize=1)
def _rings() -> tuple[_Ring, ...]:
    """The outlines of all countries (TopoJSON: shared arcs of differences, in steps of a grid)."""
    world = json.loads(gzip.decompress((resources() / "map" / "countries-50m.json.gz").read_bytes()))
    (wide, high), (west, south) = world["transform"]["scale"], world["transform"]["translate"]
    arcs = [list(_decoded(arc, (wide, high), (west, south))) for arc in world["arcs"]]
    found = []
    for country in world["objects"]["countries"]["geometries"]:
        pieces = country.get("arcs", [])
        for piece in [pieces] if country["type"] == "Polygon" else pieces:
            for ring in piece:
                joined = [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
                xs, ys = [x for x, _y in joined], [y for _x, y in joined]
                found.append(_Ring(tuple(joined), min(xs), min(ys), max(xs), max(ys)))
    return tuple(found)


def _decoded(arc: Any, scale: Point, start: Point) -> Iterator[Point]:
    x = y = 0
    for right, up in arc:
        x, y = x + right, y + up
        yield x * scale[0] + start[0], y * scale[1] + start[1]
