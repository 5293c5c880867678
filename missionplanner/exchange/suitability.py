"""How well the cells of a column suit a field: what speaks for it and what speaks against it."""

from collections.abc import Iterable

from missionplanner.exchange.evidence import Evidence

_PHONES = ("phone", "mobile", "phone_company")
_DATES = ("received", "signed_on", "consent_on")
_ANSWERS = ("consent", "speaks_english", "declares_origin", "declares_export_controls", "declares_integrity")
_SENTENCES = (
    "offers",
    "seeks",
    "description",
    "description_en",
    "description_fr",
    "description_es",
    "objectives",
    "intents",
    "markets",
    "inputs",
    "partners",
    "wishes",
)
_NAMES = ("given_name", "family_name", "second_family_name", "full_name", "badge_name", "applicant", "signed_by")
_VALUES = ("email", "phone", "web", "date", "money", "code")

FOR: dict[str, tuple[str, ...]] = {
    "email": ("email",),
    "website": ("web",),
    "employees": ("number", "year", "bit"),
    "year_founded": ("year", "date"),
    "postal_code": ("postal", "year", "number"),
    "country": ("country",),
    "city": ("town",),
    "markets": ("countries", "country"),
    "seeks": ("things",),
    "offers": ("things",),
    "description": ("prose",),
    "sectors": ("sector",),
    "stops": ("stop",),
    "region": ("region",),
    "address": ("street",),
    "name": ("legal",),
    "operating_name": ("legal",),
    "given_name": ("given",),
    "full_name": ("given",),
    "title": ("courtesy",),
    "position": ("post",),
    "languages": ("language",),
    "registration_number": ("code",),
    **dict.fromkeys(_PHONES, ("phone",)),
    **dict.fromkeys(_DATES, ("date",)),
    **dict.fromkeys(_ANSWERS, ("answer", "sentence answer", "letter", "bit")),
}
"""The kinds of cells that speak for a field."""

AGAINST: dict[str, tuple[str, ...]] = {
    "email": ("phone", "web", "answer", "date", "number", "money", "prose", "words", "text", "year", "postal", "code"),
    "website": ("email", "phone", "answer", "date", "money", "prose", "number"),
    "employees": ("email", "phone", "web", "prose", "words", "sentence answer", "money"),
    "year_founded": ("email", "phone", "web", "prose", "words", "text", "answer", "money"),
    "postal_code": ("email", "phone", "web", "prose", "words", "answer", "date", "money"),
    "country": (*_VALUES, "answer", "number", "prose", "year", "postal", "region"),
    "region": (*_VALUES, "answer", "number", "prose", "year", "postal"),
    "city": (*_VALUES, "answer", "number", "prose", "year", "postal"),
    "address": ("email", "phone", "web", "answer", "date", "money"),
    "name": (*_VALUES, "answer", "number", "prose", "year", "postal", "sentence answer"),
    "operating_name": (*_VALUES, "answer", "number", "prose", "year", "postal"),
    "title": (*_VALUES, "answer", "number", "prose", "year", "postal", "post", "given"),
    "position": (*_VALUES, "answer", "number", "year", "postal", "courtesy", "given"),
    "languages": (*_VALUES, "answer", "number", "year", "postal"),
    "registration_number": ("email", "web", "answer", "prose", "date", "money", "words"),
    "sectors": (*_VALUES, "answer", "number", "year", "postal"),
    "subsectors": (*_VALUES, "answer", "number", "year", "postal"),
    "stops": (*_VALUES, "number", "year", "postal"),
    **dict.fromkeys(
        ("dietary", "access_needs", "emergency_contact"), ("email", "web", "date", "money", "year", "code", "token")
    ),
    "notes": ("number", "bit", "answer", "date", "email", "phone", "year"),
    **dict.fromkeys(_PHONES, ("email", "web", "answer", "date", "money", "words", "prose", "text", "year")),
    **dict.fromkeys(_DATES, ("email", "phone", "web", "answer", "words", "prose", "text")),
    **dict.fromkeys(_ANSWERS, ("email", "phone", "web", "date", "number", "money", "year")),
    **dict.fromkeys(
        _SENTENCES,
        ("country", "answer", "letter", "bit", "email", "phone", "date", "money", "year", "number", "postal", "code"),
    ),
    **dict.fromkeys(
        ("markets", "partners", "wishes"), ("answer", "letter", "bit", "email", "phone", "date", "money", "number")
    ),
    **dict.fromkeys(_NAMES, (*_VALUES, "answer", "number", "prose", "year", "postal", "token")),
}
"""The kinds of cells that speak against a field."""

_FREE = frozenset({"offers", "seeks", "description", "objectives", "applicant", "signed_by"})
"""Fields for which everybody finds words of their own."""
_FEW_CHOICES = 3
_OFTEN = 4
_MANY_ROWS = 8
_ENOUGH = 0.5
"""Shares above this speak fully."""


def support(field: str, cells: Evidence) -> float:
    """How much the cells speak for a field, from 0 to 1; few cells speak less."""
    if not cells.count or field not in FOR:
        return 0.0
    share = cells.share(*FOR[field])
    if field == "full_name":
        share = min(cells.share("given"), cells.share("several"))
    elif field == "given_name":
        share = max(0.0, cells.share("given") - cells.share("several"))
    return min(1.0, share / _ENOUGH) * _weight(cells)


_PROVED_BY_CELLS = frozenset(
    {
        "email",
        *_PHONES,
        "title",
        "year_founded",
        "received",
        "signed_on",
        "consent_on",
        "country",
        "website",
        "languages",
        *_ANSWERS,
    }
)
"""Fields whose cells always look alike."""
_SOME = 2


def is_unproved(field: str, cells: Evidence) -> bool:
    """Whether a field whose cells always look alike has none that do."""
    return field in _PROVED_BY_CELLS and cells.count >= _SOME and support(field, cells) == 0


def proved(cells: Evidence) -> list[str]:
    """The fields that the cells alone prove, whoever they are of."""
    return [field for field in FOR if field not in _TEXTS and support(field, cells) > _PROVED] if cells.count else []


_TEXTS = frozenset({"wishes", "seeks", "offers", "description", "markets", "sectors", "stops", "city"})
"""Fields whose cells suit them better than others, but prove nothing."""
_PROVED = 0.4
"""Support from which on cells prove a field."""


def guesses(cells: Evidence) -> Iterable[tuple[str, float]]:
    """Guesses from cells under an unknown heading: enough to ask, never to decide."""
    if cells.share("email") > 0.6:
        yield "email", 0.45
    elif cells.share("phone") > 0.7:
        yield "phone", 0.4
    elif cells.share("web") > 0.7:
        yield "website", 0.4
    elif cells.share("sector") > 0.6:
        yield "sectors", 0.5
    elif cells.share("stop") > 0.6 and cells.count > 1:
        yield "stops", 0.5
    elif cells.share("legal") > 0.5 and cells.distinct > 0.8 and cells.count > 1:
        yield "name", 0.5


def doubt(field: str, cells: Evidence) -> float:
    """How much the cells speak against a field, from 0 to 1."""
    if not cells.count or field not in AGAINST:
        return 0.0
    share = cells.share(*AGAINST[field])
    if field in ("name", "operating_name") and cells.count >= 3:
        # A company's name stands in hardly more than one row; a choice of few does in many.
        share += max(0.0, 0.5 - cells.distinct) * 1.2 + max(
            0.0, min(cells.share("given"), cells.share("several")) - 0.5
        )
    if field in _FREE and cells.count <= _FEW_CHOICES and cells.rows >= max(_MANY_ROWS, _OFTEN * cells.count):
        # The same answers again and again are a choice of few: a kind of ticket, a level.
        share += 1.0
    if field == "full_name" and cells.count >= 3:
        share += max(0.0, cells.share("legal") - 0.4)
    return max(0.0, min(1.0, (share - 0.35) / 0.45)) * cells.rows / (cells.rows + 1.5)


def _weight(cells: Evidence) -> float:
    """How much is to be believed of so many cells."""
    return cells.count / (cells.count + 1.5)
