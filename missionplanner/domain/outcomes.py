"""The results of meetings: each with its outcome, and the scorecard of the mission."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from missionplanner.domain.meeting_places import table_number
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import OUTCOME_LABELS, Meeting, MeetingStatus, Outcome
from missionplanner.i18n import N_


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """A meeting that took place or should have, with its outcome."""

    meeting: Meeting
    day: date
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class ScorecardLine:
    """A share of the scorecard, beside the range missions usually reach."""

    name: str
    """A key of MEASURES."""
    part: int
    whole: int
    least: int
    """The percentage from which on the share is usual."""
    most: int
    """The percentage up to which the share is usual."""

    @property
    def percent(self) -> float | None:
        """The share in percent; None of nothing."""
        return 100 * self.part / self.whole if self.whole else None

    @property
    def is_good(self) -> bool | None:
        """Whether it is at least what is usual; None while there is nothing to measure."""
        return None if self.percent is None else self.percent >= self.least


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The results of the whole mission."""

    measures: tuple[ScorecardLine, ...]
    kinds: Mapping[str, int]
    """The number of outcomes by kind, in the order of OUTCOME_LABELS."""
    values: Mapping[str, float]
    """Sums by currency, "?" where none was entered."""
    no_shows: Mapping[str, int]
    """The number of no-shows by side."""


MEASURES = {
    "accepted": N_("Requests that became meetings"), "kept": N_("Meetings that were held"),
    "second": N_("Held meetings that lead to a second one"),
}  # fmt: skip


def lines(snapshot: Snapshot, outcomes: list[Outcome]) -> list[OutcomeLine]:
    """Return every standing meeting with its outcome, in the order of time and table."""
    known = {outcome.meeting_id: outcome for outcome in outcomes}
    order = sorted(
        (m for m in snapshot.meetings if m.stands),
        key=lambda m: (snapshot.slot[m.slot_id].starts, table_number(snapshot, m), m.id),
    )
    return [OutcomeLine(m, snapshot.slot[m.slot_id].day, known.get(m.id)) for m in order]


def scorecard(snapshot: Snapshot, outcomes: list[Outcome]) -> Scorecard:
    """Measure the mission against what missions usually reach; the value of an outcome "none" does not count."""
    wished = {pair for pair, wish in snapshot.wishes.items() if wish.priority is not Priority.NO_THANKS}
    met = {m.pair for m in snapshot.meetings if m.stands}
    status = Counter(m.status for m in snapshot.meetings)
    held = status[MeetingStatus.HELD]
    over = held + status[MeetingStatus.NO_SHOW] + status[MeetingStatus.CANCELLED]
    second = sum(outcome.second_meeting for outcome in outcomes)
    values: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome.value and outcome.kind != "none":
            values[outcome.currency or "?"] += outcome.value  # type: ignore[assignment]
    return Scorecard(
        (
            ScorecardLine("accepted", len(wished & met), len(wished), 40, 60),
            ScorecardLine("kept", held, over, 80, 100),
            ScorecardLine("second", second, held, 20, 30),
        ),
        {kind: sum(o.kind == kind for o in outcomes) for kind in OUTCOME_LABELS if kind},
        dict(sorted(values.items())),
        Counter(m.no_show_side for m in snapshot.meetings if m.status is MeetingStatus.NO_SHOW),
    )
