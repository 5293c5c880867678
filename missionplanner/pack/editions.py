"""What editions have that is of no one company, as plain data: lists, labels, the leader's pages, slips."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Badge:
    """A name badge; tint is a web colour."""

    name: str
    position: str
    company: str
    tint: str


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A list under its heading. widths: shares of the page; height: of a row of one line, in millimetres, where there
    is to be room to sign; new_page: whether it begins one; in_contents: whether the bookmarks lead to it.
    """

    heading: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    note: str = ""
    height: float = 0
    new_page: bool = False
    in_contents: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """Lists of one kind. empty: what is said where there are none."""

    key: str
    title: str
    sheets: tuple[PaperSheet, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything of the organiser edition but its cover and contents. labels: what their sheets hold, by kind."""

    sections: tuple[Section, ...]
    labels: Mapping[str, tuple[Badge, ...]]


@dataclass(frozen=True, slots=True)
class LeaderEvent:
    """An event with what the leader says there. expected: who comes, in a sentence."""

    time: str
    title: str
    place: str
    kind: str
    expected: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeaderDay:
    """A day at a stop."""

    title: str
    events: tuple[LeaderEvent, ...]


@dataclass(frozen=True, slots=True)
class Biography:
    """A person and what is known of them."""

    name: str
    post: str
    text: str


@dataclass(frozen=True, slots=True)
class Leader:
    """Everything of the leader edition that is its own. pages: those of the mission that follow."""

    days: tuple[LeaderDay, ...]
    met: Section
    precedence: Section
    biographies: tuple[Biography, ...]
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slip:
    """What changed in one pack, in sentences. meetings: the schedule as it is now."""

    company: str
    printed: str
    changes: tuple[str, ...]
    meetings: PaperSheet


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips for several packs, a page or more each."""

    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Separator:
    """The sheet before a pack at the printer's. lines: what to make of it."""

    company: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Separators:
    """Sheets in the order of their packs, a page each."""

    sheets: tuple[Separator, ...]
