"""The delegates of a row: names in one cell or several, languages, addresses."""

import re
from collections.abc import Mapping

from missionplanner.exchange import places, values
from missionplanner.exchange.evidence import COURTESY
from missionplanner.exchange.fields import normal_heading
from missionplanner.exchange.reader import Reader
from missionplanner.i18n import _

_PERSON = ("title", "given_name", "family_name", "second_family_name", "position", "dietary", "access_needs",
           "badge_name", "emergency_contact")  # fmt: skip
_POST = re.compile(
    r"\b(ceo|cfo|coo|cto|vp|president|director|directeur|directrice|manager|gerente|owner|founder|partner)"
)
_PARTICLES = {"van", "von", "der", "den", "de", "del", "la", "las", "los", "di", "da", "du", "le", "dos", "el"}


def delegates(reader: Reader, country: str) -> tuple[Mapping[str, str], ...]:
    """The people of a row, those with a name or an address; country: the ISO code for their phone numbers."""
    people = [_delegate(reader, number, country) for number in reader.layout.people]
    return tuple(person for person in people if person)


def _delegate(reader: Reader, number: int, country: str) -> dict[str, str]:
    person = {name: text.replace("\n", " ") for name in _PERSON if (text := reader.text(name, number))}
    if "given_name" not in person and "family_name" not in person:
        person |= {name: text for name, text in _full_name(reader, number).items() if text}
    somebody = "given_name" in person or "family_name" in person
    for name, value in (
        ("languages", _spoken(reader, number)),
        ("email", _email(reader, number, somebody)),
        ("phone", reader.phone("phone", country, number)),
        ("mobile", reader.phone("mobile", country, number)),
    ):
        if value:
            person[name] = value
    if person.keys() == {"given_name"} and values.yes_or_no(person["given_name"]) is False:
        return {}  # "Second delegate: no"
    return person if person.keys() & {"given_name", "family_name", "email"} else {}


def _full_name(reader: Reader, number: int) -> dict[str, str]:
    """A name in one cell: "Côté, Amélie", "Dr. Wei Zhang", "Jan van der Berg"; in Mexico two family names."""
    whole = reader.text("full_name", number).replace("\n", " ")
    found: dict[str, str] = {}
    if "," in whole:
        before, after = (part.strip() for part in whole.split(",", 1))
        # "Amélie Côté, Director" has a post after its comma, "Côté, Amélie" a given name.
        if not _POST.search(normal_heading(after)):
            return {"given_name": after, "family_name": before}
        whole, found = before, {"position": after}
    names = whole.split()
    if len(names) > 1 and normal_heading(names[0]) in COURTESY:
        found["title"] = names.pop(0)
    # In Mexico people have a father's and a mother's family name.
    families = 2 if places.country_code(reader.context.country) == "MX" and len(names) > 2 else 1
    start = max(len(names) - families, 1)
    # "van der Berg": particles belong to the family name.
    while start > 1 and names[start - 1].casefold() in _PARTICLES:
        start -= 1
    if len(names) < 2:
        return {**found, "given_name": whole}
    rest = names[start:]
    second = rest.pop() if families == 2 and len(rest) > 1 else ""
    return {**found, "given_name": " ".join(names[:start]), "family_name": " ".join(rest), "second_family_name": second}


def _spoken(reader: Reader, number: int) -> str:
    codes = [values.languages(cell) for _column, cell in reader.cells("languages", number)]
    english = reader.cells("speaks_english", number)
    if english and values.yes_or_no(english[0][1]):
        codes.append("en")
    # A form that asks Mexicans whether they speak English takes Spanish for granted.
    if english and places.country_code(reader.context.country) == "MX":
        codes.insert(0, "es")
    return ",".join(dict.fromkeys(code for part in codes for code in part.split(",") if code))


def _email(reader: Reader, number: int, somebody: bool) -> str:
    """The address; a missing or bad one is reported, and what was typed is kept unless it means nothing."""
    column = next(iter(reader.layout.by_field.get(("email", number), ())), None)
    if column is None:
        return ""
    cell = reader.row.cells[column.index] if column.index < len(reader.row.cells) else ""
    address = values.email(cell)
    if address is not None:
        return address
    if somebody or cell.strip():
        text = _("“{value}” is no e-mail address.") if cell.strip() else _("The e-mail address is missing.")
        reader.say("bad_email", text.format(value=cell.strip()), column, cell)
    return values.text(cell)
