"""Cells to values: texts, e-mail and web addresses, numbers, and lists in one cell."""

import re
import string
import unicodedata
from datetime import date
from functools import lru_cache

from email_validator import SPECIAL_USE_DOMAIN_NAMES, EmailNotValidError, validate_email

from missionplanner.domain.spelling import fold, tidy, words
from missionplanner.i18n import month_numbers

_NOTHING = {"", "n a", "na", "so", "none", "nil", "tbd", "tba", "tbc", "to be determined", "to be confirmed", "a determiner",
            "a confirmer", "por definir", "por confirmar", "nan", "null", "aucun", "aucune", "ninguno", "ninguna",
            "no aplica", "sans objet", "s o", "n d", "nd", "xxx", "unknown", "inconnu", "desconocido", "not applicable", "non applicable", "neant", "a venir", "pendiente", "idem"}  # fmt: skip
_FIRST_OF_NOTHING = {word[0] for word in _NOTHING if word}
_FIRST_OF_SOMETHING = frozenset(letter for letter in string.ascii_letters if letter.lower() not in _FIRST_OF_NOTHING)
_MEANT_AS_NAMES = {"na", "nan", "null", "nil", "so", "no", "nd"}
"""Words for nothing that are family names, too."""
_MEANT_AS_REMARKS = {"nd", "so", "none", "nil", "null", "aucun", "aucune", "ninguno", "ninguna", "pendiente", "unknown", "inconnu", "desconocido"}  # fmt: skip
"""Words for nothing that may be what is meant in a remark or a post (ND and SO are posts, "None" an answer)."""
_SIGNS_OF_NOTHING = set("-–—_.·•…/\\?*~'\" ,;:|")
_WEB = re.compile(r"(?i)^https?://[^\s/@]+\.[^\s/@.]{2,}(:\d+)?([/?#]\S*)?$")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that show nothing: they came with a copied text."""
_JOINERS = re.compile("(?<=[\u0020-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\u0020-\u024f])")
"""Joiners beside Latin characters; in other scripts, and in signs made of several, they belong to the text."""


def text(cell: str) -> str:
    """The cell with clean blanks; empty for "n/a", "tbd" and the like."""
    return _short_text(cell) if len(cell) < 100 else tidy(cell)


@lru_cache(maxsize=20_000)
def _short_text(cell: str) -> str:
    """The answer in a short cell, kept because forms offer the same words again and again."""
    value = visible(cell)
    return "" if is_nothing(value) else value


def visible(cell: str) -> str:
    """A short cell with clean blanks, without characters that nobody sees."""
    if not cell.isascii():
        cell = _JOINERS.sub("", _INVISIBLE.sub("", cell))
    return tidy(cell)


@lru_cache(maxsize=20_000)
def name(cell: str) -> str:
    """A cell that holds a name: family names such as So, Null and No stay, and so do names made of signs."""
    value = visible(cell)
    if not is_nothing(value):
        return value
    if not any(c.isalnum() for c in value):
        return "" if set(value) <= _SIGNS_OF_NOTHING else value
    # With dots or slashes it is an abbreviation.
    return value if words(value) in _MEANT_AS_NAMES and value.isalpha() else ""


def remark(cell: str) -> str:
    """A cell that holds a remark or a post: words such as "None", "ND" and "SO" stay."""
    value = tidy(cell)
    return "" if is_nothing(value) and not (words(value) in _MEANT_AS_REMARKS and value.isalpha()) else value


def is_nothing(value: str) -> bool:
    """Whether a cell is filled in only to fill it in; a lone dash counts."""
    if len(value) > 23:
        return False
    # Asked of every cell: most are done with after their first letter.
    first = value[:1]
    return first not in _FIRST_OF_SOMETHING and _is_nothing(value)


@lru_cache(maxsize=4096)
def _is_nothing(value: str) -> bool:
    return words(value) in _NOTHING if any(c.isalnum() for c in value) else True


_PLAIN_EMAIL = re.compile(r"((?:[\w+-]+\.)*[\w+-]+)@([A-Za-z0-9.-]+)")
_PLAIN_DOMAIN = re.compile(r"(?=.{4,200}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}")
"""A domain that needs no closer look; most do not, and the full check takes some hundred times as long."""
_NEVER_PUBLIC = tuple(SPECIAL_USE_DOMAIN_NAMES)
_COMMA_FOR_DOT = re.compile(r"@[^\s;,@]*,\s?[A-Za-z]{2,4}(?![\w@.-]*@)\b(?!\s*[A-Za-z]+\s*[;,<])")


@lru_cache(maxsize=4096)
def _domain(name: str) -> str | None:
    """A domain in its normal form, or None when there can be no address in it."""
    if _PLAIN_DOMAIN.fullmatch(name) and not name.lower().endswith(_NEVER_PUBLIC):
        return name.lower()
    try:
        return str(validate_email(f"a@{name}", check_deliverability=False).domain)
    except EmailNotValidError:
        return None


def email(cell: str) -> str | None:
    """The first e-mail address of a cell in its normal form, or None when there is no valid one."""
    found = emails(cell)
    return found[0] if found else None


def emails(cell: str) -> list[str]:
    """The e-mail addresses of a cell in their normal form; none where a comma may stand for a dot."""
    plain = cell.strip()
    if ordinary := _ordinary(plain):
        return [ordinary]
    plain = re.sub(r"(?i)mailto:", "", re.sub(r"[ \t\xa0]*@[ \t\xa0]*", "@", _INVISIBLE.sub("", plain)))
    if _COMMA_FOR_DOT.search(plain):
        return []
    valid = [address for part in _addresses(plain) if (address := _normalized(part))]
    return list({address.casefold(): address for address in reversed(valid)}.values())[::-1]


def bad_addresses(cell: str) -> str:
    """The parts of a cell with several addresses that are none."""
    parts = _addresses(cell)
    return "; ".join(part for part in parts if not _normalized(part)) if len(parts) > 1 else ""


def _addresses(text: str) -> list[str]:
    """The parts of a text that may be addresses."""
    parts = re.split(r"[;,\s|]+|/(?=[^/\s]*@)", text)
    return [part.strip("<>()[]\"'.:") for part in parts if "@" in part.strip("@")]


def _ordinary(address: str) -> str:
    """A plain address, as nearly all are, in its normal form; empty for any other.

    Only its domain, which few differ in, needs the slow check.
    """
    if len(address) >= 64 or not (found := _PLAIN_EMAIL.fullmatch(address)):
        return ""
    local, domain = found.group(1), _domain(found.group(2))
    return f"{local}@{domain}" if domain and (local.isascii() or _is_plain_word(local)) else ""


def _is_plain_word(text: str) -> bool:
    """Whether the characters of a text that are not ASCII are letters in their normal form."""
    accented = [c for c in text if not c.isascii()]
    return all(map(str.isalpha, accented)) and unicodedata.is_normalized("NFC", text)


def _normalized(address: str) -> str:
    if ordinary := _ordinary(address):
        return ordinary
    try:
        return str(validate_email(address, check_deliverability=False).normalized)
    except EmailNotValidError:
        return ""


@lru_cache(maxsize=4096)
def website(cell: str) -> str | None:
    """The web address with its scheme, host in small letters; None when the text is none."""
    candidate = cell.strip().strip("<>\"'").rstrip("/")
    if not candidate or re.search(r"\s", candidate):
        candidate = next((part for part in candidate.split() if "." in part), "").strip(",;")
    if not re.match(r"(?i)^https?://", candidate):
        candidate = f"https://{candidate.removeprefix('//')}"
    if not _WEB.match(candidate):
        return None
    scheme, rest = candidate.split("://", 1)
    host, slash, tail = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}{slash}{tail}"


_RANGE = re.compile(r"^\D*(\d[\d\s.,' \u202f]*\d|\d)\s*(?:-|–|—|to|à|a|et|y)\s*(\d[\d\s.,' \u202f]*\d|\d)")
_MONTH_AND_NUMBER = re.compile(r"^\s*(?:\d{1,2}[-/. ]([^\W\d]{3,10})\.?|([^\W\d]{3,10})\.?[-/. ]\d{1,4})\s*$")
_FIGURES_OF_DATE = re.compile(r"^\s*(\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}(/\d{2,4})?\s*$)")
_NEGATIVE = re.compile(r"^\s*[-−(]\s*\d")
_FIGURES = re.compile(r"\d[\d.,' \s\u202f]*")
_MANY = re.compile(r"\s*(?:([kK]|mil|mille|thousand|milliers?)|(M|million\w*|millon\w*))\b")
_STAFF = re.compile(
    r"\s*\+?\s*(full|fte|employ|emplead|people|personne|persona|staff|salari|trabajador|worker)", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def integer(cell: str) -> int | None:
    """A whole number as people write it ("1 200", "2.5k", "60 employees", "10-49": the lower end); None if none.

    A range such as 10-49 that a spreadsheet took for a date ("Oct-49") is none, nor is a text of several numbers.
    """
    if _FIGURES_OF_DATE.match(cell) or _is_month(cell) or _NEGATIVE.match(cell):
        return None
    if found := _RANGE.match(cell):
        return _whole(found.group(1), "")
    plain = re.sub(r"[(\[].*?[)\]]", " ", cell)
    figures = [(one.group(), plain[one.end() :]) for one in _FIGURES.finditer(plain)]
    if len(figures) > 1:
        figures = [one for one in figures if _STAFF.match(one[1])]
    return _whole(*figures[0]) if len(figures) == 1 else None


def _is_month(cell: str) -> bool:
    found = _MONTH_AND_NUMBER.match(cell)
    if found is None:
        return False
    name = fold(found.group(1) or found.group(2))
    return any(month.startswith(name) for month in month_numbers())


def _whole(figures: str, behind: str) -> int | None:
    """A number without its fraction; a comma or dot before three figures separates thousands, any other is decimal."""
    plain = re.sub(r"[\s' \u202f]", "", figures).rstrip(".,")
    if re.fullmatch(r"\d{1,3}([.,])\d{3}(\1\d{3})*([.,]\d{1,2})?", plain):
        plain = re.sub(r"[.,](?=\d{3})", "", plain)
    plain = plain.replace(",", ".")
    many = _MANY.match(behind if not figures[-1:].isspace() else " " + behind)
    try:
        number = int(float(plain) * ((1000 if many.group(1) else 1_000_000) if many else 1))
    except ValueError:
        return None
    return number if number < 10_000_000 else None


_DAY_OF_1905 = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](190[4-6])\s*")
_THOUSANDS = re.compile(r"\s*([12])[\s,.'\u202f](\d{3})\s*")


def _year_of_day(first: int, second: int, of: int) -> int | None:
    """The year that a spreadsheet showed as a day in figures; None where day and month may be either."""
    found = set()
    for month, day in ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= 31:
            number = (date(of, month, 1) - date(1899, 12, 30)).days + day - 1
            found.add(number if 1500 < number < 2100 else of)
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def year(cell: str) -> int | None:
    """The only year of a cell, also of a date; one that a spreadsheet took for a day's number (20 June 1905 is 1998)."""
    if found := re.match(r"\s*(190[4-6]-\d\d-\d\d)", cell):
        number = (date.fromisoformat(found.group(1)) - date(1899, 12, 30)).days
        if not found.group(1).endswith("-01-01") and 1500 < number < 2100:
            return number
    if found := _DAY_OF_1905.fullmatch(cell):
        return _year_of_day(*map(int, found.groups()))
    if found := _THOUSANDS.fullmatch(cell):
        return int("".join(found.groups()))
    found_years = set(re.findall(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)", cell))
    return int(found_years.pop()) if len(found_years) == 1 else None


@lru_cache(maxsize=4096)
def entries(cell: str) -> tuple[str, ...]:
    """The entries of a list in a cell, each once, without those that say there is none."""
    return tuple(dict.fromkeys(part for part in split(text(cell)) if not is_nothing(part)))


@lru_cache(maxsize=4096)
def split(cell: str) -> tuple[str, ...]:
    """The entries of a list written into one cell: separated by semicolons, bars or line breaks, else by slashes or commas.

    A whole sentence stays one entry, and so does a decimal comma.
    """
    cell = cell.strip().strip("[]")
    for pattern in (r"[;|\n•·]", r"\s/\s", r",(?!\d)|(?<!\d),"):
        parts = [part.strip(" \t-–*\"'") for part in re.split(pattern, cell)]
        parts = [part for part in parts if part]
        # A comma also occurs within sentences: parts that long are none of a list.
        if len(parts) > 1 and ("," not in pattern or max(map(len, parts)) <= 60):
            return tuple(dict.fromkeys(parts))
    return tuple(part for part in [cell.strip(' \t;"')] if part)
