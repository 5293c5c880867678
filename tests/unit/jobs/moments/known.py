"""Facts of letters in memory, of a `snapshot_of`."""

from collections.abc import Iterable
from datetime import UTC, datetime

from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.mission import Mission
from missionplanner.domain.moments import LetterJournal, LetterMark, LetterNote, Moment, MomentLetter, OwnMoment
from missionplanner.domain.timetable import Outcome
from missionplanner.exchange.form_questions import FormFacts
from missionplanner.jobs.fields.second_forms import SecondForms
from missionplanner.jobs.moments.occasions import MomentBasis
from tests.builders import DAY, snapshot_of

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def written(moment: Moment, company: int, uid: str = "l", **more: object) -> MomentLetter:
    """A letter of a moment, written long ago."""
    when = datetime(2026, 2, 1, tzinfo=UTC)
    made = {"language": "en", "written_at": when, "subject": "Before", **more}
    return MomentLetter(uid=uid, moment=moment, company_id=company, **made)  # type: ignore[arg-type]


def answer(letter: str, mark: LetterMark = LetterMark.ACCEPTS) -> LetterNote:
    """Somebody answered a letter."""
    return LetterNote(uid=f"n{letter}", letter=letter, mark=mark, noted_at=NOW)


def known(
    letters: Iterable[MomentLetter] = (),
    notes: Iterable[LetterNote] = (),
    own: tuple[OwnMoment, ...] = (),
    outcomes: tuple[Outcome, ...] = (),
    decisions: tuple[Letter, ...] = (),
    wordings: tuple[LetterTemplate, ...] = (),
    **parts: object,
) -> MomentBasis:
    """The facts of a mission with these journals; parts: its tables."""
    snapshot = snapshot_of(**parts)
    forms = SecondForms(FormFacts(Mission(name="Test mission", starts=DAY, ends=DAY), own=snapshot.own), snapshot)
    return MomentBasis(snapshot, LetterJournal(letters, notes, {}), decisions, wordings, forms, own, outcomes)
