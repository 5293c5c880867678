"""How texts are compared: accents, case, punctuation and kinds of blank do not count."""

import re
import unicodedata

_LETTERS = str.maketrans({
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "’": "'", "‘": "'", "´": "'", "`": "'",
})  # fmt: skip
_NOT_WORD = re.compile(r"[^\w]+")


def fold(text: str) -> str:
    """`text` without case and accents, blanks made single: what a search compares."""
    plain = _bare(_bare(text).casefold().translate(_LETTERS))
    return " ".join(plain.casefold().split())


def _bare(text: str) -> str:
    """The text without accents."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def words(text: str) -> str:
    """The folded words of `text` with single blanks between, punctuation gone; & is "and"."""
    folded = fold(text).replace("&", " and ").replace("'", "").replace(".", "")
    return _NOT_WORD.sub(" ", folded).replace("_", " ").strip()


def tidy(text: str) -> str:
    """`text` as typed with clean blanks: control characters and repeated blanks gone, line ends kept."""
    visible = "".join(
        c if c.isprintable() or c == "\n" else " " for c in text.replace("\r\n", "\n").replace("\r", "\n")
    )
    lines = (" ".join(line.split()) for line in visible.split("\n"))
    return "\n".join(lines).strip()
