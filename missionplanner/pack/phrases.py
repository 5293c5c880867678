"""Texts with the tag of the language they are in, where that is not that of the pack."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text, and the tag of its language, such as es-MX; empty where that is the one of the pack, or not known."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text


NOTHING = Phrase("")
Said = tuple[Phrase, ...]
"""A text in parts that follow one another, each of one language."""


def joined(between: str, said: Iterable[Phrase]) -> Phrase:
    """Several texts as one; it has a tag where all of them have the same."""
    kept = tuple(said)
    tags = {one.language for one in kept}
    return Phrase(between.join(one.text for one in kept), tags.pop() if len(tags) == 1 else "")


def text_of(said: Iterable[Phrase]) -> str:
    """The text of parts that follow one another."""
    return "".join(one.text for one in said)


def as_one(said: Iterable[Phrase]) -> Phrase:
    """Parts as one text; it has a tag where all of them have the same."""
    kept = tuple(said)
    tags = {one.language for one in kept if one.text.strip()}
    return Phrase(text_of(kept), tags.pop() if len(tags) == 1 else "")


def in_row(between: str, *groups: Iterable[Said]) -> Said:
    """Several texts of parts as one, with this between them; those without any words are left out."""
    found: list[Phrase] = []
    for said in chain(*groups):
        if not text_of(said):
            continue
        found += [*([Phrase(between)] if found else []), *said]
    return tuple(found)


def split(lines: Sequence[str], said: Sequence[Phrase]) -> Iterator[tuple[Phrase, ...]]:
    """Yield the lines of what is said, each in parts of one language.

    Lines have other blanks than the text, hyphens where words were cut, and may lack its end.
    """
    letters = [(letter, one.language) for one in said for letter in one.text if not letter.isspace()]
    place, tag = 0, letters[0][1] if letters else ""
    for line in lines:
        tags = []
        for letter in line:
            ahead = (n for n in range(place, min(place + _AHEAD, len(letters))) if letters[n][0] == letter)
            if (found := next(ahead, None)) is not None:
                place, tag = found + 1, letters[found][1]
            tags.append(tag)
        runs = groupby(zip(line, tags, strict=True), key=itemgetter(1))
        yield tuple(Phrase("".join(letter for letter, _tag in run), language) for language, run in runs)


_AHEAD = 4
"""So many letters of a text may be missing in a line before it goes on."""


def plain(said: Iterable[Phrase]) -> tuple[str, ...]:
    """The texts alone."""
    return tuple(one.text for one in said)
