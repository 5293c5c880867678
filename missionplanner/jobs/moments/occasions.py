"""The occasions letters are written on: who is concerned, and what is said beside what all letters say."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import LetterTemplate, written_language
from missionplanner.domain.mission import Mission, Stop
from missionplanner.domain.moments import LetterJournal, LetterNote, LetterState, Moment, MomentLetter, template_kind
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import translator
from missionplanner.jobs.selection.letters import merged_into, standard_template
from missionplanner.pack import changes
from missionplanner.pack.changes import Content
from missionplanner.store.store import Store

ANSWERED_BY = (Status.INFORMATION_REQUESTED, Status.ACCEPTED)
"""The decisions whose letters ask for an answer; it is there once the status is another."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A moment, with what is to be said for it to be known whom it concerns."""

    moment: Moment
    day: date | None = None
    """The day that is written about; None for the next one with something on it."""
    days: int = 7
    """The days after which an answer that has not come is reminded of."""
    per_person: bool = False
    """Whether everybody gets a letter of their own instead of one for their company."""
    asks: frozenset[tuple[int, int]] = frozenset()
    """Companies and the stops they are asked to come to; none for those that were asked before."""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class MomentBasis:
    """The facts letters of moments are made from."""

    snapshot: Snapshot
    journal: LetterJournal
    decisions: tuple[Letter, ...]
    """The letters about decisions that were sent."""
    wordings: tuple[LetterTemplate, ...]
    """The mission's own."""


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody whom an occasion concerns."""

    company: Company
    person: Person | None
    state: LetterState
    about: str = ""
    """Of a day: it; of a reminder: the uid of the letter it reminds of; of a question for stops: their uids."""
    content: Content | None = None
    """The meetings and events the letter tells of."""
    told: str = ""
    """The content of the letter that was told before, as JSON."""
    subject: str = ""
    """The subject of the letter that is reminded of."""
    sent_at: datetime | None = None
    """The time of that letter."""


def basis_of(store: Store) -> MomentBasis:
    """Return what letters of moments are made from."""
    journal = LetterJournal(store.all(MomentLetter), store.all(LetterNote), merged_into(store.all(Alias)))
    return MomentBasis(store.snapshot(), journal, tuple(store.all(Letter)), tuple(store.all(LetterTemplate)))


def concerned(basis: MomentBasis, occasion: Occasion) -> Iterator[Concerned]:
    """Yield whom an occasion concerns, by company."""
    if occasion.moment is Moment.REMINDER:
        yield from _unanswered(basis, occasion)
        return
    if occasion.moment is Moment.STOPS:
        yield from _asked(basis, occasion)
        return
    for company, person in _everybody(basis.snapshot, occasion):
        if found := _one(basis, occasion, company, person):
            yield found


def days_of(mission: Mission) -> list[date]:
    """Return the days of a mission."""
    return [mission.starts + timedelta(days=n) for n in range((mission.ends - mission.starts).days + 1)]


def day_of(snapshot: Snapshot, occasion: Occasion) -> date:
    """Return the day that is written about: the one that is wanted, else the next one of the mission."""
    if occasion.day:
        return occasion.day
    tomorrow = occasion.now.date() + timedelta(days=1)
    return min(max(tomorrow, snapshot.mission.starts), snapshot.mission.ends)


def _everybody(snapshot: Snapshot, occasion: Occasion) -> Iterator[tuple[Company, Person | None]]:
    for company in snapshot.companies:
        if not _is_concerned(snapshot, company, occasion.moment):
            continue
        if occasion.per_person:
            yield from ((company, person) for person in snapshot.delegates_of.get(company.id, ()))
        else:
            yield company, None


def _is_concerned(snapshot: Snapshot, company: Company, moment: Moment) -> bool:
    if moment is Moment.RECEIVED:
        return company.side is Side.DELEGATION and _status(snapshot, company) is Status.APPLIED
    return snapshot.takes_part(company.id)


def _status(snapshot: Snapshot, company: Company) -> Status | None:
    application = snapshot.application.get(company.id)
    return application.status if application else None


def _one(basis: MomentBasis, occasion: Occasion, company: Company, person: Person | None) -> Concerned | None:
    """Return how far the letter to somebody is; None where they get none."""
    moment, key = occasion.moment, (company.id, person.id if person else None)
    if not moment.tells_timetable:
        return Concerned(company, person, basis.journal.state(basis.journal.written(*key, [moment])))
    day = day_of(basis.snapshot, occasion) if moment is Moment.EVENING else None
    about = day.isoformat() if day else ""
    letters = basis.journal.written(*key, [moment] if day else [Moment.TIMETABLE, Moment.CHANGES], about)
    content = _told_in(basis.snapshot, company, person, written_language(basis.snapshot, company), day)
    told, state = letters[-1].content if letters else "", basis.journal.state(letters)
    if letters and _differs(basis.snapshot, letters[-1], company, person, day):
        state = LetterState.OTHERWISE
    if moment is Moment.CHANGES:
        is_wanted = state is LetterState.OTHERWISE or bool(letters and letters[-1].moment is moment)
    else:
        is_wanted = bool(letters or content["meetings"] or content["events"])
    return Concerned(company, person, state, about, content, told) if is_wanted else None


def _told_in(snapshot: Snapshot, company: Company, person: Person | None, language: str, day: date | None) -> Content:
    return changes.timetable_of(snapshot, company, person, translator(language), day)


def _differs(
    snapshot: Snapshot, letter: MomentLetter, company: Company, person: Person | None, day: date | None
) -> bool:
    """Whether what a letter told is true no more; compared in the language it was written in."""
    now = _told_in(snapshot, company, person, letter.language, day)
    return bool(changes.sentences(letter.content, now, translator(letter.language)))


def _unanswered(basis: MomentBasis, occasion: Occasion) -> Iterator[Concerned]:
    """Yield the companies that have not answered a letter that asks for an answer, once its days have passed."""
    last: dict[int, Letter] = {}
    for letter in basis.decisions:
        last[letter.company_id] = letter
    for company in basis.snapshot.companies:
        if company.id not in last:
            continue
        letter = last[company.id]
        if letter.kind not in ANSWERED_BY or _status(basis.snapshot, company) != letter.kind:
            continue
        reminders = basis.journal.written(company.id, None, [Moment.REMINDER], letter.uid)
        answered = any(mark.is_answer for one in reminders for mark in basis.journal.marks(one))
        if not answered and occasion.now - letter.sent_at >= timedelta(days=occasion.days):
            state = basis.journal.state(reminders)
            yield Concerned(company, None, state, letter.uid, None, "", letter.subject, letter.sent_at)


def asked_stops(snapshot: Snapshot, about: str) -> list[Stop]:
    """Return the stops a letter asks to come to, in their order; without those that were deleted since."""
    return [stop for stop in snapshot.stops if stop.uid in about.split(",")]


def _asked(basis: MomentBasis, occasion: Occasion) -> Iterator[Concerned]:
    """Yield the companies that are asked to come to other stops; a letter that asked for them counts."""
    snapshot = basis.snapshot
    for company in snapshot.companies:
        letters = basis.journal.written(company.id, None, [Moment.STOPS])
        wanted = {snapshot.stop[stop].uid for asked, stop in occasion.asks if asked == company.id}
        if not occasion.asks and letters:
            wanted = set(letters[-1].about.split(","))
        asking = [one for one in letters if wanted <= set(one.about.split(","))]
        if wanted and company.id in snapshot.application:
            about = asking[-1].about if asking else ",".join(sorted(wanted))
            yield Concerned(company, None, basis.journal.state(asking), about)


def wording(basis: MomentBasis, moment: Moment, language: str) -> LetterTemplate:
    """Return the wording of a moment: the mission's own, else the one that comes with the program."""
    kind = template_kind(moment)
    own = (one for one in basis.wordings if (one.kind, one.language) == (kind, language))
    return next(own, None) or standard_template(kind, language)
