"""Pictures of a pack, each told in words."""

from missionplanner.pack import shared_content
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
