"""Moments: the occasions on which companies and people are written to, and the journal of what was written to whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from missionplanner.i18n import N_, _


class Moment(StrEnum):
    """An occasion of a letter; decisions on registrations are announced by letters of their own."""

    RECEIVED = "received"
    TAKEN_BACK = "taken_back"
    INVITATION = "invitation"
    FORM = "form"
    FEE = "fee"
    VISA = "visa"
    TIMETABLE = "timetable"
    CHANGES = "changes"
    EVENING = "evening"
    REMINDER = "reminder"
    THANKS = "thanks"
    STOPS = "stops"
    FOLLOW_UP = "follow_up"
    NEXT_STEP = "next_step"
    OWN = "own"

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

    @property
    def asks_answer(self) -> bool:
        """Whether its letter asks for an answer, so that it is reminded of."""
        return self in (Moment.INVITATION, Moment.FORM, Moment.FEE, Moment.STOPS, Moment.FOLLOW_UP)


MOMENT_LABELS = {
    Moment.RECEIVED: N_("Registration received"),
    Moment.TAKEN_BACK: N_("A decision taken back"),
    Moment.INVITATION: N_("Invitation of a counterpart"),
    Moment.FORM: N_("Second form"),
    Moment.FEE: N_("Fee unpaid"),
    Moment.VISA: N_("Visa support"),
    Moment.TIMETABLE: N_("Your timetable"),
    Moment.CHANGES: N_("What changed for you"),
    Moment.EVENING: N_("The evening before"),
    Moment.REMINDER: N_("Reminder"),
    Moment.THANKS: N_("Thanks"),
    Moment.STOPS: N_("Another city"),
    Moment.FOLLOW_UP: N_("Follow-up"),
    Moment.NEXT_STEP: N_("Next step due"),
    Moment.OWN: N_("Own moment"),
}
READY = tuple(moment for moment in Moment if moment is not Moment.OWN)
"""The moments that come with the program."""
MOMENT_FIELDS = (
    "items", "changes", "day", "about", "sent_on", "cities", "partners", "profiles", "amount", "steps", "link",
    "person", "position", "passport", "purpose",
)  # fmt: skip
"""The names a wording of a moment may contain in braces besides those of all letters."""
_KIND = "moment_"


def template_kind(moment: Moment) -> str:
    """Return the kind of the wording of a moment."""
    return f"{_KIND}{moment.value}"


MOMENT_KINDS = {template_kind(moment): moment for moment in Moment}
"""The kinds of wordings, and the moment of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMoment:
    """An occasion of the mission's own."""

    id: int = 0
    uid: str = ""
    name: str
    side: str = ""
    """The side that is written to; empty for both."""
    takes_part: bool = True
    """Whether only those are written to who take part."""
    asks: bool = False
    """Whether an answer is asked for, and reminded of."""
    position: int = 0

    @property
    def kind(self) -> str:
        """The kind of its wording."""
        return f"{template_kind(Moment.OWN)}_{self.uid}"


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
        self._last: dict[int, dict[tuple[int | None, Moment, str], MomentLetter]] = {}
        for letter in sorted(letters, key=lambda one: (one.written_at, one.uid)):
            if LetterMark.KEPT not in self.marks(letter):
                key = letter.company_id
                while key in merged:
                    key = merged[key]
                self._written.setdefault((key, letter.person_id), []).append(letter)
                last = self._last.setdefault(key, {})
                last[letter.person_id, letter.moment, letter.about] = letter

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

    def last_of_each(self, company_id: int) -> list[MomentLetter]:
        """Return the last letter of each moment and thing to a company and its people."""
        return list(self._last.get(company_id, {}).values())

    def is_answered(self, letter: MomentLetter) -> bool:
        """Whether an answer to a letter was noted."""
        return any(mark.is_answer for mark in self.marks(letter))

    def state(self, letters: list[MomentLetter]) -> LetterState:
        """Return how far the last of these letters is."""
        if not letters:
            return LetterState.WAITING
        return LetterState.OUT if LetterMark.OUT in self.marks(letters[-1]) else LetterState.WRITTEN
