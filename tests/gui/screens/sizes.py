"""The screens people sit at, and the languages and themes each is tried in."""

import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ScreenSize:
    """A screen in its own pixels, and how much what is on it is enlarged."""

    width: int
    height: int
    scale: float = 1.0

    @property
    def name(self) -> str:
        """As people say it."""
        return f"{self.width}x{self.height}" + (f"@{round(self.scale * 100)}" if self.scale != 1 else "")

    def environment(self, folder: Path) -> dict[str, str]:
        """What a process has to know to run on such a screen; the rest is as here. folder: where it is written down."""
        place = folder / f"{self.name}.json"
        screen = {
            "name": self.name, "x": 0, "y": 0, "width": self.width, "height": self.height,
            "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1.0,
        }  # fmt: skip
        place.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        own = {"QT_QPA_PLATFORM": f"offscreen:configfile={place}", "QT_SCALE_FACTOR": str(self.scale)}
        return {**os.environ, **own}


DEFAULT = ScreenSize(1280, 800)
SMALLEST = ScreenSize(1280, 720, 1.5)
SIZES = (DEFAULT, ScreenSize(1920, 1080), ScreenSize(1920, 1080, 1.5), ScreenSize(2560, 1440, 2.0), SMALLEST)

Pass = tuple[str, str]
"""A language and a theme."""
QUICK: tuple[Pass, ...] = (("en", "light"), ("fr", "dark"), ("es", "dark"))
EVERY: tuple[Pass, ...] = tuple((language, theme) for language in ("en", "fr", "es") for theme in ("light", "dark"))
TITLE = 32
"""Pixels of the title a window has over it."""
FITS = 829, 424
"""What a dialog may need at most: 853 × 480 less the frame around it."""
