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
from missionplanner.i18n import LANGUAGES, N_, _, current, is_currency, translator
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
class ScorecardLine:
    """A line of the scorecard: how many of how many, and between which shares (percent) missions usually are."""

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
        """Whether it is at least what is usual; None while there is nothing to measure."""
        return None if self.percent is None else self.percent >= self.least


@dataclass(frozen=True, slots=True)
class Scorecard:
    """measures; outcomes by kind; values by currency; no-shows by side."""

    measures: tuple[ScorecardLine, ...]
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


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A cell that was not stored: the key of its meeting, what was typed, and why."""

    key: int
    text: str
    reason: str


def save_cells(store: Store, cells: list[tuple[int, str, str]], label: str) -> list[RefusedCell]:
    """Store typed cells (key of a meeting, field of Outcome, text) as one step; those meetings then count as held.

    Returns what could not be stored, with reasons; the rest is stored.
    """
    meetings = {meeting.id: meeting for meeting in store.where(Meeting, "id", {key for key, _n, _t in cells})}
    values: dict[int, dict[str, Any]] = {}
    refused = []
    for key, name, text in cells:
        try:
            values.setdefault(key, {})[name] = _checked(meetings.get(key), name, text)
        except UserError as error:
            refused.append(RefusedCell(key, text, error.text))
    filled = {key: fields for key, fields in values.items() if fields}
    known = {outcome.meeting_id: outcome for outcome in store.where(Outcome, "meeting_id", filled)}
    with store.change(label) as change:
        for key, fields in filled.items():
            if key in known:
                change.update(replace(known[key], **fields))
            elif any(fields.values()):
                change.insert(Outcome(meeting_id=key, **fields))
            if meetings[key].is_ahead and any(fields.values()):
                change.update(replace(meetings[key], status=MeetingStatus.HELD))
    return refused


def _checked(meeting: Meeting | None, name: str, text: str) -> Any:
    """The value of a typed cell of a meeting; raises UserError where it cannot be stored."""
    if name not in _TYPED:
        raise UserError(_("This column is not typed."))
    if meeting is None or not meeting.stands:
        raise UserError(_("This meeting was cancelled."))
    return typed(name, text)


_TYPED = ("kind", "value", "currency", "next_step", "due", "second_meeting")


def typed(name: str, text: str) -> Any:
    """The value of a field of an outcome as typed; raises UserError where it is none.

    A kind may be its number, its beginning, or its whole name in any of the three languages.
    """
    text = text.strip()
    if name == "kind":
        return _kind(text)
    if name == "value":
        return _value(text)
    if name == "due":
        return _day(text)
    if name == "second_meeting":
        return _answer(text)
    return _currency(text) if name == "currency" else text


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


def note_follow_ups(store: Store, wanted: list[tuple[int, int]], on: date | None, note: str = "") -> None:
    """Note that follow-ups (meeting, days) were done on a day, None to take that back, as one step."""
    rows = store.where(FollowUp, "meeting_id", {meeting for meeting, _days in wanted})
    known = [row.id for row in rows if (row.meeting_id, row.days) in wanted]
    with store.change(_("Note follow-ups") if on else _("Take follow-ups back")) as change:
        change.delete(FollowUp, known)
        if on:
            notes = {(row.meeting_id, row.days): row.note for row in rows}
            change.insert_all(
                FollowUp(meeting_id=m, days=days, done_on=on, note=note or notes.get((m, days), ""))
                for m, days in wanted
            )


def scorecard(snapshot: Snapshot, outcomes: list[Outcome]) -> Scorecard:
    """How the mission did, against what missions usually reach; the value of what came to nothing does not count."""
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


def _answer(text: str) -> bool:
    word = text.casefold().rstrip(".")
    if word in ("yes", "y", "oui", "o", "sí", "si", "s", "x", "1", "✓", _("Yes").casefold()):
        return True
    if word in ("", "no", "n", "non", "0", _("No").casefold()):
        return False
    raise UserError(_("“{text}” is neither yes nor no.").format(text=text), _("Type yes or no."))


def _currency(text: str) -> str:
    code = text.upper()
    if code and not is_currency(code):
        raise UserError(_("“{text}” is no currency.").format(text=text), _("Type its three letters, such as CAD."))
    return code


def _kind(text: str) -> str:
    kinds = list(OUTCOME_LABELS)
    if text.isdecimal() and int(text) < len(kinds):
        return kinds[int(text)]
    wanted = text.casefold()
    tongues = [translator(language) for language in LANGUAGES]
    exact = [kind for kind, label in OUTCOME_LABELS.items() if wanted in {t(label).casefold() for t in tongues}]
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
    if not 0 <= found < 1e15:
        raise UserError(_("“{text}” is no amount.").format(text=text), _("Type a number such as 25000."))
    return found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UserError(_("“{text}” is no date.").format(text=text), _("Type it as 2026-03-31.")) from error
