"""The texts in plain data, however deep they are in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from missionplanner.typography import with_spaces

_AS_STORED = frozenset(
    [
        "calendar",
        "card",
        "colour",
        "company",
        "delegate",
        "evaluation_link",
        "key",
        "language",
        "locale",
        "logo",
        "name",
        "people",
        "persons",
        "portrait",
        "portrait_of",
        "telephones",
        "website",
    ]
)
"""The fields with names and addresses, which are printed as they are stored, and those nobody reads."""
_CONTACTS = "contacts"
"""The field with addresses as they are stored, among them numbers."""
_NUMBER = re.compile(r"(?<![\w+])\+\d{8,15}(?: ext\. \d{1,6})?(?!\d)")
Content = TypeVar("Content")


def strings(content: object) -> Iterator[str]:
    """Yield every text of tuples, mappings and dataclasses."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple | list):
        for part in content:
            yield from strings(part)
    elif isinstance(content, Mapping):
        yield from strings(tuple(content.values()))
    elif is_dataclass(content):
        for field in fields(content):
            yield from strings(getattr(content, field.name))


def typeset(content: Content, language: str, telephones: Mapping[str, str] = MappingProxyType({})) -> Content:
    """Return plain data with the spaces a language (en, fr or es) has, and telephone numbers as they are read.

    Names stay as they are stored. A dataclass whose `language` is a tag is in that language. telephones: how numbers
    are read, by their normal form.
    """
    found: Content = _typeset(content, language, telephones)
    return found


def _typeset(content: Any, language: str, telephones: Mapping[str, str]) -> Any:
    if isinstance(content, str):
        return _with_numbers(with_spaces(content, language), telephones)
    if isinstance(content, tuple):
        return tuple(_typeset(part, language, telephones) for part in content)
    if isinstance(content, dict):
        return {key: _typeset(value, language, telephones) for key, value in content.items()}
    if not is_dataclass(content) or isinstance(content, type):
        return content
    inside = str(getattr(content, "language", "") or language)[:2]
    found = {
        field.name: _typeset(getattr(content, field.name), "" if field.name == _CONTACTS else inside, telephones)
        for field in fields(content)
        if field.init and field.name not in _AS_STORED
    }
    return replace(content, **found)


def _with_numbers(text: str, telephones: Mapping[str, str]) -> str:
    return _NUMBER.sub(lambda found: telephones.get(found[0], found[0]), text) if "+" in text else text
