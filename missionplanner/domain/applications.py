"""Registrations and where they stand; what is decided and what is announced are two things."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from missionplanner.i18n import N_, _


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

    @property
    def label(self) -> str:
        """The status in the language of the screen."""
        return _(self.label_text)

    @property
    def label_text(self) -> str:
        """The status in English, to be translated."""
        return STATUS_LABELS[self]

    @property
    def takes_part(self) -> bool:
        """Whether a company in this status gets meetings and packs."""
        return self in (Status.ACCEPTED, Status.CONFIRMED)


STATUS_LABELS = {
    Status.APPLIED: N_("Applied"),
    Status.INFORMATION_REQUESTED: N_("Information requested"),
    Status.UNDER_REVIEW: N_("Under review"),
    Status.ACCEPTED: N_("Accepted"),
    Status.CONFIRMED: N_("Confirmed"),
    Status.RESERVE: N_("Reserve"),
    Status.DECLINED: N_("Declined"),
    Status.WITHDRAWN: N_("Withdrawn"),
}


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


def refusal(application: Application, status: Status, has_meetings: bool) -> str:
    """Return why the registration cannot take the status, in a sentence; empty when it can."""
    now = application.status
    if now is status:
        return _("It is already {status}.").format(status=status.label.lower())
    if now is Status.WITHDRAWN and status is not Status.APPLIED:
        return _("It was withdrawn; it has to be applied again first.")
    if status is Status.CONFIRMED and now is not Status.ACCEPTED:
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
