"""Intents of companies towards one another, as they write them ("sell; third markets (Chile)"), and their list."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain.spelling import words
from missionplanner.domain.translated_names import TranslatedName
from missionplanner.i18n import N_, _


class Intent(StrEnum):
    """A thing a company wants of another that every mission's list begins with: its code there."""

    BUY = "buy"
    SELL = "sell"
    SECOND_SOURCE = "second_source"
    JOINT_PRODUCTION = "joint_production"
    THIRD_MARKETS = "third_markets"
    LICENCE = "licence"
    LOGISTICS = "logistics"
    INVESTMENT = "investment"
    RESEARCH = "research"


class IntentPlace(StrEnum):
    """The kind of places two companies must have in common to meet in an intent."""

    NONE = ""
    MARKET = "market"
    PORT = "port"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(INTENT_PLACE_LABELS[self])


INTENT_PLACE_LABELS = {
    IntentPlace.NONE: N_("No place"),
    IntentPlace.MARKET: N_("The same country"),
    IntentPlace.PORT: N_("The same port or corridor"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedIntent(TranslatedName):
    """An intent of the list a mission keeps."""

    id: int = 0
    uid: str = ""
    code: str
    """Its name for programs, which stays when it is renamed."""
    name_en: str = ""
    name_fr: str = ""
    name_es: str = ""
    spellings: str = ""
    """Other words for it, separated by semicolons; former names are among them."""
    met_by: str = ""
    """The code of the intent the other side must have; empty where both must have this one."""
    place: IntentPlace = IntentPlace.NONE
    position: int = 0

    @property
    def called(self) -> tuple[str, ...]:
        """All it is called, its code among them."""
        names = (self.name_en, self.name_fr, self.name_es, self.code, *self.spellings.split(";"))
        return tuple(dict.fromkeys(name.strip() for name in names if name.strip()))


class IntentList:
    """The intents of a mission, in their order, found by whatever they are called."""

    def __init__(self, rows: Iterable[ListedIntent]) -> None:
        self.rows = tuple(sorted(rows, key=lambda one: (one.position, one.uid)))
        self._by_code = {one.code: one for one in self.rows}
        # The first of two that are called the same counts: names before other spellings.
        self._said: dict[str, str] = {}
        for one in self.rows:
            for text in (one.name_en, one.name_fr, one.name_es, one.code):
                self._said.setdefault(words(text), one.code)
        for one in self.rows:
            for text in one.called:
                self._said.setdefault(words(text), one.code)
        self._said.pop("", None)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of the list."""
        return tuple(self._by_code)

    def code_of(self, text: str) -> str:
        """Return the code of what somebody calls an intent; empty for none of the list."""
        return self._said.get(words(text), "")

    def name(self, code: str, language: str) -> str:
        """Return what an intent is called in a language; its code where the list has none."""
        one = self._by_code.get(code)
        return (one.name(language) or next(iter(one.called), code)) if one else code

    def place(self, code: str) -> IntentPlace:
        """Return the kind of places that go with an intent."""
        return self._by_code[code].place if code in self._by_code else IntentPlace.NONE

    def partner(self, code: str) -> str:
        """Return the intent the other side must have; empty where both must have the same."""
        one = self._by_code.get(code)
        if one and one.met_by in self._by_code and one.met_by != code:
            return one.met_by
        return next((other.code for other in self.rows if other.met_by == code != other.code), "")

    def giver(self, code: str) -> str:
        """Return which of an intent and its partner brings what the other takes."""
        other = self.partner(code)
        if not other:
            return code
        if self._by_code[other].met_by == code:
            return max(code, other) if self._by_code[code].met_by == other else code
        return other

    def declared(self, text: str) -> dict[str, str]:
        """Return the intents a text lists by their codes, with the places each names; what is none is left out."""
        found: dict[str, str] = {}
        for name, detail in parts(text):
            code = self.code_of(name)
            if code and not found.get(code):
                found[code] = detail
        return found

    def unknown(self, text: str) -> list[str]:
        """Return what a text lists that is no intent of the list."""
        return [name for name, _detail in parts(text) if not self.code_of(name)]

    def named(self, text: str, language: str) -> str:
        """Return a text with the names intents have in a language; what is none stays as it is written."""
        found = []
        for name, detail in parts(text):
            code = self.code_of(name)
            called = self.name(code, language) if code else name
            found.append(f"{called} ({detail})" if detail else called)
        return "; ".join(found)

    def split(self, entry: str) -> tuple[str, str]:
        """Return a thing that is offered or sought, and the intents in square brackets behind it.

        Brackets that hold anything else belong to the thing: "Panels [ISO 9001]".
        """
        match = _BRACKETS.fullmatch(entry)
        if match and parts(match[2]) and not self.unknown(match[2]):
            return match[1], match[2].strip()
        return entry, ""


NO_INTENTS = IntentList(())
_PART = re.compile(r"\s*([^();]*?)\s*(?:\(([^)]*)\)|:\s*([^;]*))?\s*")
_BRACKETS = re.compile(r"(.*\S)\s*\[([^\[\]]+)\]\s*", re.DOTALL)


def parts(text: str) -> list[tuple[str, str]]:
    """Return the entries of a list of intents, each as it is written, with what stands in brackets or after a colon.

    A semicolon separates entries; so does a comma or a line, but not within brackets.
    """
    found = []
    for entry in re.split(r"[;,\n](?![^(]*\))", text):
        match = _PART.fullmatch(entry)
        name, within = (match[1], match[2] or match[3] or "") if match else (entry.strip(), "")
        if name:
            found.append((name, within.strip()))
    return found


def with_intents(text: str, intents: str) -> str:
    """Return a thing that is offered or sought with its intents behind it, as it is typed."""
    return f"{text} [{intents}]" if intents else text


def joined(texts: Sequence[str]) -> str:
    """Return several lists of intents as one."""
    return "; ".join(filter(None, texts))
