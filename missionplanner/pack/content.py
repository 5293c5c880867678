"""What stands in a delegate's pack, as plain data in one language; every text is ready to print."""

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a mission text: kind is heading, paragraph or bullet."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class TextSection:
    """A text of the mission under its title."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the market chart; `text` is its value in words and figures."""

    label: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class VenueLine:
    """A venue in the logistics pages."""

    stop: str
    name: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """A company of the delegation in the directory."""

    name: str
    place: str
    website: str
    people: str
    offers: str


@dataclass(frozen=True, slots=True)
class DirectorySector:
    """The delegation's companies of a sector. colour is a web colour."""

    name: str
    colour: str
    entries: tuple[DirectoryEntry, ...]


@dataclass(frozen=True)
class Shared:
    """What all packs of one language have in common."""

    language: str
    locale: str
    mission: str
    organiser: str
    dates: str
    cities: str
    letter_size: bool
    texts: dict[str, TextSection]
    bars: tuple[Bar, ...]
    chart_title: str
    venues: tuple[VenueLine, ...]
    directory: tuple[DirectorySector, ...]

    @cached_property
    def digest(self) -> str:
        """A fingerprint of all of it."""
        return hashlib.sha256(repr(self).encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """An hour of the programme: an event, or one's own meeting."""

    time: str
    title: str
    place: str
    kind: str
    is_meeting: bool


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A day of the participant's programme."""

    title: str
    stop: str
    items: tuple[ProgrammeItem, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A counterpart as the pack shows it. people are lines such as "Ing. Raúl Peña, CEO"."""

    name: str
    place: str
    website: str
    sectors: str
    colour: str
    people: tuple[str, ...]
    contacts: tuple[str, ...]
    offers: tuple[str, ...]
    seeks: tuple[str, ...]
    description: str
    employees: str


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One meeting of the participant."""

    day: str
    time: str
    stop: str
    venue: str
    table: str
    priority: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class Own:
    """What stands in one company's pack alone."""

    company_id: int
    company: str
    people: tuple[str, ...]
    sectors: str
    programme: tuple[ProgrammeDay, ...]
    meetings: tuple[MeetingEntry, ...]


def fingerprint(shared: Shared, content: object) -> str:
    """What of a pack's content (a dataclass) decides whether a printed one is still right."""
    return hashlib.sha256(f"{shared.digest}{content!r}".encode("utf-8", "replace")).hexdigest()
