"""Fields that a registration usually has: a column that may be one of them is asked about where no other column is."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from missionplanner.domain.people import POST
from missionplanner.exchange import suitability
from missionplanner.exchange.evidence import Evidence
from missionplanner.exchange.meanings import Meaning
from missionplanner.exchange.vocabulary_people import OTHER_PARTIES

_SAME = {
    "full_name": {"full_name", "given_name", "family_name"},
    "position": {"position", "title", *POST},
    "offers": {"offers", "offers_en", "offers_fr", "offers_es"},
    "seeks": {"seeks", "seeks_en", "seeks_fr", "seeks_es"},
    "phone": {"phone", "mobile", "phone_company"},
    "given_name": {"full_name", "given_name"},
    "description": {"description", "description_en", "description_fr", "description_es"},
}
"""Fields that make another one unnecessary."""
_ADDRESS = frozenset({"country", "region", "postal_code", "address"})
_CONTRADICTED = 0.3
"""Doubt from here on means that the cells are something else."""
_HINTS = {
    "name": r"compan|organi[sz]|entrepr|empres|societ|institu|firm\b|business name",
    "seeks": r"look|seek|partner|partenair|socio|\bmeet\b|rencontr|encontr|\bfind\b|trouv|introduc|buyer|comprador|"
    r"acheteur|contact type|busca|cherch|procur|sourc|import|^interests?$|^interets?$|^interes(es)?$",
    "offers": r"product|produit|servic|offer|offr|ofrec|sell|vend|suppl|solution",
    "objectives": r"esper|hope|expect|achiev|goal|objecti|objetiv|retir|outcome|resultat|why|pourquoi|por que|success|"
    r"succes|exito",
    "wishes": r"(compan|entrepr|empres|firm).*(meet|rencontr|reuni|conocer|target|cibl|interes)|"
    r"(meet|rencontr|reuni|conocer).*(compan|entrepr|empres)",
    "markets": r"export",
    "sectors": r"sector|secteur|industr|activi|domain|giro|ramo|rubro",
    "employees": r"employ|emplead|travail|trabaj|staff|people|personnel|personas|size|taille|tamano|fte|\bemp\b",
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
    "postal_code": "postal",
    "address": "street",
    "registration_number": "code",
}
"""Fields whose cells are of a kind by which an unknown heading is asked about."""
_WRITTEN = frozenset({"seeks", "offers", "objectives", "wishes", "markets", "sectors"})
"""Fields whose cells are words."""


def missing(fields: Collection[str]) -> list[str]:
    """The usual fields that a sheet has none for."""
    hinted = (field for field in _HINTS if field != "name")
    usual = ("name", "email", "full_name", "given_name", *_BY_CELLS, *hinted, "description", "partners")
    found = [field for field in usual if not _SAME.get(field, {field}) & set(fields)]
    if "given_name" in fields and "family_name" not in fields:
        found.append("family_name")
    if "city" not in fields:
        found.append("city")
    if "mobile" not in fields:
        found.append("mobile")
    return found


def question(meaning: Meaning, cells: Evidence, wanted: Sequence[str], beside: Collection[str] = ()) -> str:
    """The one of the missing fields that a column without a field looks like; empty for none.

    beside: the fields of the columns next to it.
    """
    if meaning.heading.asks and cells.share("answer", "sentence answer", "bit") > _FEW_ANSWERS:
        return ""
    if "city" in wanted and _may_be_town(meaning, cells, beside):
        return "city"
    looks = next((field for field in wanted if _looks_like(field, meaning, cells)), "")
    return looks or _written(meaning, cells, wanted)


_FEW_ANSWERS = 0.3


class Said(Protocol):
    """A column as it is understood so far."""

    @property
    def field(self) -> str:
        """The field it feeds, or may feed; empty for none."""

    @property
    def sure(self) -> bool:
        """Whether that is sure."""

    @property
    def confidence(self) -> float:
        """How sure it is, from 0 to 1."""


def choice(said: Said, met: bool, has: Collection[str], shares: Mapping[str, float]) -> str:
    """The list of the mission that a column is asked about, as its cells are of it; empty for none.

    met: whether its heading is about meetings. has: the fields that are sure. shares: of cells, by list.
    """
    if shares.get("wishes", 0) > _MOSTLY and said.field not in _OF_COMPANIES:
        return "wishes"
    if said.sure:
        free = (
            {"", "wishes"} if said.confidence >= _TOLD_BY_HEADING else {"", "wishes", "seeks", "offers", "objectives"}
        )
    else:
        # A place beside words about meetings is hardly where the company is.
        free = {"", "city"} if met else {""}
    if said.field not in free:
        return ""
    least = _MOSTLY if said.sure and said.field else _PARTLY
    open_ones = {
        name: share for name, share in shares.items() if name not in has and name != "wishes" and share > least
    }
    return max(open_ones, key=lambda name: open_ones[name], default="")


_OF_COMPANIES = frozenset({"wishes", "name", "operating_name", "partners"})
"""Fields that hold names of companies."""
_TOLD_BY_HEADING = 0.8
_MOSTLY = 0.6
_PARTLY = 0.35
"""Share of cells from which on a column that would be left out is asked about: its list may be longer than ours."""


def _looks_like(field: str, meaning: Meaning, cells: Evidence) -> bool:
    """Whether a column looks like a field, by its cells and what is left open by its heading."""
    if field in meaning.hidden and _agree(field, cells):
        return True
    if field in ("name", "email", "full_name", "country", *_BY_CELLS):
        return _cells_tell(field, meaning, cells)
    if field in ("given_name", "family_name"):
        return _is_open(meaning) and _are_names(field, cells)
    if field == "markets" and cells.share("countries", "country") > 0.5 and cells.share("countries") > 0.1:
        return True
    if field == "mobile":
        return _is_open(meaning) and cells.share("phone") > 0.6
    if field == "sectors" and cells.share("sector") > 0.6 and not meaning.heading.concepts & OTHER_PARTIES:
        return True
    return field in _PATTERNS and _is_hinted(field, meaning, cells)


def _cells_tell(field: str, meaning: Meaning, cells: Evidence) -> bool:
    """Whether cells are of a kind that hardly any other field has."""
    if field == "name":
        is_company = "company" in meaning.heading.concepts and suitability.doubt("name", cells) < _CONTRADICTED
        return cells.share("legal") > 0.4 or is_company
    if field == "email":
        return cells.share("email") > 0.6
    if field == "full_name":
        return min(cells.share("given"), cells.share("several")) > 0.5
    if field == "country" and "home" in meaning.heading.concepts:
        return cells.share("country") > 0.6
    if field == "registration_number" and "id" in meaning.heading.concepts:
        return False
    return _is_open(meaning) and cells.share(_BY_CELLS[field]) > 0.6


def _agree(field: str, cells: Evidence) -> bool:
    """Whether cells are what a field holds: of its kind, or words of many kinds where it has none."""
    if suitability.support(field, cells) > _PROVED:
        return True
    return field in _TOLD and cells.share("words", "text", "prose") > 0.7 and _tells_much(cells)


_PROVED = 0.4
_TOLD = frozenset({"description", "seeks", "offers", "objectives", "wishes", "markets", "sectors", "partners"})


def _are_names(field: str, cells: Evidence) -> bool:
    """Whether cells are single words, many of them given names where a given name is asked for."""
    if cells.share("words") < 0.8 or cells.share("several") > 0.4 or cells.distinct < 0.5 or cells.count < 3:
        return False
    return cells.share("given") > 0.5 if field == "given_name" else cells.length < 12


def _may_be_town(meaning: Meaning, cells: Evidence, beside: Collection[str]) -> bool:
    """Whether a column looks like a city: towns with codes, or short names beside an address or under "where"."""
    if meaning.heading.concepts & OTHER_PARTIES or cells.count < _SOME_TOWNS:
        return False
    if cells.share("town") > 0.5 and _is_open(meaning):
        return True
    asks_where = "where" in meaning.heading.concepts or _PLACE.search(meaning.heading.text) is not None
    return (asks_where or (_is_open(meaning) and bool(_ADDRESS & set(beside)))) and _are_towns(cells)


_SOME_TOWNS = 2
_PLACE = re.compile(r"\b(based|located|location|lieu|lugar|localizacion|ubicad|ort|base)")


def _are_towns(cells: Evidence) -> bool:
    """Whether cells may be names of towns: a few words, and none of another kind."""
    if cells.share("town") > 0.5:
        return True
    other = cells.share("given", "post", "legal", "language", "country", "courtesy")
    return cells.share("words") > 0.8 and cells.length < 20 and other < 0.3


def _is_open(meaning: Meaning) -> bool:
    """Whether a heading leaves open what it is about: nothing of it is known, or not every word."""
    return not meaning.known or (meaning.heading.unknown > 0 and not meaning.heading.asks)


def _is_hinted(field: str, meaning: Meaning, cells: Evidence) -> bool:
    """Whether the words of a heading hint at a field, its cells allow it, and it is about the company itself."""
    heading = meaning.heading
    if field == "employees" and cells.share("range") > 0.5 and not heading.concepts & _MEASURED:
        return True
    if heading.asks or heading.concepts & OTHER_PARTIES or not _PATTERNS[field].search(heading.text):
        return False
    if field == "employees":
        return cells.share("number", "range") > 0.6
    if field == "year_founded":
        return cells.share("year") > 0.6
    return field in _WRITTEN and cells.share("words", "text", "prose") > 0.7 and _tells_much(cells)


_MEASURED = frozenset({"money", "birth", "date", "years", "hotel", "travel", "event"})
"""Concepts that ranges of numbers measure as well."""


def _written(meaning: Meaning, cells: Evidence, wanted: Sequence[str]) -> str:
    """The first of the missing fields that free text under a heading which does not say what it asks for may be."""
    if not (_is_open(meaning) or meaning.heading.concepts & _VAGUE) or meaning.heading.concepts & OTHER_PARTIES:
        return ""
    if cells.share("prose") > 0.6:
        return next((field for field in ("description", "objectives") if field in wanted), "")
    if cells.share("words", "text", "prose") > 0.8 and _are_sentences(cells):
        return next((field for field in ("seeks", "offers", "objectives", "description") if field in wanted), "")
    if not meaning.known and cells.share("things") > _MOSTLY:
        return next((field for field in ("offers", "seeks") if field in wanted), "")
    return ""


_VAGUE = frozenset({"target", "event", "assessment", "meet", "customer", "id", "social"})
"""Concepts beside which an answer in free text may be about something else."""


def _are_sentences(cells: Evidence) -> bool:
    """Whether most cells are answers of several words, each another."""
    return cells.share("several") > 0.7 and cells.length > 15 and (cells.distinct > 0.3 or cells.count > 3)


def _tells_much(cells: Evidence) -> bool:
    """Whether the cells are answers in words rather than a choice of few."""
    return (cells.distinct > 0.5 or cells.count > 2) and cells.length > 8
