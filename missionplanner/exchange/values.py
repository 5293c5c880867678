"""Cells to values: e-mail, phone, web address, numbers, dates, yes and no, and lists in one cell."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from missionplanner.domain.spelling import fold, tidy, words
from missionplanner.i18n import month_numbers

_NOTHING = {"", "n a", "na", "so", "none", "nil", "tbd", "tba", "tbc", "to be determined", "to be confirmed", "a determiner",
            "a confirmer", "por definir", "por confirmar", "nan", "null", "aucun", "aucune", "ninguno", "ninguna",
            "no aplica", "sans objet", "s o", "n d", "nd", "xxx", "unknown", "inconnu", "desconocido", "not applicable", "non applicable", "neant", "a venir", "pendiente", "idem"}  # fmt: skip
_FIRST_OF_NOTHING = {word[0] for word in _NOTHING if word}
_YES = {"yes", "y", "true", "1", "oui", "o", "vrai", "si", "s", "verdadero", "x", "checked", "on", "agree", "i agree", "acepto",
        "j accepte", "i consent", "ja", "selected", "selectionne", "seleccionado"}  # fmt: skip
_TICKS = set("✓✔☑●■✗✘")
_NO = {"no", "n", "false", "0", "non", "faux", "falso", "off", "unchecked", "disagree"}
_EXTENSION = re.compile(
    r"(?i)\s*[,;(]?\s*\b(ext(ension|ensión)?|poste|interno|int|anexo|p|x)\s*[.:#]?\s*(\d{1,6})\s*\)?\s*$"
)
_KIND_OF_PHONE = re.compile(
    r"(?i)[\s,;(\[-]+(cell(ulaire|ular)?|cel|mobile|m[oó]vil|office|bureau|bur|direct[oe]?|main|oficina|whatsapp|work|home|tel)\.?\s*[)\]]?\s*$"
)
_WEB = re.compile(r"(?i)^https?://[^\s/@]+\.[^\s/@.]{2,}(:\d+)?([/?#]\S*)?$")
_RANGE = re.compile(r"^\D*(\d[\d\s.,  ]*\d|\d)\s*(?:-|–|—|to|à|a|et)\s*(\d[\d\s.,  ]*\d|\d)")


def text(cell: str) -> str:
    """The cell with clean blanks; empty for "n/a", "tbd" and the like."""
    return _short_text(cell) if len(cell) < 100 else tidy(cell)


@lru_cache(maxsize=20_000)
def _short_text(cell: str) -> str:
    """The answer in a short cell, kept because forms offer the same words again and again."""
    value = tidy(cell)
    return "" if is_nothing(value) else value


def is_nothing(value: str) -> bool:
    """Whether a cell is filled in only to fill it in; a lone dash counts."""
    if len(value) > 23:
        return False
    # Asked of every cell: most are done with after their first letter.
    first = value[:1].lower()
    if first.isalpha() and first.isascii() and first not in _FIRST_OF_NOTHING:
        return False
    return words(value) in _NOTHING if any(c.isalnum() for c in value) else True


_PLAIN_EMAIL = re.compile(r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9.-]+)")


@lru_cache(maxsize=4096)
def _domain(name: str) -> str | None:
    """A domain in its normal form, or None when there can be no address in it."""
    try:
        return str(validate_email(f"a@{name}", check_deliverability=False).domain)
    except EmailNotValidError:
        return None


def email(cell: str) -> str | None:
    """The first e-mail address of a cell in its normal form, or None when there is no valid one."""
    plain = cell.strip()
    # Nearly all addresses are plain, and then only the domain, which few differ in, needs the slow check.
    if len(plain) < 64 and (found := _PLAIN_EMAIL.fullmatch(plain)) and (domain := _domain(found.group(2))):
        return f"{plain.partition('@')[0]}@{domain}"
    for part in re.split(r"[;,\s]+", cell.strip().removeprefix("mailto:")):
        candidate = part.strip("<>()[]\"'")
        if "@" in candidate:
            try:
                return str(validate_email(candidate, check_deliverability=False).normalized)
            except EmailNotValidError:
                continue
    return None


_NORTH_AMERICAN = re.compile(r"(?:\+?1[\s.-]*)?\(?([2-9]\d\d)\)?[\s.-]*(\d{3})[\s.-]*(\d{4})")
_MEXICAN = re.compile(r"\+52[\s.-]*\(?([1-9]\d)\)?((?:[\s.-]*\d){8})")


def _ordinary(cell: str, country: str) -> str:
    """A number written in the commonest ways, as E.164; empty when it needs a closer look."""
    if country in ("CA", "US") and (found := _NORTH_AMERICAN.fullmatch(cell)):
        return f"+1{''.join(found.groups())}"
    if found := _MEXICAN.fullmatch(cell):
        return f"+52{found.group(1)}{''.join(c for c in found.group(2) if c.isdigit())}"
    return ""


@lru_cache(maxsize=4096)
def phone(cell: str, country: str) -> str | None:
    """The number as E.164, its extension after " ext. "; None when it cannot be one.

    country: the ISO code that numbers without a country code are taken to be of.
    """
    if ordinary := _ordinary(cell.strip(), country):
        return ordinary
    # The first of several numbers, without the ".0" of a number that was a float.
    cell = re.split(r"\s(?:/|or|ou|o)\s|\s*/\s*(?=\+|\()", cell.removesuffix(".0"))[0]
    cell = _KIND_OF_PHONE.sub("", cell)
    found = _EXTENSION.search(cell)
    extension = found.group(3) if found else ""
    number = cell[: found.start()] if found else cell
    # Older Mexican numbers: +52 1 for mobiles, and 044, 045 or 01 before those of the country.
    if country == "MX" or re.match(r"\s*(\+|00)?52", number):
        number = re.sub(r"^\s*((\+|00)?52)[\s.-]*1[\s.-]*(?=(\D*\d){10}\D*$)", r"+52 ", number)
        number = re.sub(r"^\s*\(?(044|045|01)\)?[\s.-]*(?=(\D*\d){10}\D*$)", "", number)
    candidates = [number]
    if number.strip().startswith("00"):
        candidates.append("+" + number.strip()[2:])
    elif not number.strip().startswith("+") and not any(c.isalpha() for c in number):
        # Spreadsheets drop the plus of what they take for a number.
        candidates.append("+" + number)
    for candidate in candidates:
        parsed = _parsed(candidate, country, strictly=candidate is not number)
        if parsed is not None:
            plain = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
            extension = extension or parsed.extension or ""
            return f"{plain} ext. {extension}" if extension else str(plain)
    return None


def _parsed(candidate: str, country: str, strictly: bool) -> phonenumbers.PhoneNumber | None:
    """A number that can be one; strictly: whose area code exists, for a plus was put before it."""
    try:
        parsed = phonenumbers.parse(candidate, country or None)
    except phonenumbers.NumberParseException:
        return None
    possible = phonenumbers.is_possible_number_with_reason(parsed) == phonenumbers.ValidationResult.IS_POSSIBLE
    return parsed if possible and (not strictly or phonenumbers.is_valid_number(parsed)) else None


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


@lru_cache(maxsize=4096)
def integer(cell: str) -> int | None:
    """A whole number as people write it ("1 200", "1,200", "60 employees", "10-49": the lower end); None if none."""
    if re.match(r"\d{4}-\d\d-\d\d", cell):
        return None  # a range such as 1-10 that a spreadsheet took for a date
    # The lower end of a range.
    if found := _RANGE.match(cell):
        cell = found.group(1)
    digits = re.search(r"\d[\d\s.,'  ]*", cell)
    if not digits:
        return None
    # A dot before three digits separates thousands.
    plain = re.sub(r"[\s,'  ]|[.](?=\d{3}\b)", "", digits.group())
    try:
        number = int(float(plain.rstrip(".")))
    except ValueError:
        return None
    return number if number < 10_000_000 else None


@lru_cache(maxsize=4096)
def yes_or_no(cell: str) -> bool | None:
    """True or False for the words of the three languages, None for anything else; a sentence counts by its first word."""
    if cell.strip() in _TICKS:
        return True
    folded = words(cell)
    first = folded.split(" ", 1)[0] if folded else ""
    for candidate in (folded, first):
        if candidate in _YES:
            return True
        if candidate in _NO:
            return False
    return None


@lru_cache(maxsize=4096)
def moment(cell: str, day_first: bool) -> datetime | None:
    """A date, with or without time, as spreadsheets and forms write it; taken as UTC where it names no zone."""
    cell = cell.strip()
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        return _written_date(cell, day_first)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def day_comes_first(cells: list[str], otherwise: bool) -> bool:
    """Whether dates such as 03/11/2025 have the day first, by those of the column that leave no doubt."""
    for cell in cells:
        if found := re.match(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}", cell):
            first, second = int(found.group(1)), int(found.group(2))
            # The first date with a number no month has decides for the whole column.
            if first > 12 or second > 12:
                return first > 12
    return otherwise


@lru_cache(maxsize=4096)
def split(cell: str) -> tuple[str, ...]:
    """The entries of a list written into one cell: separated by semicolons, bars or line breaks, else by slashes or commas.

    A whole sentence stays one entry.
    """
    cell = cell.strip().strip("[]")
    for pattern in (r"[;|\n•·]", r"\s/\s", r","):
        parts = [part.strip(" \t-–*\"'") for part in re.split(pattern, cell)]
        parts = [part for part in parts if part]
        # A comma also occurs within sentences: parts that long are none of a list.
        if len(parts) > 1 and (pattern != r"," or max(map(len, parts)) <= 60):
            return tuple(dict.fromkeys(parts))
    return tuple(part for part in [cell.strip(' \t;"')] if part)


def languages(cell: str) -> str:
    """Languages named in a cell as codes separated by commas, in their order."""
    found = [code for word in words(cell).split() if (code := _LANGUAGE.get(word))]
    return ",".join(dict.fromkeys(found))


_LANGUAGE = {
    fold(name): code
    for code, names in {
        "en": "en english anglais ingles eng ang ing", "fr": "fr french francais frances fra fre",
        "es": "es spanish espagnol espanol castellano spa esp", "pt": "pt portuguese portugais portugues",
        "de": "de german allemand aleman deutsch", "zh": "zh chinese chinois chino mandarin",
        "ar": "ar arabic arabe", "it": "it italian italien italiano", "ja": "ja japanese japonais japones",
        "ko": "ko korean coreen coreano", "hi": "hi hindi", "pa": "pa punjabi",
    }.items()
    for name in names.split()
}  # fmt: skip


_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})(?::(\d{2}))?\s*([ap])?\.?\s?(?:m\b)?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)??(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]+(?:de\s+)?([^\W\d]{3,10})\.?,?[\s-]+(?:de\s+|del\s+)?(\d{4}|\d{2})(?!\d)"
)
_AMERICAN = re.compile(r"(?:[^\W\d]+,\s+)?([^\W\d]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_SERIAL = re.compile(r"[345]\d{4}(?:\.\d+)?")


def _written_date(cell: str, day_first: bool) -> datetime | None:
    """A date as people and forms write it: in figures, with the month in words, or as a spreadsheet counts days."""
    if _SERIAL.fullmatch(cell):
        # Excel counts days from here, as it takes 1900 for a leap year.
        return datetime(1899, 12, 30, tzinfo=UTC) + timedelta(days=float(cell))
    for pattern, order in (
        (_YEAR_FIRST, (0, 1, 2)),
        (_YEAR_LAST, (2, 1, 0) if day_first else (2, 0, 1)),
        (_NAMED, (2, 1, 0)),
        (_AMERICAN, (2, 0, 1)),
    ):
        if found := pattern.match(cell):
            year, month, day = (found.groups()[place] for place in order)
            return _moment((year, month, day), cell[found.end() :])
    return None


def _moment(parts: tuple[str, str, str], rest: str) -> datetime | None:
    """Year, month (figures or words) and day, with the time of day that follows; None when there is no such day."""
    year, month, day = parts
    number = int(month) if month.isdigit() else month_numbers().get(fold(month), 0)
    clock = _CLOCK.search(rest)
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3]) if clock else (0, 0, 0)
    if clock and clock.group(4):
        # 12 a.m. is midnight and 12 p.m. noon.
        hour = hour % 12 + (12 if clock.group(4).lower() == "p" else 0)
    try:
        return datetime(int(year) + (2000 if len(year) == 2 else 0), number, int(day), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
