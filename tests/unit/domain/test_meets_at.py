"""Where meetings are held has a word each."""

from missionplanner.domain.meets_at import MeetsAt


def test_every_place_has_a_label() -> None:
    assert [place.label for place in MeetsAt] == ["Not said", "At a table", "At the host’s office"]
