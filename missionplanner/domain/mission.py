"""The trip itself: mission, stops, venues, tables, sectors, texts and market figures."""

from dataclasses import dataclass
from datetime import date, datetime

TEXT_KINDS = ("welcome", "about", "briefing", "protocol", "logistics", "conduct", "contacts", "talking")
"""The texts of packs; "talking" holds the talking points of the mission's leader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """One trip. Lunch is kept free of meetings every day (clock times, "14:00"; empty for no lunch).

    name_fr and name_es: where packs and letters of that language call it otherwise.

    places_min and places_max: how many delegation companies it needs and has room for. several_at_once: a company
    may be in as many meetings at a time as it has delegates. meetings_a_day: the most for a company; meetings_least:
    what every company should get in all; meetings_most: what it should ask for at most; travel_minutes: between two
    venues of a stop, where nothing else is known. pack_pages: the pages of delegate packs in order, separated by
    commas (domain.packs; empty for the usual ones). colour: of covers and headings, a web colour. logo: the digest of
    the mission's own picture. keep_until: the day from which personal data are to be erased.
    """

    id: int = 0
    uid: str = ""
    name: str = ""
    home_country: str = ""
    host_country: str = ""
    organiser: str = ""
    starts: date
    ends: date
    languages: str = "en,fr,es"
    registration_closes: datetime | None = None
    lunch_starts: str = ""
    lunch_ends: str = ""
    places_min: int | None = None
    places_max: int | None = None
    several_at_once: bool = False
    meetings_a_day: int | None = None
    meetings_least: int | None = None
    meetings_most: int | None = None
    travel_minutes: int | None = None
    name_fr: str = ""
    name_es: str = ""
    pack_pages: str = ""
    colour: str = ""
    logo: str = ""
    keep_until: date | None = None

    def called(self, language: str) -> str:
        """The mission's name in `language`, in its first language where it has no other."""
        return {"fr": self.name_fr, "es": self.name_es}.get(language) or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A city of the mission. `spellings` holds other names of the city, separated by semicolons."""

    id: int = 0
    uid: str = ""
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    spellings: str = ""
    country: str = ""
    time_zone: str = "UTC"
    starts: date
    ends: date

    def name(self, language: str) -> str:
        """The city's name in `language`, in English where it has no other."""
        return {"fr": self.name_fr, "es": self.name_es}.get(language) or self.name_en

    def in_parallel(self, other: "Stop") -> bool:
        """Whether the two stops share a day, so that nobody can be at both."""
        return self.id != other.id and self.starts <= other.ends and other.starts <= self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A place at a stop."""

    id: int = 0
    uid: str = ""
    stop_id: int
    name: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """How many minutes it takes from one venue to another, in either direction."""

    id: int = 0
    uid: str = ""
    venue_id: int
    other_id: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A numbered table of a venue; one meeting at a time."""

    id: int = 0
    uid: str = ""
    venue_id: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A sector, or a subsector where `parent_id` is set. `spellings` as for stops."""

    id: int = 0
    uid: str = ""
    code: str
    parent_id: int | None = None
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    spellings: str = ""
    owner: str = ""
    quota: int | None = None
    colour: str = ""

    def name(self, language: str) -> str:
        """The sector's name in `language`, in English where it has no other."""
        return {"fr": self.name_fr, "es": self.name_es}.get(language) or self.name_en


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorStop:
    """A sector has a programme at a stop."""

    id: int = 0
    sector_id: int
    stop_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionText:
    """A text of the packs in one language. Blank lines part paragraphs, "# " heads, "- " lists."""

    id: int = 0
    uid: str = ""
    kind: str
    language: str
    title: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A market figure for the briefing's chart: `value` in billions of `currency`."""

    id: int = 0
    uid: str = ""
    series: str = ""
    year: int
    value: float
    currency: str = "CAD"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """Words that mean the same, parted by semicolons, in whatever languages; of one sector, or of all without one."""

    id: int = 0
    uid: str = ""
    sector_id: int | None = None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchWeight:
    """How much a part of a suggestion's score counts (jobs.suggestions); parts without one count as usual."""

    id: int = 0
    uid: str = ""
    part: str
    weight: int
