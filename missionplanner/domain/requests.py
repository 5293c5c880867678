"""Meeting requests: which company wants to meet which, how much, and when."""

from dataclasses import dataclass, field
from enum import StrEnum

from missionplanner.domain import own_values
from missionplanner.domain.companies import Side
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.own_values import APART, Values
from missionplanner.i18n import N_, _


class Priority(StrEnum):
    """How much one company wants to meet another; "no thanks" is a veto and wins over everything."""

    MUST_MEET = "must_meet"
    MEET = "meet"
    NO_THANKS = "no_thanks"

    @property
    def label(self) -> str:
        """The priority in the language of the screen."""
        return _(PRIORITY_LABELS[self])


PRIORITY_LABELS = {
    Priority.MUST_MEET: N_("Must meet"),
    Priority.MEET: N_("Meet"),
    Priority.NO_THANKS: N_("No thanks"),
}


class Half(StrEnum):
    """The half of a day a meeting is wished for."""

    ANY = "any"
    MORNING = "morning"
    AFTERNOON = "afternoon"

    @property
    def label(self) -> str:
        """The half in the language of the screen."""
        return _(HALF_LABELS[self])


HALF_LABELS = {
    Half.ANY: N_("Any time"),
    Half.MORNING: N_("Morning"),
    Half.AFTERNOON: N_("Afternoon"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One company wants to meet another; the request itself never has a slot."""

    id: int = 0
    uid: str = ""
    delegation_id: int
    counterpart_id: int
    asked_by: Side = Side.DELEGATION
    priority: Priority = Priority.MEET
    comment: str = ""
    half: Half = Half.ANY
    """The half of the day in which they want to meet."""
    session_id: int | None = None
    """The session in which they want to meet; it takes precedence over the half of the day."""
    meets_at: MeetsAt = MeetsAt.UNSAID
    """Where they are to meet; it takes precedence over what companies and stops say."""
    intents: str = ""
    """The intents of who asks towards the other, as they write them: "sell; third markets (Chile)"."""
    own: Values = field(default_factory=own_values.none, hash=False, metadata=APART)
    """Values of own fields by their names, where they were read along."""

    @property
    def asker_id(self) -> int:
        """The company that asks."""
        return self.delegation_id if self.asked_by is Side.DELEGATION else self.counterpart_id

    @property
    def pair(self) -> tuple[int, int]:
        """The two companies, delegation first."""
        return self.delegation_id, self.counterpart_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedence:
    """A company wants to meet one company before it meets another."""

    id: int = 0
    uid: str = ""
    company_id: int
    first_id: int
    then_id: int


def wishes(requests: list[Request]) -> dict[tuple[int, int], Request]:
    """Return for every pair the request that counts: a veto of either side first, then the strongest wish."""
    order = {Priority.NO_THANKS: 0, Priority.MUST_MEET: 1, Priority.MEET: 2}
    best: dict[tuple[int, int], Request] = {}
    for request in requests:
        held = best.get(request.pair)
        if held is None or order[request.priority] < order[held.priority]:
            best[request.pair] = request
    return best
