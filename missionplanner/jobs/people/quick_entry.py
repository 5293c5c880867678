"""Somebody entered in one line: name, post, e-mail and telephone, separated by commas, as told on the phone."""

import re

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from missionplanner.exchange import names, values
from missionplanner.i18n import _
from missionplanner.jobs.companies import entry
from missionplanner.jobs.people.cells import enter_texts
from missionplanner.jobs.people.records import PersonRecord
from missionplanner.store.store import Store


def understood(text: str, country: str, two_family_names: bool = False) -> dict[str, str]:
    """Return what a line says of somebody, by column: "Ana López, CEO, ana@alba.mx, 55 1234 5678".

    country: that of telephone numbers without a code.
    """
    found: dict[str, str] = {}
    rest = []
    for part in (one.strip() for one in text.replace(";", ",").split(",")):
        if "@" in part and "email" not in found and (address := values.email(part)):
            found["email"] = address
        elif _is_number(part):
            found.setdefault("phone" if "phone" not in found else "mobile", entry.checked("phone", part, country)[0])
        elif part:
            rest.append(part)
    name = names.parse(", ".join(rest), two_family_names)
    parts = {
        "title": name.title,
        "given_name": name.given,
        "family_name": name.family,
        "second_family_name": name.second_family,
        "position": name.position,
    }
    return {**{column: value for column, value in parts.items() if value}, **found}


def add(store: Store, company_id: int, text: str) -> int:
    """Enter somebody of a company from one line, as one step; return their key. Raises UserError without a name."""
    company = store.get(Company, company_id)
    texts = understood(text, country_of(store, company), company.side is Side.COUNTERPART)
    person = Person(company_id=company_id, side=company.side, given_name="", family_name="")
    return enter_texts(store, PersonRecord(person), texts)


def country_of(store: Store, company: Company) -> str:
    """Return the country of a company; where it says none, that of its side in the mission."""
    mission = store.mission
    return company.country or (mission.home_country if company.side is Side.DELEGATION else mission.host_country)


def problem(texts: dict[str, str], country: str) -> str:
    """Return what is wrong with what was understood, in a sentence; empty where somebody can be entered."""
    if not (texts.get("given_name") or texts.get("family_name") or texts.get("email")):
        return _("The person needs a name.")
    numbers = (entry.checked("phone", texts.get(name, ""), country)[1] for name in ("phone", "mobile"))
    return next(filter(None, numbers), "")


def _is_number(text: str) -> bool:
    """Whether a part is a telephone number, right or wrong: figures and what stands among them."""
    return sum(character.isdigit() for character in text) > 3 and not re.search(r"[^\W\d_]{4,}", text)
