"""Outcomes of meetings, entered by hand as typed cells."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from missionplanner.domain import bounds
from missionplanner.domain.timetable import OUTCOME_LABELS, Meeting, MeetingStatus, Outcome
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _, current, is_currency, translator
from missionplanner.jobs.relationships.entering import note_outcome
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.messages import Message
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A typed cell that was not stored, and why."""

    key: int
    """The key of its meeting."""
    text: str
    """The typed text."""
    reason: str


def save_cells(store: Store, cells: list[tuple[int, str, str]], label: Message) -> list[RefusedCell]:
    """Store typed cells (key of a meeting, field of Outcome, text) as one step; those meetings then count as held.

    Return the cells that could not be stored, with reasons; the others are stored.
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
            outcome = replace(known.get(key) or Outcome(meeting_id=key), **fields)
            if key in known:
                change.update(outcome)
            elif any(fields.values()):
                change.insert(outcome)
            if key in known or any(fields.values()):
                note_outcome(change, store, meetings[key], outcome, datetime.now().astimezone().date())
            if meetings[key].is_ahead and any(fields.values()):
                change.update(replace(meetings[key], status=MeetingStatus.HELD))
    return refused


def _checked(meeting: Meeting | None, name: str, text: str) -> Any:
    """Return the value of a typed cell of a meeting.

    Raises UserError when the column is not typed, the meeting does not stand or the text is no value.
    """
    if name not in _TYPED:
        raise UserError(_("This column is not typed."))
    if meeting is None or not meeting.stands:
        raise UserError(_("This meeting was cancelled."))
    value = typed(name, text)
    if problem := bounds.problem(Outcome, name, value):
        raise UserError(problem)
    return value


_TYPED = ("kind", "value", "currency", "next_step", "due", "second_meeting")


def typed(name: str, text: str) -> Any:
    """Return the value of a field of an outcome as typed.

    A kind may be its number, its beginning, or its whole name in any of the three languages. Raises UserError when the
    text is no value of that field.
    """
    text = text.strip()
    if name == "kind":
        return _kind(text)
    if name == "value":
        return _value(text)
    if name == "due":
        return typed_day(text)
    if name == "second_meeting":
        return _yes_or_no(text)
    return _currency(text) if name == "currency" else text


def _yes_or_no(text: str) -> bool:
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
