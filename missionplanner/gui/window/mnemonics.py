"""Letters to press in menus: each entry gets one of its own, in whatever language."""

from collections.abc import Sequence


def marked(texts: Sequence[str]) -> list[str]:
    """Return texts of a menu with an & before the letter that chooses each, as long as there are letters.

    Beginnings of words come first, then other letters; who can turn to another leaves its letter to who has none.
    """
    found = _Letters([_letters(text) for text in texts])
    places = [found.place(entry) for entry in range(len(texts))]
    return [
        text if place is None else f"{text[:place]}&{text[place:]}" for text, place in zip(texts, places, strict=True)
    ]


def _letters(text: str) -> dict[str, int]:
    """The letters of a text with their places, those to be taken first in front."""
    places = [n for n, letter in enumerate(text) if letter.isalnum()]
    beginnings = [n for n in places if n == 0 or text[n - 1] == " "]
    found: dict[str, int] = {}
    for place in (*beginnings, *places):
        found.setdefault(text[place].casefold(), place)
    return found


class _Letters:
    """Which entry has which letter, one each (bipartite matching by augmenting paths)."""

    def __init__(self, wanted: list[dict[str, int]]) -> None:
        self._wanted = wanted
        self._entry_of: dict[str, int] = {}
        for entry in range(len(wanted)):
            self._settle(entry, set())

    def place(self, entry: int) -> int | None:
        """Return the place of the letter an entry has; None where it has none."""
        return next(
            (place for letter, place in self._wanted[entry].items() if self._entry_of.get(letter) == entry), None
        )

    def _settle(self, entry: int, tried: set[str]) -> bool:
        """Give an entry a letter that is free, or one whose entry can turn to another; whether there was one."""
        free = next((letter for letter in self._wanted[entry] if letter not in self._entry_of), None)
        if free is not None:
            self._entry_of[free] = entry
            return True
        for letter in self._wanted[entry].keys() - tried:
            tried.add(letter)
            if self._settle(self._entry_of[letter], tried):
                self._entry_of[letter] = entry
                return True
        return False
