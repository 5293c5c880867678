"""The texts in plain data, however deep they are in it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from missionplanner.typography import with_spaces

_AS_STORED = frozenset(
    [
        "card",
        "colour",
        "company",
        "contacts",
        "delegate",
        "key",
        "language",
        "locale",
        "logo",
        "name",
        "people",
        "persons",
        "website",
    ]
)
"""The fields with names and addresses, which are printed as they are stored, and those nobody reads."""
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


def typeset(content: Content, language: str) -> Content:
    """Return plain data with the texts of people as a language (en, fr or es) has its spaces; names stay as they are.

    A dataclass whose `language` is a tag is in that language.
    """
    found: Content = _typeset(content, language)
    return found


def _typeset(content: Any, language: str) -> Any:
    if isinstance(content, str):
        return with_spaces(content, language)
    if isinstance(content, tuple):
        return tuple(_typeset(part, language) for part in content)
    if isinstance(content, dict):
        return {key: _typeset(value, language) for key, value in content.items()}
    if not is_dataclass(content) or isinstance(content, type):
        return content
    inside = str(getattr(content, "language", "") or language)[:2]
    found = {
        field.name: _typeset(getattr(content, field.name), inside)
        for field in fields(content)
        if field.init and field.name not in _AS_STORED
    }
    return replace(content, **found)
