"""Letters that ask for an answer, and were not answered in time."""

from collections.abc import Iterator
from datetime import timedelta

from missionplanner.domain.applications import Status
from missionplanner.domain.journals import Letter
from missionplanner.domain.moments import Moment, MomentLetter
from missionplanner.jobs.moments.conditions import concerned, still_holds
from missionplanner.jobs.moments.occasions import Concerned, MomentBasis, Occasion

ANSWERED_BY = (Status.INFORMATION_REQUESTED, Status.ACCEPTED)
"""The decisions whose letters ask for an answer; it is there once the status is another."""


def recipients(basis: MomentBasis, occasion: Occasion) -> Iterator[Concerned]:
    """Yield whom an occasion concerns, by company."""
    if occasion.moment is Moment.REMINDER:
        yield from unanswered(basis, occasion)
    else:
        yield from concerned(basis, occasion)


def unanswered(basis: MomentBasis, occasion: Occasion) -> Iterator[Concerned]:
    """Yield those who have not answered a letter that asks for an answer, once its days have passed."""
    if occasion.of is None:
        yield from _decisions(basis, occasion)
    for company in basis.snapshot.companies:
        for letter in basis.journal.last_of_each(company.id):
            waits = _asks(basis, occasion, letter) and still_holds(basis, letter, company)
            if waits and occasion.now - letter.written_at >= timedelta(days=occasion.days):
                person = basis.snapshot.person.get(letter.person_id or 0)
                found = Concerned(
                    company, person, basis.journal.state([]), letter.uid, None, "", letter.subject, letter.written_at
                )
                if one := _reminded(basis, found, letter.person_id):
                    yield one


def _decisions(basis: MomentBasis, occasion: Occasion) -> Iterator[Concerned]:
    last: dict[int, Letter] = {}
    for letter in basis.decisions:
        last[letter.company_id] = letter
    for company in basis.snapshot.companies:
        if company.id not in last:
            continue
        letter, application = last[company.id], basis.snapshot.application.get(company.id)
        if letter.kind not in ANSWERED_BY or application is None or application.status != letter.kind:
            continue
        if occasion.now - letter.sent_at >= timedelta(days=occasion.days):
            found = Concerned(
                company, None, basis.journal.state([]), letter.uid, None, "", letter.subject, letter.sent_at
            )
            if one := _reminded(basis, found, None):
                yield one


def _reminded(basis: MomentBasis, found: Concerned, person_id: int | None) -> Concerned | None:
    """Return how far the reminder of a letter is; None where an answer to it was noted."""
    reminders = basis.journal.written(found.company.id, person_id, [Moment.REMINDER], found.about)
    if any(map(basis.journal.is_answered, reminders)):
        return None
    state = basis.journal.state(reminders)
    return Concerned(found.company, found.person, state, found.about, None, "", found.subject, found.sent_at)


def _asks(basis: MomentBasis, occasion: Occasion, letter: MomentLetter) -> bool:
    """Whether a letter still waits for an answer."""
    if letter.moment is Moment.REMINDER or basis.journal.is_answered(letter):
        return False
    own = basis.own_by_uid.get(letter.about) if letter.moment is Moment.OWN else None
    if occasion.of is not None:
        return letter.moment is occasion.of
    return letter.moment.asks_answer or (own is not None and own.asks)
