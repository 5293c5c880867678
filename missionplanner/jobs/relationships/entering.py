"""Relationships entered by hand and made of meetings; what is said of them, decided and verified, each as one step."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from missionplanner.domain.companies import Attachment, Company, Partner, Side
from missionplanner.domain.intents import joined
from missionplanner.domain.relationships import Claim, Proof, Relationship, RelationshipParty, SameDeal, Stage
from missionplanner.domain.requests import Request
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting, MeetingStatus, Outcome, Slot
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.companies import attachments
from missionplanner.jobs.relationships.registering import company_names
from missionplanner.messages import counted_message, message
from missionplanner.store.change import Change
from missionplanner.store.store import Store
from missionplanner.user import user_name

STAGE_OF_OUTCOME = {
    "": Stage.HELD, "none": Stage.ENDED, "information": Stage.HELD, "lead": Stage.FOLLOW_UP,
    "quote": Stage.QUOTATION, "agreement": Stage.AGREEMENT, "sale": Stage.AGREEMENT, "investment": Stage.AGREEMENT,
}  # fmt: skip
"""How far a relationship is by the outcome of its meeting."""


def pair_of(one: Company, other: Company) -> tuple[int, int]:
    """Return the keys of a pair in the order relationships have: the delegation first, else by key."""
    first, second = sorted((one, other), key=lambda company: (company.side is not Side.DELEGATION, company.id))
    return first.id, second.id


def make(store: Store, one: Company, other: Company, on: date, intents: str = "") -> Relationship:
    """Make a relationship of two companies as one step, or return the one there is.

    Raises UserError where both are one company.
    """
    if one.id == other.id:
        raise UserError(_("A relationship is of two companies."), _("Name another one."))
    pair = pair_of(one, other)
    known = next((r for r in store.where(Relationship, "company_id", {pair[0]}) if r.pair == pair), None)
    if known:
        return known
    with store.change(
        message("Make the relationship of {one} and {other}", one=one.named, other=other.named)
    ) as change:
        key = change.insert(Relationship(company_id=pair[0], other_id=pair[1], made_on=on, intents=intents))
    return store.get(Relationship, key)


def edit(store: Store, relationship: Relationship, third: Iterable[str] | None = None) -> None:
    """Store a changed relationship, and its third parties by name where they are given, as one step."""
    with store.change(message("Edit a relationship")) as change:
        change.update(relationship)
        if third is not None:
            known = store.where(RelationshipParty, "relationship_id", {relationship.id})
            with_third(change, relationship.id, third, known)


def with_third(change: Change, key: int, names: Iterable[str], known: Iterable[RelationshipParty]) -> None:
    """Have a relationship have these third parties and no others, within a step; known: those it has."""
    wanted: dict[str, str] = {}
    for name in filter(None, map(str.strip, names)):
        wanted.setdefault(fold(name), name)
    there = list(known)
    change.delete(RelationshipParty, [one.id for one in there if fold(one.name) not in wanted])
    add_third(change, key, wanted.values(), there)


def third_parties(store: Store, relationship: Relationship) -> list[str]:
    """Return the names of the third parties of a relationship, in the order they were entered."""
    return [one.name for one in store.where(RelationshipParty, "relationship_id", {relationship.id})]


def add_third(change: Change, key: int, names: Iterable[str], known: Iterable[RelationshipParty]) -> None:
    """Add third parties that a relationship does not have yet, within a step."""
    there = {fold(one.name) for one in known if one.relationship_id == key}
    for name in names:
        if fold(name) not in there:
            there.add(fold(name))
            change.insert(RelationshipParty(relationship_id=key, name=name.strip()))


def remove(store: Store, keys: Iterable[int]) -> None:
    """Delete relationships with what was said of them, as one step."""
    wanted = list(keys)
    label = counted_message("Delete {n} relationship", "Delete {n} relationships", len(wanted))
    with store.change(label) as change:
        change.delete(Relationship, wanted)


def say(store: Store, claim: Claim) -> int:
    """Add what somebody says of a relationship, as one step; returns its key."""
    with store.change(message("Note what is said of a relationship")) as change:
        return change.insert(claim)


def withdraw(store: Store, claim: Claim, on: date) -> None:
    """Have a claim not count from a day on, as one step; before that day it did."""
    with store.change(message("Withdraw a claim")) as change:
        change.update(replace(claim, withdrawn_on=on))


def decide(store: Store, pairs: Iterable[tuple[int, int, date]], is_same: bool) -> int:
    """Decide whether claims are of one deal, each from a day on, as one step; returns how many were decided.

    What was decided on an earlier day stays, so that the days between read as they were.
    """
    known = {(frozenset((one.one_id, one.other_id)), one.decided_on): one for one in store.all(SameDeal)}
    wanted = list(pairs)
    label = counted_message("Decide on {n} deal told twice", "Decide on {n} deals told twice", len(wanted))
    with store.change(label) as change:
        for one, other, on in wanted:
            decided = SameDeal(one_id=one, other_id=other, is_same=is_same, decided_on=on, decided_by=user_name())
            if before := known.get((frozenset((one, other)), on)):
                change.update(replace(decided, id=before.id, uid=before.uid))
            else:
                change.insert(decided)
    return len(wanted)


def verify(store: Store, proofs: Iterable[Proof], files: Mapping[int, Path] | None = None) -> int:
    """Note that evidence was seen, as one step; returns of how many claims.

    files: those of the evidence by the claims they show, which are kept with the company that names them. Raises
    UserError where one cannot be read.
    """
    wanted = [replace(one, verified_by=one.verified_by or user_name()) for one in proofs]
    made = _attachments(store, wanted, files or {})
    kept = {(one.company_id, one.digest): one.id for one in store.all(Attachment)}
    with store.change(counted_message("Verify {n} claim", "Verify {n} claims", len(wanted))) as change:
        for proof in wanted:
            file = made.get(proof.claim_id)
            if file is None:
                change.insert(proof)
                continue
            key = kept.get((file.company_id, file.digest)) or change.insert(file)
            kept[file.company_id, file.digest] = key
            change.insert(replace(proof, attachment_id=key))
    return len(wanted)


def _attachments(store: Store, proofs: Iterable[Proof], files: Mapping[int, Path]) -> dict[int, Attachment]:
    """Return the files of evidence as attachments of the companies that name them, by claim."""
    owners = {one.id: one.company_id for one in store.all(Relationship)}
    claims = {one.id: one for one in store.where(Claim, "id", {one.claim_id for one in proofs})}
    contents = {key: attachments.content_of(path) for key, path in files.items() if key in claims}
    return {
        key: attachments.attachment_of(
            store, claims[key].teller_id or owners[claims[key].relationship_id], files[key], content
        )
        for key, content in contents.items()
    }


def from_meetings(store: Store, on: date) -> int:
    """Make the relationships of held meetings and of existing partners, as one step; returns how many are new."""
    companies = {company.id: company for company in store.all(Company)}
    days = {slot.id: slot.day for slot in store.all(Slot)}
    held = [
        (meeting.pair, Claim(relationship_id=0, told_on=on, stage=Stage.HELD, since=days[meeting.slot_id]))
        for meeting in store.where(Meeting, "status", {MeetingStatus.HELD})
    ]
    wanted = [*held, *_of_partners(store, companies, on)]
    known = {relationship.pair for relationship in store.all(Relationship)}
    new = {pair for pair, _claim in wanted} - known
    requests = _requests(store, new)
    with store.change(counted_message("Make {n} relationship", "Make {n} relationships", len(new))) as change:
        keys: dict[tuple[int, int], int] = {}
        for pair, claim in wanted:
            if pair in new:
                if pair not in keys:
                    keys[pair] = change.insert(_relationship(pair, on, requests[pair]))
                change.insert(replace(claim, relationship_id=keys[pair]))
    return len(new)


def _requests(store: Store, pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], list[Request]]:
    """Return the requests of every pair of companies, in the order they were entered."""
    found: dict[tuple[int, int], list[Request]] = {pair: [] for pair in pairs}
    for request in store.where(Request, "delegation_id", {pair[0] for pair in pairs}):
        if request.pair in found:
            found[request.pair].append(request)
    return found


def _relationship(pair: tuple[int, int], on: date, requests: Iterable[Request]) -> Relationship:
    """Return the relationship of a pair that met, with the intents its requests name, each once."""
    intents = joined(list(dict.fromkeys(request.intents for request in requests)))
    return Relationship(company_id=pair[0], other_id=pair[1], made_on=on, intents=intents)


def _of_partners(store: Store, companies: dict[int, Company], on: date) -> list[tuple[tuple[int, int], Claim]]:
    """Return the pairs of which one named the other as a partner it has already."""
    index = company_names(store)
    found = []
    for partner in store.all(Partner):
        company = companies.get(partner.company_id)
        for key in index.same(partner.name) if company else ():
            if company and companies[key].side is not company.side:
                claim = Claim(
                    relationship_id=0, teller_id=company.id, told_on=on, stage=Stage.INTRODUCED,
                    about=partner.relationship, began_before=True,
                )  # fmt: skip
                found.append((pair_of(company, companies[key]), claim))
    return found


def note_outcome(change: Change, store: Store, meeting: Meeting, outcome: Outcome, on: date) -> None:
    """Have the relationship of a meeting follow its outcome, within a step; of one day the last counts."""
    known = next(
        (r for r in store.where(Relationship, "company_id", {meeting.pair[0]}) if r.pair == meeting.pair), None
    )
    key = known.id if known else change.insert(
        _relationship(meeting.pair, on, _requests(store, [meeting.pair])[meeting.pair])
    )  # fmt: skip
    stage, day = STAGE_OF_OUTCOME.get(outcome.kind, Stage.HELD), store.get(Slot, meeting.slot_id).day
    said = Claim(
        relationship_id=key, told_on=on, stage=stage, since=day, expected=not stage.is_deal, value=outcome.value,
        currency=outcome.currency, next_step=outcome.next_step,
    )  # fmt: skip
    before = next(
        (
            claim for claim in (store.where(Claim, "relationship_id", {key}) if known else [])
            if (claim.teller_id, claim.told_on, claim.since, claim.horizon) == (None, on, day, None)
        ),
        None,
    )  # fmt: skip
    if before:
        change.update(replace(said, id=before.id, uid=before.uid))
    else:
        change.insert(said)
