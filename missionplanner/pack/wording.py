"""How companies and people are written in packs."""

from collections.abc import Iterable

from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import LOCALES, Translator, country_codes, country_name

LONGEST_NAME = 160
NO_SECTOR = "#7a828c"
"""The colour of what is of no sector."""


def foreign(language: str, t: Translator) -> str:
    """The tag of a language that is not that of the pack."""
    return LOCALES[language].replace("_", "-") if language in LOCALES and language != t.language else ""


def people_lines(people: Iterable[Delegate]) -> tuple[str, ...]:
    """Delegates as lines: formal name and position."""
    named = (f"{p.formal_name}, {p.position}" if p.position else p.formal_name for p in people)
    return tuple(line[: 2 * LONGEST_NAME] for line in named if line.strip())


def listed(person: Delegate) -> str:
    """A person as an index lists them."""
    family = f"{person.family_name} {person.second_family_name}".strip()
    return ", ".join(part for part in (family, person.given_name) if part)


def sectors(snapshot: Snapshot, company: Company, language: str) -> str:
    """The sectors of a company by name."""
    return ", ".join(snapshot.sector[key].name(language) for key in snapshot.sectors_of.get(company.id, []))


def place(company: Company, home: str, t: Translator) -> str:
    """City, region and, where it is not `home`, country of a company."""
    country = "" if company.country == home else _country(company.country, t)
    return ", ".join(part for part in (company.city, company.region, country) if part)[:LONGEST_NAME]


def _country(name: str, t: Translator) -> str:
    code = country_code(name)
    return country_name(code, t.language) if code else name


def shortened(name: str) -> str:
    """A name of at most 160 letters."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def country_code(country: str) -> str:
    """The code of a country by its name, upper case; empty for an unknown one."""
    return country_codes().get(country.casefold(), "")


def card(company: Company, people: list[Delegate]) -> str:
    """A vCard (RFC 2426) of the first delegate with an address or number, short enough for a code on paper."""
    person = next((p for p in people if p.email or p.phone or p.mobile), people[0] if people else None)
    if person is None:
        return ""
    family = " ".join(part for part in (person.family_name, person.second_family_name) if part)
    names = ";".join(map(_escaped, (family, person.given_name, "", person.title, "")))
    lines = (
        ("N", names), ("FN", _escaped(person.formal_name or company.name)), ("ORG", _escaped(company.name)),
        ("TITLE", _escaped(person.position)), ("TEL", _escaped(person.mobile or person.phone)),
        ("EMAIL", _escaped(person.email)), ("URL", _escaped(company.website)),
    )  # fmt: skip
    kept = "\n".join(f"{name}:{value}" for name, value in lines if value.strip(";"))
    return f"BEGIN:VCARD\nVERSION:3.0\n{kept}\nEND:VCARD"


def _escaped(text: str) -> str:
    """A value of a vCard."""
    plain = " ".join(part for part in "".join(c if c.isprintable() else " " for c in text).split())[:60]
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
