"""The register of relationships as a file holds it, and the rates its sums are made with."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from missionplanner.domain.companies import Alias, Company
from missionplanner.domain.deals import Register
from missionplanner.domain.related_mission import as_written, keys_by_name
from missionplanner.domain.relationships import Claim, Proof, Relationship, RelationshipParty, SameDeal
from missionplanner.errors import UserError
from missionplanner.i18n import _, is_currency
from missionplanner.matching.names import NameIndex
from missionplanner.store.store import Store

_RATE = re.compile(r"([A-Za-z]{3})\s*=\s*(\d+(?:[.,]\d+)?)")


@dataclass(frozen=True, slots=True)
class KnownRegister:
    """The register of a file with what names it."""

    register: Register
    proofs: list[Proof]
    companies: Mapping[int, Company]
    third: Mapping[int, list[str]] = field(default_factory=dict)
    """The names of third parties, by relationship."""

    def name(self, company: int | None) -> str:
        """Return the name of a company; of the organisers where it is None."""
        found = self.companies.get(company or 0)
        return found.name if found else _("the organisers")


def registered(store: Store, rates: Mapping[str, float] | None = None) -> KnownRegister:
    """Return the register of a file; without rates every currency counts as it is."""
    companies = {company.id: company for company in store.all(Company)}
    claims, proofs = store.all(Claim), store.all(Proof)
    known = rates or as_written(claims, proofs)
    names = keys_by_name(companies.values(), store.all(Alias))
    register = Register(store.all(Relationship), claims, store.all(SameDeal), names, {"": 1.0, **known})
    third: dict[int, list[str]] = {}
    for one in store.all(RelationshipParty):
        third.setdefault(one.relationship_id, []).append(one.name)
    return KnownRegister(register, proofs, companies, third)


def company_names(store: Store) -> NameIndex:
    """Return an index of all names companies have."""
    names: dict[int, list[str]] = {c.id: [c.name, c.operating_name] for c in store.all(Company)}
    for alias in store.all(Alias):
        names.setdefault(alias.company_id, []).append(alias.name)
    return NameIndex(names)


def rates_of(currency: str, typed: Iterable[str]) -> dict[str, float]:
    """Return what a unit of each currency is worth in that of the report, of texts such as "USD=1.37".

    Raises UserError where one is no rate.
    """
    found = {currency.upper(): 1.0}
    for text in typed:
        match = _RATE.fullmatch(text.strip())
        if match is None or not is_currency(match[1].upper()):
            problem = _("“{text}” is no rate.").format(text=text)
            raise UserError(problem, _("Write what a unit is worth, such as USD=1.37."))
        found[match[1].upper()] = float(match[2].replace(",", "."))
    return found
