"""The results of a mission on a day, as an auditor counts them: claimed, confirmed by one side or both, verified.

Only what had been said, decided and verified by that day counts, so that a past day reads as it read then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from missionplanner.domain.deals import Deal, Register, as_on, deals, stands
from missionplanner.domain.relationships import ORDER, Claim, Proof, Relationship, Stage
from missionplanner.i18n import N_, _


class DealStanding(StrEnum):
    """How far a deal can be believed."""

    VERIFIED = "verified"
    VERIFIED_BEFORE = "verified_before"
    BEFORE = "before"
    BOTH = "both"
    ONE = "one"

    @property
    def label(self) -> str:
        """The standing in the language of the screen."""
        return _(STANDING_LABELS[self])

    @property
    def is_new(self) -> bool:
        """Whether it counts as business of this mission."""
        return self not in (DealStanding.VERIFIED_BEFORE, DealStanding.BEFORE)


STANDING_LABELS = {
    DealStanding.VERIFIED: N_("Verified with evidence"),
    DealStanding.VERIFIED_BEFORE: N_("Verified, begun before the mission"),
    DealStanding.BEFORE: N_("Said to have begun before the mission"),
    DealStanding.BOTH: N_("Confirmed by both sides"),
    DealStanding.ONE: N_("Claimed by one side"),
}


@dataclass(frozen=True, slots=True)
class Result:
    """A deal as it stands on a day."""

    deal: Deal
    """With those tellings alone that were not taken back."""
    standing: DealStanding
    lower: float
    """The lowest that is told, or what the evidence shows, in the currency of the report."""
    higher: float
    proof: Proof | None = None

    @property
    def jobs(self) -> int:
        """The fewest jobs that are told of it."""
        told = [telling.newest.jobs for telling in self.deal.tellings if telling.newest.jobs is not None]
        return min(told, default=0)

    @property
    def pair(self) -> tuple[int, int]:
        """The companies it is of."""
        return self.deal.tellings[0].pair


@dataclass(frozen=True, slots=True)
class Results:
    """All deals and relationships of a day."""

    day: date
    deals: tuple[Result, ...]
    stages: dict[int, Stage]
    """The stage of each relationship that is told of, by its key."""
    every_row: float
    """The sum of everything told, each telling counted, as a careless report would."""
    unknown: tuple[Claim, ...]
    """Claims whose currency has no rate, and which are in no sum."""

    def of(self, standing: DealStanding) -> list[Result]:
        """Return the deals of a standing."""
        return [one for one in self.deals if one.standing is standing]


def results(register: Register, proofs: Sequence[Proof], mission_starts: date, day: date) -> Results:
    """Return the results of a day."""
    claims = as_on(register.claims, day)
    said: dict[int, list[Claim]] = {}
    for claim in claims:
        said.setdefault(claim.relationship_id, []).append(claim)
    shown = {proof.claim_id: proof for proof in _by_day(proofs) if proof.verified_on <= day}
    found: list[Result] = []
    every_row, unknown = 0.0, []
    for deal in deals(register, day):
        told = [telling for telling in deal.tellings if stands(telling, said[telling.newest.relationship_id])]
        worth = [_worth(register, telling.newest) for telling in told]
        unknown += [telling.newest for telling, one in zip(told, worth, strict=True) if one is None]
        amounts = sorted(one for one in worth if one is not None)
        every_row += sum(amounts)
        proof = next((shown[claim.id] for claim in reversed(deal.claims) if claim.id in shown), None)
        if told and (amounts or proof):
            found.append(_result(register, Deal(tuple(told)), amounts, proof, mission_starts))
    return Results(day, tuple(found), stages(register.relationships, claims), every_row, tuple(unknown))


def _by_day(proofs: Sequence[Proof]) -> list[Proof]:
    return sorted(proofs, key=lambda one: (one.verified_on, one.id))


def _worth(register: Register, claim: Claim) -> float | None:
    return register.worth(claim.value or 0.0, claim.currency)


def _result(register: Register, deal: Deal, amounts: list[float], proof: Proof | None, starts: date) -> Result:
    if proof and (worth := register.worth(proof.value, proof.currency)) is not None:
        before = proof.signed_on is not None and proof.signed_on < starts
        return Result(deal, DealStanding.VERIFIED_BEFORE if before else DealStanding.VERIFIED, worth, worth, proof)
    if any(telling.newest.began_before for telling in deal.tellings):
        standing = DealStanding.BEFORE
    else:
        standing = DealStanding.BOTH if len({t.newest.teller_id for t in deal.tellings}) > 1 else DealStanding.ONE
    return Result(deal, standing, amounts[0], amounts[-1])


def stages(relationships: Sequence[Relationship], claims: Sequence[Claim]) -> dict[int, Stage]:
    """Return the newest stage that is told of each relationship; of one day the further one.

    claims: those that count on the day.
    """
    newest: dict[int, tuple[date, int]] = {}
    for claim in claims:
        mark = (claim.told_on, ORDER[claim.stage])
        if claim.relationship_id not in newest or newest[claim.relationship_id] < mark:
            newest[claim.relationship_id] = mark
    order = list(Stage)
    return {one.id: order[newest[one.id][1]] for one in relationships if one.id in newest}
