"""Values typed into a registration: checked, and brought into their normal form, while they are typed."""

from collections.abc import Mapping

from missionplanner.domain import bounds
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.regions import country_in
from missionplanner.exchange import answers, choices, phones, places, values
from missionplanner.i18n import _, country_name, country_names, current
from missionplanner.matching.names import NameIndex
from missionplanner.store.store import Store


def checked(kind: str, text: str, country: str) -> tuple[str, str]:
    """Return the normal form of a typed value, and the problem with it (empty when there is none).

    kind: email, phone, website, country, integer or anything else; country: the one of phone numbers without a code.
    """
    text = text.strip()
    if not text:
        return "", ""
    code = places.country_code(country)
    found: str | None = text
    if kind == "email":
        found = values.email(text)
    elif kind == "phone":
        found = phones.phone(text, code)
    elif kind == "website":
        found = values.website(text)
    elif kind == "country":
        found = places.country(text)
    elif kind == "integer":
        number = values.integer(text)
        found = None if number is None else str(number)
    return (found, "") if found is not None else (text, _complaint(kind))


def as_typed(kind: type, field: str, text: str) -> str:
    """Return a text without blanks around it, and without line breaks where the field of the record is a line."""
    return " ".join(text.split()) if bounds.is_line(kind, field) else text.strip()


def _complaint(kind: str) -> str:
    return {
        "email": _("This is no e-mail address."),
        "phone": _("This is no telephone number."),
        "website": _("This is no web address."),
        "integer": _("This is no number."),
    }[kind]


def region(text: str, country: str) -> str:
    """Return the full name of a province or state."""
    return places.region(text, country)[0]


def answer(text: str) -> bool | None:
    """Return yes or no however it is written, None for anything else."""
    return answers.yes_or_no(text) if text.strip() else None


def languages(text: str) -> str:
    """Return the codes of languages however these are named."""
    return answers.languages(text) or text.strip()


def countries() -> list[str]:
    """Return the names of countries in the language of the screen, to complete from."""
    return sorted(country_names((current().language,)), key=current().sort_key)


def country_choices() -> list[tuple[int | None, str]]:
    """Return the names of countries for a line: those it offers, and those of other languages, which it takes."""
    offered = countries()
    others = set(country_names()) - set(offered)
    return [*((0, name) for name in offered), *((None, name) for name in sorted(others))]


def shown_country(stored: str) -> str:
    """Return the name of a country, as it is stored, in the language of the screen."""
    return country_in(stored, current().language)


def english_country(text: str) -> str:
    """Return the name of a country as it is stored."""
    code = places.country_code(text)
    return country_name(code) if code else text


def sector_keys(store: Store, text: str) -> tuple[list[int], list[str]]:
    """Return the sectors named in a text, and the parts that name none."""
    return choices.of_sectors(store.all(Sector)).find(text) if text.strip() else ([], [])


def lookalike(names: Mapping[int, str], name: str, own: int) -> str:
    """Return the name of another company that `name` equals or resembles, empty when there is none."""
    if len(name.strip()) < 4:
        return ""
    index = NameIndex({key: (known,) for key, known in names.items() if key != own})
    same = index.same(name)
    if same:
        return names[same[0]]
    like = index.like(name)
    return names[like[0]] if like else ""


def names_of(store: Store, side: Side) -> dict[int, str]:
    """Return the names of the companies of a side by key."""
    return store.column(Company, "name", side=side.value)
