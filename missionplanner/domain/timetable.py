"""Sessions, slots and meetings, and when somebody or something is not available."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from missionplanner.domain.time import Range
from missionplanner.i18n import N_, _


class MeetingStatus(StrEnum):
    """What became of a meeting."""

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


class Owner(StrEnum):
    """Whose availability it is."""

    COMPANY = "company"
    DELEGATE = "delegate"
    TABLE = "table"
    INTERPRETER = "interpreter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A block of meeting time at a venue, cut into slots of `slot_minutes` with `buffer_minutes` between."""

    id: int = 0
    uid: str = ""
    venue_id: int
    name: str = ""
    starts: datetime
    ends: datetime
    slot_minutes: int = 20
    buffer_minutes: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One meeting's time in a session."""

    id: int = 0
    uid: str = ""
    session_id: int
    starts: datetime
    ends: datetime

    @property
    def span(self) -> Range:
        """Its time as a range."""
        return Range(self.starts, self.ends)

    @property
    def day(self) -> date:
        """Its day on the clocks of the city (the offset is the city's)."""
        return self.starts.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two companies, a slot, a table."""

    id: int = 0
    uid: str = ""
    delegation_id: int
    counterpart_id: int
    slot_id: int
    table_id: int
    status: MeetingStatus = MeetingStatus.PLANNED
    locked: bool = False
    reason: str = ""
    no_show_side: str = ""
    interpreter_id: int | None = None
    reconfirmed: date | None = None

    @property
    def pair(self) -> tuple[int, int]:
        """The two companies, delegation first."""
        return self.delegation_id, self.counterpart_id

    @property
    def is_ahead(self) -> bool:
        """Whether it has yet to be held."""
        return self.status in (MeetingStatus.PLANNED, MeetingStatus.CONFIRMED)

    @property
    def stands(self) -> bool:
        """Whether it takes up time: everything but a cancelled meeting does."""
        return self.status is not MeetingStatus.CANCELLED


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDelegate:
    """A delegate attends a meeting; a meeting without any is attended by all of both companies."""

    id: int = 0
    meeting_id: int
    delegate_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """A time when its owner is not available."""

    id: int = 0
    uid: str = ""
    owner: Owner
    owner_id: int
    starts: datetime
    ends: datetime
    reason: str = ""

    @property
    def span(self) -> Range:
        """Its time as a range."""
        return Range(self.starts, self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """A person booked to interpret; languages are codes separated by commas."""

    id: int = 0
    uid: str = ""
    name: str
    languages: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a meeting led to."""

    id: int = 0
    uid: str = ""
    meeting_id: int
    kind: str = ""
    value: float | None = None
    currency: str = ""
    next_step: str = ""
    due: date | None = None
