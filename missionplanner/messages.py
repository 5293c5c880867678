"""Texts translated when they are read, such as the labels of steps: stored as their English with their values."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Self, TypeVar

from missionplanner.i18n import N_, Translator, current

Number = TypeVar("Number", int, float)

ERASED = N_("(erased)")
"""Stands in a message for the name of somebody who was erased."""
_LONGEST_STORED = 100_000
"""Characters of a stored message; anything longer was not written by `stored`."""
_LONGEST_TEXT = 1_000
"""Characters of a text, of a value, and of what they make together; the rest is cut off."""
_DEEPEST = 8
"""How many messages may lie in one another."""
_LARGEST = 1e15
"""The largest number a message has."""


@dataclass(frozen=True, slots=True)
class Named:
    """A record a message names: the name it had then, and the uid erasing finds it by."""

    table: str
    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class InLanguages:
    """A name that was typed in several languages, by their codes; English stands in for what is empty."""

    names: Mapping[str, str]

    @classmethod
    def of(cls, english: str, french: str, spanish: str) -> "InLanguages":
        """Return a name that may be missing in any language; the first there is stands in for English."""
        return cls({"en": english or french or spanish, "fr": french, "es": spanish})


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the program with its values; `str` gives it in the language of the screen."""

    text: str
    """In English, with the names of values in braces."""
    values: Mapping[str, "Value"] = field(default_factory=dict)
    many: str = ""
    """The English plural; empty where there is none."""
    n: int = 0
    """The number that chooses between the two."""

    def __str__(self) -> str:
        return self.translated(current())

    def translated(self, t: Translator) -> str:
        """Return the text in the language of a translator; names without a value stay in their braces."""
        text = t.plural(self.text, self.many, self.n) if self.many else t(self.text)
        values = {**self.values, "n": self.n} if self.many else self.values
        written = {name: _written(value, t) for name, value in values.items()}
        return _cut(re.sub(r"\{(\w+)\}", lambda found: written.get(found[1], found[0]), text))

    def stored(self) -> str:
        """Return the message as compact JSON, which `read` reads back."""
        return json.dumps(_plain(self), ensure_ascii=False, separators=(",", ":"))

    def without(self, is_named: Callable[[str, str, str], bool]) -> "Message":
        """Return the message without names.

        is_named: whether the name of a record goes, by its table, uid and name; of a text, table and uid are empty.
        """
        return replace(self, values={name: _without(value, is_named) for name, value in self.values.items()})

    @classmethod
    def read(cls, stored: str) -> Self:
        """Return a stored message; any other text is one that is shown as it is, in every language."""
        if stored.startswith("{") and len(stored) <= _LONGEST_STORED:
            try:
                return cls(**_parts(json.loads(stored), 1))
            # A file is untrusted: RecursionError is what thousands of brackets come to.
            except (ValueError, RecursionError):
                pass
        return cls("{text}", {"text": _cut(stored)})


Value = str | int | float | date | Named | InLanguages | Message


def erased_names(label: str) -> int:
    """Return how many names were taken out of a stored message; one that says nothing else any more has the most."""
    return _LONGEST_STORED if label == message("Erased").stored() else label.count(f'"t":"{ERASED}"')


def _without(value: Value, is_named: Callable[[str, str, str], bool]) -> Value:
    match value:
        case Message():
            return value.without(is_named)
        case Named(table, uid, name) if is_named(table, uid, name):
            return Message(ERASED)
        case InLanguages() if any(is_named("", "", name) for name in value.names.values()):
            return Message(ERASED)
        case str() if is_named("", "", value):
            return Message(ERASED)
    return value


def message(text: str, /, **values: Value) -> Message:
    """Return a text of the program that is translated when it is read."""
    return Message(text, values)


def counted_message(one: str, many: str, n: int, /, **values: Value) -> Message:
    """Return a text with a plural that is translated when it is read; `{n}` stands for the number."""
    return Message(one, values, many, n)


def _written(value: Value, t: Translator) -> str:
    match value:
        case Message():
            return value.translated(t)
        case Named():
            return _cut(value.name)
        case InLanguages():
            return _cut(value.names.get(t.language) or value.names.get("en", ""))
        case datetime():
            return t.stamp(value)
        case date():
            return t.date(value, "medium")
        case str():
            return _cut(value)
    return t.number(value)


def _plain(value: Value) -> Any:
    """Return a value as what JSON has."""
    match value:
        case Message():
            plural = {"m": value.many, "n": value.n} if value.many else {}
            values = {"v": {name: _plain(one) for name, one in value.values.items()}} if value.values else {}
            return {"t": value.text, **plural, **values}
        case Named():
            return {"r": [value.table, value.uid, _cut(value.name)]}
        case InLanguages():
            return {"l": {language: _cut(name) for language, name in value.names.items() if name}}
        case date():
            return {"d": value.isoformat()}
        case str():
            return _cut(value)
    return value


def _parts(found: object, depth: int) -> dict[str, Any]:
    """Return the fields of a message from what JSON had; raises ValueError where it is none."""
    match found:
        case {"t": str(text), "m": str(many), "n": int(n), **rest} if many:
            parts = {"text": text, "many": many, "n": _number(n)}
        case {"t": str(text), **rest}:
            parts = {"text": text}
        case _:
            raise ValueError("no message")
    values = rest.get("v", {})
    longest = max(len(text), len(str(parts.get("many", ""))))
    if not text or longest > _LONGEST_TEXT or depth > _DEEPEST or not isinstance(values, dict):
        raise ValueError("no message of the program")
    return {**parts, "values": {name: _value(value, depth) for name, value in values.items()}}


def _value(found: object, depth: int) -> Value:
    """Return a value from what JSON had; raises ValueError where it is none."""
    match found:
        case str():
            return found
        case int() | float():
            return _number(found)
        case {"d": str(day)}:
            return datetime.fromisoformat(day) if "T" in day else date.fromisoformat(day)
        case {"r": [str(table), str(uid), str(name)]}:
            return Named(table, uid, name)
        case {"l": dict(names)} if all(isinstance(name, str) for name in names.values()):
            return InLanguages(names)
    return Message(**_parts(found, depth + 1))


def _number(found: Number) -> Number:
    """Return a number that every language can write; raises ValueError for any other."""
    if isinstance(found, bool) or not abs(found) <= _LARGEST:  # nan compares with nothing
        raise ValueError("no number")
    return found


def _cut(text: str) -> str:
    """Return a text of bearable length that can be stored: without lone surrogates."""
    text = text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"
    return text.encode("utf-8", "replace").decode("utf-8")
