"""Pictures of a mission file, which is untrusted: only a PNG of a bounded size, read to its end, is ever drawn."""

from io import BytesIO

from PIL import Image

MOST_PIXELS = 1_500_000
"""Logos are kept with at most 1000 pixels a side."""


def is_drawable(content: bytes) -> bool:
    """Whether it is a PNG that can be drawn. No other reader than that of PNG is asked: some start programs."""
    width, height = (int.from_bytes(content[place : place + 4], "big") for place in (16, 20))  # as a PNG has them
    if width * height > MOST_PIXELS:
        return False
    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, TypeError):
        return False
    return True
