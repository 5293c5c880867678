"""The relationships of a mission within its data, with the state each is in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from missionplanner.domain.companies import Alias, Company
from missionplanner.domain.deals import Register, as_on
from missionplanner.domain.intents import IntentList, ListedIntent
from missionplanner.domain.relationship_states import RelationshipState, state
from missionplanner.domain.relationships import Claim, Proof, Relationship, RelationshipParty, SameDeal
from missionplanner.domain.results import Result, results
from missionplanner.domain.signings import Signings
from missionplanner.domain.spelling import fold


@dataclass(frozen=True, kw_only=True)
class RelatedMission(Signings):
    """Relationships with what is said of them, beside agreements and people."""

    relationships: list[Relationship] = field(default_factory=list)
    relationship_parties: list[RelationshipParty] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    same_deals: list[SameDeal] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    """Other spellings of companies, by which third parties are known."""

    intents: list[ListedIntent] = field(default_factory=list)
    """The list of intents of the mission."""

    @cached_property
    def listed_intents(self) -> IntentList:
        """The intents in their order, found by whatever they are called."""
        return IntentList(self.intents)

    @cached_property
    def third_parties_of(self) -> dict[int, list[str]]:
        """The names of third parties, by the key of their relationship."""
        found: dict[int, list[str]] = {}
        for one in self.relationship_parties:
            found.setdefault(one.relationship_id, []).append(one.name)
        return found

    @cached_property
    def relationship_states(self) -> dict[int, RelationshipState]:
        """The states of relationships by all that counts now, by key; every currency counts as it is."""
        rates = {"": 1.0, **as_written(self.claims, self.proofs)}
        names = keys_by_name(self.companies, self.aliases)
        register = Register(self.relationships, self.claims, self.same_deals, names, rates)
        found = results(register, self.proofs, self.mission.starts, date.max)
        deals: dict[int, list[Result]] = {}
        for deal in found.deals:
            deals.setdefault(deal.deal.tellings[0].newest.relationship_id, []).append(deal)
        said: dict[int, list[Claim]] = {}
        for claim in as_on(self.claims, date.max):
            said.setdefault(claim.relationship_id, []).append(claim)
        return {
            one.id: state(one, found.stages.get(one.id), deals.get(one.id, []), said.get(one.id, []))
            for one in self.relationships
        }


def keys_by_name(companies: Iterable[Company], aliases: Iterable[Alias]) -> dict[str, int]:
    """Return the keys of companies by all their names, folded; a name of its own is before another spelling."""
    names = {fold(alias.name): alias.company_id for alias in aliases}
    return names | {fold(name): c.id for c in companies for name in (c.operating_name, c.name) if name}


def as_written(claims: Iterable[Claim], proofs: Iterable[Proof]) -> dict[str, float]:
    """Return rates by which every currency that is said counts as it is."""
    return dict.fromkeys({*(one.currency for one in claims), *(one.currency for one in proofs)}, 1.0)
