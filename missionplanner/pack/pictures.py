"""Pictures of a mission file, which is untrusted: only a PNG of a bounded size, read to its end, is ever drawn."""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

PPI = 300
"""Pixels to the inch; more is not seen on paper."""
MOST_PIXELS = 1_500_000
"""Logos are kept with at most 1000 pixels a side."""
_EDGE = 1000
_MOST_READ = 40_000_000
"""Pixels of a picture that is made smaller."""


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


def as_png(content: bytes) -> bytes:
    """Return a PNG or JPEG drawn anew as a PNG of at most 1000 pixels a side; empty where it cannot be read."""
    try:
        with Image.open(BytesIO(content), formats=["PNG", "JPEG"]) as picture:
            if picture.width * picture.height > _MOST_READ:
                return b""
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((_EDGE, _EDGE), Image.Resampling.LANCZOS)
            out = BytesIO()
            upright.convert("RGBA" if upright.has_transparency_data else "RGB").save(out, "PNG")
    except (OSError, ValueError, SyntaxError, TypeError, Image.DecompressionBombError):
        return b""
    return out.getvalue()


@lru_cache(maxsize=256)
def for_print(content: bytes, wide: float, high: float) -> bytes:
    """Return a picture drawn so large (in points) with no more pixels than paper shows: 300 to the inch."""
    with Image.open(BytesIO(content), formats=["PNG"]) as picture:
        most = max(1, round(wide / 72 * PPI)), max(1, round(high / 72 * PPI))
        if picture.width <= most[0] and picture.height <= most[1]:
            return content
        out = BytesIO()
        picture.convert("RGBA" if picture.has_transparency_data else "RGB").resize(most, Image.Resampling.LANCZOS).save(
            out, "PNG"
        )
        return out.getvalue()
