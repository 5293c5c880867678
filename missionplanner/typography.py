"""The spaces that belong to punctuation and figures, as Canada and Mexico write them; none of them ends a line."""

import re
from collections.abc import Callable

_NO_BREAK = "\u00a0"
_SPACES = "[ \u00a0\u202f]"
_NEXT_DAY = re.compile(rf"(?<=\d\d:\d\d){_SPACES}(?=\+\d\b)")
"""Between a time and the days it is later."""
_FIGURES = (
    (rf"(?<=[\d}}]){_SPACES}+%(?![\w(])", f"{_NO_BREAK}%"),
    (rf"(?<![\d,.:])\d{{1,3}}(?:{_SPACES}\d{{3}})+(?!\d)", lambda found: re.sub(_SPACES, _NO_BREAK, found[0])),
)
_FRENCH = (
    (rf"(?<=\S){_SPACES}+:(?!//)", f"{_NO_BREAK}:"),
    (r"(?<=[^\W\d_]|[)\]”’]):(?= )", f"{_NO_BREAK}:"),
    (rf"(?<=\S){_SPACES}+([;?!])(?=\s|$|»)", r"\1"),
    (rf"«{_SPACES}*", f"«{_NO_BREAK}"),
    (rf"{_SPACES}*»", f"{_NO_BREAK}»"),
    (rf"\b\d+{_SPACES}+h(?:{_SPACES}+(?=\d\d\b)|\b)", lambda found: re.sub(f"{_SPACES}+", _NO_BREAK, found[0])),
    (rf"(?<=\d){_SPACES}+(?=[$€£])", _NO_BREAK),
)
"""In Québec no space stands before ; ? and !, and one that does not break before : and inside of « »."""
Put = str | Callable[[re.Match[str]], str]
_RULES: dict[str, tuple[tuple[re.Pattern[str], Put], ...]] = {
    language: tuple((re.compile(pattern), put) for pattern, put in rules)
    for language, rules in {"fr": (*_FIGURES, *_FRENCH), "es": _FIGURES}.items()
}


def capital(text: str) -> str:
    """Return a text that stands alone, beginning with a capital."""
    return text[:1].upper() + text[1:]


def with_spaces(text: str, language: str) -> str:
    """Return a text of a language (en, fr or es) with its spaces set right."""
    text = _NEXT_DAY.sub(_NO_BREAK, text) if "+" in text else text
    for pattern, put in _RULES.get(language, ()):
        text = pattern.sub(put, text)
    return text
