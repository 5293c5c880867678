"""Headings that the program writes itself: labels of its fields in three languages, and columns of its exports."""

from collections.abc import Sequence
from functools import lru_cache

from missionplanner.domain.spelling import words
from missionplanner.exchange.fields import FIELDS, OF_COMPANIES
from missionplanner.i18n import translator

_LANGUAGES = ("en", "fr", "es")
_OTHERS_TOO = frozenset(
    {"name", "nom", "nombre", "title", "titre", "titulo", "contact", "date", "phone", "telephone", "telefono"}
)
"""Labels that other people's forms give to other fields as well."""
_COMPANIES = frozenset({"name", "side", "status"})
_DELEGATES = frozenset({"company", "side", "given_name"})


@lru_cache(maxsize=20_000)
def field_of(heading: str) -> str:
    """The field whose label, or whose name with an underscore, a heading is; empty for any other."""
    if "_" in heading and heading.strip() in OF_COMPANIES:
        return heading.strip()
    return _labels().get(words(heading), "")


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """The folded labels of all fields that leave no doubt."""
    found: dict[str, str] = {}
    for language in _LANGUAGES:
        for field in FIELDS:
            found.setdefault(words(translator(language)(field.label)), field.name)
    return {label: name for label, name in found.items() if label not in _OTHERS_TOO}


def exported(headings: Sequence[str]) -> list[str] | None:
    """The field of each column of an export of this program, "" for none; None for any other sheet."""
    names = {heading.strip() for heading in headings}
    if names >= _COMPANIES:
        # The telephone of an exported company is its own, not that of a delegate.
        renamed = {"phone": "phone_company"}
    elif names >= _DELEGATES:
        renamed = {"company": "name"}
    else:
        return None
    found = (renamed.get(heading.strip(), heading.strip()) for heading in headings)
    return [name if name in OF_COMPANIES else "" for name in found]
