"""Names that are typed in up to three languages: the one in a language, else its own."""

import re
from typing import Protocol


class _Named(Protocol):
    @property
    def name_en(self) -> str: ...
    @property
    def name_fr(self) -> str: ...
    @property
    def name_es(self) -> str: ...


def name_in(language: str, own: str, french: str, spanish: str) -> str:
    """Return the name in `language`; where that is empty, its own."""
    return {"fr": french, "es": spanish}.get(language) or own


def text_in(language: str, own: str, french: str, spanish: str) -> tuple[str, str]:
    """Return a text in `language`, where that is empty in the first it is written in, and which language that is."""
    texts = {"en": own, "fr": french, "es": spanish}
    found = next((code for code in (language, *texts) if texts.get(code)), language)
    return texts.get(found, ""), found


def wording_in(record: object, name: str, language: str, spoken: str, own: str = "") -> tuple[str, str]:
    """Return a text such as `description` in a language, and which language that is; empty where that is not known.

    Where it has no translation into it, in its own words, which are in `spoken`; without any, in another translation.
    own: its own words, where they are not in a field of that name.
    """
    texts: dict[str, str] = {code: getattr(record, f"{name}_{code}") for code in ("en", "fr", "es")}
    own = own or getattr(record, name, "")
    if own and not texts.get(language):
        return own, spoken
    return text_in(language, *texts.values())


def entries_of(text: str) -> tuple[str, ...]:
    """Return what a text lists, separated by semicolons or lines."""
    return tuple(dict.fromkeys(part.strip() for part in re.split(r"[;\n]", text) if part.strip()))


class TranslatedName:
    """Adds to a record with a name in each language what it is called in one of them."""

    __slots__ = ()

    def name(self: _Named, language: str) -> str:
        """The name in `language`, in English where it has no other."""
        return name_in(language, self.name_en, self.name_fr, self.name_es)
