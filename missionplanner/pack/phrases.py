"""Texts with the tag of the language they are in, where that is not that of the pack."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text, and the tag of its language, such as es-MX; empty where that is the one of the pack, or not known."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text


def joined(between: str, said: Iterable[Phrase]) -> Phrase:
    """Several texts as one; it has a tag where all of them have the same."""
    kept = tuple(said)
    tags = {one.language for one in kept}
    return Phrase(between.join(one.text for one in kept), tags.pop() if len(tags) == 1 else "")


def plain(said: Iterable[Phrase]) -> tuple[str, ...]:
    """The texts alone."""
    return tuple(one.text for one in said)
