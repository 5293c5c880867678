"""The preview of a pack: its pages side by side, one page alone, and the records a page comes from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from missionplanner.domain import meeting_places
from missionplanner.domain.attendees import other_of
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import current

_COMPANY = "company-"


@dataclass(frozen=True, slots=True)
class PageSource:
    """The records pages come from."""

    companies: tuple[int, ...] = ()
    """The keys of the companies whose profiles are on them."""
    section: str = ""
    """The section of the pack they belong to; empty for the cover."""


def side_by_side(content: bytes) -> tuple[bytes, int]:
    """Return a pack as it lies open once it is stapled, and how many pages it has."""
    from missionplanner.pack import spreads  # slow import

    return spreads.as_spreads(content)


def one_page(content: bytes, page: int) -> bytes:
    """Return a page of a pack alone (the first is 0)."""
    from missionplanner.pack import spreads  # slow import

    return spreads.one_page(content, page)


def company_places(companies: Iterable[tuple[int, int]]) -> tuple[tuple[str, int], ...]:
    """Return the places of companies in a pack (keys and pages) as a preview has them beside its sections."""
    return tuple((f"{_COMPANY}{key}", page) for key, page in companies)


def source_of(places: Mapping[str, int], pages: Iterable[int]) -> PageSource:
    """Return the records pages (the first is 1) come from; places: the pages sections and companies begin on."""
    wanted = set(pages)
    companies = tuple(
        int(name.removeprefix(_COMPANY))
        for name, page in places.items()
        if name.startswith(_COMPANY) and page in wanted
    )
    last = max(wanted, default=0)
    begun = [(page, name) for name, page in places.items() if page <= last and not name.startswith(_COMPANY)]
    # Of sections that begin on the same page the first counts.
    start = max((page for page, _name in begun), default=0)
    return PageSource(companies, next((name for page, name in begun if page == start), ""))


def meetings_listed(snapshot: Snapshot, company: int) -> list[tuple[int, str]]:
    """Return the meetings a pack lists, by time: their keys, and when, with whom and where in a line."""
    found = sorted(snapshot.meetings_of.get(company, []), key=lambda one: _starts(snapshot, one))
    return [(one.id, _meeting_line(snapshot, one, company)) for one in found]


def _starts(snapshot: Snapshot, meeting: Meeting) -> datetime:
    return in_zone(snapshot.slot[meeting.slot_id].starts, snapshot.stop_of_slot[meeting.slot_id].time_zone)


def _meeting_line(snapshot: Snapshot, meeting: Meeting, company: int) -> str:
    other = snapshot.company[other_of(meeting, company)].name
    return f"{current().short_moment(_starts(snapshot, meeting))}, {other}, {meeting_places.spot(snapshot, meeting)}"
