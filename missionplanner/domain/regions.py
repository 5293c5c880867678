"""Provinces, states and countries in the language of who reads them; they are stored in English, states in Spanish."""

from missionplanner.i18n import country_codes, country_name

_NAMES = {
    "British Columbia": ("Colombie-Britannique", "Columbia Británica"),
    "New Brunswick": ("Nouveau-Brunswick", "Nuevo Brunswick"),
    "Newfoundland and Labrador": ("Terre-Neuve-et-Labrador", "Terranova y Labrador"),
    "Nova Scotia": ("Nouvelle-Écosse", "Nueva Escocia"),
    "Prince Edward Island": ("Île-du-Prince-Édouard", "Isla del Príncipe Eduardo"),
    "Quebec": ("Québec", "Quebec"),
    "Northwest Territories": ("Territoires du Nord-Ouest", "Territorios del Noroeste"),
    "Yukon": ("Yukon", "Yukón"),
    "Ciudad de México": ("Ville de Mexico", "Ciudad de México"),
    "Estado de México": ("État de Mexico", "Estado de México"),
}
"""French and Spanish names where they differ from what is stored."""
_PLACES = {"fr": 0, "es": 1}


def regions() -> tuple[str, ...]:
    """Return the provinces and states that are called otherwise in another language, as they are stored."""
    return tuple(_NAMES)


def region_name(region: str, language: str) -> str:
    """Return the name of a province or state in a language; any other text stays."""
    return _NAMES[region][_PLACES[language]] if region in _NAMES and language in _PLACES else region


def country_in(country: str, language: str) -> str:
    """Return the name of a country, written in any of the three languages, in this one; any other text stays."""
    code = country_codes().get(country.casefold(), "")
    return country_name(code, language) if code else country
