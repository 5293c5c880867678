"""Registrations and where they stand; what is decided and what is announced are two things.

Delegation companies apply and are accepted; counterparts are invited and come. Both have the same statuses, whose words
depend on the side.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from missionplanner.domain.companies import Side
from missionplanner.i18n import N_, _, count
from missionplanner.messages import Message, message


class Status(StrEnum):
    """Where a registration stands."""

    APPLIED = "applied"
    INFORMATION_REQUESTED = "information_requested"
    UNDER_REVIEW = "under_review"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    RESERVE = "reserve"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    PROSPECT = "prospect"
    """It took part in an earlier mission, or is to be asked; it has not applied."""

    def message(self, *sides: Side) -> Message:
        """Return the words for a company of this side; for both, or where no side is given, those of both."""
        texts = dict.fromkeys(STATUS_LABELS[side][self] for side in Side if side in sides or not sides)
        words = [message(text) for text in texts]
        if len(words) == 1:
            return words[0]
        return message("{delegation} / {counterpart}", delegation=words[0], counterpart=words[1])

    def label(self, *sides: Side) -> str:
        """Return the words of `message` in the language of the screen."""
        return str(self.message(*sides))

    @property
    def takes_part(self) -> bool:
        """Whether a company in this status gets meetings and packs."""
        return self in (Status.ACCEPTED, Status.CONFIRMED)


_APPLICATIONS = {
    Status.APPLIED: N_("Applied"),
    Status.INFORMATION_REQUESTED: N_("Information requested"),
    Status.UNDER_REVIEW: N_("Under review"),
    Status.ACCEPTED: N_("Accepted"),
    Status.CONFIRMED: N_("Confirmed"),
    Status.RESERVE: N_("Reserve"),
    Status.DECLINED: N_("Declined"),
    Status.WITHDRAWN: N_("Withdrawn"),
    Status.PROSPECT: N_("Prospect"),
}
_INVITATIONS = {
    Status.APPLIED: N_("On the long list"),
    Status.INFORMATION_REQUESTED: N_("Contacted"),
    Status.UNDER_REVIEW: N_("Interested"),
    Status.ACCEPTED: N_("Comes"),
    Status.CONFIRMED: N_("Comes"),
    Status.PROSPECT: N_("On the long list"),
}
STATUS_LABELS: Mapping[Side, Mapping[Status, str]] = {
    Side.DELEGATION: _APPLICATIONS,
    Side.COUNTERPART: {**_APPLICATIONS, **_INVITATIONS},
}
"""The words of every status in English, by the side of the company; `Status.message` says them."""


def statuses_of(*sides: Side) -> list[Status]:
    """Return the statuses to choose from for companies of these sides: of those with the same words the first."""
    found = {status.message(*sides).stored(): status for status in reversed(Status)}
    return [status for status in Status if status in found.values()]


def same_words(statuses: Iterable[Status], *sides: Side) -> list[Status]:
    """Return the statuses together with those that are called the same for companies of these sides."""
    words = {status.message(*sides).stored() for status in statuses}
    return [status for status in Status if status.message(*sides).stored() in words]


def number_of_each(numbers: Mapping[Side, int]) -> str:
    """Return how many companies of each side there are: 220 counterparts, 245 applications."""
    parts = {
        Side.COUNTERPART: count("{n} counterpart", "{n} counterparts", numbers.get(Side.COUNTERPART, 0)),
        Side.DELEGATION: count("{n} application", "{n} applications", numbers.get(Side.DELEGATION, 0)),
    }
    return ", ".join(text for side, text in parts.items() if numbers.get(side))


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The registration of a company."""

    id: int = 0
    uid: str = ""
    company_id: int
    status: Status = Status.APPLIED
    announced: str = ""
    """The status the company was last informed of; empty while it was informed of none."""
    rank: int | None = None
    """The place in the reserve list, 1 first."""
    received: datetime | None = None
    source: str = ""
    """The name of the file it came with."""
    reason: str = ""
    """The reason of the decision."""
    decided_at: datetime | None = None
    decided_by: str = ""
    reviewer: str = ""
    """The member of staff in charge of it."""
    applicant: str = ""
    """The person who applied on the company's behalf."""
    declares_origin: bool | None = None
    declares_export_controls: bool | None = None
    declares_integrity: bool | None = None
    signed_by: str = ""
    signed_on: date | None = None
    edited: str = ""
    """The fields that were changed since it was accepted, separated by commas; empty while the acceptance stands."""

    @property
    def declarations(self) -> tuple[bool | None, ...]:
        """The answers: origin of goods, export controls, anti-bribery."""
        return self.declares_origin, self.declares_export_controls, self.declares_integrity


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on a registration."""

    status: Status
    by: str
    at: datetime
    reason: str = ""


def refusal(application: Application, status: Status, side: Side, has_meetings: bool) -> str:
    """Return why the registration of a company of a side cannot take the status, in a sentence; empty when it can."""
    now = application.status
    comes_already = side is Side.COUNTERPART and (now, status) == (Status.CONFIRMED, Status.ACCEPTED)
    if now is status or comes_already:
        return _("Its status is “{status}” already.").format(status=status.label(side))
    if now is Status.WITHDRAWN and status is not Status.APPLIED:
        return _("It is withdrawn; set it to “{status}” first.").format(status=Status.APPLIED.label(side))
    if side is Side.DELEGATION and status is Status.CONFIRMED and now is not Status.ACCEPTED:
        return _("Only an accepted company can be confirmed.")
    if has_meetings and not status.takes_part and status is not Status.WITHDRAWN:
        return _("It has planned meetings; withdraw it or remove its meetings first.")
    return ""


def decide(application: Application, decision: Decision) -> Application:
    """Return the registration with its new status; who leaves the reserve list gives up the place in it."""
    rank = application.rank if decision.status is Status.RESERVE else None
    return replace(
        application,
        status=decision.status,
        rank=rank,
        decided_at=decision.at,
        decided_by=decision.by,
        reason=decision.reason,
        edited="",
    )
