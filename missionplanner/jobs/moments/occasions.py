"""The occasions letters are written on, and the facts that say whom each concerns."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cached_property

from missionplanner.domain.companies import Alias, Company
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import LetterTemplate, base_of, variants
from missionplanner.domain.mission import Mission, Stop
from missionplanner.domain.moments import (
    MOMENT_LABELS,
    LetterJournal,
    LetterNote,
    LetterState,
    Moment,
    MomentLetter,
    OwnMoment,
    template_kind,
)
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Outcome
from missionplanner.i18n import N_, Translator
from missionplanner.jobs.fields.second_forms import SecondForms
from missionplanner.jobs.fields.second_forms import read as second_forms
from missionplanner.jobs.selection.letters import merged_into, standard_template
from missionplanner.pack.changes import Content
from missionplanner.store.store import Store


class SentTo(StrEnum):
    """The people of a company a letter goes to."""

    COMPANY = "company"
    PEOPLE = "people"
    ALL = "all"


SENT_TO_LABELS = {
    SentTo.COMPANY: N_("One letter, to the first person"),
    SentTo.PEOPLE: N_("A letter for each person"),
    SentTo.ALL: N_("One letter, to all its people"),
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """A moment, with what is to be said for it to be known whom it concerns."""

    moment: Moment
    day: date | None = None
    """The day that is written about; None for the next one with something on it."""
    days: int = 7
    """The days after which an answer that has not come is reminded of, or up to which a next step is due."""
    sent_to: SentTo = SentTo.COMPANY
    own: str = ""
    """The uid of a moment of the mission's own."""
    of: Moment | None = None
    """The moment that is reminded of; None for all that ask for an answer."""
    asks: frozenset[tuple[int, int]] = frozenset()
    """Companies and the stops they are asked to come to; none for those that were asked before."""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def per_person(self) -> bool:
        """Whether everybody gets a letter of their own; a visa is always one person's."""
        return self.moment is Moment.VISA or (self.sent_to is SentTo.PEOPLE and not self.moment.asks_companies)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.now.date()


@dataclass(frozen=True)
class MomentBasis:
    """The facts letters of moments are made from."""

    snapshot: Snapshot
    journal: LetterJournal
    decisions: tuple[Letter, ...]
    """The letters about decisions that were sent."""
    wordings: tuple[LetterTemplate, ...]
    """The mission's own."""
    forms: SecondForms
    """The parts second forms are made of."""
    own: tuple[OwnMoment, ...] = ()
    """The moments of the mission's own, in their order."""
    outcomes: tuple[Outcome, ...] = ()

    @cached_property
    def own_by_uid(self) -> dict[str, OwnMoment]:
        """The moments of the mission's own."""
        return {one.uid: one for one in self.own}

    @cached_property
    def known_wordings(self) -> dict[tuple[str, str], LetterTemplate]:
        """The mission's own wordings by kind and language."""
        return {(one.kind, one.language): one for one in self.wordings}

    def called(self, occasion: Occasion, t: Translator) -> str:
        """Return what an occasion is called in a language; moments of one's own have one name."""
        own = self.own_by_uid.get(occasion.own)
        return own.name if own else t(MOMENT_LABELS[occasion.moment])


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody whom an occasion concerns."""

    company: Company
    person: Person | None
    state: LetterState
    about: str = ""
    """Of a day: it; of a reminder: the uid of the letter it reminds of; of a moment of one's own: its uid; of a
    question for stops: their uids."""
    content: Content | None = None
    """The meetings and events the letter tells of, or what else it would be written again for."""
    told: str = ""
    """The content of the letter that was told before, as JSON."""
    subject: str = ""
    """The subject of the letter that is reminded of."""
    sent_at: datetime | None = None
    """The time of that letter."""


def basis_of(store: Store) -> MomentBasis:
    """Return what letters of moments are made from."""
    forms = second_forms(store)
    journal = LetterJournal(store.all(MomentLetter), store.all(LetterNote), merged_into(store.all(Alias)))
    return MomentBasis(
        forms.snapshot,
        journal,
        tuple(store.all(Letter)),
        tuple(store.all(LetterTemplate)),
        forms,
        own_moments(store),
        tuple(store.all(Outcome)),
    )


def own_moments(store: Store) -> tuple[OwnMoment, ...]:
    """Return the moments of the mission's own, in their order."""
    return tuple(sorted(store.all(OwnMoment), key=lambda one: (one.position, one.uid)))


def days_of(mission: Mission) -> list[date]:
    """Return the days of a mission."""
    return [mission.starts + timedelta(days=n) for n in range((mission.ends - mission.starts).days + 1)]


def day_of(snapshot: Snapshot, occasion: Occasion) -> date:
    """Return the day that is written about: the one that is wanted, else the next one of the mission."""
    if occasion.day:
        return occasion.day
    tomorrow = occasion.today + timedelta(days=1)
    return min(max(tomorrow, snapshot.mission.starts), snapshot.mission.ends)


def asked_stops(snapshot: Snapshot, about: str) -> list[Stop]:
    """Return the stops a letter asks to come to, in their order; without those that were deleted since."""
    return [stop for stop in snapshot.stops if stop.uid in about.split(",")]


def kind_of(basis: MomentBasis, occasion: Occasion) -> str:
    """Return the kind of the wordings of an occasion."""
    own = basis.own_by_uid.get(occasion.own)
    return own.kind if own else template_kind(occasion.moment)


def kinds_for(snapshot: Snapshot, kind: str, company: Company) -> tuple[str, ...]:
    """Return the kinds of wordings and papers that are for a company, the one meant for the fewest first."""
    organisations = snapshot.kind_of(company)
    return variants(kind, company.side, organisations.uid if organisations else "")


def wording(basis: MomentBasis, kind: str, company: Company, language: str) -> LetterTemplate:
    """Return the wording of a kind of letters for a company: the mission's own that is meant for the fewest.

    Without any the one that comes with the program.
    """
    wanted = kinds_for(basis.snapshot, kind, company)
    found = (basis.known_wordings.get((one, language)) for one in wanted)
    return next(filter(None, found), None) or standard_template(base_of(kind), language)
