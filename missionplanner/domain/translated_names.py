"""Names that are typed in up to three languages: the one in a language, else its own."""

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


class TranslatedName:
    """Adds to a record with a name in each language what it is called in one of them."""

    __slots__ = ()

    def name(self: _Named, language: str) -> str:
        """The name in `language`, in English where it has no other."""
        return name_in(language, self.name_en, self.name_fr, self.name_es)
