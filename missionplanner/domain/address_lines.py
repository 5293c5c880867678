"""Addresses as they are written: the postal code before or after the city, and no place said twice."""

from collections.abc import Iterable

from missionplanner.i18n import country_codes

_CODE_LAST = {
    "AU", "BD", "CA", "CN", "GB", "GH", "HK", "IE", "IN", "JP", "KR", "NG", "NZ", "PK", "SG", "TH", "TW", "US", "ZA",
}  # fmt: skip
"""Where the postal code follows the city; elsewhere it stands before it."""


def in_line(parts: Iterable[str]) -> str:
    """Return the parts of an address with commas between them; one that repeats the last one is said once."""
    found: list[str] = []
    for part in map(_one_line, parts):
        if part and not (found and part.casefold() == found[-1].casefold()):
            found.append(part)
    return ", ".join(found)


def town(city: str, code: str, country: str) -> str:
    """Return the city with its postal code, as the country writes them: "69008 Lyon", "Ottawa K1A 0B1"."""
    is_last = country_codes().get(country.casefold(), "").upper() in _CODE_LAST
    return _one_line(f"{city} {code}" if is_last else f"{code} {city}")


def _one_line(text: str) -> str:
    return " ".join(text.split())
