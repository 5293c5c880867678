"""People and organisations of a mission, with the look-ups that say who belongs where and attends meetings."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from missionplanner.domain.addressing import Addressing
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.people import Membership, OrganisationKind, Person, Post, Role, post_of
from missionplanner.domain.translated_names import wording_in


class _Record(Protocol):
    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=_Record)


def by_id(records: Iterable[R]) -> dict[int, R]:
    """Return the records by their keys."""
    return {record.id: record for record in records}


@dataclass(frozen=True, kw_only=True)
class Participants:
    """Those who take part: organisations of both sides and everybody who comes, with one, several or without."""

    companies: list[Company]
    """Both sides."""
    roles: list[Role]
    organisation_kinds: list[OrganisationKind]
    courtesy_titles: list[CourtesyTitle]
    people: list[Person]
    """Everybody who takes part, with a company or without."""
    memberships: list[Membership]
    """The organisations people represent besides their main ones."""

    @cached_property
    def company(self) -> dict[int, Company]:
        """Companies by key."""
        return by_id(self.companies)

    @cached_property
    def delegates_of(self) -> dict[int, list[Person]]:
        """The people of companies by company key, those first whose main one it is."""
        found: dict[int, list[Person]] = defaultdict(list)
        for person in self.people:
            if person.company_id is not None:
                found[person.company_id].append(person)
        for row in self.memberships:
            if self.person[row.person_id] not in found[row.company_id]:
                found[row.company_id].append(self.person[row.person_id])
        return found

    @cached_property
    def person(self) -> dict[int, Person]:
        """People by key."""
        return by_id(self.people)

    @cached_property
    def companies_of(self) -> dict[int, tuple[int, ...]]:
        """The organisations of people by key of the person, the main one first."""
        found: dict[int, list[int]] = {}
        for company, people in self.delegates_of.items():
            for person in people:
                found.setdefault(person.id, []).append(company)
        return {
            key: tuple(sorted(all_, key=lambda c: (c != self.person[key].company_id, c))) for key, all_ in found.items()
        }

    @cached_property
    def _membership(self) -> dict[tuple[int, int], Membership]:
        return {(row.person_id, row.company_id): row for row in self.memberships}

    @cached_property
    def addressing(self) -> Addressing:
        """How people are addressed."""
        return Addressing(self.courtesy_titles)

    def addressed(self, person: Person, language: str) -> str:
        """Return title and name of somebody in a language."""
        return self.addressing.name(person, language)

    def salutation(self, person: Person | None, language: str) -> str:
        """Return the line that opens a letter to somebody, or to nobody in particular."""
        return self.addressing.salutation(person, language, self.role_of(person) if person else None)

    def with_organisation(self, person: Person) -> str:
        """Return the name of somebody with the organisations they belong to."""
        names = [self.company[key].name for key in self.companies_of.get(person.id, ())]
        return " – ".join((person.full_name, *([", ".join(names)] if names else [])))

    @cached_property
    def interpreters(self) -> list[Person]:
        """Those who can be booked to interpret: their role is one that does, in general or in an organisation."""
        roles = {role.id for role in self.roles if role.interprets}
        others = {row.person_id for row in self.memberships if row.role_id in roles}
        return [person for person in self.people if person.role_id in roles or person.id in others]

    def role_of(self, person: Person, company_id: int | None = None) -> Role | None:
        """Return what somebody is there for, in one of their organisations or in all; None where nobody said."""
        membership = self._membership.get((person.id, company_id or 0))
        key = membership.role_id if membership and company_id != person.company_id else person.role_id
        return self._roles.get(key or 0)

    @cached_property
    def _roles(self) -> dict[int, Role]:
        return by_id(self.roles)

    def position_of(self, person: Person, company_id: int) -> str:
        """Return the post of somebody in one of their organisations."""
        return self._holder_of_post(person, company_id).position

    def post_of(self, person: Person, company_id: int) -> Post:
        """Return the post of somebody in one of their organisations in all its wordings."""
        return post_of(self._holder_of_post(person, company_id))

    def post_in(self, person: Person, company_id: int | None, language: str) -> tuple[str, str]:
        """Return the post of somebody in one of their organisations in a language, and which language it is in."""
        company = self.company.get(company_id or 0)
        holder = self._holder_of_post(person, company_id)
        return wording_in(holder, "position", language, company.language if company else "")

    def _holder_of_post(self, person: Person, company_id: int | None) -> Person | Membership:
        membership = self._membership.get((person.id, company_id or 0))
        return membership if membership and company_id != person.company_id else person

    def kind_of(self, company: Company) -> OrganisationKind | None:
        """Return the kind of an organisation; None where nobody said: a company."""
        return self._kinds.get(company.kind_id or 0)

    @cached_property
    def _kinds(self) -> dict[int, OrganisationKind]:
        return by_id(self.organisation_kinds)

    def wants_meetings(self, company_id: int) -> bool:
        """Whether an organisation wants B2B meetings: as it says itself, else as is usual for its kind."""
        company = self.company[company_id]
        kind = self.kind_of(company)
        return company.meets if company.meets is not None else kind is None or kind.meets

    @cached_property
    def meeting_people_of(self) -> dict[int, list[Person]]:
        """The people of companies who attend B2B meetings: as they say themselves, else as is usual for their role."""
        return {
            company: [person for person in people if self._meets(person, company)]
            for company, people in self.delegates_of.items()
        }

    def _meets(self, person: Person, company_id: int) -> bool:
        role = self.role_of(person, company_id)
        return person.meets if person.meets is not None else role is None or role.meets

    def side_of(self, person: Person) -> Side:
        """Return the side of somebody: that of their main organisation, else their own."""
        mine = self.companies_of.get(person.id)
        return self.company[mine[0]].side if mine else person.side
