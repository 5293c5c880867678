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
        "ciudad de mexico": ("distrito federal", "mexico city", "d f", "cd de mexico"),
        "estado de mexico": ("edo mex", "edo de mexico", "state of mexico"),
        "coahuila": ("coahuila de zaragoza",), "michoacan": ("michoacan de ocampo",),
        "nuevo leon": ("n l", "nvo leon"), "queretaro": ("queretaro de arteaga",), "quintana roo": ("q roo",),
        "veracruz": ("veracruz de ignacio de la llave",), "baja california": ("baja california norte",),
    },
}  # fmt: skip
_OTHER_COUNTRIES = {
    "usa": "US", "united states of america": "US", "etats unis d amerique": "US", "eeuu": "US", "ee uu": "US",
    "can": "CA", "mex": "MX", "uk": "GB", "great britain": "GB", "england": "GB", "mejico": "MX",
}  # fmt: skip


def _build(code: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, short in _SHORT[code].items():
        key = words(name)
        for spelling in (key, *_LONG[code].get(key, ()), *short.split()):
            found.setdefault(spelling, name)
    return found


_SPELLINGS = {code: _build(code) for code in _SHORT}
_COUNTRIES = {words(name): code for name, code in country_codes().items()} | _OTHER_COUNTRIES


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
    code = country_code(country_name_)
    for part in (text, *re.split(r"[/(),]|\s[-–]\s", text)):
        for candidate in (code,) if code else ("CA", "MX"):
            known = _SPELLINGS.get(candidate, {})
            found = known.get(words(part)) or known.get(words(part).replace(" ", ""))
            if found:
                return found, country_name(candidate)
    return text, country_name_


def city(text: str) -> str:
    """A city with capitals where it was typed all in capitals or small letters."""
    if text and (text == text.upper() or text == text.lower()) and len(text) > 3:
        return " ".join(_capital(word) for word in text.lower().split(" "))
    return text


def _capital(word: str) -> str:
    if fold(word) in ("de", "del", "la", "las", "los", "du", "des", "et", "y", "of", "sur"):
        return word
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
