"""The language of a text, by signs that texts of one language have, and hardly those of the others."""

import re

from missionplanner.i18n import LANGUAGES

_MARKS = {
    "en": re.compile(r"\b(?:the|and|of|with|we|our|who|from|for|at|in|is|are|to|by)\b"),
    "fr": re.compile(r"[éèêçùœ]|\b(?:[ld]['’]|et|des|du|pour|nous|nos|les|aux|une)\b|(?:ons|eurs|tion de)\b"),
    "es": re.compile(r"[áéñ¿¡íóú]|\b(?:y|el|los|las|del|para|con|que|nos|una)\b|(?:mos|ción|ores|dades)\b"),
}


def signs(text: str) -> dict[str, int]:
    """Return how many signs of each language a text has."""
    plain = text.casefold()
    return {language: len(mark.findall(plain)) for language, mark in _MARKS.items()}


def language_of(text: str, usual: str) -> str:
    """Return the code of the language of a text: the one it has most signs of, else the usual one of who wrote it.

    What somebody wrote whose language is none of these three is in theirs.
    """
    if usual and usual not in LANGUAGES:
        return usual
    found = signs(text)
    first, second, *_rest = sorted(found.values(), reverse=True)
    return max(found, key=found.__getitem__) if first > second else usual
