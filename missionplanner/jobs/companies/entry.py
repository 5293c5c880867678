"""What is typed into a registration, checked and brought into its normal form while it is typed."""

from collections.abc import Iterable, Mapping

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Sector
from missionplanner.exchange import choices, places, values
from missionplanner.i18n import LANGUAGES, _, country_codes, country_name, translator
from missionplanner.matching.names import NameIndex
from missionplanner.store.store import Store


def checked(kind: str, text: str, country: str) -> tuple[str, str]:
    """The normal form of a typed value and what is wrong with it (empty when nothing is).

    kind: email, phone, website, country, integer or anything else; country: name for phone numbers without a code.
    """
    text = text.strip()
    if not text:
        return "", ""
    code = places.country_code(country)
    found: str | None = text
    if kind == "email":
        found = values.email(text)
    elif kind == "phone":
        found = values.phone(text, code)
    elif kind == "website":
        found = values.website(text)
    elif kind == "country":
        found = places.country(text)
    elif kind == "integer":
        number = values.integer(text)
        found = None if number is None else str(number)
    return (found, "") if found is not None else (text, _complaint(kind))


def _complaint(kind: str) -> str:
    return {
        "email": _("This is no e-mail address."),
        "phone": _("This is no telephone number."),
        "website": _("This is no web address."),
        "integer": _("This is no number."),
    }[kind]


def region(text: str, country: str) -> str:
    """The full name of a province or state."""
    return places.region(text, country)[0]


def answer(text: str) -> bool | None:
    """Yes or no however it is written; None for anything else."""
    return values.yes_or_no(text) if text.strip() else None


def languages(text: str) -> str:
    """Languages however they are named, as codes."""
    return values.languages(text) or text.strip()


def countries() -> list[str]:
    """Names of countries to complete from, in the three languages."""
    codes = set(country_codes().values())
    names = {translator(language).locale.territories.get(code, "") for language in LANGUAGES for code in codes}
    return sorted(name for name in names if name)


def english_country(text: str) -> str:
    """A country as it is stored."""
    code = places.country_code(text)
    return country_name(code) if code else text


def sector_keys(store: Store, text: str) -> tuple[list[int], list[str]]:
    """The sectors named in a text, and the parts that name none."""

    return choices.of_sectors(store.all(Sector)).find(text) if text.strip() else ([], [])


def lookalike(names: Mapping[int, str], name: str, own: int) -> str:
    """A company of another key that `name` is or looks like; empty when there is none."""
    if len(name.strip()) < 4:
        return ""
    index = NameIndex({key: (known,) for key, known in names.items() if key != own})
    same = index.same(name)
    if same:
        return names[same[0]]
    like = index.like(name)
    return names[like[0]] if like else ""


def names_of(companies: Iterable[Company], side: Side) -> dict[int, str]:
    """Company names of a side by key."""
    return {company.id: company.name for company in companies if company.side is side}
