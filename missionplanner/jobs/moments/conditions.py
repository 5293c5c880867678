"""Whom the moments of a mission concern, and how far the letter to each is."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from missionplanner.domain import fees
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.letters import written_language
from missionplanner.domain.moments import LetterState, Moment, MomentLetter
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import FOLLOW_UP_DAYS, Meeting, Outcome
from missionplanner.exchange.form_questions import second_questions
from missionplanner.i18n import translator
from missionplanner.jobs.moments.occasions import Concerned, MomentBasis, Occasion, day_of
from missionplanner.pack import changes
from missionplanner.pack.changes import Content

INVITED = (Status.APPLIED, Status.INFORMATION_REQUESTED, Status.UNDER_REVIEW)
"""The statuses in which a counterpart is still to be won."""
_TAKEN_BACK = (Status.APPLIED, Status.UNDER_REVIEW, Status.WITHDRAWN)
"""The statuses that take a decision back that was announced."""
_TAKES_PART = tuple(status for status in Status if status.takes_part)
_WHOM: dict[Moment, tuple[Side | None, tuple[Status, ...]]] = {
    Moment.RECEIVED: (Side.DELEGATION, (Status.APPLIED,)),
    Moment.TAKEN_BACK: (None, _TAKEN_BACK),
    Moment.INVITATION: (Side.COUNTERPART, INVITED),
    Moment.VISA: (Side.DELEGATION, _TAKES_PART),
    Moment.STOPS: (None, tuple(Status)),
    # Who was told of meetings and left is to be told that there are none.
    Moment.TIMETABLE: (None, tuple(Status)),
    Moment.CHANGES: (None, tuple(Status)),
}
"""The side (None for both) and the statuses of the companies a moment concerns, where those are others than the
statuses of who takes part."""


def concerned(basis: MomentBasis, occasion: Occasion) -> Iterator[Concerned]:
    """Yield whom an occasion concerns, by company; reminders apart (`reminders`)."""
    condition = _CONDITIONS.get(occasion.moment, _once)
    for company, person in _everybody(basis, occasion):
        if found := condition(basis, occasion, company, person):
            yield found


def profiles_for(snapshot: Snapshot, company: Company) -> list[Company]:
    """Return the companies of the delegation that want to meet a counterpart, by name."""
    found = {
        pair[0]: snapshot.company[pair[0]]
        for pair, requests in snapshot.requests_of.items()
        if pair[1] == company.id
        and status_of(snapshot, snapshot.company[pair[0]]) not in (Status.WITHDRAWN, Status.DECLINED)
        for one in requests
        if one.asked_by is Side.DELEGATION and one.priority is not Priority.NO_THANKS
    }
    return sorted(found.values(), key=lambda one: (one.name.casefold(), one.id))


def steps_due(basis: MomentBasis, company: Company, until: date) -> list[tuple[Outcome, Company]]:
    """Return the next steps of a company's meetings that are due by a day, each with the company it is with."""
    meetings = {one.id: one for one in basis.snapshot.meetings if company.id in one.pair}
    found = []
    for outcome in basis.outcomes:
        meeting = meetings.get(outcome.meeting_id)
        if meeting and outcome.next_step.strip() and outcome.due and outcome.due <= until:
            other = next(key for key in meeting.pair if key != company.id)
            found.append((outcome, basis.snapshot.company[other]))
    return sorted(found, key=lambda one: (str(one[0].due), one[0].uid))


def past_meetings(snapshot: Snapshot, company: Company, today: date) -> list[Meeting]:
    """Return the meetings of a company that lie behind it."""
    return [one for one in snapshot.meetings_of.get(company.id, ()) if snapshot.slot[one.slot_id].day < today]


def form_is_open(basis: MomentBasis, company: Company) -> bool:
    """Whether something is asked in the second form of a company that is not known of it, or of one of its people."""
    snapshot, asked = basis.snapshot, second_questions(basis.forms.facts, company.side)
    people = [snapshot.own_of_person.get(one.id, {}) for one in snapshot.delegates_of.get(company.id, ())]
    own = [one for one in asked if "." in one.target]
    mine = [snapshot.own_of_company.get(company.id, {})]
    return any(not known.get(one.target) for one in own for known in (people if one.is_person else mine))


def still_holds(basis: MomentBasis, letter: MomentLetter, company: Company) -> bool:
    """Whether what a letter asked for is still to be answered."""
    status = status_of(basis.snapshot, company)
    match letter.moment:
        case Moment.FEE:
            return fees.is_open(basis.snapshot.own_of_company.get(company.id, {}))
        case Moment.FORM:
            return basis.snapshot.takes_part(company.id) and form_is_open(basis, company)
        case Moment.INVITATION:
            return status in INVITED
    return status not in (None, Status.WITHDRAWN, Status.DECLINED)


Condition = Callable[[MomentBasis, Occasion, Company, Person | None], Concerned | None]


def _everybody(basis: MomentBasis, occasion: Occasion) -> Iterator[tuple[Company, Person | None]]:
    for company in basis.snapshot.companies:
        if not _is_concerned(basis, company, occasion):
            continue
        if occasion.per_person:
            yield from ((company, person) for person in basis.snapshot.delegates_of.get(company.id, ()))
        else:
            yield company, None


def _is_concerned(basis: MomentBasis, company: Company, occasion: Occasion) -> bool:
    status = status_of(basis.snapshot, company)
    if occasion.moment is Moment.OWN:
        own = basis.own_by_uid.get(occasion.own)
        if own is None or own.side not in ("", company.side):
            return False
        return status in _TAKES_PART if own.takes_part else status is not None
    side, statuses = _WHOM.get(occasion.moment, (company.side, _TAKES_PART))
    return status in statuses and side in (None, company.side)


def status_of(snapshot: Snapshot, company: Company) -> Status | None:
    """Return the status of a company; None without a registration."""
    application = snapshot.application.get(company.id)
    return application.status if application else None


def _once(basis: MomentBasis, occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    """Return how far a letter is that is written once to everybody it is for."""
    letters = basis.journal.written(company.id, person.id if person else None, [occasion.moment], occasion.own)
    return Concerned(company, person, basis.journal.state(letters), occasion.own)


def _taken_back(basis: MomentBasis, _occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    application = basis.snapshot.application[company.id]
    if application.announced in ("", application.status) or application.announced not in tuple(Status):
        return None
    about = f"{application.announced} {application.status}"
    letters = basis.journal.written(company.id, person.id if person else None, [Moment.TAKEN_BACK], about)
    state = basis.journal.state(letters) if letters else LetterState.OTHERWISE
    return Concerned(company, person, state, about)


def _invited(basis: MomentBasis, occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    wanted = profiles_for(basis.snapshot, company)
    content = {"parts": {}, "profiles": {one.uid: [one.name, ""] for one in wanted}}
    return _with_more(basis, occasion, (company, person), content) if wanted else None


def _asked(basis: MomentBasis, occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    found = _once(basis, occasion, company, person)
    written = basis.journal.written(company.id, person.id if person else None, [Moment.FORM])
    return found if written or form_is_open(basis, company) else None


def _owing(basis: MomentBasis, occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    t = translator("en")
    open_ = [one for one in fees.balances([basis.snapshot.own_of_company.get(company.id, {})]) if one.is_open]
    content = {"parts": {one.currency: one.shown("left", t) for one in open_}}
    return _with_more(basis, occasion, (company, person), content) if open_ else None


def _due(basis: MomentBasis, occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    steps = steps_due(basis, company, occasion.today + timedelta(days=occasion.days))
    rows = {
        one.uid: [str(one.due), str(one.due), other.name, one.next_step, Moment.NEXT_STEP.value] for one, other in steps
    }
    return _with_more(basis, occasion, (company, person), {"parts": {}, "events": rows}) if steps else None


def _after(basis: MomentBasis, occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    """Return how far the letter is that asks what came of the meetings, after each of some numbers of days."""
    past = past_meetings(basis.snapshot, company, occasion.today)
    if not past:
        return None
    since = (occasion.today - max(basis.snapshot.slot[one.slot_id].day for one in past)).days
    about = str(max(days for days in (0, *FOLLOW_UP_DAYS) if days <= since))
    letters = basis.journal.written(company.id, person.id if person else None, [Moment.FOLLOW_UP], about)
    return Concerned(company, person, basis.journal.state(letters), about)


def _of_stops(basis: MomentBasis, occasion: Occasion, company: Company, _person: Person | None) -> Concerned | None:
    """Return how far the question for other stops is; a letter that asked for them counts."""
    letters = basis.journal.written(company.id, None, [Moment.STOPS])
    wanted = {basis.snapshot.stop[stop].uid for asked, stop in occasion.asks if asked == company.id}
    if not occasion.asks and letters:
        wanted = set(letters[-1].about.split(","))
    asking = [one for one in letters if wanted <= set(one.about.split(","))]
    about = asking[-1].about if asking else ",".join(sorted(wanted))
    return Concerned(company, None, basis.journal.state(asking), about) if wanted else None


def _with_more(
    basis: MomentBasis, occasion: Occasion, whom: tuple[Company, Person | None], content: Content
) -> Concerned:
    """Return how far a letter is that is written again once there is more to say."""
    company, person = whom
    letters = basis.journal.written(company.id, person.id if person else None, [occasion.moment])
    state = basis.journal.state(letters)
    if letters and not basis.journal.is_answered(letters[-1]) and _is_more(letters[-1].content, content):
        state = LetterState.OTHERWISE
    return Concerned(company, person, state, "", content)


def _is_more(told: str, content: Content) -> bool:
    known: Mapping[str, Mapping[str, object]] = json.loads(told) if told else {}
    if any(uid not in known.get("profiles", {}) for uid in content.get("profiles", {})):
        return True
    rows = ((part, uid, row) for part in ("parts", "events") for uid, row in content.get(part, {}).items())
    return any(known.get(part, {}).get(uid) != row for part, uid, row in rows)


def _told(basis: MomentBasis, occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    """Return how far the letter is that says when and where somebody has to be; None where they get none."""
    moment, key = occasion.moment, (company.id, person.id if person else None)
    day = day_of(basis.snapshot, occasion) if moment is Moment.EVENING else None
    about = day.isoformat() if day else ""
    letters = basis.journal.written(*key, [moment] if day else [Moment.TIMETABLE, Moment.CHANGES], about)
    content = _told_in(basis.snapshot, (company, person), written_language(basis.snapshot, company), day)
    told, state = letters[-1].content if letters else "", basis.journal.state(letters)
    if letters and _differs(basis.snapshot, letters[-1], (company, person), day):
        state = LetterState.OTHERWISE
    has_something = bool(content["meetings"] or content["events"])
    if moment is Moment.CHANGES:
        is_wanted = state is LetterState.OTHERWISE or bool(letters and letters[-1].moment is moment)
    elif basis.snapshot.takes_part(company.id):
        is_wanted = bool(letters) or has_something
    else:
        is_wanted = state is LetterState.OTHERWISE
    return Concerned(company, person, state, about, content, told) if is_wanted else None


def _told_in(snapshot: Snapshot, whom: tuple[Company, Person | None], language: str, day: date | None) -> Content:
    company, person = whom
    if not snapshot.takes_part(company.id):
        return {"parts": {}, "meetings": {}, "events": {}}
    return changes.timetable_of(snapshot, company, person, translator(language), day)


def _differs(snapshot: Snapshot, letter: MomentLetter, whom: tuple[Company, Person | None], day: date | None) -> bool:
    """Whether what a letter told is true no more; compared in the language it was written in."""
    now = _told_in(snapshot, whom, letter.language, day)
    return bool(changes.sentences(letter.content, now, translator(letter.language)))


_CONDITIONS: dict[Moment, Condition] = {
    Moment.TAKEN_BACK: _taken_back,
    Moment.INVITATION: _invited,
    Moment.FORM: _asked,
    Moment.FEE: _owing,
    Moment.TIMETABLE: _told,
    Moment.CHANGES: _told,
    Moment.EVENING: _told,
    Moment.STOPS: _of_stops,
    Moment.FOLLOW_UP: _after,
    Moment.NEXT_STEP: _due,
}
"""The conditions of moments whose letter is not just written once."""
