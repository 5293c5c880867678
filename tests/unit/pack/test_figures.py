"""Pictures of a pack, each told in words."""

from io import BytesIO

from missionplanner.pack import shared_content
from missionplanner.pack.tags import TaggedCanvas
from missionplanner.store.store import Store


def test_the_scheme_tells_the_stops_in_words(example: Store) -> None:
    shared = shared_content.shared(example.snapshot(), "fr")
    assert [(stop.name, stop.first, stop.last, stop.lane) for stop in shared.stops] == [
        ("Mexico", 0, 2, 0),
        ("Guadalajara", 3, 5, 0),
        ("Monterrey", 3, 5, 1),
    ]
    assert shared.mission == "Mission commerciale du Canada au Mexique 2026"
    assert shared.flags == ("ca", "mx")


def test_a_picture_of_squares_is_a_stencil_with_a_bit_each() -> None:
    canvas = TaggedCanvas(BytesIO())
    canvas.stencil([[True, False, True], [False, True, False]])
    canvas.stencil([[False] * 8 + [True]])
    assert canvas._code[-2:] == [
        "BI /W 3 /H 2 /IM true /BPC 1 /D [1 0] /F /AHx ID\na040>\nEI",
        "BI /W 9 /H 1 /IM true /BPC 1 /D [1 0] /F /AHx ID\n0080>\nEI",
    ]
