"""Agreements within the data of a mission, with their parties and signatories as these are called now."""

from dataclasses import dataclass, field
from functools import cached_property

from missionplanner.domain.agreements import Agreement, AgreementParty, AgreementRecord, Signatory, records
from missionplanner.domain.door_to_door import DoorToDoor


@dataclass(frozen=True, kw_only=True)
class Signings(DoorToDoor):
    """The agreements of a mission, beside everything that concerns people."""

    agreements: list[Agreement] = field(default_factory=list)
    agreement_parties: list[AgreementParty] = field(default_factory=list)
    signatories: list[Signatory] = field(default_factory=list)

    @cached_property
    def agreement_records(self) -> list[AgreementRecord]:
        """The agreements with their parties and signatories, in the order they are signed in."""
        return records(self.agreements, self.agreement_parties, self.signatories)

    def party_name(self, party: AgreementParty) -> str:
        """Return the name of a party of an agreement, of a company of the mission as it is now."""
        company = self.company.get(party.company_id or 0)
        return company.name if company else party.name

    def signatory_name(self, one: Signatory, language: str = "") -> str:
        """Return the name of a signatory, of somebody of the mission as it is now, with their title in a language."""
        person = self.person.get(one.person_id or 0)
        if person is None:
            return one.name
        return self.addressed(person, language) if language else person.full_name
