"""The parts of editions that belong to no single company, as plain data: lists, labels, the leader's pages, slips."""

from collections.abc import Mapping
from dataclasses import dataclass

from missionplanner.pack.delegate_content import CompanyProfile
from missionplanner.pack.phrases import NOTHING, Phrase, Said


@dataclass(frozen=True, slots=True)
class Badge:
    """A name badge; tint is a web colour."""

    name: str
    position: Phrase
    company: str
    tint: str
    country: str = ""
    languages: str = ""
    """The languages they speak, each in its own words."""
    kind: str = ""
    """The kind of organisation; empty where nobody said."""
    details: tuple[Phrase, ...] = ()
    """The values of the own fields that were chosen for badges."""
    code: str = ""
    """The code by which its bearer signs in; none without."""


Cell = str | Said
"""A cell of a list; one of several parts has each on lines of its own."""


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A list under its heading."""

    heading: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    """Shares of the page."""
    note: str = ""
    height: float = 0
    """The height of a row of one line in millimetres, where there has to be room to sign."""
    new_page: bool = False
    """Whether it begins a new page."""
    in_contents: bool = True
    """Whether the bookmarks lead to it."""
    is_close: bool = False
    """Whether its rows stand close to one another."""
    headed_in: str = ""
    """The tag of the language of the heading, where it is not that of the pack."""


@dataclass(frozen=True, slots=True)
class GroupedPaper(PaperSheet):
    """A list in which rows that begin with nothing go on with the row above, and stay on its page."""


@dataclass(frozen=True, slots=True)
class DayPaper(PaperSheet):
    """The day of one person, which has one page."""

    below: tuple[tuple[Phrase, tuple[tuple[str, Phrase], ...]], ...] = ()
    """The facts of calls and talks below the list: of which, then each with its name."""


@dataclass(frozen=True, slots=True)
class Section:
    """Lists of one kind."""

    key: str
    title: str
    sheets: tuple[PaperSheet, ...]
    empty: str
    """The sentence where there is no list."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything of the organiser edition but its cover and contents."""

    sections: tuple[Section, ...]
    labels: Mapping[str, tuple[Badge, ...]]
    """The labels of their sheets, by kind."""
    is_usual: bool = False
    """Whether nobody asked for these papers by name."""


@dataclass(frozen=True, slots=True)
class ValueChart:
    """Bars beside one another's labels: label, value, and the value as it is read."""

    title: str
    bars: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class ListPapers:
    """Lists that are printed by themselves, without a cover."""

    sections: tuple[Section, ...]
    charts: tuple[tuple[str, ValueChart], ...] = ()
    """Charts above the lists of sections, by the keys of these."""


@dataclass(frozen=True, slots=True)
class LeaderEvent:
    """An event with the talking points of the leader."""

    time: str
    title: Phrase
    place: Said
    kind: str
    expected: str
    """Who comes, in a sentence."""
    points: tuple[Phrase, ...]
    thanks: Phrase = NOTHING
    """Whom to thank: who organises it."""
    facts: tuple[tuple[str, Phrase], ...] = ()
    """The facts of a bilateral call, each with its name."""


@dataclass(frozen=True, slots=True)
class LeaderDay:
    """A day at a stop."""

    title: str
    events: tuple[LeaderEvent, ...]


@dataclass(frozen=True, slots=True)
class Biography:
    """A person and what is known of them."""

    name: str
    post: Phrase
    text: Phrase
    details: tuple[tuple[str, Phrase], ...] = ()
    """The own fields that were chosen for it: name and value."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Everything of the leader edition that is its own."""

    days: tuple[LeaderDay, ...]
    met: Section
    precedence: Section
    biographies: tuple[Biography, ...]
    pages: tuple[str, ...] = ()
    """The pages of the mission that follow."""
    own_days: Section | None = None
    """The days of the head of the delegation; none where nobody is."""
    replaced: Section | None = None
    """Who could replace what is bought in third countries; none where nothing is known of it."""


@dataclass(frozen=True, slots=True)
class DirectoryVolume:
    """The profiles of both sides, by name."""

    delegation: tuple[CompanyProfile, ...]
    counterparts: tuple[CompanyProfile, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """The changes in one pack, in sentences."""

    company: str
    printed: str
    changes: tuple[str, ...]
    meetings: PaperSheet
    """The schedule as it is now."""


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips for several packs, a page or more each."""

    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Separator:
    """The sheet before a pack at the printer's."""

    company: str
    lines: tuple[str, ...]
    """Instructions for the printer."""


@dataclass(frozen=True, slots=True)
class Separators:
    """Sheets in the order of their packs, a page each."""

    sheets: tuple[Separator, ...]
