"""The values of own fields in a mission as plain data, by the records they are of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from missionplanner.domain.attendees import Attendees
from missionplanner.domain.own_fields import CompanyValue, OwnField, OwnFields, PersonValue, RequestValue
from missionplanner.domain.own_values import Values


@dataclass(frozen=True, kw_only=True)
class OwnAnswers(Attendees):
    """The own fields of a mission and their values, in the order of their keys."""

    own_fields: list[OwnField] = field(default_factory=list)
    company_values: list[CompanyValue] = field(default_factory=list)
    """The values of own fields."""
    person_values: list[PersonValue] = field(default_factory=list)
    request_values: list[RequestValue] = field(default_factory=list)

    @cached_property
    def own(self) -> OwnFields:
        """The fields of the mission's own."""
        return OwnFields(self.own_fields)

    @cached_property
    def own_of_company(self) -> Mapping[int, Values]:
        """The values of own fields by company key."""
        return self.own.grouped((row.company_id, row) for row in self.company_values)

    @cached_property
    def own_of_person(self) -> Mapping[int, Values]:
        """The values of own fields by the key of the person."""
        return self.own.grouped((row.person_id, row) for row in self.person_values)

    @cached_property
    def own_of_request(self) -> Mapping[int, Values]:
        """The values of own fields by the key of the request."""
        return self.own.grouped((row.request_id, row) for row in self.request_values)
