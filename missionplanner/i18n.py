"""Texts, dates, numbers and sorting in English, French and Spanish: one translator per language."""

import gettext
import hashlib
import os
import re
import struct
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale, dates, numbers
from babel.languages import get_official_languages

from missionplanner.paths import cache_folder, resources

LANGUAGES = ("en", "fr", "es")
LOCALES = {"en": "en_CA", "fr": "fr_CA", "es": "es_MX"}
_WEEKDAYS = {"en": "EEEE, MMMM d", "fr": "EEEE d MMMM", "es": "EEEE d 'de' MMMM"}
"""Days with their weekday in whole words, for which CLDR has abbreviations in French."""
_FIRST = re.compile(r"\b1(?=\s[^\W\d])")
"""The first day of a month before the name of the month."""
OWN_NAMES = {"en": "English", "fr": "Français", "es": "Español"}

_UNSURE = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
UNDIVIDED = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
"""Letters that Unicode does not part into a plain one and a sign."""
_UNDIVIDED = str.maketrans(UNDIVIDED)
_GROUPED_FROM = 10_000
_LETTER_COUNTRIES = {"CA", "US", "MX"}
_VERSIONS = 4
"""Compiled texts of a language that are kept: several versions of the program may be there."""
_current = "en"
Day = date


class Translator:
    """The texts of one language; call it with the English text.

    Its other methods write dates, times and numbers as en-CA, fr-CA or es-MX readers expect them.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self.locale = Locale.parse(LOCALES[self.language])
        self._texts = _catalogue(self.language)

    def __call__(self, text: str) -> str:
        return self._texts.gettext(text) if text else ""

    def count(self, one: str, many: str, n: int) -> str:
        """Return the plural form for `n` with `{n}` filled in."""
        return self.plural(one, many, n).format(n=self.number(n))

    def plural(self, one: str, many: str, n: int) -> str:
        """Return the plural form for `n`, with what is in braces."""
        return self._texts.ngettext(one, many, n)

    def date(self, day: Day, style: str = "long") -> str:
        """Return a date; the style is one of CLDR (full, long, medium, short) or a skeleton such as MMMEd."""
        if style in ("full", "long", "medium", "short"):
            return self._ordinal(day, str(dates.format_date(day, style, locale=self.locale)))
        return self._ordinal(day, str(dates.format_skeleton(style, day, locale=self.locale)))

    def day(self, day: Day) -> str:
        """Return a day of the mission for a sentence (February 16)."""
        return _day_in_words(self.language, day)

    def weekday(self, day: Day) -> str:
        """Return a day of the mission with its weekday, in whole words (Monday, February 16)."""
        return self._ordinal(day, str(dates.format_date(day, _WEEKDAYS[self.language], locale=self.locale)))

    def _ordinal(self, day: Day, text: str) -> str:
        """Return a written day as French says the first of a month (1er avril), for which CLDR has no pattern."""
        return _FIRST.sub(self._number(day), text) if day.day == 1 else text

    def _number(self, day: Day) -> str:
        return "1er" if self.language == "fr" and day.day == 1 else str(day.day)

    def time(self, moment: datetime) -> str:
        """Return the time of day on the 24-hour clock, as printed timetables have it."""
        return moment.strftime("%H:%M")

    def stamp(self, moment: datetime) -> str:
        """Return when something was recorded, for a list (Feb 16, 2026 09:00)."""
        return f"{self.date(moment.date(), 'medium')} {self.time(moment)}"

    def short_day(self, day: Day) -> str:
        """Return a day of the mission for a list (Mon, Feb 16)."""
        return self.date(day, "MMMEd")

    def short_moment(self, moment: datetime) -> str:
        """Return a day and time of the mission for a list (Mon, Feb 16, 09:00)."""
        return f"{self.short_day(moment.date())}, {self.time(moment)}"

    def times(self, starts: datetime, ends: datetime) -> str:
        """Return two times (09:00–09:20), with the days to the second where it is on another (23:30–00:20 +1)."""
        later = (ends.date() - starts.date()).days
        return f"{self.time(starts)}–{self.time(ends)}" + (f" +{later}" if later > 0 else "")

    def moment(self, moment: datetime) -> str:
        """Return a day and time of the mission for a sentence (February 16 at 09:00)."""
        return self(N_("{day} at {time}")).format(day=self.day(moment.date()), time=self.time(moment))

    def span(self, starts: datetime, ends: datetime) -> str:
        """Return from when to when (February 16, 09:00–10:00, or February 16 at 09:00 – February 17 at 10:00)."""
        if starts.date() == ends.date():
            return f"{self.day(starts.date())}, {self.times(starts, ends)}"
        return f"{self.moment(starts)} – {self.moment(ends)}"

    def sort_key(self, text: str) -> tuple[str, str]:
        """Return the key lists are sorted by: accents and case decide last, a Spanish ñ comes after every n."""
        small = unicodedata.normalize("NFC", text.casefold()).translate(_UNDIVIDED)
        if self.language == "es":
            small = small.replace("ñ", "n\uffff")
        plain = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
        return " ".join("".join(c if c.isalnum() or c == "\uffff" else " " for c in plain).split()), text

    def number(self, value: float) -> str:
        """Return a number with the separators of the language."""
        return str(numbers.format_decimal(value, locale=self.locale))

    def exact(self, value: Decimal) -> str:
        """Return a number with all of its figures; thousands are separated from five figures on."""
        return self._figures(value, abs(value) >= _GROUPED_FROM)

    def money(self, value: Decimal, currency: str) -> str:
        """Return a sum of money with all of its figures, in thousands, and its currency where it says one."""
        return f"{self._figures(value, True)} {currency}".strip()

    def _figures(self, value: Decimal, is_grouped: bool) -> str:
        figures = -int(value.as_tuple().exponent)
        pattern = ("#,##0" if is_grouped else "0") + ("." + "0" * figures if figures > 0 else "")
        return str(numbers.format_decimal(value, format=pattern, locale=self.locale))

    def month(self, day: Day) -> str:
        """Return the month of a day (October)."""
        return str(dates.format_date(day, "LLLL", locale=self.locale))

    def zone_city(self, zone: str) -> str:
        """Return the city a time zone is called after."""
        known = self.locale.time_zones.get(zone, {}).get("city")
        return str(known or zone.rpartition("/")[2].replace("_", " "))

    def parse_number(self, text: str) -> float:
        """Return a number as the language writes it, or with a point.

        Raises ValueError for anything else, and for 25.000 or 25,000 where that may be a fraction or thousands.
        """
        plain = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
        if _UNSURE.fullmatch(plain) and plain[-4] != numbers.get_group_symbol(self.locale):
            raise ValueError(text)
        try:
            return float(plain)
        except ValueError:
            return float(numbers.parse_decimal(plain, locale=self.locale, strict=True))

    def day_range(self, first: Day, last: Day) -> str:
        """Return two dates as one phrase (February 15–20, 2026)."""
        if (first.year, first.month) != (last.year, last.month):
            return f"{self.date(first)} – {self.date(last)}"
        days = str(last.day) if first == last else f"{self._number(first)}–{last.day}"
        return re.sub(rf"\b{last.day}\b", days, self.date(last), count=1)

    def from_to(self, first: Day, last: Day) -> str:
        """Return two dates in words, as French and Spanish say them (du 15 au 20 février 2026)."""
        pattern = {"fr": "du {first} au {last}", "es": "del {first} al {last}"}.get(self.language)
        if pattern is None or first == last:
            return self.day_range(first, last)
        if first.year != last.year:
            begin = self.date(first)
        elif first.month != last.month:
            begin = self.day(first)
        else:
            begin = self._number(first)
        return pattern.format(first=begin, last=self.date(last))


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    source = resources() / "locale" / language / "LC_MESSAGES" / "missionplanner.po"
    if not source.exists():
        return gettext.NullTranslations()
    texts = source.read_bytes()
    # Half a second of every start: compiled texts are kept until the translations are others.
    kept = cache_folder() / f"{language}-{hashlib.blake2s(texts, digest_size=8).hexdigest()}.mo"
    try:
        return gettext.GNUTranslations(BytesIO(kept.read_bytes()))
    except (OSError, ValueError, struct.error):  # not there yet, or damaged
        compiled = _compiled(texts, language)
        _keep(kept, compiled)
        return gettext.GNUTranslations(BytesIO(compiled))


def _compiled(texts: bytes, language: str) -> bytes:
    """Return translations as gettext reads them."""
    from babel.messages.mofile import write_mo  # slow import
    from babel.messages.pofile import read_po  # slow import

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(texts), locale=language))
    return compiled.getvalue()


def _keep(path: Path, content: bytes) -> None:
    """Keep a file beside the last ones of its language, where this computer lets us."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        partial.write_bytes(content)
        partial.replace(path)
        there = sorted(path.parent.glob(f"{path.name.split('-')[0]}-*.mo"), key=lambda one: one.stat().st_mtime)
        for earlier in there[:-_VERSIONS]:
            earlier.unlink()


@lru_cache(maxsize=1024)
def _day_in_words(language: str, day: Day) -> str:
    """Return the month and day; cached, since the rules write them for every place a meeting could be dragged to."""
    return translator(language).date(day, "MMMMd")


@lru_cache
def translator(language: str) -> Translator:
    """Return the translator of a language (en, fr or es; anything else gives English)."""
    return Translator(language)


def use(language: str) -> None:
    """Make a language that of the screen and the command line."""
    global _current
    _current = language if language in LANGUAGES else "en"


def current() -> Translator:
    """Return the translator of the language of the screen."""
    return translator(_current)


def _(text: str) -> str:
    """Return the text in the language of the screen."""
    return current()(text)


def count(one: str, many: str, n: int) -> str:
    """Return the plural form for `n` in the language of the screen, with `{n}` filled in."""
    return current().count(one, many, n)


def N_(text: str) -> str:
    """Mark a text for translation that is translated later, when it is shown."""
    return text


Text = Callable[[str], str]


@lru_cache
def country_codes() -> dict[str, str]:
    """Return the ISO codes of countries (two letters) by their names and codes in lower case, in three languages."""
    found: dict[str, str] = {}
    for language in reversed(LANGUAGES):
        for code, name in Locale.parse(LOCALES[language]).territories.items():
            if len(code) == 2 and code.isalpha():
                found[name.casefold()] = code
                found[code.casefold()] = code
    return found


@lru_cache
def country_names(languages: tuple[str, ...] = LANGUAGES) -> tuple[str, ...]:
    """Return the names of all countries in these languages, in order."""
    codes = set(country_codes().values())
    # Only the names are asked for: the texts of a language take a tenth of a second to load.
    territories = [Locale.parse(LOCALES[language]).territories for language in languages]
    return tuple(sorted({names[code] for names in territories for code in codes if names.get(code)}))


def country_name(code: str, language: str = "en") -> str:
    """Return the name of the country with this ISO code."""
    return str(translator(language).locale.territories.get(code, code))


def language_name(code: str) -> str:
    """Return the name of a language: its own for one of the three, else in the language of the screen."""
    return OWN_NAMES.get(code) or str(current().locale.languages.get(code, code))


@lru_cache
def language_codes() -> dict[str, str]:
    """Return the codes of languages (two letters) by their names of one word, folded, in three languages."""
    found: dict[str, str] = {}
    for language in reversed(LANGUAGES):
        for code, name in Locale.parse(LOCALES[language]).languages.items():
            if len(code) == 2 and name.isalpha():
                plain = unicodedata.normalize("NFKD", name.casefold())
                found["".join(c for c in plain if not unicodedata.combining(c))] = code
    return found


def is_currency(code: str) -> bool:
    """Whether this is the code of a currency (ISO 4217, upper case)."""
    return code in numbers.list_currencies()


@lru_cache
def currencies(countries: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the codes of all currencies in use, those of these countries (by any of their names) first."""
    today = date.today()  # noqa: DTZ011
    codes = [country_codes().get(country.casefold(), "") for country in countries]
    first = [one for code in codes if code for one in numbers.get_territory_currencies(code, today, today)]
    others = sorted(
        {one for code in set(country_codes().values()) for one in numbers.get_territory_currencies(code, today, today)}
    )
    return tuple(dict.fromkeys((*first, *others)))


def currency_of_country(country: str) -> str:
    """Return the currency a country (by any of its names) pays in; empty where it is none that is known."""
    return currencies((country,))[0] if country_codes().get(country.casefold()) else ""


def is_language(code: str) -> bool:
    """Whether this is the code of a language (ISO 639, lower case)."""
    return code in translator("en").locale.languages


def language_of_country(country: str) -> str:
    """Return which of the three languages a country (by any of its names) speaks; empty where it is none or two."""
    code = country_codes().get(country.casefold(), "")
    found = (
        [language for language in get_official_languages(code, de_facto=True) if language in LANGUAGES] if code else []
    )
    return found[0] if len(found) == 1 else ""


def uses_letter_paper(country: str) -> bool:
    """Whether people of the country (by its name in any of the three languages) print on Letter rather than A4."""
    return country_codes().get(country.casefold(), "") in _LETTER_COUNTRIES


@lru_cache
def month_numbers() -> dict[str, int]:
    """Return the numbers of months (1-12) by their names and abbreviations in the three languages.

    The names are in lower case, without accents and final dots.
    """
    return _calendar_names(dates.get_month_names, ("wide", "abbreviated"))


@lru_cache
def weekday_numbers() -> dict[str, int]:
    """Return the numbers of weekdays (0 for Monday) by their names and abbreviations, written as those of months."""
    return _calendar_names(dates.get_day_names, ("wide", "abbreviated"))


def _calendar_names(names: Callable[..., Mapping[int, str]], widths: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for width in widths:
            for number, name in names(width, "format", LOCALES[language]).items():
                plain = unicodedata.normalize("NFKD", name.casefold().rstrip("."))
                found["".join(c for c in plain if not unicodedata.combining(c))] = number
    return found
