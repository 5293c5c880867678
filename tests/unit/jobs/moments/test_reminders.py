"""What was not answered is reminded of, as long as it matters."""

from datetime import timedelta

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.journals import Letter
from missionplanner.domain.moments import LetterState, Moment, OwnMoment
from missionplanner.jobs.moments.occasions import MomentBasis, Occasion
from missionplanner.jobs.moments.reminders import ANSWERED_BY, recipients
from tests.unit.jobs.moments.known import NOW, answer, known, written

OWN = OwnMoment(id=1, uid="own", name="Visit", asks=True)
LETTERS = [
    written(Moment.FOLLOW_UP, 1, "a"), written(Moment.THANKS, 1, "b"), written(Moment.OWN, 2, "c", about="own"),
    written(Moment.INVITATION, 4, "d"), written(Moment.FOLLOW_UP, 4, "e", person_id=4),
]  # fmt: skip


def reminded(basis: MomentBasis, of: Moment | None = None, days: int = 7) -> list[tuple[str, str]]:
    """The companies that are reminded, each with the letter."""
    found = recipients(basis, Occasion(Moment.REMINDER, days=days, of=of, now=NOW))
    return [(one.company.name, one.about) for one in found]


def test_all_that_asked_for_an_answer_are_reminded_of() -> None:
    basis = known(LETTERS, own=(OWN,))
    # C2 comes already: its invitation waits for nothing.
    assert reminded(basis) == [("D1", "a"), ("D2", "c"), ("C2", "e")]
    assert reminded(basis, days=60) == []
    assert reminded(known(LETTERS, own=(OwnMoment(id=1, uid="own", name="Visit"),))) == [("D1", "a"), ("C2", "e")]


def test_one_moment_is_reminded_of_whatever_it_asked() -> None:
    assert reminded(known(LETTERS), of=Moment.THANKS) == [("D1", "b")]
    sent = Letter(uid="x", company_id=1, kind="accepted", language="en", sent_at=NOW - timedelta(days=30))
    assert reminded(known(decisions=(sent,))) == [("D1", "x")]
    assert reminded(known(decisions=(sent,)), of=Moment.THANKS) == []
    assert ANSWERED_BY == (Status.INFORMATION_REQUESTED, Status.ACCEPTED)


def test_an_answer_to_the_letter_or_to_its_reminder_ends_it() -> None:
    assert reminded(known(LETTERS[:1], [answer("a")])) == []
    again = written(Moment.REMINDER, 1, "r", about="a")
    (one,) = recipients(known([LETTERS[0], again]), Occasion(Moment.REMINDER, now=NOW))
    assert (one.state, one.subject) == (LetterState.WRITTEN, "Before")
    assert reminded(known([LETTERS[0], again], [answer("r")])) == []


def test_who_left_is_not_reminded() -> None:
    gone = [Application(id=n, company_id=n, status=Status.WITHDRAWN) for n in (1, 2, 3, 4)]
    invited = [Application(id=4, company_id=4, status=Status.INFORMATION_REQUESTED)]
    assert reminded(known(LETTERS, own=(OWN,), applications=gone)) == []
    assert reminded(known(LETTERS[3:4], applications=invited)) == [("C2", "d")]


def test_a_reminder_to_a_person_is_theirs() -> None:
    (one,) = recipients(known(LETTERS[4:]), Occasion(Moment.REMINDER, now=NOW))
    assert one.person is not None
    assert one.person.family_name == "C2"
