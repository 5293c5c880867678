"""Fields that a registration usually has: a column that may be one of them is asked about where no other column is."""

import re
from collections.abc import Collection, Sequence

from missionplanner.exchange import suitability
from missionplanner.exchange.evidence import Evidence
from missionplanner.exchange.meanings import Meaning
from missionplanner.exchange.vocabulary_people import OTHER_PARTIES

_SAME = {
    "full_name": {"full_name", "given_name", "family_name"},
    "position": {"position", "title"},
    "phone": {"phone", "mobile", "phone_company"},
    "description": {"description", "description_en", "description_fr", "description_es", "objectives", "notes"},
}
"""Fields that make another one unnecessary."""
_CONTRADICTED = 0.3
"""Doubt from here on means that the cells are something else."""
_HINTS = {
    "name": r"compan|organi[sz]|entrepr|empres|societ|institu|firm\b|business name",
    "seeks": r"look|seek|partner|partenair|socio|\bmeet\b|rencontr|encontr|\bfind\b|trouv|introduc|buyer|comprador|"
    r"acheteur|contact type|busca|cherch|sourc|import",
    "offers": r"product|produit|servic|offer|offr|ofrec|sell|vend|suppl|solution",
    "objectives": r"esper|hope|expect|achiev|goal|objecti|objetiv|retir|outcome|resultat|why|pourquoi|por que|success|"
    r"succes|exito",
    "wishes": r"(compan|entrepr|empres|firm).*(meet|rencontr|reuni|conocer|target|cibl|interes)|"
    r"(meet|rencontr|reuni|conocer).*(compan|entrepr|empres)",
    "markets": r"export",
    "sectors": r"sector|secteur|industr|activi|domain|giro|ramo|rubro",
    "employees": r"employ|emplead|travail|trabaj|staff|people|personnel|personas|size|taille|tamano|fte",
    "year_founded": r"\bano|annee|year|fund|found|fond|demarr|since|depuis|desde",
}
"""Parts of words that hint at a field."""
_PATTERNS = {field: re.compile(pattern) for field, pattern in _HINTS.items()}
_BY_CELLS = {
    "position": "post",
    "country": "country",
    "region": "region",
    "title": "courtesy",
    "languages": "language",
    "phone": "phone",
    "website": "web",
}
"""Fields whose cells are of a kind by which an unknown heading is asked about."""
_WRITTEN = frozenset({"seeks", "offers", "objectives", "wishes", "markets", "sectors"})
"""Fields whose cells are words."""


def missing(fields: Collection[str]) -> list[str]:
    """The usual fields that a sheet has none for."""
    usual = ("name", "email", "full_name", "description", *_BY_CELLS, *(field for field in _HINTS if field != "name"))
    return [field for field in usual if not _SAME.get(field, {field}) & set(fields)]


def question(meaning: Meaning, cells: Evidence, wanted: Sequence[str]) -> str:
    """The one of the missing fields that a column without a field looks like; empty for none."""
    return next((field for field in wanted if _looks_like(field, meaning, cells)), "")


def _looks_like(field: str, meaning: Meaning, cells: Evidence) -> bool:
    if field == "name":
        is_company = "company" in meaning.heading.concepts and suitability.doubt("name", cells) < _CONTRADICTED
        return cells.share("legal") > 0.4 or is_company
    if field == "email":
        return cells.share("email") > 0.6
    if field == "full_name":
        return min(cells.share("given"), cells.share("several")) > 0.5
    if field == "description":
        return cells.share("prose") > 0.6 and not meaning.known
    if field in _BY_CELLS:
        return not meaning.known and cells.share(_BY_CELLS[field]) > 0.6
    return _is_hinted(field, meaning, cells)


def _is_hinted(field: str, meaning: Meaning, cells: Evidence) -> bool:
    """Whether the words of a heading hint at a field, its cells allow it, and it is about the company itself."""
    heading = meaning.heading
    if heading.asks or heading.concepts & OTHER_PARTIES or not _PATTERNS[field].search(heading.text):
        return False
    if field == "employees":
        return cells.share("number") > 0.6
    if field == "year_founded":
        return cells.share("year") > 0.6
    return field in _WRITTEN and cells.share("words", "text", "prose") > 0.7 and _tells_much(cells)


def _tells_much(cells: Evidence) -> bool:
    """Whether the cells are answers in words rather than a choice of few."""
    return cells.distinct > 0.5 and cells.length > 8
