"""The user guide as chapters: headings, the names that screens know them by, the words in them."""

import re
from dataclasses import dataclass
from pathlib import Path

from missionplanner.domain.spelling import fold
from missionplanner.paths import resources

_HEADING = re.compile(r"^(?:<!-- (?P<names>[a-z ]+) -->\n)?(?P<marks>##+) (?P<title>.+)$", re.MULTILINE)
_PICTURES = re.compile(r"\]\(pictures/[a-z]+-[a-z]+/")
_MARKUP = re.compile(r"!?\[([^]]*)\]\([^)]*\)|<!--.*?-->|[*`|#>]")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading with the text up to the next."""

    title: str
    level: int
    """2 for a chapter, 3 for a part of one."""
    names: tuple[str, ...]
    """The screens and dialogs whose ? leads here; empty for a part that none leads to."""
    text: str
    """Markdown, the heading at its head."""

    @property
    def searched(self) -> str:
        """The words without markup, folded."""
        return fold(_MARKUP.sub(lambda found: found[1] or " ", self.text))


def guide_folder() -> Path:
    """Return the folder of the guide and its pictures."""
    return resources() / "guide"


def guide_text(language: str, theme: str) -> str:
    """Return the guide in a language, in English where there is no other, with the pictures of a theme."""
    path = guide_folder() / f"guide.{language}.md"
    found = path if path.exists() else guide_folder() / "guide.en.md"
    spoken = found.name.split(".")[1]
    return _PICTURES.sub(f"](pictures/{spoken}-{theme}/", found.read_text(encoding="utf-8"))


def chapters(text: str) -> tuple[Chapter, ...]:
    """Return the chapters of a guide and their parts, in order; what stands above the first is left out."""
    headings = list(_HEADING.finditer(text))
    ends = [*(one.start() for one in headings[1:]), len(text)]
    return tuple(
        Chapter(
            title=heading["title"].strip(),
            level=len(heading["marks"]),
            names=tuple((heading["names"] or "").split()),
            text=text[heading.start("marks") : end].rstrip() + "\n",
        )
        for heading, end in zip(headings, ends, strict=True)
    )


def chapter_of(found: tuple[Chapter, ...], name: str) -> int:
    """Return the place of the chapter that a screen's ? leads to: the first where none has this name."""
    return next((n for n, one in enumerate(found) if name in one.names), 0)


def holding(found: tuple[Chapter, ...], words: str) -> list[int]:
    """Return the places of the chapters in which every word stands, in any case and without accents."""
    wanted = fold(words).split()
    return [n for n, one in enumerate(found) if all(word in one.searched for word in wanted)]
