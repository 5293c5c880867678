"""What a file says of itself."""

from datetime import UTC, datetime
from xml.etree import ElementTree

from missionplanner.pack import metadata

NOW = datetime(2026, 2, 12, 15, 0, tzinfo=UTC)


def test_the_packet_is_xml_whatever_the_names_are() -> None:
    facts = metadata.FileFacts("A & B <\0>", "fr-CA", author="C & D", subject="x < y")
    root = ElementTree.fromstring(metadata.xmp(facts, NOW, 3).decode().split("?>", 1)[1].rsplit("<?", 1)[0])
    words = [text for text in root.itertext() if text.strip()]
    assert words[1] == "A & B < >"
    assert {"C & D", "x < y", "3", "2026-02-12T15:00:00Z", "fr-CA"} <= set(words)


def test_what_is_unknown_is_left_out() -> None:
    packet = metadata.xmp(metadata.FileFacts("T", "en-CA"), NOW).decode()
    assert [name in packet for name in ("dc:creator", "dc:description", "VersionID")] == [False] * 3
