"""What meetings led to: outcomes, follow-ups that are due, the scorecard, and the report."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import FOLLOW_UP_DAYS, OUTCOME_LABELS, FollowUp, Meeting, MeetingStatus, Outcome
from missionplanner.errors import UserError
from missionplanner.i18n import N_, _, current
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class Line:
    """A meeting that took place or should have, with what it led to."""

    meeting: Meeting
    day: date
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Due:
    """A follow-up: so many days after a meeting its companies are asked. done: when they were."""

    meeting: Meeting
    days: int
    on: date
    done: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """A line of the scorecard: how many of how many, and between which shares (percent) a mission does well."""

    name: str
    part: int
    whole: int
    least: int
    most: int

    @property
    def percent(self) -> float | None:
        """The share in percent; None of nothing."""
        return 100 * self.part / self.whole if self.whole else None

    @property
    def is_good(self) -> bool | None:
        """Whether it does well; None while there is nothing to measure."""
        return None if self.percent is None else self.least <= self.percent <= self.most


@dataclass(frozen=True, slots=True)
class Scorecard:
    """measures; outcomes by kind; values by currency; no-shows by side."""

    measures: tuple[Measure, ...]
    kinds: Mapping[str, int]
    values: Mapping[str, float]
    no_shows: Mapping[str, int]


MEASURES = {
    "accepted": N_("Requests that became meetings"), "kept": N_("Meetings that were held"),
    "second": N_("Held meetings that lead to a second one"),
}  # fmt: skip


def lines(snapshot: Snapshot, outcomes: list[Outcome]) -> list[Line]:
    """Every standing meeting with its outcome, in the order of time and table."""
    known = {outcome.meeting_id: outcome for outcome in outcomes}
    order = sorted(
        (m for m in snapshot.meetings if m.stands),
        key=lambda m: (snapshot.slot[m.slot_id].starts, snapshot.table[m.table_id].number, m.id),
    )
    return [Line(m, snapshot.slot[m.slot_id].day, known.get(m.id)) for m in order]


def save(store: Store, meeting_id: int, values: Mapping[str, Any]) -> None:
    """Store some fields of a meeting's outcome, as one step; the meeting then counts as held.

    values: fields of Outcome. Raises UserError for a meeting that was cancelled.
    """
    meeting = store.get(Meeting, meeting_id)
    if not meeting.stands:
        raise UserError(_("This meeting was cancelled."), _("Only meetings that took place have an outcome."))
    known = next(iter(store.where(Outcome, "meeting_id", [meeting_id])), None)
    with store.change(_("Enter an outcome")) as change:
        if known is None:
            change.insert(Outcome(meeting_id=meeting_id, **values))
        else:
            change.update(replace(known, **values))
        if meeting.is_ahead:
            change.update(replace(meeting, status=MeetingStatus.HELD))


def typed(name: str, text: str) -> Any:
    """The value of a field of an outcome as typed; raises UserError where it is none.

    A kind may be its number, its beginning, or its whole name.
    """
    text = text.strip()
    if name == "kind":
        return _kind(text)
    if name == "value":
        return _value(text)
    if name == "due":
        return _day(text)
    if name == "second_meeting":
        return text.casefold()[:1] in tuple("yosj1x")
    return text.upper()[:3] if name == "currency" else text


def follow_ups(snapshot: Snapshot, done: list[FollowUp], today: date) -> list[Due]:
    """The follow-ups of every held meeting that are due by a day or were done, the oldest first."""
    known = {(row.meeting_id, row.days): row for row in done}
    found = []
    for meeting in snapshot.meetings:
        if meeting.status is not MeetingStatus.HELD:
            continue
        day = snapshot.slot[meeting.slot_id].day
        for days in FOLLOW_UP_DAYS:
            row, on = known.get((meeting.id, days)), day + timedelta(days)
            if row or on <= today:
                found.append(Due(meeting, days, on, row.done_on if row else None, row.note if row else ""))
    return sorted(found, key=lambda due: (due.done is not None, due.on, due.meeting.id))


def follow_up(store: Store, meeting_id: int, days: int, on: date | None, note: str = "") -> None:
    """Note that a follow-up was done on a day, None to take it back, as one step."""
    known = [row for row in store.where(FollowUp, "meeting_id", [meeting_id]) if row.days == days]
    with store.change(_("Note a follow-up") if on else _("Take a follow-up back")) as change:
        change.delete(FollowUp, [row.id for row in known])
        if on:
            change.insert(FollowUp(meeting_id=meeting_id, days=days, done_on=on, note=note))


def scorecard(snapshot: Snapshot, outcomes: list[Outcome]) -> Scorecard:
    """How the mission did, against what missions usually reach."""
    wished = {pair for pair, wish in snapshot.wishes.items() if wish.priority is not Priority.NO_THANKS}
    met = {m.pair for m in snapshot.meetings if m.stands}
    status = Counter(m.status for m in snapshot.meetings)
    held = status[MeetingStatus.HELD]
    over = held + status[MeetingStatus.NO_SHOW] + status[MeetingStatus.CANCELLED]
    second = sum(outcome.second_meeting for outcome in outcomes)
    values: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome.value:
            values[outcome.currency or "?"] += outcome.value  # type: ignore[assignment]
    return Scorecard(
        (Measure("accepted", len(wished & met), len(wished), 40, 60), Measure("kept", held, over, 80, 100),
         Measure("second", second, held, 20, 30)),
        {kind: sum(o.kind == kind for o in outcomes) for kind in OUTCOME_LABELS if kind},
        dict(sorted(values.items())),
        Counter(m.no_show_side for m in snapshot.meetings if m.status is MeetingStatus.NO_SHOW),
    )  # fmt: skip


def _kind(text: str) -> str:
    kinds = list(OUTCOME_LABELS)
    if text.isdigit() and int(text) < len(kinds):
        return kinds[int(text)]
    wanted = text.casefold()
    exact = [kind for kind, label in OUTCOME_LABELS.items() if _(label).casefold() == wanted]
    begin = [kind for kind, label in OUTCOME_LABELS.items() if kind and _(label).casefold().startswith(wanted)]
    if not wanted:
        return ""
    if not exact and len(begin) != 1:
        names = ", ".join(f"{n} {_(label)}" for n, label in enumerate(OUTCOME_LABELS.values()) if n)
        raise UserError(_("There is no outcome “{text}”.").format(text=text), names)
    return (exact or begin)[0]


def _value(text: str) -> float | None:
    if not text:
        return None
    try:
        found = current().parse_number(text)
    except ValueError as error:
        raise UserError(_("“{text}” is no amount.").format(text=text), _("Type a number such as 25000.")) from error
    if found < 0:
        raise UserError(_("“{text}” is no amount.").format(text=text), _("Type a number such as 25000."))
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError(_("“{text}” is no date.").format(text=text), _("Type it as 2026-03-31.")) from error
