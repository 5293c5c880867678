"""The comparison of texts: accents, case, punctuation and kinds of blank do not count."""

import re
import unicodedata
from collections.abc import Iterable

from missionplanner.i18n import UNDIVIDED

_LETTERS = {**UNDIVIDED, "’": "'", "‘": "'"}
_NOT_WORD = re.compile(r"[^\w]+")
_ENTRIES = re.compile(r"[;\n\r\u2028\u2029]")
_PLAIN_WORDS = re.compile(r"[^a-z0-9]+")


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class _PlainCharacters(dict[str, str]):
    """Maps characters to plain ones without case and accents; filled as they come.

    One by one, for the forms of Unicode differ between neighbours only in the order of accents, and those go.
    """

    def __missing__(self, character: str) -> str:
        parts = unicodedata.normalize("NFKD", character).casefold()
        self[character] = "".join(_LETTERS.get(part, "" if _is_unseen(part) else part) for part in parts)
        return self[character]


def _is_unseen(character: str) -> bool:
    """Whether a character is an accent, or has no width."""
    return bool(unicodedata.combining(character)) or unicodedata.category(character) == "Cf"


_PLAIN = _PlainCharacters({"´": "'"})  # alone it is an apostrophe; NFKD would make a blank of it


def listed(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the values of a list, each once: split at lines, semicolons and commas, but not within a known name."""
    # Only a name with a comma can be split at one; most texts are split nowhere, among many names.
    whole = {fold(name) for name in known if "," in name} if "," in text else set()
    found: dict[str, str] = {}
    for entry in _ENTRIES.split(text):
        parts = entry.split(",")
        while parts:
            ends = range(len(parts), 1, -1)
            end = next((end for end in ends if fold(",".join(parts[:end])) in whole), 1)
            value = ",".join(parts[:end]).strip()
            if value:
                found.setdefault(fold(value), value)
            parts = parts[end:]
    return tuple(found.values())


def told_apart(names: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Return names to choose from, each with the key it stands for; equal names are numbered.

    Semicolons become commas, since they separate the entries of a field with several names.
    """
    found: dict[str, int] = {}
    for key, name in names:
        plain = name.replace(";", ",")
        label, number = plain, 1
        while label in found:
            number += 1
            label = f"{plain} ({number})"
        found[label] = key
    return found


def fold(text: str) -> str:
    """Return the text without case and accents and with single blanks: what a search compares."""
    # Most texts are ASCII, and need no closer look.
    plain = text.lower() if text.isascii() else _NOT_ASCII.sub(_plain_character, text).casefold()
    return " ".join(plain.replace("`", "'").split())


def _plain_character(found: re.Match[str]) -> str:
    return _PLAIN[found.group()]


def words(text: str) -> str:
    """Return the folded words of the text with single blanks and without punctuation; "&" is "and"."""
    folded = fold(text).replace("&", " and ").replace("'", "").replace(".", "")
    if folded.isascii():
        return _PLAIN_WORDS.sub(" ", folded).strip()
    return _NOT_WORD.sub(" ", folded).replace("_", " ").strip()


_JOINING = "\n\u00ad\u200c\u200d"
"""Line ends, and what nobody sees but belongs to a text: soft hyphens, and joiners, which other scripts need."""


def _visible(character: str) -> str:
    """Return a character as it is; nothing for one without width, a blank for any other that cannot be printed."""
    if character.isprintable() or character in _JOINING:
        return character
    return "" if unicodedata.category(character) == "Cf" else " "


def tidy(text: str) -> str:
    """Return the text without control characters and repeated blanks; line ends are kept."""
    if text.isprintable():
        return " ".join(text.split())
    visible = "".join(map(_visible, text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = (" ".join(line.split()) for line in visible.split("\n"))
    return "\n".join(lines).strip()


def has_beginnings(text: str, typed: str) -> bool:
    """Whether every word that is typed begins a word of the text: “tue 10” is in “Tuesday, October 13, 10:00”."""
    known, asked = (re.sub(r"[,.–]", " ", fold(one)).split() for one in (text, typed))
    return all(any(one.startswith(word) for one in known) for word in asked)
