"""Texts in plain data."""

from missionplanner.pack.delegate_content import Block, TextSection
from missionplanner.pack.texts import strings


def test_texts_are_found_however_deep_they_are() -> None:
    content = {"a": TextSection("title", (Block("bullet", "one"),), "fr")}, ["two", 3, None]
    assert list(strings(content)) == ["title", "bullet", "one", "fr", "two"]
