"""How texts are compared: accents, case, punctuation and kinds of blank do not count."""

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "’": "'", "‘": "'", "´": "'",
}  # fmt: skip
_NOT_WORD = re.compile(r"[^\w]+")
_PLAIN_WORDS = re.compile(r"[^a-z0-9]+")


_ODD = re.compile(r"[^\x00-\x7f]")


class _Plain(dict[str, str]):
    """Accents to nothing, some letters and quotes to plain ones, the rest to itself; worked out once per character."""

    def __missing__(self, letter: str) -> str:
        self[letter] = "" if unicodedata.combining(letter) else letter
        return self[letter]


_PLAIN = _Plain(_LETTERS)


def told_apart(names: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Names to choose from, each once, with the key it stands for; equal ones are numbered, semicolons are commas."""
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
    """`text` without case and accents, blanks made single: what a search compares."""
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    plain = _ODD.sub(_plain_letter, unicodedata.normalize("NFKD", text).casefold())
    return " ".join(plain.replace("`", "'").split())


def _plain_letter(found: re.Match[str]) -> str:
    return _PLAIN[found.group()]


def words(text: str) -> str:
    """The folded words of `text` with single blanks between, punctuation gone; & is "and"."""
    folded = fold(text).replace("&", " and ").replace("'", "").replace(".", "")
    if folded.isascii():
        return _PLAIN_WORDS.sub(" ", folded).strip()
    return _NOT_WORD.sub(" ", folded).replace("_", " ").strip()


def tidy(text: str) -> str:
    """`text` as typed with clean blanks: control characters and repeated blanks gone, line ends kept."""
    if text.isprintable():
        return " ".join(text.split())
    visible = "".join(
        c if c.isprintable() or c == "\n" else " " for c in text.replace("\r\n", "\n").replace("\r", "\n")
    )
    lines = (" ".join(line.split()) for line in visible.split("\n"))
    return "\n".join(lines).strip()
