"""The parts of an earlier mission a new one can take, and the tables each is in."""

from collections.abc import Iterable
from enum import StrEnum

from missionplanner.domain.briefings import Briefing
from missionplanner.domain.companies import (
    Alias,
    Attachment,
    BoughtInput,
    Company,
    CompanySector,
    CompanyStop,
    Market,
    Offering,
    Partner,
)
from missionplanner.domain.courtesy_titles import CourtesyTitle
from missionplanner.domain.events import Event
from missionplanner.domain.figures import Figure, Series
from missionplanner.domain.intents import ListedIntent
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.milestones import Milestone, Task
from missionplanner.domain.mission import (
    MatchWeight,
    MissionText,
    Sector,
    SectorStop,
    Stop,
    Synonyms,
    Table,
    Travel,
    Venue,
    ZoneWay,
)
from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue
from missionplanner.domain.people import Membership, OrganisationKind, Person, PersonSector, Role
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.domain.timetable import Session, Slot
from missionplanner.errors import UserError
from missionplanner.i18n import N_, _


class Take(StrEnum):
    """A part of an earlier mission."""

    STRUCTURE = "structure"
    SECTORS = "sectors"
    VENUES = "venues"
    SESSIONS = "sessions"
    EVENTS = "events"
    FIELDS = "fields"
    TEXTS = "texts"
    LETTERS = "letters"
    CRITERIA = "criteria"
    VIEWS = "views"
    FIGURES = "figures"
    MILESTONES = "milestones"
    HOSTS = "hosts"
    DELEGATION = "delegation"
    PEOPLE = "people"

    @property
    def label(self) -> str:
        """The part in the language of the screen."""
        return _(TAKE_LABELS[self])


TAKE_LABELS = {
    Take.STRUCTURE: N_("Cities with their days, goals, lists of roles, kinds and titles"),
    Take.SECTORS: N_("Sectors, with what suits one another"),
    Take.VENUES: N_("Venues with their tables"),
    Take.SESSIONS: N_("Meeting hours"),
    Take.EVENTS: N_("Programme of events"),
    Take.FIELDS: N_("Own fields"),
    Take.TEXTS: N_("Texts and look of the packs"),
    Take.LETTERS: N_("Wording of letters"),
    Take.CRITERIA: N_("Criteria of the selection"),
    Take.VIEWS: N_("Views of the companies"),
    Take.FIGURES: N_("Figures and texts of the market"),
    Take.MILESTONES: N_("Milestones and tasks, to be done again"),
    Take.HOSTS: N_("Counterparts, on the long list"),
    Take.DELEGATION: N_("Companies of the delegation, as prospects"),
    Take.PEOPLE: N_("People of these companies, and who is named in texts and tasks"),
}
USUAL = tuple(part for part in Take if part is not Take.PEOPLE)
"""The parts that are taken where nobody chooses: nothing personal."""
NEEDS: dict[Take, tuple[Take, ...]] = {
    Take.VENUES: (Take.STRUCTURE,),
    Take.SESSIONS: (Take.VENUES,),
    Take.EVENTS: (Take.STRUCTURE,),
}
"""The parts without which a part cannot be."""
KINDS: dict[type, tuple[Take, ...]] = {
    Stop: (Take.STRUCTURE,),
    Role: (Take.STRUCTURE,),
    OrganisationKind: (Take.STRUCTURE,),
    CourtesyTitle: (Take.STRUCTURE,),
    ListedIntent: (Take.STRUCTURE,),
    Sector: (Take.SECTORS,),
    SectorStop: (Take.SECTORS,),
    Synonyms: (Take.SECTORS,),
    MatchWeight: (Take.SECTORS,),
    Venue: (Take.VENUES,),
    Table: (Take.VENUES,),
    Travel: (Take.VENUES,),
    ZoneWay: (Take.STRUCTURE,),
    Session: (Take.SESSIONS,),
    Slot: (Take.SESSIONS,),
    Event: (Take.EVENTS,),
    OwnField: (Take.FIELDS,),
    MissionText: (Take.TEXTS,),
    LetterTemplate: (Take.LETTERS,),
    Criterion: (Take.CRITERIA,),
    SavedFilter: (Take.VIEWS,),
    Series: (Take.FIGURES,),
    Figure: (Take.FIGURES,),
    Briefing: (Take.FIGURES,),
    Milestone: (Take.MILESTONES,),
    Task: (Take.MILESTONES,),
    Company: (Take.HOSTS, Take.DELEGATION),
    CompanySector: (Take.HOSTS, Take.DELEGATION),
    CompanyStop: (Take.HOSTS, Take.DELEGATION),
    Offering: (Take.HOSTS, Take.DELEGATION),
    Market: (Take.HOSTS, Take.DELEGATION),
    BoughtInput: (Take.HOSTS, Take.DELEGATION),
    Partner: (Take.HOSTS, Take.DELEGATION),
    Alias: (Take.HOSTS, Take.DELEGATION),
    Attachment: (Take.HOSTS, Take.DELEGATION),
    CompanyValue: (Take.HOSTS, Take.DELEGATION),
    Person: (Take.PEOPLE,),
    Membership: (Take.PEOPLE,),
    PersonSector: (Take.PEOPLE,),
    PersonValue: (Take.PEOPLE,),
}
"""The kinds of records that are taken, each after those it leads to, with the parts they belong to."""


def named(texts: Iterable[str]) -> frozenset[Take]:
    """Return the parts that are named, "usual" and "all" among them, with what they need.

    Raises UserError for what is none.
    """
    found: set[Take] = set()
    for name in (part.strip().lower() for text in texts for part in text.split(",")):
        if name in ("usual", "all"):
            found |= set(USUAL if name == "usual" else Take)
        elif name in list(Take):
            found.add(Take(name))
        elif name:
            hint = _("The parts are: {names}.").format(names=", ".join(("usual", "all", *Take)))
            raise UserError(_("There is no part “{name}” of a mission.").format(name=name), hint)
    return whole(found)


def whole(parts: Iterable[Take]) -> frozenset[Take]:
    """Return parts with those they need."""
    found: set[Take] = set()
    waiting = list(parts)
    while waiting:
        part = waiting.pop()
        if part not in found:
            found.add(part)
            waiting.extend(NEEDS.get(part, ()))
    return frozenset(found)
