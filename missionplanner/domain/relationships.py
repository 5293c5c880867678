"""Relationships of companies: the stages they get to, what is claimed of them by whom, and what proves it.

Nothing that was said is overwritten: whoever says otherwise later says it on another day, so that every past day can be
read again.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from missionplanner.i18n import N_, _


class Stage(StrEnum):
    """How far a relationship got."""

    INTRODUCED = "introduced"
    HELD = "held"
    FOLLOW_UP = "follow_up"
    QUOTATION = "quotation"
    NEGOTIATION = "negotiation"
    AGREEMENT = "agreement"
    DELIVERY = "delivery"
    TRADING = "trading"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """The stage in the language of the screen."""
        return _(STAGE_LABELS[self])

    @property
    def is_deal(self) -> bool:
        """Whether something was agreed, so that a value is more than expected."""
        return self in (Stage.AGREEMENT, Stage.DELIVERY, Stage.TRADING)


STAGE_LABELS = {
    Stage.INTRODUCED: N_("Introduced"),
    Stage.HELD: N_("Meeting held"),
    Stage.FOLLOW_UP: N_("Follow-up stage"),
    Stage.QUOTATION: N_("Samples or quotation"),
    Stage.NEGOTIATION: N_("Negotiation"),
    Stage.AGREEMENT: N_("Agreement"),
    Stage.DELIVERY: N_("First delivery"),
    Stage.TRADING: N_("Trading"),
    Stage.ENDED: N_("Ended"),
}
ORDER = {stage: place for place, stage in enumerate(Stage)}
"""The place of each stage: the further, the higher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """Two organisations that have something with one another, with or without a meeting."""

    id: int = 0
    uid: str = ""
    company_id: int
    """Of two sides the one of the delegation."""
    other_id: int
    made_on: date
    """The day it was entered for."""
    intents: str = ""
    """Why they are together, as `domain.intents` keeps them."""
    owner: str = ""
    """The person who looks after it on this side."""
    other_owner: str = ""
    next_step: str = ""
    due: date | None = None
    """The day by which the next step is to be done."""
    notes: str = ""

    @property
    def pair(self) -> tuple[int, int]:
        """The keys of the two."""
        return self.company_id, self.other_id


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipParty:
    """Somebody else who is part of a relationship; no company of the mission."""

    id: int = 0
    uid: str = ""
    relationship_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A thing somebody says of a relationship on a day."""

    id: int = 0
    uid: str = ""
    relationship_id: int
    teller_id: int | None = None
    """The company that says so; None for the organisers."""
    told_on: date
    horizon: int | None = None
    """The number of days after the mission it was asked for; None where nobody asked."""
    stage: Stage
    since: date | None = None
    """The day the stage was reached, or the deal was made."""
    reason: str = ""
    """Why it ended."""
    about: str = ""
    """The subject of the deal."""
    expected: bool = False
    """Whether the value is only expected."""
    value: float | None = None
    currency: str = ""
    period: str = ""
    """The time the value is of: "a year"."""
    jobs: int | None = None
    began_before: bool | None = None
    """Whether it began before the mission; None where nobody says."""
    began_on: date | None = None
    third: str = ""
    """The name of a third party of the deal."""
    next_step: str = ""
    evidence: str = ""
    """The name of a file or a reference that shows it."""
    said_by: str = ""
    """The person who says so."""
    withdrawn_on: date | None = None
    """The day from which on it does not count: it was entered by mistake."""

    @property
    def is_deal(self) -> bool:
        """Whether it tells a deal with a value."""
        return bool(self.value) and not self.expected and self.stage.is_deal


@dataclass(frozen=True, slots=True, kw_only=True)
class SameDeal:
    """Somebody decided whether two claims of two tellers are of one deal."""

    id: int = 0
    uid: str = ""
    one_id: int
    other_id: int
    is_same: bool = True
    decided_on: date
    """The day from which on it counts."""
    decided_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Somebody saw the evidence of a claim."""

    id: int = 0
    uid: str = ""
    claim_id: int
    attachment_id: int | None = None
    """The file that is kept with a company."""
    reference: str = ""
    value: float
    """The value the evidence shows."""
    currency: str = ""
    signed_on: date | None = None
    parties: str = ""
    how: str = ""
    """How it was verified."""
    verified_on: date
    verified_by: str = ""
