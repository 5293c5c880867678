"""The language of a text, by signs that texts of one language have, and hardly those of the others."""

import re

from missionplanner.i18n import LANGUAGES

_MARKS = {
    "en": (r"the|and|of|with|we|our|who|from|for|at|in|is|are|to|by", ""),
    "fr": (
        r"[ld]['’]|et|des|du|pour|nous|nos|les|aux|une|avec|dans|est|sont|votre|notre",
        r"|[éèêçùœ]|(?:ons|eurs|tion de)\b",
    ),
    "es": (
        r"y|el|los|las|del|para|con|que|nos|una|por|su|sus|muy",
        r"|[áéñ¿¡íóú]|(?:mos|ción|ores|dades)\b",
    ),
}
"""Small words, and letters and endings."""
_SIGNS = {language: re.compile(rf"\b(?:{words})\b{more}") for language, (words, more) in _MARKS.items()}


def signs(text: str) -> dict[str, int]:
    """Return how many signs of each language a text has."""
    plain = text.casefold()
    return {language: len(mark.findall(plain)) for language, mark in _SIGNS.items()}


def language_of(text: str, usual: str) -> str:
    """Return the code of the language of a text: the one it has most signs of, else the usual one of who wrote it.

    What somebody wrote whose language is none of these three is in theirs.
    """
    if usual and usual not in LANGUAGES:
        return usual
    found = signs(text)
    first, second, *_rest = sorted(found.values(), reverse=True)
    return max(found, key=found.__getitem__) if first > second else usual
