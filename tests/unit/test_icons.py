"""The pictures of the program's icon and of its files'."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor, ImageStat

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import icons  # noqa: E402

BACKGROUNDS = ("#ffffff", "#f4f6f8", "#1b1f24", "#000000")
"""Desktops, light and dark."""


def luminance(colour: Sequence[float]) -> float:
    """The relative luminance of a colour of 0 to 255, as WCAG reckons it."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", icons.NAMES)
@pytest.mark.parametrize("size", icons.SIZES)
def test_picture_is_made_of_the_drawing_there_is(name: str, size: int) -> None:
    """Otherwise run packaging/icons.py."""
    stored = Image.open(icons.FOLDER / f"{name}-{size}.png").convert("RGBA")
    assert stored.size == (size, size)
    assert max(ImageStat.Stat(ImageChops.difference(stored, icons.drawn(name, size))).mean) < 2


@pytest.mark.parametrize("name", icons.NAMES)
def test_systems_find_every_size_they_ask_for(name: str) -> None:
    with Image.open(icons.FOLDER / f"{name}.ico") as windows, Image.open(icons.FOLDER / f"{name}.icns") as macos:
        assert windows.info["sizes"] == {(size, size) for size in icons.WINDOWS}
        assert {wide * scale for wide, _high, scale in macos.info["sizes"]} >= {32, 64, 256, 512, 1024}


@pytest.mark.parametrize("size", icons.SIZES)
def test_icon_stands_out_on_light_and_dark_desktops(size: int) -> None:
    """3 : 1 at the edge of its tile, at the middle of the left side, and between its two people and the tile."""
    picture = icons.drawn("missionplanner", size).load()
    assert picture
    edge, head = picture[round(size * 0.05), size // 2], picture[size // 4, size // 4]
    assert min(contrast(edge, ImageColor.getrgb(one)) for one in BACKGROUNDS) >= 3
    assert contrast(edge, head) >= 3
