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
    """The registration of a company.

    `announced` is the last status the company was told, or empty; `reason` says why it was decided so; `reviewer` is
    who looks at it; `applicant` who applied on the company's behalf; `edited` names what was changed since it was
    accepted, separated by commas, and is empty when the acceptance stands.
    """

    id: int = 0
    uid: str = ""
    company_id: int
    status: Status = Status.APPLIED
    announced: str = ""
    rank: int | None = None
    received: datetime | None = None
    source: str = ""
    reason: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    reviewer: str = ""
    applicant: str = ""
    declares_origin: bool | None = None
    declares_export_controls: bool | None = None
    declares_integrity: bool | None = None
    signed_by: str = ""
    signed_on: date | None = None
    edited: str = ""

    @property
    def declarations(self) -> tuple[bool | None, ...]:
        """The answers: origin of goods, export controls, anti-bribery."""
        return self.declares_origin, self.declares_export_controls, self.declares_integrity


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides what, when and why."""

    status: Status
    by: str
    at: datetime
    reason: str = ""


def refusal(application: Application, status: Status, has_meetings: bool) -> str:
    """Why the registration cannot take `status`, in a sentence; empty when it can."""
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
    """The registration with its new status; a place in the reserve list is given up on leaving it."""
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
