"""Cells to values of own fields: as their kind is stored, None where a cell is no value of the kind."""

import re
from collections.abc import Callable, Iterable, Mapping

from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import LISTS, NO, SEPARATOR, YES, FieldKind, day
from missionplanner.domain.spelling import fold, tidy
from missionplanner.exchange import answers, dates, phones, values
from missionplanner.i18n import is_currency

_NUMBER = re.compile(r"[-−]?\d[\d\s.,'’\u00a0\u202f]*")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?")
_SIGNS = {"$": "", "€": "EUR", "£": "GBP", "¥": "JPY", "us$": "USD", "ca$": "CAD", "c$": "CAD", "mx$": "MXN"}
"""Signs of currencies; a lone "$" is that of the field."""
_AMOUNT = re.compile(r"([^\d\s.,−-]{1,4})?\s*([-−]?\d[\d\s.,'’\u00a0\u202f]*)\s*([^\d\s.,]{1,4})?\.?")
_MOST_FIGURES = 15


def read(field: OwnField, cell: str, country: str = "", day_first: bool = True) -> str | None:
    """Return a cell as the field stores it; None where it is no value of its kind.

    country: the ISO code of telephone numbers without one.
    """
    text = cell.strip()
    if field.kind in LISTS:
        return _chosen(field, text)
    if field.kind is FieldKind.MONEY:
        return _money(text, field.currency)
    if field.kind is FieldKind.DATE:
        return date(text, day_first)
    if field.kind is FieldKind.PHONE:
        return _phone(text, country)
    reader = _READERS.get(field.kind)
    return reader(text) if reader else text


def kept(field: OwnField, cell: str, country: str = "", day_first: bool = True) -> tuple[str, bool]:
    """Return a cell as it is kept, and whether it fits: what is no value of the kind stays as it was written."""
    text = tidy(cell)
    if not text or (field.kind is not FieldKind.TEXT and values.is_nothing(text) and read(field, text) is None):
        return "", True
    found = read(field, text, country, day_first)
    return (text, False) if found is None else (found, True)


def number(text: str) -> str | None:
    """Return a number with a point, all of its figures kept; None where a text is none, or may be two."""
    plain = text.strip()
    if not _NUMBER.fullmatch(plain):
        return None
    sign = "-" if plain[0] in "-−" else ""
    plain = re.sub(r"[\s'’\u00a0\u202f]", "", plain.lstrip("-−"))
    if _GROUPED.fullmatch(plain):
        groups = plain[next(place for place, sign_ in enumerate(plain) if sign_ in ".,")]
        if plain.count(groups) > 1 or any(other in plain for other in ".," if other != groups):
            plain = plain.replace(groups, "")
        elif groups == ",":
            plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    if not re.fullmatch(r"\d+(\.\d{1,9})?", plain) or len(plain.partition(".")[0]) > _MOST_FIGURES:
        return None
    return sign + plain


def date(text: str, day_first: bool = True) -> str | None:
    """Return a day as it is stored; None where a text is none, or is only a number."""
    if re.fullmatch(r"[\d.,\s]*", text) and not re.fullmatch(r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4}", text):
        return None
    found = dates.moment(text, day_first)
    # A time of day would be lost.
    if found is None or (found.hour, found.minute, found.second) != (0, 0, 0):
        return None
    written = found.date().isoformat()
    return written if day(written) else None


def yes_or_no(text: str) -> str | None:
    """Return the answer of a cell that says yes or no and nothing else."""
    answer = answers.plainly(text)
    return None if answer is None else YES if answer else NO


def _chosen(field: OwnField, text: str) -> str | None:
    known = field.spellings
    if fold(text) in known:
        return known[fold(text)]
    if field.kind is FieldKind.ONE:
        return None
    parts = [part.strip() for part in re.split(r"[;|\n]", text) if part.strip()]
    if not all(fold(part) in known for part in parts):
        parts = _between_commas(re.split(r"[;|\n]", text), known)
    if not parts or not all(fold(part) in known for part in parts):
        return None
    wanted = {known[fold(part)] for part in parts}
    return SEPARATOR.join(option for option in field.options_in("en") if option in wanted)


def _between_commas(parts: Iterable[str], known: Mapping[str, str]) -> list[str]:
    """Return what stands between commas; a choice that has commas itself stays whole."""
    found: list[str] = []
    for part in parts:
        pieces = [piece for piece in part.split(",") if piece.strip()]
        while pieces:
            lengths = range(len(pieces), 0, -1)
            count = next((n for n in lengths if fold(",".join(pieces[:n]).strip()) in known), 1)
            found.append(",".join(pieces[:count]).strip())
            pieces = pieces[count:]
    return found


def _money(text: str, usual: str) -> str | None:
    found = _AMOUNT.fullmatch(text)
    value = number(found.group(2)) if found else None
    if found is None or value is None:
        return None
    currency = usual
    for sign in (found.group(1), found.group(3)):
        if sign is None:
            continue
        code = _SIGNS.get(sign.casefold(), sign.upper()) or usual
        if not is_currency(code):
            return None
        currency = code
    return f"{value} {currency}".strip()


def _phone(text: str, country: str) -> str | None:
    if len(phones.several(text)) > 1:
        return None
    return phones.phone(text, country)


def _email(text: str) -> str | None:
    found = values.emails(text)
    return found[0] if len(found) == 1 and not re.search(r"[\s;,]", text.strip()) else None


def _web(text: str) -> str | None:
    return values.website(text) if not re.search(r"\s", text.strip()) else None


_READERS: dict[FieldKind, Callable[[str], str | None]] = {
    FieldKind.TEXT: tidy,
    FieldKind.NUMBER: number,
    FieldKind.YES_NO: yes_or_no,
    FieldKind.EMAIL: _email,
    FieldKind.WEB: _web,
}
