"""The content of a delegate's pack, as plain data in one language; every text is ready to print."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from missionplanner.pack import glyphs
from missionplanner.pack.phrases import Phrase, Said
from missionplanner.pack.texts import strings


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a mission text."""

    kind: str
    """heading, paragraph, bullet or note."""
    text: str
    link: str = ""
    """Where a note leads."""


@dataclass(frozen=True, slots=True)
class TextSection:
    """A text of the mission under its title."""

    title: str
    blocks: tuple[Block, ...]
    language: str = ""
    """A tag such as es-MX where it is not that of the pack."""


@dataclass(frozen=True, slots=True)
class MarketBar:
    """A bar of the market chart."""

    label: str
    value: float
    text: str
    """Its value in words and figures."""


@dataclass(frozen=True, slots=True)
class MarketChart:
    """A series of figures as it is drawn."""

    kind: str
    """bar, line or share."""
    title: str
    unit: str
    """The unit its values are counted in."""
    bars: tuple[MarketBar, ...]
    """Its figures, the earliest first."""
    sources: tuple[str, ...]
    """Where they are from, in sentences."""
    links: tuple[str, ...] = ()
    """Where each of these sentences leads; empty for nowhere."""
    titled_in: str = ""
    """The tag of the language of the title, where it is not that of the pack."""
    named_in: tuple[Said, ...] = ()
    """Each of these sentences in parts, what is in another language tagged."""

    @property
    def below(self) -> tuple[str, ...]:
        """The lines below it: what it counts, and where its figures are from."""
        return tuple(filter(None, (self.unit, *self.sources)))


@dataclass(frozen=True, slots=True)
class VenueLine:
    """A venue in the logistics pages."""

    stop: str
    name: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class StopSpan:
    """A stop in the scheme of the mission."""

    name: str
    dates: str
    first: int
    last: int
    """Its first and its last day, counted from that of the mission (0)."""
    lane: int
    """Its row among parallel stops."""


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """A company in a directory."""

    name: str
    place: str
    website: str
    people: tuple[Phrase, ...]
    """Its delegates with their posts."""
    offers: Phrase
    persons: tuple[str, ...] = ()
    """Its delegates as an index has them, the family name first."""


@dataclass(frozen=True, slots=True)
class DirectorySector:
    """The companies of a side that are of a sector."""

    name: Phrase
    colour: str
    entries: tuple[DirectoryEntry, ...]


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """A telephone number of the emergency contacts."""

    label: str
    number: str


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A stop on the map."""

    name: str
    dates: str
    latitude: float
    longitude: float
    before: int = -1
    """The place among the stops of the one the way comes from; -1 for none."""


@dataclass(frozen=True)
class Shared:
    """Everything that all packs of one language share."""

    language: str
    """en, fr or es."""
    locale: str
    """The language with its country, such as es-MX: the tag of the PDF."""
    mission: str
    """Its name; `named_in` is the tag of another language it is in."""
    organiser: str
    dates: str
    """The days of the mission, in words."""
    cities: str
    """The names of its stops, in order."""
    letter_size: bool
    """Whether the paper is Letter; A4 otherwise."""
    texts: dict[str, TextSection]
    """The mission's own chapters, by kind."""
    charts: tuple[MarketChart, ...]
    """The figures of the market that concern everybody."""
    venues: tuple[VenueLine, ...]
    directory: tuple[DirectorySector, ...]
    """The companies of the delegation."""
    counterparts: tuple[DirectorySector, ...] = ()
    briefings: tuple[TextSection, ...] = ()
    """Texts of the whole market beside the briefing; in the leader edition those of every sector and city."""
    pages: tuple[str, ...] = ()
    """The sections of delegate packs, in order. A directory that no page shows is empty."""
    flags: tuple[str, ...] = ()
    """The codes of the home and the host country."""
    colour: str = ""
    logo: str = ""
    """The digest of the mission's picture, which is in `pictures`."""
    portrait: str = ""
    """The digest of the picture beside the word of welcome, which is in `pictures`; empty without such a word."""
    portrait_of: str = ""
    """Who is on it."""
    evaluation_link: str = ""
    """The site on which the mission is evaluated."""
    days: tuple[str, ...] = ()
    """The days of the mission, as the scheme of its stops has them."""
    stops: tuple[StopSpan, ...] = ()
    clocks: tuple[str, ...] = ()
    """A sentence for each change of clocks during the mission."""
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    follows_plan: bool = False
    """Whether delegate packs follow the page plan; where pages were chosen, these and no others are printed."""
    lunch: tuple[int, int] = (0, 0)
    """The time without meetings in minutes of the day; (0, 0) for none."""
    phones: tuple[PhoneLine, ...] = ()
    """The numbers of the emergency contacts, as they are listed."""
    places: tuple[MapPlace, ...] = ()
    """The stops whose place on the map is known, in order of time."""
    ways: tuple[str, ...] = ()
    """How long the ways between venues are, in words."""
    named_in: str = ""
    is_by_video: bool = field(default=False, repr=False)
    """Whether nobody meets anywhere but in video rooms."""
    telephones: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Telephone numbers as they are read, by their normal form."""

    @property
    def duty_phone(self) -> PhoneLine | None:
        """The number one calls first: of those of the contacts the first with a country code."""
        return next((phone for phone in self.phones if phone.number.startswith("+")), next(iter(self.phones), None))

    @cached_property
    def digest(self) -> str:
        """A fingerprint of all of it."""
        # No word more for other missions, so that what was printed of them stays right.
        return hashlib.sha256(f"{self!r}{'video' * self.is_by_video}".encode("utf-8", "replace")).hexdigest()

    @cached_property
    def missing(self) -> str:
        """The characters in it that no font has."""
        return glyphs.missing(*strings(self))


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """An hour of the programme: an event, or one's own meeting."""

    time: str
    """From when to when; of a journey when it leaves."""
    title: str
    place: Said
    """Where, and what else is to be known: both ends of a journey on their clocks, meeting point, organiser."""
    kind: str
    is_meeting: bool
    titled_in: str = ""
    """The tag of the title's language, where it is not that of the pack."""
    starts: int = 0
    """The minute of the day it starts at."""
    ends: int = 0
    """The minute it ends at, counted from the same midnight."""
    venue: str = ""
    """The name of its venue; empty where `place` is no venue."""
    spot: Said = ()
    """Where in the venue, such as "table 5"; or the place in words."""
    number: int = 0
    """That of the meeting in the pack; 0 for an event."""
    is_transfer: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A day of the participant's programme."""

    title: str
    stop: str
    items: tuple[ProgrammeItem, ...]
    notes: tuple[str, ...] = ()
    """Sentences on the day, such as that clocks are changed."""
    day: date = date.min
    venues: tuple[str, ...] = ()
    """The venues of the day with their addresses."""


@dataclass(frozen=True, slots=True)
class CompanyProfile:
    """A counterpart as the pack shows it."""

    name: str
    place: str
    website: str
    sectors: Phrase
    """Their names, the main sector first."""
    colour: str
    """That of the main sector."""
    people: tuple[Phrase, ...]
    """Lines such as "Ing. Raúl Peña, CEO"."""
    contacts: tuple[str, ...]
    """The e-mail addresses and telephone numbers of its people."""
    offers: tuple[Phrase, ...]
    seeks: tuple[Phrase, ...]
    description: str
    employees: str
    card: str = ""
    """Its contact as a vCard."""
    language: str = ""
    """The tag of the description’s language, where it is not that of the pack."""
    logo: str = ""
    """The digest of its logo."""
    details: tuple[tuple[str, Phrase], ...] = ()
    """The own fields that were chosen for it: name and value."""


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One meeting of the participant."""

    day: str
    """The day in words, on the clocks of the stop."""
    time: str
    """From when to when, on the clocks of the stop."""
    stop: str
    """The name of the city."""
    venue: str
    table: str
    """Such as "table 5"."""
    profile: CompanyProfile
    """The company that is met."""
    on_behalf: str = ""
    """For whom, such as "for Acme", where one represents several companies."""
    ours: str = ""
    """Who attends it, where that is not everybody of the company."""
    theirs: tuple[Phrase, ...] = ()
    """Who attends it for the company that is met, where that is not everybody of it."""
    company_id: int = 0
    """The key of the company that is met."""
    short_day: str = ""
    """The day as a list has it."""
    person: str = ""
    """Whom one meets first."""
    addressed: str = ""
    """How that person is addressed, such as "Dra. Muñoz"."""
    who: str = ""
    """Who of one's own company attends, where it has several people."""
    interpreter: str = ""
    languages: str = ""
    """The languages the people of the other side speak."""
    asked: Said = ()
    """Who asked for it and why, in parts of one language each."""
    where: Said = ()
    """The way there, and for a visit the address and how to get there, in such parts."""
    ours_names: tuple[str, ...] = ()
    """Who attends it of one's own company, where that is more than one."""
    ours_short: tuple[str, ...] = ()
    """The same in short form."""
    theirs_names: tuple[str, ...] = ()
    """Who attends it for the company that is met."""
    theirs_short: tuple[str, ...] = ()
    """The same in short form."""

    @property
    def title(self) -> str:
        """The company that is met, and for whom."""
        return ", ".join(filter(None, (self.profile.name, self.on_behalf)))


@dataclass(frozen=True, slots=True)
class Fellow:
    """Somebody of one's own side and sector."""

    name: str
    company: str


@dataclass(frozen=True, slots=True)
class SectorFacts:
    """The other side in one's own sector, as registered."""

    sector: Phrase
    counts: tuple[tuple[str, str], ...] = ()
    """Numbers, and what there are so many of."""
    sought: tuple[Phrase, ...] = ()
    """The things most of them look for."""


@dataclass(frozen=True, slots=True)
class First:
    """Where one has to be first."""

    when: str
    title: Phrase
    place: Phrase
    card: str = ""
    """The same as a calendar entry for a telephone."""


@dataclass(frozen=True, slots=True)
class Own:
    """The content of one company’s pack alone, or of one of its delegates’."""

    company_id: int
    company: str
    """Its name; in the pack of a delegate those of all the companies they represent."""
    people: tuple[Phrase, ...]
    """Its delegates."""
    sectors: Phrase
    """Their names, the main sector first."""
    programme: tuple[ProgrammeDay, ...]
    meetings: tuple[MeetingEntry, ...]
    delegate_id: int = 0
    """0 in the pack of the whole company."""
    delegate: str = ""
    """The name of the delegate whose pack it is."""
    first: First | None = None
    fellows: tuple[Fellow, ...] = ()
    facts: SectorFacts | None = None
    charts: tuple[MarketChart, ...] = ()
    """The figures of one's own sectors and cities."""
    briefings: tuple[TextSection, ...] = ()
    """The texts of one’s own sectors and cities."""
    logo: str = ""
    """The digest of the company’s logo."""
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The content of the logos by digest."""


def fingerprint(shared: Shared, content: object) -> str:
    """The part of a pack's content (a dataclass) decides whether a printed one is still correct."""
    return hashlib.sha256(f"{shared.digest}{content!r}".encode("utf-8", "replace")).hexdigest()
