"""Telephone numbers in the normal form (E.164), however they are written."""

import re
from functools import lru_cache

import phonenumbers

from missionplanner.i18n import _

_EXTENSION = re.compile(
    r"(?i)\s*[,;(]?\s*\b(ext(ension|ensión)?|poste|interno|int|anexo|p|x)\s*[.:#]?\s*(\d{1,6})\s*\)?\s*$"
)
_KIND = re.compile(
    r"(?i)[\s,;(\[-]+(cell(ulaire|ular)?|cel|mobile|m[oó]vil|office|bureau|bur|direct[oe]?|main|oficina|whatsapp|work|home|tel)\.?\s*[)\]]?\s*$"
)
_KIND_BEFORE = re.compile(
    r"(?i)^\s*(cell(ulaire|ular)?|cel|mobile|m[oó]vil|office|bureau|bur|direct[oe]?|main|oficina|whatsapp|work|home|"
    r"t[eé]l([eé](phone|fono)|éphone)?|phone|ph|t|m|c|w)\s*[.:]+\s*"
)
_NORTH_AMERICAN = re.compile(r"(?:\+?1[\s.-]*)?\(?([2-9]\d\d)\)?[\s.-]*([2-9]\d{2})[\s.-]*(\d{4})")
_GROUPED_AS_MEXICAN = re.compile(r"\s*\(?\d{2}\)?[\s.-]\d{4}[\s.-]\d{4}\s*")
"""Ten digits in the groups of Mexico City: in Canada they are no number, whatever area their first three are."""
_MEXICAN = re.compile(r"\+52[\s.-]*\(?([1-9]\d)\)?((?:[\s.-]*\d){8})")
_BETWEEN = re.compile(
    r"\s*[;\n|]\s*|\s+(?:/|or|ou|o|and|et|y)\s+|\s*[/,]\s*(?=(?:[+(]|[A-Za-zÀ-ÿ]+[.:\s])?[\s\d().+-]{7,})"
)


def several(cell: str) -> list[str]:
    """Return the numbers written into one cell, as typed."""
    if len(cell) < 16:
        return [cell.strip()]  # two numbers are longer
    parts = [part.strip() for part in _BETWEEN.split(cell)]
    found = [part for part in parts if sum(c.isdigit() for c in part) >= 7]
    # What has fewer digits belongs to the number before it: "416 555 0134 / 12" is an extension.
    return found if len(found) > 1 and len(found) == len([part for part in parts if part]) else [cell.strip()]


@lru_cache(maxsize=4096)
def phone(cell: str, country: str) -> str | None:
    """Return the first number of a cell as E.164, its extension after " ext. "; None when it cannot be one.

    country: the ISO code that numbers without a country code are taken to be of.
    """
    cell = several(cell)[0].removesuffix(".0")  # a number that was a float
    if ordinary := _ordinary(cell, country):
        return ordinary
    if country in ("CA", "US") and _GROUPED_AS_MEXICAN.fullmatch(cell):
        return None
    cell = _KIND.sub("", _KIND_BEFORE.sub("", cell))
    found = _EXTENSION.search(cell)
    extension = found.group(3) if found else ""
    number = _with_mexican_prefixes_removed(cell[: found.start()] if found else cell, country)
    for candidate in _candidates(number):
        parsed = _parsed(candidate, country)
        if parsed is not None:
            plain = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
            extension = extension or parsed.extension or ""
            return f"{plain} ext. {extension}" if extension else str(plain)
    return None


def spaced(number: str) -> str:
    """Return a number in its normal form as people read it, in groups; any other text as it is."""
    plain, _sign, extension = number.partition(" ext. ")
    parsed = _parsed(plain, "") if plain.startswith("+") else None
    if parsed is None:
        return number
    text = str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    return _("{number} ext. {extension}").format(number=text, extension=extension) if extension else text


@lru_cache(maxsize=8192)
def shown(number: str, extension: str) -> str:
    """Return a number in the normal form as it is printed: +52 55 1234 5678 ext. 204; anything else as it is.

    extension: the word before it in the language of the reader. Packs are read abroad, so that the code of the country
    stays.
    """
    plain, _word, inner = number.partition(" ext. ")
    try:
        parsed = phonenumbers.parse(plain)
    except phonenumbers.NumberParseException:
        return number
    written = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return f"{written} {extension} {inner}" if inner else str(written)


def _with_mexican_prefixes_removed(number: str, country: str) -> str:
    """Return a number without what older Mexican ones had: +52 1 for mobiles, 044, 045 or 01 within the country."""
    if country != "MX" and not re.match(r"\s*(\+|00)?52", number):
        return number
    number = re.sub(r"^\s*((\+|00)?52)[\s.-]*1[\s.-]*(?=(\D*\d){10}\D*$)", r"+52 ", number)
    return re.sub(r"^\s*\(?(044|045|01)\)?[\s.-]*(?=(\D*\d){10}\D*$)", "", number)


def _candidates(number: str) -> list[str]:
    if number.strip().startswith("00"):
        return [number, "+" + number.strip()[2:]]
    if not number.strip().startswith("+") and not any(c.isalpha() for c in number):
        # Spreadsheets drop the plus of what they take for a number.
        return [number, "+" + number]
    return [number]


def _ordinary(cell: str, country: str) -> str:
    """Return a number written in the commonest ways, as E.164; empty when it needs a closer look."""
    if country in ("CA", "US") and (found := _NORTH_AMERICAN.fullmatch(cell)) and _area_exists(found.group(1)):
        return f"+1{''.join(found.groups())}"
    if found := _MEXICAN.fullmatch(cell):
        return f"+52{found.group(1)}{''.join(c for c in found.group(2) if c.isdigit())}"
    return ""


@lru_cache(maxsize=1024)
def _area_exists(area: str) -> bool:
    """Whether North America has this area code."""
    return phonenumbers.is_valid_number(phonenumbers.parse(f"+1{area}5550123"))


def _parsed(candidate: str, country: str) -> phonenumbers.PhoneNumber | None:
    """Return a number that can be one: long enough for its country, with an area code that exists there."""
    try:
        parsed = phonenumbers.parse(candidate, country or None)
    except phonenumbers.NumberParseException:
        return None
    return parsed if phonenumbers.is_valid_number(parsed) else None
