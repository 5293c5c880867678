"""Follow-ups of companies: one a company and horizon, of everybody it met or has something with."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from missionplanner.domain.companies import Company
from missionplanner.domain.deals import as_on
from missionplanner.domain.milestones import Milestone, after
from missionplanner.domain.mission import Mission
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.results import stages
from missionplanner.domain.timetable import FOLLOW_UP_DAYS, FollowUp, Meeting, MeetingStatus, Slot
from missionplanner.i18n import current


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyFollowUp:
    """Somebody noted that a company was asked."""

    id: int = 0
    uid: str = ""
    company_id: int
    days: int
    """After which number of days; one of FOLLOW_UP_DAYS."""
    done_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class AskedAbout:
    """A company another one met, or has something with."""

    company_id: int
    met_on: date | None = None
    """The day of their last meeting that was held."""
    relationship: Relationship | None = None
    stage: Stage | None = None
    """The newest stage that is told of them."""


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """The facts follow-ups are found from."""

    mission: Mission
    companies: Sequence[Company]
    meetings: Sequence[Meeting]
    slots: Sequence[Slot]
    relationships: Sequence[Relationship]
    claims: Sequence[Claim]
    noted: Sequence[CompanyFollowUp] = ()
    noted_before: Sequence[FollowUp] = ()
    """The notes earlier versions kept of single meetings."""
    milestones: Sequence[Milestone] = ()


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """A follow-up: a number of days after its last meeting a company is asked about everybody it met."""

    company: Company
    days: int
    on: date
    partners: tuple[AskedAbout, ...]
    answered: frozenset[int]
    """The companies it has answered about."""
    owners: tuple[str, ...] = ()
    """Who looks after its relationships here."""
    noted: CompanyFollowUp | None = None
    done: date | None = None
    """The day it was noted as done, or that of the last answer."""
    milestone: tuple[str, date] | None = None
    """The next milestone after the day it is due, for which the answer counts."""

    @property
    def key(self) -> tuple[int, int]:
        """The company and the horizon."""
        return self.company.id, self.days

    @property
    def is_open(self) -> bool:
        """Whether the company is still to be asked, or to answer."""
        return self.done is None

    def late(self, today: date) -> int:
        """Return since how many days it is overdue; 0 where it is not."""
        return max((today - self.on).days, 0) if self.is_open else 0

    def missed(self, today: date) -> bool:
        """Whether the milestone it was needed for has passed without an answer."""
        return self.is_open and self.milestone is not None and self.milestone[1] < today


def partners(facts: FollowUpFacts) -> dict[int, list[AskedAbout]]:
    """Return whom each company is asked about, by its key: held meetings, and relationships that have not ended."""
    days = {slot.id: slot.day for slot in facts.slots}
    met: dict[tuple[int, int], date] = {}
    for meeting in facts.meetings:
        if meeting.status is MeetingStatus.HELD:
            day = days[meeting.slot_id]
            met[meeting.pair] = max(day, met.get(meeting.pair, day))
    reached = stages(facts.relationships, as_on(facts.claims, None))
    known = {one.pair: one for one in facts.relationships}
    found: dict[int, list[AskedAbout]] = defaultdict(list)
    for pair in sorted({*met, *known}):
        relationship = known.get(pair)
        stage = reached.get(relationship.id) if relationship else None
        if stage is Stage.ENDED:
            continue
        for ours, theirs in (pair, pair[::-1]):
            found[ours].append(AskedAbout(theirs, met.get(pair), relationship, stage))
    return found


def follow_ups(facts: FollowUpFacts, until: date) -> list[DueFollowUp]:
    """Return the follow-ups that are due by a day or done: open ones first, the oldest first."""
    known = _Known(facts)
    asked = partners(facts)
    found = [
        due
        for company in facts.companies
        if company.id in asked
        for due in known.of(company, tuple(asked[company.id]))
        if due.on <= until or due.done
    ]
    return sorted(found, key=lambda due: (due.done is not None, due.on, due.company.name.casefold(), due.company.id))


class _Known:
    """The answers and notes, by company and horizon."""

    def __init__(self, facts: FollowUpFacts) -> None:
        self._ends = facts.mission.ends
        self._noted = {(one.company_id, one.days): one for one in facts.noted}
        self._before = {(one.meeting_id, one.days): one.done_on for one in facts.noted_before}
        self._meetings: dict[int, list[int]] = defaultdict(list)
        for meeting in facts.meetings:
            if meeting.status is MeetingStatus.HELD:
                for company in meeting.pair:
                    self._meetings[company].append(meeting.id)
        self._turns = sorted((one.falls_on(facts.mission), one.title(current().language)) for one in facts.milestones)
        pairs = {one.id: one.pair for one in facts.relationships}
        self._told: dict[tuple[int, int], dict[int, date]] = defaultdict(dict)
        for claim in as_on(facts.claims, None):
            pair = pairs.get(claim.relationship_id, ())
            if claim.teller_id and claim.teller_id in pair and claim.horizon is not None:
                other = next(key for key in pair if key != claim.teller_id)
                self._told[claim.teller_id, claim.horizon][other] = claim.told_on

    def of(self, company: Company, mine: tuple[AskedAbout, ...]) -> Iterator[DueFollowUp]:
        """Yield the follow-ups of a company, one a horizon."""
        start = max((one.met_on for one in mine if one.met_on), default=self._ends)
        asked = {one.company_id for one in mine}
        owners = {one.relationship.owner for one in mine if one.relationship and one.relationship.owner}
        for days in FOLLOW_UP_DAYS:
            on, note = after(start, days), self._noted.get((company.id, days))
            answers = {key: day for key, day in self._told[company.id, days].items() if key in asked}
            done = note.done_on if note else self._done_before(company, days)
            if done is None and len(answers) == len(asked):
                done = max(answers.values())
            turn = next(((name, day) for day, name in self._turns if day >= on), None)
            yield DueFollowUp(company, days, on, mine, frozenset(answers), tuple(sorted(owners)), note, done, turn)

    def _done_before(self, company: Company, days: int) -> date | None:
        """Return when all single meetings of a company were noted as followed up, as earlier versions did."""
        found = [self._before.get((meeting, days)) for meeting in self._meetings[company.id]]
        noted = [day for day in found if day]
        return max(noted) if noted and len(noted) == len(found) else None
