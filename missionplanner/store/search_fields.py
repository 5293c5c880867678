"""The fields a search can name before a colon: their names in each language, and the values people write otherwise."""

from functools import lru_cache

from missionplanner.domain.applications import STATUS_LABELS, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.regions import region_name, regions
from missionplanner.domain.spelling import fold
from missionplanner.i18n import LANGUAGES, country_codes, country_name, translator

NAMES: dict[str, dict[str, str]] = {
    "name": {"fr": "nom", "es": "nombre"},
    "city": {"fr": "ville", "es": "ciudad"},
    "region": {"fr": "province région", "es": "provincia región"},
    "country": {"fr": "pays", "es": "país"},
    "web": {"fr": "site web", "es": "sitio web"},
    "notes": {"fr": "notes remarques", "es": "notas"},
    "reviewer": {"fr": "évaluateur", "es": "evaluador"},
    "status": {"fr": "statut état", "es": "estado"},
    "description": {"fr": "description", "es": "descripción"},
    "delegate": {"fr": "délégué", "es": "delegado"},
    "email": {"fr": "courriel", "es": "correo"},
    "offers": {"fr": "offre offres", "es": "ofrece oferta"},
    "seeks": {"fr": "cherche recherche", "es": "busca"},
    "sector": {"fr": "secteur", "es": "sector"},
    "free": {"fr": "libre", "es": "libre"},
}
"""The words for every field beside the English one, the usual one first; accents and capitals do not count."""
_MEANT = {fold(word): name for name, words in NAMES.items() for said in words.values() for word in said.split()}


def field_named(word: str) -> str:
    """Return the field a word before a colon means in any of the languages; an unknown word stays."""
    folded = fold(word)
    return folded if folded in NAMES else _MEANT.get(folded, word.lower())


def names_in(language: str) -> list[str]:
    """Return the usual word for every field in a language."""
    return [words.get(language, name).split()[0] for name, words in NAMES.items()]


@lru_cache(maxsize=64)
def statuses_called(value: str) -> tuple[tuple[Side, Status], ...]:
    """Return the statuses whose words hold a folded text in any language; each side has words of its own."""
    return tuple(
        (side, status)
        for side, labels in STATUS_LABELS.items()
        for status, label in labels.items()
        if any(value in fold(translator(language)(label)) for language in LANGUAGES)
    )


@lru_cache(maxsize=64)
def countries_called(value: str) -> tuple[str, ...]:
    """Return the countries, as they are stored, whose name holds a folded text in any language."""
    codes = {code for name, code in country_codes().items() if len(name) > 2 and value in fold(name)}
    return tuple(sorted(country_name(code) for code in codes))


@lru_cache(maxsize=64)
def regions_called(value: str) -> tuple[str, ...]:
    """Return the provinces and states, as they are stored, whose name in another language holds a folded text."""
    return tuple(name for name in regions() if any(value in fold(region_name(name, one)) for one in LANGUAGES))
