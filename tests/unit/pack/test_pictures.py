"""Pictures as they are printed."""

from io import BytesIO

import pytest
from PIL import Image

from missionplanner.pack import pictures


def png(wide: int, high: int, mode: str = "RGBA") -> bytes:
    out = BytesIO()
    Image.new(mode, (wide, high)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "P", "L"])
def test_no_more_pixels_than_paper_shows(mode: str) -> None:
    with Image.open(BytesIO(pictures.for_print(png(1000, 500, mode), 72, 36))) as found:
        assert (found.size, found.mode) == ((300, 150), "RGBA" if mode == "RGBA" else "RGB")


def test_a_small_picture_stays_as_it_is() -> None:
    assert pictures.for_print(png(30, 15), 72, 36) == png(30, 15)


@pytest.mark.parametrize(("content", "drawable"), [(png(4, 4), True), (png(40, 40)[:60], False), (b"", False)])
def test_only_a_whole_picture_is_drawn(content: bytes, drawable: bool) -> None:
    assert pictures.is_drawable(content) is drawable
