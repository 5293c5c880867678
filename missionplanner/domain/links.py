"""Where words lead that are clicked: a letter, a call, a web site, a map."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_EXTENSION = re.compile(r"(?i)\b(?:ext|poste|int|x)\b\D*(\d{1,6})\s*$")
_LEAST_DIGITS = 7
_NUMBER = re.compile(
    r"(?<![\w+])\+\d(?:[ \N{NO-BREAK SPACE}().-]{0,2}\d){7,14}(?!\d)"
    r"(?:[ \N{NO-BREAK SPACE}](?:ext\.?|poste|x)[ \N{NO-BREAK SPACE}]?\d{1,6})?"
)
"""A number with its country within a text, with its extension."""
_URI = re.compile(r"(mailto|tel|https?|geo):")


def is_uri(target: str) -> bool:
    """Whether a link leads out of the file."""
    return _URI.match(target) is not None


def contact(text: str) -> str:
    """Return where a contact of somebody leads: an e-mail address or a whole number; nowhere for anything else."""
    return mail(text) or (call(text) if len(re.sub(r"\D", "", text)) >= _LEAST_DIGITS else "")


def lead(line: str, text: str) -> str:
    """Return where a line of a text leads that has a contact or site on each of its own lines."""
    whole = next((part for part in text.splitlines() if line.strip() and line.strip() in part), "")
    return contact(whole) or web(whole)


def calls_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text, each with the link that calls the whole number it is, or nowhere."""
    place = 0
    for found in _NUMBER.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], ""
        yield found[0], call(found[0])
        place = found.end()
    if place < len(text):
        yield text[place:], ""


def has_call(text: str) -> bool:
    """Whether a whole number stands in a text."""
    return _NUMBER.search(text) is not None


def mail(text: str) -> str:
    """Return the link that writes to an e-mail address."""
    return f"mailto:{_quoted(text.strip(), '@+')}" if _ADDRESS.fullmatch(text.strip()) else ""


def call(text: str) -> str:
    """Return the link that calls a number, with its extension; nowhere for words."""
    found = _EXTENSION.search(text)
    number = text[: found.start()] if found else text
    digits = re.sub(r"\D", "", number)
    if not digits or re.search(r"[^\W\d]", number):
        return ""
    plus = "+" if number.strip().startswith("+") else ""
    return f"tel:{plus}{digits}" + (f";ext={found[1]}" if found else "")


def web(text: str) -> str:
    """Return the link to a web site; nothing else than http and https is ever followed."""
    site = text.strip()
    if (
        "." not in site
        or " " in site
        or (":" in site.partition("/")[0] and not re.match(r"https?://", site, re.IGNORECASE))
    ):
        return ""
    return _quoted(site if "://" in site else f"https://{site}", ":/?#[]@!$&'()*+,;=%~-._")


def place(*parts: str) -> str:
    """Return the link that shows an address in the application of maps."""
    words = " ".join(", ".join(part for part in parts if part).split())
    return f"geo:0,0?q={_quoted(words)}" if words else ""


def _quoted(text: str, safe: str = "") -> str:
    """Return a text as it may stand in a link."""
    plain = f"-._~{safe}"
    return "".join(
        c if (c.isascii() and c.isalnum()) or c in plain else "".join(f"%{byte:02X}" for byte in c.encode())
        for c in text.encode("utf-8", "replace").decode()
    )
