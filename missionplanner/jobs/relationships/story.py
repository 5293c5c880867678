"""The story of a relationship by day: requests, meetings, outcomes, letters, what was said and proved, agreements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from missionplanner.domain.agreements import Agreement, AgreementParty, AgreementRecord, records
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.follow_ups import CompanyFollowUp
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import kind_label
from missionplanner.domain.meeting_places import place_and_clock
from missionplanner.domain.moments import MomentLetter
from missionplanner.domain.relationships import Claim, Proof, Relationship
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import OUTCOME_LABELS, Meeting, Outcome
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.relationships.registering import KnownRegister, registered
from missionplanner.jobs.safety import history
from missionplanner.store.store import Store
from missionplanner.user import shown_name


class StoryKind(StrEnum):
    """The kinds of things that happen in a relationship; of one day in this order."""

    REQUEST = "request"
    MADE = "made"
    MEETING = "meeting"
    OUTCOME = "outcome"
    LETTER = "letter"
    FOLLOW_UP = "follow_up"
    SAID = "said"
    PROOF = "proof"
    AGREEMENT = "agreement"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(STORY_KIND_LABELS[self])


STORY_KIND_LABELS = {
    StoryKind.REQUEST: N_("Request"),
    StoryKind.MADE: N_("Relationship"),
    StoryKind.MEETING: N_("Meeting"),
    StoryKind.OUTCOME: N_("Outcome"),
    StoryKind.LETTER: N_("Letter"),
    StoryKind.FOLLOW_UP: N_("Follow-up"),
    StoryKind.SAID: N_("Told"),
    StoryKind.PROOF: N_("Evidence"),
    StoryKind.AGREEMENT: N_("Agreement"),
}


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A thing that happened in a relationship."""

    kind: StoryKind
    day: date | None
    """None where nobody noted it."""
    what: str
    who: str = ""
    value: str = ""
    note: str = ""
    key: int = 0
    """Of the record it is about."""
    company_id: int = 0
    """The company it belongs to, where it is of one."""


def story(store: Store, snapshot: Snapshot, relationship: Relationship) -> list[StoryLine]:
    """Return everything that happened in a relationship, by day; without one it comes first, an agreement last."""
    known = registered(store)
    found = [
        *_requests(store, snapshot, relationship),
        StoryLine(StoryKind.MADE, relationship.made_on, _("Entered in the register"), key=relationship.id),
        *_meetings(snapshot, relationship, store.all(Outcome)),
        *_letters(store, known, relationship),
        *_follow_ups(store, known, relationship),
        *_said(known, relationship),
        *_agreements(store, snapshot, relationship),
    ]
    order = list(StoryKind)

    def place(one: StoryLine) -> tuple[date, int]:
        unknown = date.max if one.kind is StoryKind.AGREEMENT else date.min
        return one.day or unknown, order.index(one.kind)

    return sorted(found, key=place)


def _requests(store: Store, snapshot: Snapshot, relationship: Relationship) -> Iterator[StoryLine]:
    pair = set(relationship.pair)
    for one in store.where(Request, "delegation_id", pair):
        if one.counterpart_id in pair:
            asks = one.delegation_id if one.asked_by is Side.DELEGATION else one.counterpart_id
            steps = history.steps_of(store, "requests", one.id)
            day = steps[-1].at.astimezone().date() if steps else None
            name = snapshot.company[asks].name
            yield StoryLine(StoryKind.REQUEST, day, one.priority.label, name, "", one.comment, one.id, asks)


def _meetings(snapshot: Snapshot, relationship: Relationship, outcomes: Sequence[Outcome]) -> Iterator[StoryLine]:
    led_to = {one.meeting_id: one for one in outcomes}
    for meeting in snapshot.meetings:
        if set(meeting.pair) == set(relationship.pair):
            day = snapshot.slot[meeting.slot_id].day
            where = ", ".join(filter(None, (_clock(snapshot, meeting), place_and_clock(snapshot, meeting))))
            yield StoryLine(
                StoryKind.MEETING, day, meeting.status.label, where, "", meeting.reason, meeting.id, meeting.pair[0]
            )
            if outcome := led_to.get(meeting.id):
                label = _(OUTCOME_LABELS.get(outcome.kind, outcome.kind))
                value = _amount(outcome.value, outcome.currency)
                yield StoryLine(StoryKind.OUTCOME, day, label, "", value, outcome.next_step, meeting.id)


def _clock(snapshot: Snapshot, meeting: Meeting) -> str:
    return current().time(snapshot.slot[meeting.slot_id].starts)


def _letters(store: Store, known: KnownRegister, relationship: Relationship) -> Iterator[StoryLine]:
    pair = set(relationship.pair)
    for one in store.where(Letter, "company_id", pair):
        name, day = known.name(one.company_id), one.sent_at.astimezone().date()
        side = known.companies[one.company_id].side
        what = Status(one.kind).label(side) if one.kind in set(Status) else kind_label(one.kind)
        yield StoryLine(StoryKind.LETTER, day, what, name, "", one.subject, one.id, one.company_id)
    for letter in store.where(MomentLetter, "company_id", pair):
        name, day = known.name(letter.company_id), letter.written_at.astimezone().date()
        yield StoryLine(
            StoryKind.LETTER, day, letter.moment.label, name, "", letter.subject, letter.id, letter.company_id
        )


def _follow_ups(store: Store, known: KnownRegister, relationship: Relationship) -> Iterator[StoryLine]:
    for one in store.where(CompanyFollowUp, "company_id", set(relationship.pair)):
        what = _("Asked after {n} days").format(n=one.days)
        name = known.name(one.company_id)
        yield StoryLine(StoryKind.FOLLOW_UP, one.done_on, what, name, "", one.note, one.id, one.company_id)


def _said(known: KnownRegister, relationship: Relationship) -> Iterator[StoryLine]:
    proofs: dict[int, list[Proof]] = {}
    for proof in known.proofs:
        proofs.setdefault(proof.claim_id, []).append(proof)
    for claim in known.register.claims:
        if claim.relationship_id != relationship.id:
            continue
        who = known.name(claim.teller_id)
        yield StoryLine(
            StoryKind.SAID, claim.told_on, claim.stage.label, ", ".join(filter(None, (who, shown_name(claim.said_by)))),
            _worth(claim), _note(claim), claim.id, claim.teller_id or 0,
        )  # fmt: skip
        for proof in proofs.get(claim.id, ()):
            note = ", ".join(filter(None, (proof.reference, proof.how, proof.parties)))
            value = _amount(proof.value, proof.currency)
            who = shown_name(proof.verified_by)
            yield StoryLine(StoryKind.PROOF, proof.verified_on, _("Verified"), who, value, note, proof.id)


def _worth(claim: Claim) -> str:
    said = _amount(claim.value, claim.currency)
    period = f"{said}, {claim.period}" if said and claim.period else said
    return _("{value} (expected)").format(value=period) if period and claim.expected else period


def _note(claim: Claim) -> str:
    withdrawn = ""
    if claim.withdrawn_on:
        withdrawn = _("withdrawn on {day}").format(day=current().date(claim.withdrawn_on, "medium"))
    before = _("Began before the mission") if claim.began_before else ""
    jobs = _("Jobs: {n}").format(n=current().number(claim.jobs)) if claim.jobs else ""
    since = ""
    if claim.since and claim.since != claim.told_on:
        since = _("since {day}").format(day=current().date(claim.since, "medium"))
    texts = (withdrawn, claim.reason, claim.about, since, before, claim.third, jobs, claim.next_step, claim.evidence)
    return "; ".join(filter(None, texts))


def _agreements(store: Store, snapshot: Snapshot, relationship: Relationship) -> Iterator[StoryLine]:
    pair = set(relationship.pair)
    for record in records(store.all(Agreement), store.all(AgreementParty), ()):
        if pair <= {party.company_id for party in record.parties}:
            one = record.agreement
            value = _amount(one.announced_value, one.currency)
            what = f"{one.kind.label}: {one.status.label}"
            yield StoryLine(
                StoryKind.AGREEMENT, _signed(snapshot, record), what, "", value, one.title(current().language), one.id
            )


def _signed(snapshot: Snapshot, record: AgreementRecord) -> date | None:
    """Return the day an agreement was signed, or the one its event is on."""
    event = next((one for one in snapshot.events if one.id == record.agreement.event_id), None)
    return record.agreement.signed_on or (event.starts.date() if event else None)


def _amount(value: float | None, currency: str) -> str:
    return "" if value is None else f"{current().number(value)} {currency}".strip()
