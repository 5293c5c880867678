"""The texts in plain data, however deep they are in it."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass


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
