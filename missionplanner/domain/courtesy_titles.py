"""Courtesy titles: how each is written before a name and in a salutation, by language and gender."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from missionplanner.domain.people import Gender
from missionplanner.i18n import LANGUAGES, N_, _, language_name

SALUTATION_FIELDS = ("title", "name", "family")
"""The names a salutation may contain in braces."""
_DOCTOR = "Dr"
"""As the lists of missions have it in English; Canada writes it with a point."""
_FIELD = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtesyTitle:
    """A title of the list an organiser edits.

    Each text is there for everybody, for women (`_f`) and for men (`_m`); the first stands in for an empty one of
    the others. A salutation may hold SALUTATION_FIELDS in braces; without one the usual salutation is written.
    """

    id: int = 0
    uid: str = ""
    written_en: str = ""
    """Before the name, in English: "Dr"."""
    written_en_f: str = ""
    written_en_m: str = ""
    written_fr: str = ""
    written_fr_f: str = ""
    written_fr_m: str = ""
    written_es: str = ""
    written_es_f: str = ""
    written_es_m: str = ""
    salutation_en: str = ""
    """The whole line that opens a letter: "Dear Minister {family},"."""
    salutation_en_f: str = ""
    salutation_en_m: str = ""
    salutation_fr: str = ""
    salutation_fr_f: str = ""
    salutation_fr_m: str = ""
    salutation_es: str = ""
    salutation_es_f: str = ""
    salutation_es_m: str = ""
    spellings: str = ""
    """Other words for it in forms, separated by semicolons."""
    spellings_f: str = ""
    """Those that are said of women only."""
    spellings_m: str = ""
    """Those that are said of men only."""
    on_badges: bool = True
    """Whether badges and place cards carry it."""
    position: int = 0

    def written(self, language: str, gender: Gender) -> str:
        """Return the title as it stands before the name of somebody of a gender; empty where the list has none."""
        found = self._text("written", language, gender)
        return f"{found}." if language == "en" and found == _DOCTOR else found

    def salutation(self, language: str, gender: Gender) -> str:
        """Return the salutation, with fields in braces; empty where the usual one is written."""
        return self._text("salutation", language, gender)

    def _text(self, kind: str, language: str, gender: Gender) -> str:
        own = getattr(self, f"{kind}_{language}_{gender}") if gender in (Gender.FEMALE, Gender.MALE) else ""
        return str(own or getattr(self, f"{kind}_{language}"))

    def texts(self, kind: str, language: str) -> list[str]:
        """Return the texts of a kind ("written" or "salutation") in a language, each once."""
        found = (getattr(self, f"{kind}_{language}{gender}") for gender in ("", "_f", "_m"))
        return list(dict.fromkeys(filter(None, found)))

    def name(self, language: str) -> str:
        """Return the title in a word of a language; its first text where that has none."""
        return next(iter(self.texts("written", language)), self.label)

    @property
    def label(self) -> str:
        """The title in a word: its first text."""
        return next(filter(None, (getattr(self, name) for name in WRITTEN)), "")


WRITTEN = tuple(f"written_{language}{gender}" for language in LANGUAGES for gender in ("", "_f", "_m"))
"""The fields with what stands before a name."""
SALUTATIONS = tuple(f"salutation_{language}{gender}" for language in LANGUAGES for gender in ("", "_f", "_m"))
"""The fields with what opens a letter."""
SPELLINGS = ("spellings", "spellings_f", "spellings_m")
"""The fields with other words, separated by semicolons."""
TEXTS = (*WRITTEN, *SALUTATIONS, *SPELLINGS)
_KINDS = {
    "written": N_("Before the name"), "salutation": N_("Salutation"), "spellings": N_("Other spellings"),
}  # fmt: skip
_WHOSE = {"f": N_("of women"), "m": N_("of men")}


def text_label(field: str, with_language: bool = True) -> str:
    """Return the name of a field of WRITTEN, SALUTATIONS or SPELLINGS: "Before the name (English, of women)"."""
    kind, *rest = field.split("_")
    about = [language_name(one) if one in LANGUAGES else _(_WHOSE[one]) for one in rest]
    told = ", ".join(about if with_language else about[-1:] if rest[-1:] and rest[-1] in _WHOSE else [])
    return f"{_(_KINDS[kind])} ({told})" if told else _(_KINDS[kind])


def in_protocol_order(titles: Iterable[CourtesyTitle]) -> list[CourtesyTitle]:
    """Return titles in the order of the list an organiser made: of several the first decides on the salutation."""
    return sorted(titles, key=lambda title: (title.position, title.uid))


def unknown_fields(salutation: str) -> list[str]:
    """Return the names in braces that are no field of a salutation."""
    return [name for name in _FIELD.findall(salutation) if name not in SALUTATION_FIELDS]


def fill(salutation: str, values: Mapping[str, str]) -> str:
    """Return a salutation with its fields filled in."""
    filled = _FIELD.sub(lambda found: values.get(found.group(1), found.group(0)), salutation)
    return " ".join(filled.split())
