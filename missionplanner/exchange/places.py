"""Provinces and states of Canada and Mexico under the names and abbreviations people type."""

import re
from functools import lru_cache

from missionplanner.domain.spelling import fold, words
from missionplanner.i18n import country_codes, country_name

_SHORT = {
    "CA": {
        "Alberta": "ab alta", "British Columbia": "bc cb", "Manitoba": "mb man", "New Brunswick": "nb",
        "Newfoundland and Labrador": "nl nfld tnl", "Nova Scotia": "ns ne", "Ontario": "on ont", "Prince Edward Island": "pe pei ipe",
        "Quebec": "qc pq que", "Saskatchewan": "sk sask", "Northwest Territories": "nt nwt tno", "Nunavut": "nu", "Yukon": "yt yk",
    },
    "MX": {
        "Aguascalientes": "ags agu", "Baja California": "bc bcn", "Baja California Sur": "bcs", "Campeche": "camp cam",
        "Chiapas": "chis chp", "Chihuahua": "chih chh", "Ciudad de México": "cdmx cmx df", "Coahuila": "coah coa",
        "Colima": "col", "Durango": "dgo dur", "Guanajuato": "gto gua", "Guerrero": "gro", "Hidalgo": "hgo hid",
        "Jalisco": "jal", "Estado de México": "mex edomex", "Michoacán": "mich mic", "Morelos": "mor", "Nayarit": "nay",
        "Nuevo León": "nl nle", "Oaxaca": "oax", "Puebla": "pue", "Querétaro": "qro", "Quintana Roo": "qroo roo",
        "San Luis Potosí": "slp", "Sinaloa": "sin", "Sonora": "son", "Tabasco": "tab", "Tamaulipas": "tamps tam",
        "Tlaxcala": "tlax tla", "Veracruz": "ver", "Yucatán": "yuc", "Zacatecas": "zac",
    },
}  # fmt: skip
_LONG = {
    "CA": {
        "british columbia": ("colombie britannique", "columbia britanica", "c b", "b c"),
        "new brunswick": ("nouveau brunswick", "nuevo brunswick", "n b"),
        "newfoundland and labrador": ("newfoundland", "terre neuve et labrador", "terre neuve", "terranova y labrador"),
        "nova scotia": ("nouvelle ecosse", "nueva escocia", "n s"),
        "prince edward island": ("ile du prince edouard", "isla del principe eduardo", "p e i"),
        "northwest territories": ("territoires du nord ouest", "territorios del noroeste"),
        "quebec": ("province de quebec",),
    },
    "MX": {
        "ciudad de mexico": ("distrito federal", "mexico city", "ville de mexico", "d f", "cd de mexico"),
        "estado de mexico": ("edo mex", "edo de mexico", "state of mexico", "etat de mexico"),
        "coahuila": ("coahuila de zaragoza",), "michoacan": ("michoacan de ocampo",),
        "nuevo leon": ("n l", "nvo leon"), "queretaro": ("queretaro de arteaga",), "quintana roo": ("q roo",),
        "veracruz": ("veracruz de ignacio de la llave",), "baja california": ("baja california norte",),
    },
}  # fmt: skip
_OTHER_COUNTRIES = {
    "usa": "US", "united states of america": "US", "etats unis d amerique": "US", "eeuu": "US", "ee uu": "US",
    "can": "CA", "mex": "MX", "uk": "GB", "great britain": "GB", "england": "GB", "mejico": "MX",
}  # fmt: skip
_OWN_NAMES = {
    "deutschland": "DE", "osterreich": "AT", "schweiz": "CH", "svizzera": "CH", "nederland": "NL", "holland": "NL", "the netherlands": "NL",
    "belgie": "BE", "italia": "IT", "brasil": "BR", "polska": "PL", "cesko": "CZ", "ceska republika": "CZ", "slovensko": "SK",
    "magyarorszag": "HU", "romania": "RO", "hrvatska": "HR", "slovenija": "SI", "srbija": "RS", "danmark": "DK", "norge": "NO",
    "sverige": "SE", "suomi": "FI", "island": "IS", "eesti": "EE", "latvija": "LV", "lietuva": "LT", "eire": "IE", "turkiye": "TR",
    "hellas": "GR", "ellada": "GR", "shqiperia": "AL", "viet nam": "VN", "indonesia": "ID", "filipinas": "PH", "pilipinas": "PH",
    "nippon": "JP", "nihon": "JP", "zhongguo": "CN", "al maghrib": "MA", "misr": "EG", "bharat": "IN", "kenia": "KE", "uae": "AE",
}  # fmt: skip
"""The names people have for their own countries, beside those in the three languages."""


def _build(code: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, short in _SHORT[code].items():
        key = words(name)
        for spelling in (key, *_LONG[code].get(key, ()), *short.split()):
            found.setdefault(spelling, name)
    return found


_SPELLINGS = {code: _build(code) for code in _SHORT}
_COUNTRIES = {words(name): code for name, code in country_codes().items()}
_COUNTRIES = _OWN_NAMES | _COUNTRIES | _OTHER_COUNTRIES


def place_words() -> frozenset[str]:
    """The words of the names of countries, provinces and states, without abbreviations."""
    names = (*_COUNTRIES, *(name for spellings in _SPELLINGS.values() for name in spellings))
    return frozenset(word for name in names for word in name.split() if len(word) > _ABBREVIATION)


_ABBREVIATION = 3
"""Characters up to which a name is an abbreviation."""


@lru_cache(maxsize=4096)
def country_code(text: str) -> str:
    """The ISO code of a country named in English, French or Spanish; empty when it is none."""
    return _COUNTRIES.get(words(text), "")


def country(text: str) -> str:
    """The English name of a country however it is written; the text as it is when it is none."""
    code = country_code(text)
    return country_name(code) if code else text


@lru_cache(maxsize=4096)
def region(text: str, country_name_: str) -> tuple[str, str]:
    """The full name of a province or state and its country's name; the text as it is when neither is known.

    The country decides between provinces of one abbreviation (BC, NL); without one Canada and Mexico are tried.
    """
    return _known_region(text, country_name_) or (text, country_name_)


def is_place(text: str) -> bool:
    """Whether a text is a country, a province or a state, and nothing else."""
    plain = words(text)
    return bool(country_code(text)) or any(plain in known for known in _SPELLINGS.values())


def _known_region(text: str, country_name_: str) -> tuple[str, str] | None:
    code = country_code(country_name_)
    for part in (text, *re.split(r"[/(),]|\s[-–]\s", text)):
        for candidate in (code,) if code else ("CA", "MX"):
            known = _SPELLINGS.get(candidate, {})
            found = known.get(words(part)) or known.get(words(part).replace(" ", ""))
            if found:
                return found, country_name(candidate)
    return None


@lru_cache(maxsize=4096)
def city(text: str, country_name_: str) -> tuple[str, str, str]:
    """A city with capitals as they are written, and the region and country that stand behind it ("Montréal (QC), Canada")."""
    text = _CODE_BEHIND.sub(_with_comma, text)
    parts = [part.strip() for part in re.split(r"[,()/]|\s[-–—]\s", text) if part.strip()]
    found_region = found_country = ""
    while len(parts) > 1:
        country_named = country_code(parts[-1]) if len(parts[-1]) > 2 else ""
        known = _known_region(parts[-1], found_country or country_name_) or _known_region(parts[-1], "")
        if known and not found_region:
            found_region, of_country = known
            found_country = found_country or of_country
        elif country_named and not found_country:
            found_country = country_name(country_named)
        else:
            break
        parts.pop()
    # What stands behind is part of the name where it is no region: "Toronto, Scarborough".
    name = text if not (found_region or found_country) else ", ".join(parts)
    return _with_capitals(name), found_region, found_country if found_country != country_name_ else ""


_CODE_BEHIND = re.compile(r"(?<=[^\W\d_]{3})\s+([A-Z]{2,4})$")


def _with_comma(found: re.Match[str]) -> str:
    """The code of a province behind a city, with a comma before it: "Toronto ON"; anything else as it is."""
    code = words(found.group(1))
    is_region = any(len(code) < 4 and code in known for known in _SPELLINGS.values())
    return f", {found.group(1)}" if is_region else found.group()


def postal_code(text: str, country: str) -> str:
    """A postal code as it was before a spreadsheet took it for a number: 6600.0 is 06600 in Mexico; country: the ISO code."""
    plain = re.sub(r"^C\.?\s?P\.?\s*(?=\d)", "", re.sub(r'^=?"([^"]*)"$', r"\1", text.removeprefix("'")))
    plain = re.sub(r"^(\d+)\.0+$", r"\1", plain)
    if not plain.isdigit():
        return plain
    return plain.zfill(5) if country in ("MX", "US", "FR", "ES", "DE", "IT") and 3 <= len(plain) < 5 else plain


_SMALL = frozenset(
    [
        "de",
        "del",
        "la",
        "las",
        "los",
        "du",
        "des",
        "et",
        "y",
        "of",
        "sur",
        "sous",
        "en",
        "aux",
        "au",
        "le",
        "les",
        "the",
        "and",
        "von",
        "der",
        "e",
        "do",
        "da",
        "dos",
        "lez",
    ]
)
_SHOUTED = frozenset(
    [
        "cdmx",
        "df",
        "gdl",
        "mty",
        "slp",
        "nl",
        "bc",
        "qc",
        "on",
        "nb",
        "ns",
        "pei",
        "nwt",
        "usa",
        "uk",
        "ii",
        "iii",
        "iv",
        "mx",
    ]
)
_ELIDED = re.compile(r"^([dl]|o|mc)['’](?=\w)", re.IGNORECASE)


def _with_capitals(text: str) -> str:
    """A name that was typed all in capitals or small letters as it is written: Val-d'Or, L'Assomption, San Luis Potosí."""
    if not text or (text != text.upper() and text != text.lower()) or words(text) in _SHOUTED or len(text) < 4:
        return text.upper() if words(text) in _SHOUTED else text
    found = [_word(word, first=place == 0) for place, word in enumerate(text.lower().split(" "))]
    return " ".join(found)


def _word(word: str, first: bool) -> str:
    parts = word.split("-")
    return "-".join(_part(part, first and place == 0, is_whole=len(parts) == 1) for place, part in enumerate(parts))


def _part(part: str, first: bool, is_whole: bool) -> str:
    plain = fold(part).strip(".,()")
    if (plain in _SMALL or (plain == "on" and not is_whole)) and not first:
        return part
    if (plain in _SHOUTED and is_whole) or re.fullmatch(r"(\w\.)+", part):
        return part.upper()
    if elided := _ELIDED.match(part):
        head, tail = elided.group(), part[elided.end() :]
        # "d'Or" and "l'Île" within a name; "L'Assomption" and "D'Autray" begin one, "O'Leary" is a family name.
        small = head[0] in "dl" and not first
        return (head if small else head.capitalize()) + tail[:1].upper() + tail[1:]
    start = len(part) - len(part.lstrip("("))
    return part[:start] + part[start : start + 1].upper() + part[start + 1 :]
