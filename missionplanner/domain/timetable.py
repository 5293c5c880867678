"""Sessions, slots and meetings, and when somebody or something is not available."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from missionplanner.domain.companies import SIDE_LABELS
from missionplanner.domain.time import Range, cut
from missionplanner.i18n import N_, _


class MeetingStatus(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"

    @property
    def label(self) -> str:
        """The status in the language of the screen."""
        return _(MEETING_STATUS_LABELS[self])


MEETING_STATUS_LABELS = {
    MeetingStatus.PLANNED: N_("Planned"),
    MeetingStatus.CONFIRMED: N_("Confirmed"),
    MeetingStatus.HELD: N_("Held"),
    MeetingStatus.CANCELLED: N_("Cancelled"),
    MeetingStatus.NO_SHOW: N_("No-show"),
}


class Keep(StrEnum):
    """Which meetings of the present timetable stay where they are."""

    LOCKED = "locked"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Scope:
    """The part of the timetable that is planned; whatever is left empty does not narrow it."""

    day: date | None = None
    stop_id: int | None = None
    companies: frozenset[int] = frozenset()
    """Keys of companies; meetings in which one of them takes part are planned."""
    pairs: frozenset[tuple[int, int]] = frozenset()
    """The only pairs of companies that are planned, delegation first."""

    def wants(self, pair: tuple[int, int]) -> bool:
        """Whether meetings of the pair are within it."""
        of_companies = not self.companies or bool(self.companies & set(pair))
        return of_companies and (not self.pairs or pair in self.pairs)

    def reaches(self, day: date, stop_id: int) -> bool:
        """Whether slots of that day and stop are within it."""
        return self.day in (None, day) and self.stop_id in (None, stop_id)


class Owner(StrEnum):
    """The kinds of people and things that can be unavailable."""

    COMPANY = "company"
    DELEGATE = "delegate"
    TABLE = "table"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(OWNER_LABELS[self])


OWNER_LABELS = {
    Owner.COMPANY: N_("Company"),
    Owner.DELEGATE: N_("Person"),
    Owner.TABLE: N_("Table"),
}


GIVEN_NAMES = (N_("Morning"), N_("Afternoon"))
"""The names of sessions that the program gives; any other is as somebody typed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A block of meeting time at a venue, cut into slots."""

    id: int = 0
    uid: str = ""
    venue_id: int
    name: str = ""
    starts: datetime
    ends: datetime
    slot_minutes: int = 20
    buffer_minutes: int = 5
    """The pause between two slots."""

    @property
    def label(self) -> str:
        """Its name; those the program gives are in the language of the screen."""
        return _(self.name) if self.name in GIVEN_NAMES else self.name


def given_name(text: str) -> str:
    """Return a typed name of a session as it is stored: one the program gives is the same in every language."""
    return next((name for name in GIVEN_NAMES if text.strip() == _(name)), text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The time of one meeting in a session."""

    id: int = 0
    uid: str = ""
    session_id: int
    starts: datetime
    ends: datetime

    @property
    def span(self) -> Range:
        """From its start to its end."""
        return Range(self.starts, self.ends)

    @property
    def day(self) -> date:
        """Its day in its city: the start carries the offset of the city."""
        return self.starts.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two companies meet in a slot, at a table or at the office of the host."""

    id: int = 0
    uid: str = ""
    delegation_id: int
    counterpart_id: int
    slot_id: int
    table_id: int | None
    """None where it is held at the office of the counterpart, which takes no table."""
    status: MeetingStatus = MeetingStatus.PLANNED
    locked: bool = False
    """Whether it stays where it is: nothing moves it but unlocking it first."""
    reason: str = ""
    """Why it was cancelled, or why a side did not come."""
    no_show_side: str = ""
    """The side that did not come."""
    interpreter_id: int | None = None
    """The key of the person who interprets."""
    reconfirmed: date | None = None
    """The day on which a side last confirmed that it comes."""
    late_side: str = ""
    """The side that is late today."""
    late_minutes: int = 0
    """How late that side is."""
    walk_in: bool = False
    """Whether it was agreed on the spot."""
    reconfirmed_by: str = ""
    """The side that confirmed so; "both" where both did."""

    def is_reconfirmed_by(self, side: str) -> bool:
        """Whether a side confirmed again that it comes."""
        return self.reconfirmed is not None and self.reconfirmed_by in (side, "both")

    @property
    def pair(self) -> tuple[int, int]:
        """The two companies, delegation first."""
        return self.delegation_id, self.counterpart_id

    @property
    def companies(self) -> tuple[int, ...]:
        """The companies it takes the time of: the two, or one alone where the time of one is tried (`free_time`)."""
        return tuple(key for key in self.pair if key)

    @property
    def is_ahead(self) -> bool:
        """Whether it has yet to be held."""
        return self.status in (MeetingStatus.PLANNED, MeetingStatus.CONFIRMED)

    @property
    def stands(self) -> bool:
        """Whether it takes up time: all but cancelled meetings do."""
        return self.status is not MeetingStatus.CANCELLED

    def moved_to(self, slot_id: int, table_id: int | None) -> "Meeting":
        """Return it in another place; in another slot it is only planned.

        At another table of the same slot its time is what was agreed: who reconfirmed it, and who is late, still holds.
        """
        kept = self if slot_id == self.slot_id else self.as_planned()
        return replace(kept, slot_id=slot_id, table_id=table_id)

    def as_planned(self) -> "Meeting":
        """Return it as when it was planned: neither confirmed nor late, neither held nor missed nor cancelled."""
        return replace(
            self,
            status=MeetingStatus.PLANNED,
            reason="",
            no_show_side="",
            late_side="",
            late_minutes=0,
            reconfirmed=None,
            reconfirmed_by="",
        )


RECONFIRMED_LABELS = {**{side.value: text for side, text in SIDE_LABELS.items()}, "both": N_("Both sides")}
"""The sides that reconfirmed a meeting (`Meeting.reconfirmed_by`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDelegate:
    """A delegate attends a meeting; a meeting without any is attended by all delegates of both companies."""

    id: int = 0
    uid: str = ""
    meeting_id: int
    delegate_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """A time at which its owner is not available."""

    id: int = 0
    uid: str = ""
    owner: Owner
    owner_id: int
    """A key in the table of the owner's kind."""
    starts: datetime
    ends: datetime
    reason: str = ""

    @property
    def span(self) -> Range:
        """From its start to its end."""
        return Range(self.starts, self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The result of a meeting."""

    id: int = 0
    uid: str = ""
    meeting_id: int
    kind: str = ""
    """A key of OUTCOME_LABELS."""
    value: float | None = None
    """The value of the business in `currency`."""
    currency: str = ""
    next_step: str = ""
    due: date | None = None
    """The day by which the next step is to be done."""
    second_meeting: bool = False
    """Whether the two companies agreed to meet again."""


OUTCOME_LABELS = {
    "": N_("Not said"),
    "none": N_("Nothing came of it"),
    "information": N_("Information exchanged"),
    "lead": N_("Serious lead"),
    "quote": N_("Quotation or samples asked for"),
    "agreement": N_("Agreement or memorandum"),
    "sale": N_("Contract or sale"),
    "investment": N_("Investment or joint venture"),
}
"""The kinds of outcomes, the least first."""

FOLLOW_UP_DAYS = (30, 90, 180, 365)
"""The numbers of days after a meeting at which its companies are asked about its result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """The companies of a meeting were asked about its result."""

    id: int = 0
    uid: str = ""
    meeting_id: int
    days: int
    """After which number of days; one of FOLLOW_UP_DAYS."""
    done_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A timetable kept under a name."""

    id: int = 0
    uid: str = ""
    name: str
    content: str
    """Its meetings as JSON (`jobs.timetable.versions`)."""
    made_at: datetime
    made_by: str = ""
    number: int | None = None
    """Its number among the published versions; None for one that was only kept."""
    published_at: datetime | None = None
    changes: str = ""
    """The differences from the version published before, a line each."""


def slots_of(session: Session, session_id: int) -> Iterable[Slot]:
    """Cut a session into its slots, which have no keys yet."""
    for span in cut(Range(session.starts, session.ends), session.slot_minutes, session.buffer_minutes):
        yield Slot(session_id=session_id, starts=span.start, ends=span.end)
