"""Moments: the occasions on which companies and people are written to, and the journal of what was written to whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from missionplanner.i18n import N_, _


class Moment(StrEnum):
    """An occasion of a letter; decisions on registrations are announced by letters of their own."""

    RECEIVED = "received"
    TIMETABLE = "timetable"
    CHANGES = "changes"
    EVENING = "evening"
    REMINDER = "reminder"
    THANKS = "thanks"
    STOPS = "stops"

    @property
    def label(self) -> str:
        """The moment in the language of the screen."""
        return _(MOMENT_LABELS[self])

    @property
    def tells_timetable(self) -> bool:
        """Whether its letter says when and where somebody has to be."""
        return self in (Moment.TIMETABLE, Moment.CHANGES, Moment.EVENING)

    @property
    def asks_companies(self) -> bool:
        """Whether its letter asks a company for an answer: nobody but the company gets one."""
        return self in (Moment.REMINDER, Moment.STOPS)


MOMENT_LABELS = {
    Moment.RECEIVED: N_("Registration received"),
    Moment.TIMETABLE: N_("Your timetable"),
    Moment.CHANGES: N_("What changed for you"),
    Moment.EVENING: N_("The evening before"),
    Moment.REMINDER: N_("Reminder"),
    Moment.THANKS: N_("Thanks"),
    Moment.STOPS: N_("Another city"),
}
MOMENT_FIELDS = ("items", "changes", "day", "about", "sent_on", "cities", "partners")
"""The names a wording of a moment may contain in braces besides those of all letters."""
_KIND = "moment_"


def template_kind(moment: Moment) -> str:
    """Return the kind of the wording of a moment."""
    return f"{_KIND}{moment.value}"


MOMENT_KINDS = {template_kind(moment): moment for moment in Moment}
"""The kinds of wordings, and the moment of each."""


class LetterMark(StrEnum):
    """A mark on a letter: whether it went out, and what was answered."""

    OUT = "out"
    KEPT = "kept"
    ACCEPTS = "accepts"
    DECLINES = "declines"
    ASKS = "asks"

    @property
    def label(self) -> str:
        """The mark in the language of the screen."""
        return _(MARK_LABELS[self])

    @property
    def is_answer(self) -> bool:
        """Whether it says that somebody answered."""
        return self not in (LetterMark.OUT, LetterMark.KEPT)


MARK_LABELS = {
    LetterMark.OUT: N_("Went out"),
    LetterMark.KEPT: N_("Did not go out"),
    LetterMark.ACCEPTS: N_("Accepts"),
    LetterMark.DECLINES: N_("Declines"),
    LetterMark.ASKS: N_("Asks"),
}


class LetterState(StrEnum):
    """How far the letter of a moment to somebody is."""

    WAITING = "waiting"
    WRITTEN = "written"
    OUT = "out"
    OTHERWISE = "otherwise"

    @property
    def label(self) -> str:
        """The state in the language of the screen."""
        return _(STATE_LABELS[self])

    @property
    def is_to_write(self) -> bool:
        """Whether a letter is to be written: none was, or what it said is true no more."""
        return self in (LetterState.WAITING, LetterState.OTHERWISE)


STATE_LABELS = {
    LetterState.WAITING: N_("To be written"),
    LetterState.WRITTEN: N_("Draft written"),
    LetterState.OUT: N_("Went out"),
    LetterState.OTHERWISE: N_("Told otherwise"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentLetter:
    """A letter of a moment was written."""

    id: int = 0
    uid: str = ""
    company_id: int
    person_id: int | None = None
    """The person it was written to; None for their company."""
    moment: Moment
    about: str = ""
    """The thing it was about, where a moment comes several times: a day, the uid of a letter, those of stops."""
    language: str
    recipient: str = ""
    subject: str = ""
    file_name: str = ""
    content: str = ""
    """The meetings and events it told of, as JSON (`pack.changes`)."""
    written_at: datetime
    written_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNote:
    """Something was noted at a letter of a moment."""

    id: int = 0
    uid: str = ""
    letter: str
    """The uid of the letter."""
    mark: LetterMark
    noted_at: datetime
    noted_by: str = ""


class LetterJournal:
    """The letters that were written, with what was noted at them."""

    def __init__(self, letters: Iterable[MomentLetter], notes: Iterable[LetterNote], merged: dict[int, int]) -> None:
        """merged: the keys of companies that became part of another, and that other's."""
        self._marks: dict[str, set[LetterMark]] = {}
        for note in sorted(notes, key=lambda one: (one.noted_at, one.uid)):
            marks = self._marks.setdefault(note.letter, set())
            # An answer replaces the one before, and so does whether it went out.
            marks.difference_update({mark for mark in LetterMark if mark.is_answer is note.mark.is_answer})
            marks.add(note.mark)
        self._written: dict[tuple[int, int | None], list[MomentLetter]] = {}
        for letter in sorted(letters, key=lambda one: (one.written_at, one.uid)):
            if LetterMark.KEPT not in self.marks(letter):
                key = letter.company_id
                while key in merged:
                    key = merged[key]
                self._written.setdefault((key, letter.person_id), []).append(letter)

    def marks(self, letter: MomentLetter) -> frozenset[LetterMark]:
        """Return what was noted at a letter."""
        return frozenset(self._marks.get(letter.uid, ()))

    def written(
        self, company_id: int, person_id: int | None, moments: Iterable[Moment] = (), about: str = ""
    ) -> list[MomentLetter]:
        """Return the letters of these moments to somebody, oldest first, without those that did not go out.

        about: only those about this; empty for all.
        """
        wanted = frozenset(moments)
        found = self._written.get((company_id, person_id), [])
        return [one for one in found if one.moment in wanted and about in ("", one.about)]

    def state(self, letters: list[MomentLetter]) -> LetterState:
        """Return how far the last of these letters is."""
        if not letters:
            return LetterState.WAITING
        return LetterState.OUT if LetterMark.OUT in self.marks(letters[-1]) else LetterState.WRITTEN
