"""The trip itself: mission, stops, venues, tables, sectors and texts."""

from dataclasses import dataclass
from datetime import date, datetime

from missionplanner.domain.figures import USUAL_MONTHS
from missionplanner.domain.goals import USUAL, Aims, Goal
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.translated_names import TranslatedName, name_in
from missionplanner.i18n import N_

TEXT_LABELS = {
    "welcome": N_("Welcome"),
    "about": N_("About the mission"),
    "briefing": N_("Market briefing"),
    "protocol": N_("Business culture and protocol"),
    "logistics": N_("Logistics"),
    "conduct": N_("Media and code of conduct"),
    "contacts": N_("Emergency contacts"),
    "talking": N_("Talking points"),
}
"""The texts of packs, as they are headed where they have no title; the talking points are the leader's."""
TEXT_KINDS = tuple(TEXT_LABELS)
MATCH_PART_LABELS = {
    "sector": N_("Sector and subsector"),
    "offers": N_("Offers and what is sought"),
    "intents": N_("Intents that meet"),
    "stop": N_("Common stop"),
    "language": N_("Common language"),
    "size": N_("Size"),
    "new": N_("No partners yet"),
    "wish": N_("Wish of either side"),
    "own": N_("Own fields"),
}
"""The parts of a suggestion's score: common sectors, offers that are sought, intents that meet (who sells, who buys),
common stops, a common language, size, that the two do not work together yet, that either asked for or named the other,
and own fields that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """One trip."""

    id: int = 0
    uid: str = ""
    name: str = ""
    home_country: str = ""
    host_country: str = ""
    organiser: str = ""
    starts: date
    ends: date
    languages: str = "en,fr,es"
    """Codes of the languages of packs and letters, the first one being the mission's own."""
    registration_closes: datetime | None = None
    lunch_starts: str = ""
    """The time of day ("14:00") from which no meetings are held; empty for no lunch."""
    lunch_ends: str = ""
    places_min: int | None = None
    """The number of delegation companies it needs to take place."""
    places_max: int | None = None
    """The number of delegation companies it has room for."""
    several_at_once: bool = False
    """Whether a company may be in as many meetings at a time as it has delegates."""
    meetings_a_day: int | None = None
    """The most meetings a company has in a day."""
    meetings_least: int | None = None
    """The number of meetings every company should get in all."""
    meetings_most: int | None = None
    """The number of meetings a company should ask for at most."""
    travel_minutes: int | None = None
    """The way between two venues of a stop for which no travel time is entered."""
    name_fr: str = ""
    """Its name in French packs and letters, where it has another."""
    name_es: str = ""
    """Its name in Spanish packs and letters, where it has another."""
    pack_pages: str = ""
    """The pages of delegate packs in their order, separated by commas (`domain.packs`); empty for the usual ones."""
    colour: str = ""
    """The web colour of covers and headings."""
    logo: str = ""
    """The digest of the mission's own picture."""
    portrait: str = ""
    """The digest of the picture beside the word of welcome."""
    portrait_of: str = ""
    """Who is on it, with the post, as packs print it."""
    evaluation_link: str = ""
    """The site on which delegates evaluate the mission, as packs lead there."""
    keep_until: date | None = None
    """The day from which personal data are to be erased."""
    goal: Goal = USUAL.goal
    """The goal its timetables look after first."""
    guest_day: int = USUAL.guest_day
    """The weight of a day a company of the delegation has to come."""
    host_day: int = USUAL.host_day
    """The weight of a day a counterpart has to come."""
    longest_run: int = USUAL.longest_run
    """So many meetings in a row are borne without a break; 0 for any number."""
    figure_months: int = USUAL_MONTHS
    """So many months before it begins its figures may be as of; 0 for any number."""
    home_zone: str = ""
    """The IANA time zone of companies from home whose city does not say theirs, for meetings by video."""

    @property
    def aims(self) -> Aims:
        """The goals of its timetables."""
        return Aims(self.goal, self.guest_day, self.host_day, self.longest_run)

    def called(self, language: str) -> str:
        """The mission's name in `language`, in its first language where it has no other."""
        return name_in(language, self.name, self.name_fr, self.name_es)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop(TranslatedName):
    """A city of the mission."""

    id: int = 0
    uid: str = ""
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    spellings: str = ""
    """Other names of the city, separated by semicolons."""
    country: str = ""
    time_zone: str = "UTC"
    """An IANA time zone."""
    starts: date
    ends: date
    meets_at: MeetsAt = MeetsAt.UNSAID
    """Where its meetings are held, where neither a request nor a company says so; a table, where it does not either."""
    visit_margin: int = 10
    """The minutes kept free before a meeting at an office, and after it."""

    def in_parallel(self, other: "Stop") -> bool:
        """Whether the two stops share a day, so that nobody can be at both."""
        return self.id != other.id and self.starts <= other.ends and other.starts <= self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A building at a stop, in which sessions of meetings and events take place."""

    id: int = 0
    uid: str = ""
    """The same in every copy of the mission file, whatever keys the copies give."""
    stop_id: int
    name: str
    address: str = ""
    """As packs print it."""
    phone: str = ""
    """Of the venue itself, as packs print it."""
    zone: str = ""
    """The zone of the city it lies in."""
    coordinates: str = ""
    """Its latitude and longitude, as maps give them."""
    online: bool = False
    """Whether its meetings are held by video: its tables are rooms with links."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """The way from one venue to another, in either direction."""

    id: int = 0
    uid: str = ""
    venue_id: int
    other_id: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneWay:
    """The way from one zone of a city to another, in either direction, or between two addresses of one zone."""

    id: int = 0
    uid: str = ""
    stop_id: int
    zone: str
    other: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A numbered table of a venue; it holds one meeting at a time."""

    id: int = 0
    uid: str = ""
    venue_id: int
    number: int
    link: str = ""
    """The address of its video room, where its venue is online."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(TranslatedName):
    """A sector or a subsector."""

    id: int = 0
    uid: str = ""
    code: str
    parent_id: int | None = None
    """The sector a subsector belongs to."""
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    spellings: str = ""
    """Other names of the sector, separated by semicolons."""
    owner: str = ""
    """The member of staff in charge of it."""
    quota: int | None = None
    """The most delegation companies to accept."""
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorStop:
    """A sector has a programme at a stop."""

    id: int = 0
    uid: str = ""
    sector_id: int
    stop_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionText:
    """A text of the packs in one language."""

    id: int = 0
    uid: str = ""
    kind: str
    """One of TEXT_KINDS."""
    language: str
    title: str = ""
    body: str = ""
    """Paragraphs separated by blank lines; "# " begins a heading, "- " an item of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """Words of any language that mean the same."""

    id: int = 0
    uid: str = ""
    sector_id: int | None = None
    """The sector in which they do; None for all."""
    words: str
    """Words and phrases separated by semicolons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchWeight:
    """The weight of a part of a suggestion's score; a part without one has its usual weight."""

    id: int = 0
    uid: str = ""
    part: str
    """A key of MATCH_PART_LABELS."""
    weight: int
